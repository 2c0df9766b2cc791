"""A Kindle's ``My Clippings.txt``, in the languages a Kindle may speak.

The file holds one entry after another, each ended by a row of equals signs::

    La Corea del Nord consegna … (MSMT)
    - La tua evidenziazione a pagina 2 | posizione 20-22 | Aggiunto in data lunedì 3 marzo 2025

    oltre 11.000 soldati
    ==========

Amazon describes it nowhere; its words were gathered from files that readers published.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.exchange.foreign import ForeignNote, Imported
from briefing.exchange.kindle_dates import parse_date
from briefing.exchange.sniffing import CLIPPING_END
from briefing.exchange.visible import has_surrogate
from briefing.languages.load import every_language
from briefing.languages.phrases import any_of
from briefing.model.anchor import Anchor
from briefing.model.errors import Fault, FormatError
from briefing.model.note import NoteKind, Via
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number

SYSTEM = "kindle"
"""The name of this format in a note's `via`."""

_LIMIT = re.compile(r"<[^<>\n]{10,}>")
"""What stands for the words once a publisher's limit is reached, in any language."""


_NEAR = 40
"""How many highlights that begin in one place are compared with each other."""

_RANGE = r"(\d+)(?:[-–](\d+))?"

_START = r"(?:(?<![^\W\d_])|(?<=[^\x00-\u2e7f]))"
_END = r"(?:(?![^\W\d_])|(?<=[^\x00-\u2e7f]))"
"""Where a word begins and ends; in scripts without spaces, anywhere."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """The words of the line below the title, in all languages."""

    kinds: Sequence[tuple[NoteKind, re.Pattern[str]]]
    location: re.Pattern[str]
    page: re.Pattern[str]


@lru_cache(maxsize=1)
def _facts() -> _Facts:
    every = [own.kindle for own in every_language()]
    location = any_of({word for own in every for word in own.location})
    page = any_of({word for own in every for word in own.page})
    behind = any_of({word for own in every for word in own.page_after})
    kinds = (
        (NoteKind.BOOKMARK, {word for own in every for word in own.bookmark}),
        (NoteKind.HIGHLIGHT, {word for own in every for word in own.highlight}),
        (NoteKind.NOTE, {word for own in every for word in own.note}),
    )
    return _Facts(
        [(kind, re.compile(rf"{_START}(?:{any_of(words)}){_END}")) for kind, words in kinds],
        re.compile(rf"{_START}(?:{location})\s*(?:no\.)?\s*#?{_RANGE}"),
        re.compile(rf"{_START}(?:{page})\s+{_RANGE}|{_RANGE}\s*(?:{behind})"),
    )


@dataclass(frozen=True, slots=True)
class _Clipping:
    """One entry of the file."""

    work: str
    """The title, with the author in brackets."""
    kind: NoteKind
    """Highlight, note or bookmark."""
    first: int | None
    """Where it begins: a location, else a page."""
    last: int | None
    """Where it ends, in the same unit."""
    is_located: bool
    """Whether it tells locations; pages are another count."""
    date: str
    """The line below the title, as it stands."""
    words: str
    """The passage, or the note."""


def parse(text: str, *, against: str = "", where: str | None = None) -> Imported:
    """Read the clippings of a Kindle.

    A note stands in an entry of its own, and its location is the end of the highlight it was
    written on; the two become one draft. A highlight that was resized stands there once for each
    size; its last one counts. Times without a zone are taken as UTC.

    Args:
        text: The file.
        against: Not used: a Kindle tells locations, not characters.
        where: The file's name, for messages.

    Returns:
        A draft for each highlight and note, with the book's title as its work. Bookmarks, and
        highlights that the publisher's limit left empty, are counted and left out.

    Raises:
        FormatError: It holds no clippings.
    """
    del against
    if has_surrogate(text):
        what = _("a text holds half a character (a lone surrogate)")
        raise FormatError(what, where=where)
    entries = CLIPPING_END.split(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    read = [(number, _clipping(entry)) for number, entry in enumerate(entries, 1) if entry.strip()]
    clippings = [clipping for _number, clipping in read if clipping is not None]
    if not clippings:
        raise FormatError(_("this file holds no clippings of a Kindle"), where=where)
    faults = [_unread(where, number) for number, clipping in read if clipping is None]
    useful = [clipping for clipping in clippings if _has_words(clipping)]
    faults += _left_out(len(clippings) - len(useful))
    return Imported(tuple(_drafts(_latest(useful))), tuple(faults))


def _clipping(entry: str) -> _Clipping | None:
    """An entry of the file; None when it is none."""
    lines = entry.strip("\n").split("\n")
    if len(lines) < 2 or not lines[1].lstrip("\ufeff ").startswith("-"):
        return None
    facts = lines[1].casefold()
    spoken = facts.rpartition("|")[0] or facts  # the date stands last
    kind = next((kind for kind, words in _facts().kinds if words.search(spoken)), None)
    if kind is None:
        return None
    location = _facts().location.search(spoken)
    found = location or _facts().page.search(spoken)
    first, last = _range(found) if found else (None, None)
    words = "\n".join(line.strip() for line in lines[2:]).strip()
    return _Clipping(
        work=lines[0].strip("\ufeff "),
        kind=kind,
        first=first,
        last=last,
        is_located=location is not None,
        date=lines[1].strip(),
        words=words,
    )


def _range(found: re.Match[str]) -> tuple[int, int]:
    """The numbers of a location; old Kindles leave out the digits that repeat: ``1234-36``."""
    numbers = [number for number in found.groups() if number]
    first, last = numbers[0], numbers[-1]
    full = int(first[: max(len(first) - len(last), 0)] + last)
    return int(first), max(full, int(first))


def _has_words(clipping: _Clipping) -> bool:
    return bool(clipping.words) and not _LIMIT.fullmatch(clipping.words)


def _unread(where: str | None, number: int) -> Fault:
    entry = _("entry {number}").format(number=number)
    remedy = _("it was left out")
    what = _("this is no clipping of a Kindle")
    return Fault(what, where=f"{where}, {entry}" if where else entry, remedy=remedy)


def _left_out(count: int) -> list[Fault]:
    if not count:
        return []
    what = ngettext(
        "{count} clipping without words was left out",
        "{count} clippings without words were left out",
        count,
    )
    return [Fault(what.format(count=number(count)))]


def _latest(clippings: Sequence[_Clipping]) -> list[_Clipping]:
    """The clippings without earlier sizes of a highlight: same place, words within each other's."""
    by_work: dict[str, list[tuple[int, _Clipping]]] = {}
    for index, one in enumerate(clippings):
        if one.kind is NoteKind.HIGHLIGHT and one.first is not None:
            by_work.setdefault(f"{one.is_located}{one.work}", []).append((index, one))
    outdated: set[int] = set()
    for group in by_work.values():
        group.sort(key=lambda pair: (pair[1].first, pair[0]))
        for at, (index, one) in enumerate(group):
            for other_index, other in group[at + 1 : at + 1 + _NEAR]:
                if (other.first or 0) > (one.last or 0):
                    break
                if one.words in other.words or other.words in one.words:
                    outdated.add(min(index, other_index))
    return [one for index, one in enumerate(clippings) if index not in outdated]


def _drafts(clippings: Sequence[_Clipping]) -> Iterable[ForeignNote]:
    """The drafts, each note joined to the highlight it was written on."""
    highlights: dict[str, list[tuple[int, _Clipping]]] = {}
    for index, clipping in enumerate(clippings):
        if clipping.kind is NoteKind.HIGHLIGHT:
            highlights.setdefault(clipping.work, []).append((index, clipping))
    located = {clipping.work for clipping in clippings if clipping.is_located}
    drafts = {
        index: _draft(clipping, clipping.work in located)
        for index, clipping in enumerate(clippings)
    }
    for index, note in enumerate(clippings):
        if note.kind is NoteKind.NOTE:
            host = _host(highlights.get(note.work, ()), note.last)
            if host is not None:
                drafts[host] = _joined(drafts[host], drafts.pop(index))
    return drafts.values()


def _joined(highlight: ForeignNote, note: ForeignNote) -> ForeignNote:
    text = "\n\n".join(part for part in (highlight.text, note.text) if part)
    return replace(highlight, kind=NoteKind.NOTE, text=text, updated=note.updated)


def _host(highlights: Iterable[tuple[int, _Clipping]], place: int | None) -> int | None:
    """The highlight that ends where a note stands, else the shortest one that holds the place."""
    if place is None:
        return None
    holding = [
        (one.last != place, one.last - one.first, index)
        for index, one in highlights
        if one.first is not None and one.last is not None and one.first <= place <= one.last
    ]
    return min(holding)[2] if holding else None


def _draft(clipping: _Clipping, has_locations: bool) -> ForeignNote:
    """A draft; its order counts in locations where its work has any, else in pages."""
    counts = clipping.first is not None and clipping.is_located is has_locations
    is_note = clipping.kind is NoteKind.NOTE
    time = parse_date(clipping.date)
    return ForeignNote(
        anchor=Anchor("" if is_note else clipping.words),
        kind=clipping.kind,
        text=clipping.words if is_note else "",
        created=time,
        updated=time,
        via=Via(SYSTEM, _name(clipping)),
        work=_title(clipping.work),
        order=(clipping.first,) if counts and clipping.first is not None else None,
    )


def _title(work: str) -> str:
    """The title without the author, who stands last in brackets."""
    return re.sub(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)\s*$", "", work) or work


def _name(clipping: _Clipping) -> str:
    """A name that stays when the file is read again."""
    parts = (clipping.work, clipping.date, clipping.words)
    joined = "\x1f".join(parts).encode("utf-8", "replace")
    return hashlib.sha256(joined).hexdigest()[:20]
