"""The cells of a table: the words of each, and which of its lines are one row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from briefing.parsing.importers.pdf.lines import HYPHEN, Row, Stretch
from briefing.parsing.importers.pdf.medians import median
from briefing.parsing.importers.pdf.table_columns import SAME_EDGE, Column, apart, place_of
from briefing.parsing.importers.pdf.table_heads import are_two_numbers, stand_over_several

CLOSE = 1.35
"""Times the size of the type: a line that is not further below goes on with the cells above."""
_CLOSER = 0.87
"""The share of the distance of rows that lines of a cell are apart at most."""
OVERLAPPING = 0.9
"""The same: lines that are closer are of one row, in the middle of cells of several lines."""


def reach_of(rows: Sequence[Row]) -> float:
    """How far below a line one of the same cell stands at most where rows are far apart, or 0."""
    left = min(row.left for row in rows)
    gaps = (above.base - row.base for above, row in pairwise(rows) if row.left - left <= SAME_EDGE)
    least = min((gap for gap in gaps if gap > 0), default=0.0)
    return _CLOSER * least


def cells_of(rows: Sequence[Row], columns: Sequence[Column]) -> tuple[list[list[str]], list[int]]:
    """The words of each cell, and the page of each row of them.

    A row that only goes on with cells above is joined to that row.
    """
    found: list[list[str]] = []
    pages: list[int] = []
    last: Row | None = None
    above: list[Stretch] = []
    first_base = inf
    usual = median([a.base - b.base for a, b in pairwise(rows)] or [0.0])
    tells = not all(row.bold for row in rows)
    reach = reach_of(rows)
    for row in rows:
        parts = list(apart(row.cells, columns))
        cells = _by_column(parts, columns)
        gap = inf if last is None else last.base - row.base
        is_below = not cells[0] or first_base - row.base <= CLOSE * row.size
        is_close = gap <= max(CLOSE * row.size, 0.0 if cells[0] else reach)
        is_next = is_below and is_close and not stand_over_several(above, parts)
        is_closer = gap < 0.93 * usual or len(found) == 1
        if last is not None and (
            _is_same(last, row)
            or (
                is_next
                and not (row.ruled and last.ruled)
                and _is_rest(row, last, cells, is_closer=is_closer, bold_tells=tells)
                and not any(map(are_two_numbers, found[-1], cells))
            )
        ):
            found[-1] = list(map(_joined, found[-1], cells))
        else:
            found.append(cells)
            pages.append(row.page)
        last, above = row, parts
        first_base = row.base if cells[0] else first_base
    return found, pages


def _is_same(above: Row, row: Row) -> bool:
    """Whether two lines are of one row: between the same rules, or too close for two rows."""
    if row.ruled and above.ruled:
        return row.ruled == above.ruled and row.page == above.page
    return above.base - row.base < OVERLAPPING * row.size


def _by_column(parts: Sequence[Stretch], columns: Sequence[Column]) -> list[str]:
    """The words of each cell of a row."""
    cells = [""] * len(columns)
    for part in parts:
        at = place_of(part, columns)
        cells[at] = _joined(cells[at], part.marked)
    return cells


def _is_rest(
    row: Row, above: Row, cells: Sequence[str], *, is_closer: bool, bold_tells: bool
) -> bool:
    """Whether a row goes on with cells above it, rather than being one of its own.

    Args:
        row: The row.
        above: The one above it.
        cells: Its words by column.
        is_closer: Whether it stands closer than rows of the table do.
        bold_tells: Whether rows that are bold are the head, as others are not.
    """
    if row.bold != above.bold and cells[0]:
        return False
    if not cells[0]:
        return True
    is_part = sum(map(bool, cells)) < 0.7 * len(cells)
    return is_closer and (is_part or (row.bold and bold_tells))


def _joined(above: str, below: str) -> str:
    """The words of a cell; those that are parted between two of its lines are joined when written.

    The sign of a hyphen stays inside until then.
    """
    if not above or not below or above.endswith(HYPHEN):
        return above + below
    return f"{above} {below}"
