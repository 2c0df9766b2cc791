"""Highlights that KOReader exported as JSON, from one book or from many.

The shape is that of its exporter plug-in
(https://github.com/koreader/koreader/tree/master/plugins/exporter.koplugin).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from briefing.exchange.entries import read_entries
from briefing.exchange.foreign import ForeignNote, Imported
from briefing.exchange.json_input import (
    Json,
    WrongTypeError,
    as_object,
    many,
    objects,
    read_json,
    string,
)
from briefing.model.anchor import Anchor
from briefing.model.errors import FormatError
from briefing.model.note import COLORS, NoteKind, Via
from briefing.text.i18n import _
from briefing.text.times import from_epoch, utc

SYSTEM = "koreader"
"""The name of this format in a note's `via`."""

_COLORS: Mapping[str, str] = {"red": "pink", "olive": "green", "cyan": "blue"}
"""Its colours that we have no own word for, as the nearest of ours. Gray is none."""


def parse(text: str, *, against: str = "", where: str | None = None) -> Imported:
    """Read an export of one book, or of several.

    Args:
        text: The JSON.
        against: Not used: KOReader tells pages, not characters.
        where: The file, for messages.

    Returns:
        A draft for each highlight, with the book's title as its work. Bookmarks without words are
        left out: nothing in them can be found in a text.

    Raises:
        FormatError: It is no JSON or no export of KOReader.
    """
    del against
    root = read_json(text, where)
    try:
        entries = list(enumerate(_entries(root)))
    except WrongTypeError as error:
        raise FormatError(str(error), where=where) from error
    if not entries and not _is_export(root):
        what = _("this JSON is no export of KOReader")
        raise FormatError(what, where=where, remedy=_("name its format"))
    return read_entries(entries, lambda entry: _draft(entry[0], *entry[1]), where)


def _is_export(root: object) -> bool:
    return isinstance(root, dict) and ("entries" in root or "documents" in root)


def _entries(root: object) -> Iterable[tuple[str, object]]:
    """Every entry with the title of its book."""
    if not isinstance(root, dict):
        return
    for book in objects(root.get("documents"), "documents") or [root]:
        title = string(book, "title") or string(book, "file")
        entries = book.get("entries")
        # Lua writes an empty list as an empty object.
        yield from ((title, entry) for entry in ([] if entries == {} else many(entries)))


def _draft(index: int, title: str, value: object) -> ForeignNote | None:
    entry = as_object(value, "entries")
    quote, comment = string(entry, "text").strip(), string(entry, "note").strip()
    if not quote and not comment:
        return None
    time = _time(entry)
    return ForeignNote(
        anchor=Anchor(quote),
        kind=NoteKind.NOTE if comment else NoteKind.HIGHLIGHT,
        text=comment,
        color=_color(string(entry, "color")),
        created=time,
        updated=utc(string(entry, "datetime_updated")) or time,
        via=Via(SYSTEM, _name(title, entry, time, quote)),
        work=title,
        chapter=string(entry, "chapter").strip(),
        order=_order(entry.get("page"), index),
    )


def _order(page: object, index: int) -> tuple[float, ...] | None:
    """Its page, and among those of one page its place in the file, which is that in the book."""
    if isinstance(page, str) and page.isdecimal():
        page = int(page)
    if isinstance(page, bool) or not isinstance(page, int | float):
        return None
    return page, index


def _time(entry: Json) -> str | None:
    seconds = entry.get("time")
    if isinstance(seconds, int | float) and not isinstance(seconds, bool):
        return from_epoch(seconds)
    return utc(string(entry, "datetime"))


def _color(word: str) -> str | None:
    color = _COLORS.get(word.lower(), word.lower())
    return color if color in COLORS else None


def _name(title: str, entry: Json, time: str | None, quote: str) -> str:
    """A name that stays when the highlight is exported again, also after its note was edited."""
    parts = [title, time or "", str(entry.get("page")), quote]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]
