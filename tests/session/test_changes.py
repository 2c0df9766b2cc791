"""Nothing that changed in an article is kept from its reader, and nothing else is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from briefing.anchoring.track import track
from briefing.model.change import ChangeKind, Weighs
from briefing.model.errors import NotFoundError, UsageError
from briefing.model.version import Arrival, LastReading, Version, Versions
from briefing.session.changes import weighed
from briefing.session.past import Past
from briefing.text.revisions import revision_of
from tests.session.versions_pairs import Pair, pairs

COUNT = 200


def told(pair: Pair, edit: tuple[str, str, str]) -> bool:
    """Whether a change is told, as grave as it is, at its words."""
    kind, words, other = edit
    differing = set(words.split()) ^ set(other.split())
    return any(
        change.weighs.value == kind
        and change.kind is not ChangeKind.MOVED
        and any(word in f"{change.old} {change.new}" for word in differing)
        for change in weighed(pair.old, pair.new, pair.language)
    )


def test_changed_figures_names_and_negations_are_told_and_nothing_else_is() -> None:
    found = missed = alarms = harmless = 0
    for pair in pairs(COUNT):
        for edit in pair.edits:
            is_told = told(pair, edit)
            found += is_told
            missed += not is_told
        if not pair.edits:
            harmless += 1
            changes = weighed(pair.old, pair.new, pair.language)
            alarms += any(change.kind is not ChangeKind.MOVED for change in changes)
    assert found >= 0.99 * (found + missed)
    assert alarms <= 0.01 * harmless


def test_no_quotation_of_a_changed_passage_is_taken_for_one_of_the_text() -> None:
    for pair in pairs(COUNT):
        words = [edit[1] for edit in pair.edits]
        starts = [pair.old.index(quote) for quote in words]
        spans = [(at, at + len(quote)) for at, quote in zip(starts, words, strict=True)]
        for match in track(pair.old, pair.new, spans):
            assert match.span is None or match.changed


def test_the_gravest_come_first() -> None:
    old = "Rain fell all day. Ms Doyle counted 350 firms. Nobody was hurt."
    new = "Rain came all day. Ms Boyle counted 30 firms. Somebody was hurt."
    weights = [change.weighs for change in weighed(old, new, "en")]
    assert weights == [Weighs.FIGURE, Weighs.NEGATION, Weighs.NAME, Weighs.WORDS]


NOW = "It was 30 firms."
BEFORE = "It was 350 firms."


@dataclass
class FakeVersions:
    """Versions in memory."""

    kept: dict[str, str] = field(default_factory=dict)
    versions: tuple[Version, ...] = ()

    def load(self) -> Versions:
        return Versions("a.md", self.versions)

    def text(self, rev: str) -> str | None:
        return self.kept.get(rev)

    def keep(self, version: Version, text: str | None, needed: object = ()) -> Versions:
        raise NotImplementedError


@dataclass
class FakeReadings:
    """A last reading in memory."""

    last: LastReading | None = None

    def load(self) -> LastReading | None:
        return self.last

    def save(self, reading: LastReading) -> None:
        self.last = reading


def past(last: LastReading | None = None, **version: Any) -> Past:
    versions = tuple(
        Version(revision_of(text), date, Arrival.ANNOTATED, **version)
        for text, date in ((BEFORE, "2026-11-20T08:00:00Z"), (NOW, "2026-11-22T08:00:00Z"))
    )
    kept = {revision_of(text): text for text in (BEFORE, NOW)}
    return Past(FakeVersions(kept, versions), FakeReadings(last))


@pytest.mark.parametrize("since", [None, "2026-11-20", "2026-11-21", revision_of(BEFORE)[:12]])
def test_an_earlier_text_is_found_by_version_and_by_day(since: str | None) -> None:
    assert past().earlier(since, revision_of(NOW)).text == BEFORE


def test_ones_own_last_reading_comes_before_the_versions() -> None:
    last = LastReading(revision_of("Other."), "2026-11-21T08:00:00Z", "Other.")
    assert past(last).earlier(None, revision_of(NOW)).text == "Other."
    assert past(last).earlier("read", revision_of(NOW)).text == "Other."


def test_what_is_not_kept_is_said() -> None:
    with pytest.raises(NotFoundError):
        past().earlier("read", revision_of(NOW))
    with pytest.raises(NotFoundError):
        past().earlier("2026-11-19", revision_of(NOW))
    with pytest.raises(UsageError):
        past().earlier("yesterday", revision_of(NOW))
