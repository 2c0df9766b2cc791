"""The lines of a whole document at one width, made when somebody looks."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from briefing.layout._lines import chunk_lines
from briefing.layout.options import DEFAULTS, LayoutOptions
from briefing.model.article import Chunk, Document
from briefing.model.line import Line
from briefing.model.span import Place
from briefing.text.fenwick import Sums

KEPT_LINES = 2_000
"""Lines kept in memory, some fifty pages; those not looked at lately are made again."""

_LINES_A_STEP = 32
"""Lines that are laid out between two looks at the clock: about a millisecond."""


def lay_out(chunk: Chunk, width_cells: int, options: LayoutOptions = DEFAULTS) -> tuple[Line, ...]:
    """All lines of one chunk."""
    return tuple(chunk_lines(chunk, width_cells, options))


class _Part:
    """A chunk that is laid out a few lines at a time."""

    def __init__(self, index: int, lines: Iterator[Line]) -> None:
        self.index = index
        self.done: list[Line] = []
        self._lines = lines

    def is_done(self) -> bool:
        """Lay out a few lines more; whether they were the last."""
        before = len(self.done)
        self.done += islice(self._lines, _LINES_A_STEP)
        return len(self.done) - before < _LINES_A_STEP


class Flow:
    """A document as a column of rows. Heights not known yet are estimated from the text's length.

    Args:
        document: What is laid out.
        width_cells: How wide the lines are.
        options: The reader's choices.
    """

    def __init__(
        self, document: Document, width_cells: int, options: LayoutOptions = DEFAULTS
    ) -> None:
        self.document = document
        self.width_cells = max(width_cells, 2)
        self.options = options
        self._lines: OrderedDict[int, tuple[Line, ...]] = OrderedDict()
        self._kept = 0
        self._known = bytearray(document.chunk_count)
        self._known_count = 0
        self._next = 0
        self._passing: _Part | None = None
        self._coming: _Part | None = None
        self._heights = Sums(self._estimates())

    def is_for(self, width_cells: int, options: LayoutOptions) -> bool:
        """Whether its lines are those of a width and of some choices."""
        return (self.width_cells, self.options) == (max(width_cells, 2), options)

    @property
    def is_exact(self) -> bool:
        """Whether every chunk has been laid out once."""
        return self._known_count == len(self._known)

    def height(self) -> int:
        """Rows of the whole: exact for chunks laid out, estimated for the others."""
        return self._heights.total

    def chunk_height(self, index: int) -> int:
        """Rows of one chunk."""
        return self._heights[index]

    def chunk_top(self, index: int) -> int:
        """The row where a chunk begins."""
        return self._heights.before(index)

    def chunk_lines(self, index: int) -> Sequence[Line]:
        """The lines of one chunk, laid out if they are not at hand."""
        lines = self._lines.get(index)
        if lines is not None:
            self._lines.move_to_end(index)
            return lines
        lines = lay_out(self.document.chunk(index), self.width_cells, self.options)
        self._keep(index, lines)
        return lines

    def chunk_at_row(self, row: int) -> tuple[int, int]:
        """The chunk that a row belongs to, and the row inside it; the last one for rows below."""
        index, inside = self._heights.find(max(row, 0))
        if index < len(self._heights):
            return index, inside
        last = self._last_with_rows()
        return last, max(self._heights[last] - 1, 0)

    def scroll_code(self, offset_cells: int) -> None:
        """Show cut code from a cell on. It keeps its rows, so all heights stay known."""
        self.options = replace(self.options, code_offset_cells=max(offset_cells, 0))
        self._lines.clear()
        self._kept = 0
        self._passing = self._coming = None

    def is_at_hand(self, index: int) -> bool:
        """Whether the lines of a chunk are in memory."""
        return index in self._lines

    def lay_out_soon(self, index: int) -> None:
        """Lay out a few more lines of a chunk that is likely to be looked at next."""
        if self._coming is None or self._coming.index != index:
            self._coming = self._part(self.document.chunk(index))
        if self._coming.is_done():
            self._keep(index, tuple(self._coming.done))
            self._coming = None

    def lay_out_next(self) -> bool:
        """Lay out a few more lines from the front; False when no chunk is left.

        A long chunk takes many steps. Its lines are kept only where they push out no others.
        """
        if self._passing is None:
            self._next = self._known.find(0, self._next) if self._next >= 0 else -1
            if self._next < 0:
                return False
            self._passing = self._part(self.document.chunk_in_passing(self._next))
        if self._passing.is_done():
            self._pass(self._passing.index, tuple(self._passing.done))
            self._passing = None
        return True

    def row_of(self, place: Place) -> tuple[int, int]:
        """The chunk and the row inside it where a character is drawn."""
        lines = self.chunk_lines(place.chunk)
        row = bisect_right(lines, place.offset, key=lambda line: line.start) - 1
        while row > 0 and not _shows(lines[row], place.offset) and _shows_start(lines, row, place):
            row -= 1
        return place.chunk, max(row, 0)

    def _part(self, chunk: Chunk) -> _Part:
        return _Part(chunk.index, chunk_lines(chunk, self.width_cells, self.options))

    def _keep(self, index: int, lines: tuple[Line, ...]) -> None:
        self._measure(index, len(lines))
        self._kept += len(lines) - len(self._lines.get(index, ()))
        self._lines[index] = lines
        self._lines.move_to_end(index)
        while self._kept > KEPT_LINES and len(self._lines) > 2:
            _, old = self._lines.popitem(last=False)
            self._kept -= len(old)

    def _pass(self, index: int, lines: tuple[Line, ...]) -> None:
        """Note how high a chunk is; it is the first to be forgotten, if it is kept at all."""
        self._measure(index, len(lines))
        if index not in self._lines and self._kept + len(lines) <= KEPT_LINES:
            self._lines[index] = lines
            self._lines.move_to_end(index, last=False)
            self._kept += len(lines)

    def _measure(self, index: int, rows: int) -> None:
        self._heights.set(index, rows)
        if not self._known[index]:
            self._known[index] = 1
            self._known_count += 1

    def _estimates(self) -> Iterable[int]:
        """For each chunk, about as many rows as its text fills, with a blank one for every few."""
        cells = self.width_cells * 9
        return [2 + weight * 11 // cells for weight in self.document.weights()]

    def _last_with_rows(self) -> int:
        last = len(self._heights) - 1
        while last > 0 and not self._heights[last]:
            last -= 1
        return max(last, 0)


def _shows(line: Line, offset: int) -> bool:
    return any(
        piece.start is not None and piece.start <= offset < piece.start + len(piece.text)
        for piece in line.pieces
    )


def _shows_start(lines: Sequence[Line], row: int, place: Place) -> bool:
    """Whether a line above may draw the character: one of the same table row."""
    return lines[row - 1].start == lines[row].start or lines[row - 1].end > place.offset
