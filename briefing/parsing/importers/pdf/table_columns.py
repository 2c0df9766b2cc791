"""The columns of a table: where they are, and in which of them the cells of a row stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.parsing.importers.pdf.lines import Row, Stretch
from briefing.parsing.importers.pdf.medians import median
from briefing.parsing.importers.pdf.narrow import cut

SAME_EDGE = 3.0
"""Points between the beginnings of a table on two pages with the same margin."""
_MOST, _FEW = 0.6, 0.1
"""The share of the rows of a table whose columns are drawn where that tells all of them, and of
those that may have several cells in one."""

Column = tuple[float, float]
"""Where a column begins and where it ends, in points."""


def columns_of(rows: Sequence[Row]) -> list[Column]:
    """Where the columns of a table begin and end, by the rows that have most cells.

    Where lines are drawn between those of most rows, these tell.
    """
    if not rows:
        return []
    drawn = _drawn(rows)
    if len(drawn) > 1:
        return drawn
    most = median(len(row.cells) for row in rows)
    spans = sorted((c.left, c.right) for row in rows if len(row.cells) >= most for c in row.cells)
    columns: list[Column] = []
    for left, right in spans:
        if columns and left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _drawn(rows: Sequence[Row]) -> list[Column]:
    """The columns between lines that are drawn, if no two cells of a row stand in one of them.

    A few rows may be other ones.
    """
    places = [[cell.column for cell in row.cells if cell.column is not None] for row in rows]
    are_most = sum(map(bool, places)) >= _MOST * len(rows)
    are_apart = sum(len(set(row)) < len(row) for row in places) <= _FEW * len(rows)
    columns = sorted({column for row in places for column in row})
    are_in_order = all(a[1] <= b[0] for a, b in pairwise(columns))
    return columns if are_most and are_apart and are_in_order else []


def as_shifted(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """Columns as far to the right or left as they are on a page with another margin."""
    shift = min(row.left for row in rows) - columns[0][0]
    shift = shift if abs(shift) > SAME_EDGE else 0.0
    return [(left + shift, right + shift) for left, right in columns]


def stand_in(row: Row, columns: Sequence[Column]) -> bool:
    """Whether each cell of a row stands in a column of its own."""
    cells = list(apart(row.cells, columns))
    places = [place_of(cell, columns) for cell in cells]
    are_inside = all(
        _overlap(cell, columns[at]) > 0 for cell, at in zip(cells, places, strict=True)
    )
    return are_inside and len(set(places)) == len(places)


def apart(cells: Sequence[Stretch], columns: Sequence[Column]) -> Iterator[Stretch]:
    """The cells of a row; words on either side of the edge of a column are two cells."""
    for cell in cells:
        rest, taken = cell, 0
        for gap in cell.gaps:
            if any(a[1] <= gap.right + 1 and b[0] >= gap.left - 1 for a, b in pairwise(columns)):
                before, rest = cut(rest, gap.words - taken)
                yield replace(before, right=gap.left)
                rest, taken = replace(rest, left=gap.right), gap.words
        yield rest


def place_of(cell: Stretch, columns: Sequence[Column]) -> int:
    """The column that a cell stands in, or next to."""
    return max(range(len(columns)), key=lambda index: _overlap(cell, columns[index]))


def _overlap(cell: Stretch, column: Column) -> float:
    """How much of a cell lies in a column; below zero how far it is away."""
    return min(cell.right, column[1]) - max(cell.left, column[0])
