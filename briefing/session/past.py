"""The texts that an article has been: its versions, and the one that the reader read last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from briefing.model.errors import InputError, NotFoundError, UsageError
from briefing.model.version import Version, Versions
from briefing.session.ports import LastReadingPort, VersionsPort
from briefing.text.i18n import _

READ = "read"
"""The word for one's own last reading."""

_REV = re.compile(r"[0-9a-f]{6,64}")
_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2}(?:T[0-9:.]+Z?)?)?")


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

    def texts(self) -> Iterator[str]:
        """The texts that are kept of the article, the newest version first, then what was read.

        What cannot be read counts as not kept.
        """
        store = self.versions
        with suppress(InputError):
            known = store.load().versions if store else ()
            found = (store.text(version.rev) for version in reversed(known) if store)
            yield from (text for text in found if text is not None)
        last = self.readings.load()
        if last is not None:
            yield last.text

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
