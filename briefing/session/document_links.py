"""Links from one document to others: whether what they lead to is there, and still the same.

A link may name a heading (``other.md#grain``), a note (``#note-k3q9m2vxt7``), a passage by its
first and last character (``#p-125-152``), and the version that it was made for
(``other.md?rev=9f2c…``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from briefing.anchoring.track import track
from briefing.model.anchor import Match, MatchState
from briefing.model.article import Style
from briefing.model.errors import BriefingError, NotFoundError
from briefing.model.span import Place, Span
from briefing.session.links import PASSAGE, anchor_place, note_id
from briefing.session.neighbours import Neighbours
from briefing.session.reading import Reading
from briefing.session.wording import both_wordings
from briefing.text.fitting import glimpse
from briefing.text.i18n import _
from briefing.text.revisions import revision_of

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
"""RFC 3986, section 3.1: what makes an address more than a path."""
_REV = re.compile(r"[0-9a-f]{6,64}")


class LinkState(StrEnum):
    """How a link stands."""

    RIGHT = "right"
    CHANGED = "changed"
    """What it leads to is there, but has other words now."""
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class CheckedLink:
    """A link to another document, or within one."""

    line: int | None
    """The line of the source where it stands, 1-based."""
    target: str
    """Where it leads, as it is written."""
    state: LinkState
    """How it stands."""
    what: str = ""
    """What is wrong, in a few words."""


def links_of(reading: Reading) -> Iterator[tuple[int, str]]:
    """The links of a document that lead to files or into it, each with its line."""
    document = reading.document
    for index in range(document.chunk_count):
        for block in document.chunk(index).blocks:
            for run in block.runs:
                if Style.LINK in run.style and run.address and not _is_web(run.address):
                    yield document.line_number_of(Place(index, run.span.start)), run.address


def _is_web(address: str) -> bool:
    return address.startswith("//") or _SCHEME.match(address) is not None


@dataclass(frozen=True, slots=True)
class LinkCheck:
    """Follows links without showing what they lead to."""

    neighbours: Neighbours
    """The documents that they lead to."""

    def check(self, reading: Reading) -> list[CheckedLink]:
        """Every link of a document to files, or into it."""
        return [
            CheckedLink(line, target, *self.follow(reading, target))
            for line, target in links_of(reading)
        ]

    def follow(self, reading: Reading, target: str) -> tuple[LinkState, str]:
        """How a link stands that is written in a document, and what is wrong with it."""
        path, rev, anchor = split_target(target)
        try:
            if not path:
                return self._anchor(reading, anchor, rev)
            home = reading.source.path
            file = (Path() if home is None else home.parent) / path
            if not anchor and not rev:
                return _standing(file)
            return self._anchor(self.neighbours.open(file), anchor, rev)
        except (BriefingError, ValueError) as error:
            what = error.what if isinstance(error, BriefingError) else _("is no path")
            return LinkState.BROKEN, what

    def _anchor(self, reading: Reading, anchor: str, rev: str) -> tuple[LinkState, str]:
        """Where an anchor of a document is.

        Raises:
            BriefingError: It is not there.
        """
        passage = PASSAGE.fullmatch(anchor)
        if passage is not None:
            return _passage(reading, Span(int(passage[1]), int(passage[2])), rev)
        is_same = not rev or revision_of(reading.article.text).startswith(rev)
        changed = (LinkState.CHANGED, _("the text is of another version now"))
        note = note_id(anchor)
        try:
            anchor_place(reading.document, anchor)
        except NotFoundError:
            if note is None:
                raise
            placed = reading.take_out_notes().find(note)
            if placed.span is None:
                return LinkState.CHANGED, _("the note has lost its passage")
            if placed.match.changed:
                return LinkState.CHANGED, _("the passage of the note {wordings}").format(
                    wordings=_glimpsed(placed.note.quote, placed.match.now)
                )
            return LinkState.RIGHT, ""
        return (LinkState.RIGHT, "") if is_same else changed


def split_target(target: str) -> tuple[str, str, str]:
    """The path, the version and the anchor that a link names, each empty where it names none."""
    parts = urlsplit(target)
    revs = [rev for rev in parse_qs(parts.query).get("rev", ()) if _REV.fullmatch(rev)]
    return unquote(parts.path), revs[0] if revs else "", unquote(parts.fragment)


def _standing(file: Path) -> tuple[LinkState, str]:
    is_there = "\0" not in str(file) and file.exists()
    return (LinkState.RIGHT, "") if is_there else (LinkState.BROKEN, _("is not there"))


def _passage(reading: Reading, span: Span, rev: str) -> tuple[LinkState, str]:
    """A passage of a version, in the text as it is now."""
    text = reading.article.text
    broken = (LinkState.BROKEN, _("the passage is not in the text any more"))
    if not rev or revision_of(text).startswith(rev):
        is_there = span.start < span.end <= len(text)
        return (LinkState.RIGHT, "") if is_there else broken
    old = earlier_text(reading, rev)
    if old is None:
        return LinkState.CHANGED, _("the text is of another version now")
    if not span.start < span.end <= len(old):
        return broken
    [match] = track(old, text, [span])
    return broken if match.state is MatchState.ORPHAN else _carried(match, old, span)


def _carried(match: Match, old: str, span: Span) -> tuple[LinkState, str]:
    """A passage of an earlier text that was found again."""
    if match.changed:
        wordings = _glimpsed(old[span.start : span.end], match.now)
        return LinkState.CHANGED, _("the passage {wordings}").format(wordings=wordings)
    if match.state is MatchState.UNCERTAIN:
        return LinkState.CHANGED, _("the place of the passage is uncertain now")
    return LinkState.RIGHT, ""


def _glimpsed(quote: str, now: str | None) -> str:
    """Both wordings on one line, each no longer than a line can show."""
    return both_wordings(glimpse(quote), None if now is None else glimpse(now))


def earlier_text(reading: Reading, rev: str) -> str | None:
    """The text of a version, by the beginning of its SHA-256; None where it was not kept."""
    past = None if reading.open_past is None else reading.open_past(reading.source)
    if past is None:
        return None
    try:
        return past.earlier(rev, "").text
    except BriefingError:
        return None
