"""What changed in an article since it was read, since a version, or since a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.analysis.language import detect
from briefing.analysis.weighing import weigh
from briefing.anchoring.changes import changes
from briefing.model.change import Change, ChangeKind, Weighs
from briefing.model.errors import NotFoundError, UsageError
from briefing.model.version import LastReading, Version, Versions
from briefing.session.placing import revision_of
from briefing.session.ports import ClockPort, LastReadingPort, VersionsPort
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import moment, number

if TYPE_CHECKING:
    from briefing.session.reading import Reading

READ = "read"
"""The word for one's own last reading."""
AROUND = 32
"""Characters around a change that help to weigh it."""

_REV = re.compile(r"[0-9a-f]{6,64}")
_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2}(?:T[0-9:.]+Z?)?)?")
_WEIGHTS = {weighs: rank for rank, weighs in enumerate(Weighs)}


@dataclass(frozen=True, slots=True)
class Earlier:
    """A text that an article has been."""

    rev: str
    """Its SHA-256, 64 hex digits."""
    date: str
    """When it was read or kept, RFC 3339 in UTC."""
    text: str
    """The reading text."""


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of the texts that an article has been."""

    versions: VersionsPort | None
    """The versions beside the article; None for one without a file."""
    readings: LastReadingPort
    """The text that the reader read last."""

    def earlier(self, since: str | None, now: str) -> Earlier:
        """The text that the present one is compared with.

        Args:
            since: ``read``, the beginning of a version's SHA-256, or a day; None for the last
                reading, and where there was none for the newest version that is another text.
            now: The SHA-256 of the text as it is now.

        Raises:
            InputError: The versions cannot be read.
            NotFoundError: There is no such text.
            UsageError: It is none of these, or several versions begin so.
        """
        if since in {None, READ}:
            last = self.readings.load()
            if last is not None:
                return Earlier(last.rev, last.date, last.text)
            if since == READ:
                raise NotFoundError(
                    _("this article was not read here yet"),
                    remedy=_("name a version or a day instead"),
                )
        known = self.versions.load().versions if self.versions else ()
        return self._kept(_chosen(known, since, now))

    def is_same_original(self, one: str, other: str) -> bool:
        """Whether two texts were made of the same bytes, by programs that read them differently."""
        kept = self.versions.load() if self.versions else Versions("")
        pair = kept.find(one), kept.find(other)
        originals = {version.original for version in pair if version is not None}
        makers = {version.made_by for version in pair if version is not None}
        return (
            None not in pair and len(originals) == 1 and None not in originals and len(makers) > 1
        )

    def _kept(self, version: Version) -> Earlier:
        text = self.versions.text(version.rev) if self.versions else None
        if text is None:
            raise NotFoundError(
                _("the text of version {rev} was not kept").format(rev=version.rev[:12]),
                remedy=_("name another version or a day"),
            )
        return Earlier(version.rev, version.date, text)


def _chosen(known: Sequence[Version], since: str | None, now: str) -> Version:
    if since is None:
        found = [version for version in known if version.rev != now] or list(known)
    elif _DAY.fullmatch(since):
        found = [version for version in known if version.date[: len(since)] <= since]
    elif _REV.fullmatch(since):
        found = [version for version in known if version.rev.startswith(since)]
        if len(found) > 1:
            raise UsageError(
                _("several versions begin with {rev}").format(rev=since),
                remedy=_("write more of it"),
            )
    else:
        raise UsageError(
            _("“{since}” is no version and no day").format(since=since),
            remedy=_("write `read`, a SHA-256 or a day such as 2026-11-20"),
        )
    if not found:
        raise NotFoundError(_("no earlier text of this article is kept"))
    return found[-1]


def weighed(old: str, new: str, language: str | None) -> list[Change]:
    """What changed between two texts: the most serious first, else in the order of the text."""
    language = language or detect(new)
    found = [_weighed(change, new, language) for change in changes(old, new)]
    return sorted(found, key=lambda change: _WEIGHTS[change.weighs])


def _weighed(change: Change, text: str, language: str | None) -> Change:
    if change.kind is ChangeKind.MOVED:
        return change
    start, end = change.span.start, change.span.end
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    weighs = weigh(change.old, change.new, language, before=before, after=after)
    return replace(change, weighs=weighs)


def since_read(reading: Reading) -> tuple[Earlier, list[Change]]:
    """The text that an article is compared with, and what changed: since it was read, if it was.

    Raises:
        InputError: The versions cannot be read.
        NotFoundError: No earlier text is kept.
    """
    if reading.open_past is None:
        raise NotFoundError(_("no earlier text of this article is kept"))
    past, text = reading.open_past(reading.source), reading.article.text
    earlier = past.earlier(None, revision_of(text))
    if past.is_same_original(earlier.rev, revision_of(text)):
        return earlier, []
    return earlier, weighed(earlier.text, text, reading.language)


def summed_up(found: Sequence[Change], earlier: Earlier) -> str:
    """How many changes there are, since when, and how many of them are figures."""
    count, figures = len(found), sum(change.weighs is Weighs.FIGURE for change in found)
    said = ngettext("{count} change since {when}", "{count} changes since {when}", count)
    told = said.format(count=number(count), when=moment(earlier.date))
    if not figures:
        return told
    more = ngettext("{count} of them a figure", "{count} of them figures", figures)
    return f"{told}, {more.format(count=number(figures))}"


def remember(reading: Reading, readings: LastReadingPort, clock: ClockPort) -> None:
    """Keep the text that was read, for the next time.

    Raises:
        StorageError: It could not be written.
    """
    if reading.source.path is None or not reading.document.is_complete:
        return
    text = reading.article.text
    readings.save(LastReading(revision_of(text), clock.now(), text))
