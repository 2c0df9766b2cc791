"""The cells of a plain table: where they lie follows from its text, when somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import overload

from briefing.model.span import Span

Row = tuple[Span, ...]
"""Where the cells of a row lie."""


class TextRows(Sequence[Row]):
    """Rows whose cells are not marked out one by one; most of a long table is never looked at.

    Args:
        lines: The rows as they stand in the text, a tab between two cells.
        start: Where the first of them begins in the chunk's text.
        empty_columns: Cells without words in a row above those lines; 0 for no such row.
    """

    def __init__(self, lines: list[str], start: int = 0, empty_columns: int = 0) -> None:
        self.lines = lines
        self._empty_columns = empty_columns
        self._starts = [*accumulate((len(line) + 1 for line in lines), initial=start)]

    def from_start(self, start: int) -> TextRows:
        """The same rows elsewhere in the text."""
        return TextRows(self.lines, start, self._empty_columns)

    def __len__(self) -> int:
        return len(self.lines) + (self._empty_columns > 0)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(index, slice):
            return tuple(self._row(at) for at in range(*index.indices(len(self))))
        return self._row(range(len(self))[index])

    def __eq__(self, other: object) -> bool:
        """Whether all cells lie in the same places, as rows or in tuples."""
        if not isinstance(other, (TextRows, tuple)):
            return NotImplemented
        return tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _row(self, index: int) -> Row:
        line = index - (self._empty_columns > 0)
        if line < 0:
            return (Span(self._starts[0], self._starts[0]),) * self._empty_columns
        widths = map(len, self.lines[line].split("\t"))
        ends = [*accumulate((width + 1 for width in widths), initial=self._starts[line])]
        return tuple(map(Span, ends, (end - 1 for end in ends[1:])))
