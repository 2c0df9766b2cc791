"""Code keeps its lines: long ones go on below behind a mark, or are cut at the edge."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.layout._pieces import TAB
from briefing.layout._prefix import decoration
from briefing.layout.options import LayoutOptions
from briefing.model.line import Piece, Role
from briefing.text.width import cells, clusters, is_narrow

CONTINUED = "↪ "
"""Stands before what did not fit into the line of code above."""
CUT = "…"
"""Stands where a line of code goes on outside the view."""

Row = tuple[tuple[Piece, ...], int, int]


def code_rows(text: str, start: int, end: int, width: int, options: LayoutOptions) -> Iterator[Row]:
    """The screen lines of the code ``text[start:end]``, which is safe for a terminal."""
    position = start
    while True:
        newline = text.find("\n", position, end)
        stop = newline if newline >= 0 else end
        yield from _line_rows(text, position, stop, width, options)
        if newline < 0:
            return
        position = newline + 1


def _line_rows(
    text: str, start: int, end: int, width: int, options: LayoutOptions
) -> Iterator[Row]:
    if not options.wrap_code:
        yield _cut_row(text, start, end, width, options.code_offset_cells)
        return
    position, first = start, True
    while True:
        room = width if first else max(width - len(CONTINUED), 2)
        stop = _reach(text, position, end, room)
        mark = () if first else (decoration(CONTINUED),)
        yield (*mark, *_pieces(text, position, stop)), position, stop
        if stop >= end:
            return
        position, first = stop, False


def _reach(text: str, start: int, end: int, room: int) -> int:
    """The last place up to which the characters fit into ``room`` cells; at least one does."""
    if is_narrow(text[start : min(end, start + room)]):
        return min(end, start + room)
    used = 0
    for at, _, size in clusters(text, start, min(end, start + room * 8)):
        used += TAB - used % TAB if text[at] == "\t" else max(size, 1)
        if used > room and at > start:
            return at
    return min(end, start + room * 8)


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The characters, with each tab widened to its stop by a decoration."""
    column = 0
    position = start
    while position < end:
        tab = text.find("\t", position, end)
        stop = tab if tab >= 0 else end
        if stop > position:
            shown = text[position:stop]
            column += cells(shown)
            yield Piece(shown, position, Role.CODE)
        if tab < 0:
            return
        fill = TAB - column % TAB
        yield Piece(" ", tab, Role.CODE)
        if fill > 1:
            yield decoration(" " * (fill - 1))
        column += fill
        position = tab + 1


def _cut_row(text: str, start: int, end: int, width: int, offset: int) -> Row:
    """One line as seen through a window that begins ``offset`` cells from its left."""
    first = _reach(text, start, end, offset) if offset else start
    last = _reach(text, first, end, width)
    if last < end:
        last = _reach(text, first, end, max(width - 1, 1))
        return (*_pieces(text, first, last), decoration(CUT)), first, last
    return tuple(_pieces(text, first, last)), first, last
