from __future__ import annotations

import pytest

from briefing.anchoring import resolve, track, track_revisions
from briefing.model.anchor import Anchor, MatchState
from briefing.model.span import Span

OLD = (
    "Der Bericht erschien am Donnerstag in Genf. Elf Staaten haben ihn in Auftrag gegeben, "
    "nachdem das alte Gremium aufgelöst worden war. Er nennt Zahlen zu Raketen und Granaten."
)


def found(old: str, new: str, quote: str) -> str | None:
    start = old.index(quote)
    [match] = track(old, new, [(start, start + len(quote))])
    return None if match.span is None else match.span.of(new)


@pytest.mark.parametrize(
    ("edit", "quote", "expected"),
    [
        (("Donnerstag", "Dienstag"), "erschien am Donnerstag", "erschien am Dienstag"),
        (("Elf Staaten", "Elf der Staaten"), "Elf Staaten haben", "Elf der Staaten haben"),
        (("Der Bericht", "Neu: Der Bericht"), "Der Bericht erschien", "Der Bericht erschien"),
        ((" und Granaten", ""), "Granaten", None),
    ],
)
def test_a_note_follows_its_passage(
    edit: tuple[str, str], quote: str, expected: str | None
) -> None:
    assert found(OLD, OLD.replace(*edit), quote) == expected


@pytest.mark.parametrize("span", [(-1, 3), (5, 2), (10_000, 10_001)])
def test_what_is_no_span_is_an_orphan(span: tuple[int, int]) -> None:
    [match] = track(OLD, OLD + " Ende.", [span])
    assert match.state is MatchState.ORPHAN


def test_a_passage_is_followed_through_many_revisions() -> None:
    texts = [OLD, "Vorab. " + OLD, "Vorab. " + OLD.replace("Genf", "Wien"), OLD]
    [match] = track_revisions(texts, [Span(4, 11)])
    assert match.span == Span(4, 11)


def test_an_anchor_finds_its_passage_without_the_old_text() -> None:
    match = resolve(Anchor("Elf Staaten"), OLD)
    assert match.span is not None
    assert match.span.of(OLD) == "Elf Staaten"
