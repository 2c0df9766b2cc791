"""Which lines of a long article are on the screen.

The truth is the first line in view: a chunk and a row inside it. How many rows lie before it is
only an estimate while the article is being laid out, so everything moves relative to that line and
nothing the reader looks at moves by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.layout.flow import Flow
from briefing.model.line import Line
from briefing.model.records import dataclass
from briefing.model.span import Place


@dataclass(frozen=True, slots=True, order=True)
class Top:
    """The first line in view."""

    chunk: int
    """0-based index of its chunk."""
    row: int
    """0-based line inside the chunk."""


@dataclass(frozen=True, slots=True)
class VisibleLine:
    """A line on the screen, and where it comes from."""

    chunk: int
    """0-based index of its chunk."""
    row: int
    """0-based line inside the chunk."""
    line: Line
    """What is drawn."""


def lines_from(flow: Flow, top: Top, count: int) -> Iterator[VisibleLine]:
    """At most ``count`` lines from the top on; only the chunks in view are laid out."""
    chunk, row = top.chunk, top.row
    while count > 0 and chunk < flow.document.chunk_count:
        lines = flow.chunk_lines(chunk)
        for index in range(row, min(len(lines), row + count)):
            yield VisibleLine(chunk, index, lines[index])
        count -= max(0, min(len(lines) - row, count))
        chunk, row = chunk + 1, 0


def page_rows(pages: float, height: int) -> int:
    """How many rows some pages are; two lines of the last page stay in view."""
    return round(pages * max(1, height - 2))


def end_top(flow: Flow, height: int) -> Top:
    """The top that shows the last line at the bottom of a view of ``height`` rows."""
    return moved(flow, Top(flow.document.chunk_count, 0), -height, height=None)


def moved(flow: Flow, top: Top, rows: int, *, height: int | None) -> Top:
    """The top ``rows`` lines further on (back, if negative).

    Args:
        flow: The lines.
        top: Where to start from.
        rows: How far to go.
        height: Rows of the view, which is never pushed past the last line; None: no such bound.
    """
    target = _forward(flow, top, rows) if rows >= 0 else _back(flow, top, -rows)
    if height is None:
        return target
    if sum(1 for _ in lines_from(flow, target, height)) < height:
        return min(target, end_top(flow, height))
    return target


def top_of(flow: Flow, place: Place, *, above: int, height: int) -> Top:
    """The top that shows a character, with some lines above it where there are any."""
    chunk, row = flow.row_of(place)
    return moved(flow, Top(chunk, row), -above, height=height)


def share(flow: Flow, top: Top, height: int) -> float:
    """How much of the article lies before the end of the view: 0 to 1, 1 at the last line."""
    whole = flow.height()
    if whole <= height:
        return 1.0
    before = flow.chunk_top(top.chunk) + top.row if top.chunk < flow.document.chunk_count else whole
    return min(1.0, (before + height) / whole)


def soon_in_view(flow: Flow, top: Top, height: int) -> Iterator[int]:
    """The chunks that the next keys may ask for: a page on, a page back, the ends; with repeats."""
    last = flow.document.chunk_count - 1
    yield from _filling(flow, range(min(top.chunk, last), last + 1), top.row + 2 * height)
    yield from _filling(flow, range(top.chunk - 1, -1, -1), height - top.row)
    yield from _filling(flow, range(last, -1, -1), height)
    yield from _filling(flow, range(last + 1), height)


def _filling(flow: Flow, chunks: Iterable[int], rows: int) -> Iterator[int]:
    """As many of some chunks as it takes to fill some rows."""
    for chunk in chunks:
        if rows <= 0:
            return
        yield chunk
        rows -= max(1, flow.chunk_height(chunk))


def _forward(flow: Flow, top: Top, rows: int) -> Top:
    chunk, row = top.chunk, top.row + rows
    while chunk < flow.document.chunk_count:
        count = len(flow.chunk_lines(chunk))
        if row < count:
            return Top(chunk, row)
        chunk, row = chunk + 1, row - count
    return Top(flow.document.chunk_count, 0)


def _back(flow: Flow, top: Top, rows: int) -> Top:
    chunk, row = top.chunk, top.row - rows
    while row < 0 and chunk > 0:
        chunk -= 1
        row += len(flow.chunk_lines(chunk))
    return Top(chunk, max(0, row))
