"""The lines of a whole document at one width, made when somebody looks."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Sequence

from briefing.layout._heights import row_counts
from briefing.layout._lines import chunk_lines
from briefing.layout._passing import Count, Part
from briefing.layout.options import DEFAULTS, LayoutOptions
from briefing.model.article import Chunk, Document
from briefing.model.line import Line
from briefing.model.records import replace
from briefing.model.span import Place
from briefing.text.fenwick import Sums

KEPT_LINES = 2_000
"""Lines kept in memory, some fifty pages; those not looked at lately are made again."""


def lay_out(chunk: Chunk, width_cells: int, options: LayoutOptions = DEFAULTS) -> tuple[Line, ...]:
    """All lines of one chunk."""
    return tuple(chunk_lines(chunk, width_cells, options))


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
        self._passing: Part | Count | None = None
        self._coming: Part | None = None
        self._is_full = False
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
        self._is_full = False
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

        A long chunk takes many steps. Its lines are kept only where they push out no others; once
        there is no room for further ones, they are counted and not made.
        """
        if self._passing is None:
            self._next = self._known.find(0, self._next) if self._next >= 0 else -1
            if self._next < 0:
                return False
            chunk = self.document.chunk_in_passing(self._next)
            self._passing = self._count(chunk) if self._is_full else self._part(chunk)
        if self._passing.is_done():
            self._pass(self._passing)
            self._passing = None
        return True

    def row_of(self, place: Place) -> tuple[int, int]:
        """The chunk and the row inside it where a character is drawn."""
        lines = self.chunk_lines(place.chunk)
        row = bisect_right(lines, place.offset, key=lambda line: line.start) - 1
        while row > 0 and not _shows(lines[row], place.offset) and _shows_start(lines, row, place):
            row -= 1
        return place.chunk, max(row, 0)

    def _part(self, chunk: Chunk) -> Part:
        return Part(chunk.index, chunk_lines(chunk, self.width_cells, self.options))

    def _count(self, chunk: Chunk) -> Count:
        return Count(chunk.index, row_counts(chunk, self.width_cells, self.options))

    def _keep(self, index: int, lines: tuple[Line, ...]) -> None:
        self._measure(index, len(lines))
        self._kept += len(lines) - len(self._lines.get(index, ()))
        self._lines[index] = lines
        self._lines.move_to_end(index)
        while self._kept > KEPT_LINES and len(self._lines) > 2:
            _, old = self._lines.popitem(last=False)
            self._kept -= len(old)

    def _pass(self, passed: Part | Count) -> None:
        """Note how high a chunk is; it is the first to be forgotten, if it is kept at all."""
        self._measure(passed.index, passed.rows)
        if isinstance(passed, Count) or passed.index in self._lines:
            return
        self._is_full = self._kept + passed.rows > KEPT_LINES
        if not self._is_full:
            self._lines[passed.index] = tuple(passed.done)
            self._lines.move_to_end(passed.index, last=False)
            self._kept += passed.rows

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
