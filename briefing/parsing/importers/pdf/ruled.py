"""Tables whose rows are parted by lines that are drawn: what stands between two of them is one row.

A grid (`grids`) tells rows only where the cells between two of its lines are wrapped: often it
parts no more than groups of rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefing.model.records import replace
from briefing.parsing.importers.pdf.drawn import Shape
from briefing.parsing.importers.pdf.grids import Grid, Span, grids
from briefing.parsing.importers.pdf.lines import Stretch
from briefing.parsing.importers.pdf.medians import median
from briefing.parsing.importers.pdf.narrow import cut
from briefing.parsing.importers.pdf.table_heads import are_two_numbers

_FEWEST_ROWS = 2
"""Rows of several cells that a table has at least."""
_MOST_LINES = 16
"""Lines of a cell; higher ones are columns of text in a frame."""
_FEWEST_LISTED, _FEW_WORDS = 3, 2
"""Lines of cells that are lists, and words of most of these."""
_FAR, _FEWEST_APART = 1.9, 2
"""Times the size of the type: how far lines of a cell are apart that are rows of their own, and how
many of them show it."""
_SHARE = 0.6
"""How many of the lines of cells that are not their first must have been wrapped, and how many of
what stands between two lines must be one row."""
_ROOM = 1.5
"""Times the size of the type: how wide what stands beside the words of a cell is at most."""
_HEAD, _LONGEST, _OFF = 2.4, 30, 3.0
"""The same: how far above a table its head stands, if no line is below that; characters of its
words; and points by which they begin or end elsewhere than a cell."""
_LEVEL, _SAME = 0.35, 2.0
"""The same: how far apart what stands on one line is; points by which words stand out of a cell."""


def with_ruled_rows(stretches: Sequence[Stretch], shapes: Sequence[Shape]) -> list[Stretch]:
    """The lines of a page, those in a ruled table with the number of their row.

    The rows of one table are numbered on, the next table leaves a number out.
    """
    parts = {id(stretch): [stretch] for stretch in stretches}
    number = 0
    known: set[float] = set()
    for grid in grids(shapes):
        if grid.is_head and round(grid.edges[0]) in known:
            continue  # it is a row of the table above it
        known |= {round(grid.edges[0]) + off for off in (-1, 0, 1)}
        held: dict[int, list[Stretch]] = {}
        cut_up: dict[int, list[Stretch]] = {}
        for stretch in stretches:
            place = 0 if parts[id(stretch)][0].ruled else grid.row_of(stretch)
            if place:
                cut_up[id(stretch)] = list(_apart(stretch, grid))
                held.setdefault(place, []).extend(cut_up[id(stretch)])
        number += 1
        numbers: dict[int, int] = {}
        for row in _rows(held, grid):
            number += 1
            numbers.update((id(part), number) for part in row)
        for key, cells in cut_up.items():
            if id(cells[0]) in numbers:
                parts[key] = [_as_cell(cell, numbers[id(cell)], grid) for cell in cells]
    return [part for stretch in stretches for part in parts[id(stretch)]]


def _apart(stretch: Stretch, grid: Grid) -> Iterator[Stretch]:
    """Words that stand on both sides of an upright line as the cells that they are."""
    inner, taken = grid.edges[1:-1], 0
    for gap in stretch.gaps:
        if any(gap.left - 1 <= edge <= gap.right + 1 for edge in inner):
            before, stretch = cut(stretch, gap.words - taken)
            yield replace(before, right=gap.left, gaps=())
            stretch, taken = replace(stretch, left=gap.right, gaps=()), gap.words
    yield stretch


def _as_cell(stretch: Stretch, number: int, grid: Grid) -> Stretch:
    return replace(stretch, ruled=number, column=grid.column_of(stretch))


def _rows(held: dict[int, list[Stretch]], grid: Grid) -> list[list[Stretch]]:
    """The rows of a table from the highest, if what stands between its lines are rows.

    Those with but one cell above and below it are its title, and where it is from; those that are
    several rows are left out.
    """
    rows = [held[row] for row in sorted(held, reverse=True)]
    columns = _columns(rows, grid)
    several = [at for at, row in enumerate(rows) if len(_cells(row, columns)) > 1]
    if len(several) < (1 if grid.is_head else _FEWEST_ROWS):
        return []
    rows = [row for row in rows[several[0] : several[-1] + 1] if not are_several(row, columns)]
    wrapped = sum(is_wrapped_row(row, columns) for row in rows)
    return rows if wrapped >= _SHARE * (several[-1] + 1 - several[0]) else []


def are_several(row: Sequence[Stretch], columns: Sequence[Span]) -> bool:
    """Whether the lines of the cells of a row are rows of their own, or columns of text."""
    cells = list(_cells(row, columns).values())
    pairs = [pair for lines in cells for pair in pairwise(lines)]
    far = sum(one[0].base - two[0].base > _FAR * one[0].size for one, two in pairs)
    is_long = any(len(lines) > _MOST_LINES for lines in cells)
    are_numbers = any(_are_numbers(*pair) for pair in pairs)
    return is_long or are_numbers or far >= _FEWEST_APART or _are_lists(cells)


def is_wrapped_row(row: Sequence[Stretch], columns: Sequence[Span]) -> bool:
    """Whether the lines of the cells of a row are wrapped."""
    found = [
        is_wrapped(*pair, columns[at][1] - columns[at][0])
        for at, lines in _cells(row, columns).items()
        for pair in pairwise(lines)
    ]
    return sum(found) >= _SHARE * len(found)


def _are_lists(cells: Sequence[Sequence[Sequence[Stretch]]]) -> bool:
    """Whether all cells of a row have as many lines, and these no more than a word or two."""
    counts = {len(lines) for lines in cells}
    if len(cells) < 2 or len(counts) > 1 or min(counts) < _FEWEST_LISTED:
        return False
    words = [sum(s.text.count(" ") + 1 for s in line) for lines in cells for line in lines]
    return median(words) <= _FEW_WORDS


def _are_numbers(above: Sequence[Stretch], line: Sequence[Stretch]) -> bool:
    return are_two_numbers(*(" ".join(s.text for s in each) for each in (above, line)))


def _columns(rows: Sequence[Sequence[Stretch]], grid: Grid) -> list[Span]:
    """Where the columns of a table begin and end: between its upright lines, or by its words."""
    if len(grid.edges) > 2:
        return list(pairwise(grid.edges))
    spans: list[Span] = []
    for left, right in sorted((s.left, s.right) for row in rows for s in row):
        if spans and left < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], right))
        else:
            spans.append((left, right))
    return list(pairwise([*(left for left, _right in spans), grid.edges[-1]]))


def _cells(row: Sequence[Stretch], columns: Sequence[Span]) -> dict[int, list[list[Stretch]]]:
    """The lines of each cell of a row, by its column; what stands over several is left out."""
    cells: dict[int, list[list[Stretch]]] = {}
    for stretch in sorted(row, key=lambda s: (-s.base, s.left)):
        for at, (left, right) in enumerate(columns):
            if left - _SAME <= stretch.left and stretch.right <= right + _SAME:
                lines = cells.setdefault(at, [])
                if lines and lines[-1][0].base - stretch.base <= _LEVEL * stretch.size:
                    lines[-1].append(stretch)
                else:
                    lines.append([stretch])
    return cells


def is_wrapped(above: Sequence[Stretch], line: Sequence[Stretch], room: float) -> bool:
    """Whether the first word of a line of a cell had no room in the line above it."""
    left, right = min(s.left for s in above), max(s.right for s in above)
    first = line[0]
    word = first.text.split(" ")[0]
    width = (first.right - first.left) * len(word) / max(len(first.text), 1)
    return right - left + width + _ROOM * first.size > room


def as_wide_lines(stretches: Sequence[Stretch]) -> tuple[list[Stretch], dict[int, list[Stretch]]]:
    """The lines of a page, each line of a ruled table as one that is as wide as its table.

    Returns:
        The lines, and for those of tables by their identity what stands on them.
    """
    lines = [s for s in stretches if not s.ruled]
    parts: dict[int, list[Stretch]] = {}
    ruled = sorted((s for s in stretches if s.ruled), key=lambda s: (s.ruled, -s.base, s.left))
    for table in _tables(ruled):
        left, right = min(s.left for s in table), max(s.right for s in table)
        head = _head(table, lines)
        lines = [s for s in lines if all(s is not cell for cell in head)]
        for level in _levels([*head, *table]):
            text = " ".join(s.text for s in level)
            number = level[0].ruled or table[0].ruled
            whole = replace(
                level[0], text=text, left=left, right=right, gaps=(), looks="", ruled=number
            )
            lines.append(whole)
            parts[id(whole)] = level
    return lines, parts


def _head(table: Sequence[Stretch], others: Sequence[Stretch]) -> list[Stretch]:
    """The line of short words right above a ruled table, each above a cell of its first line."""
    first = [s for s in table if abs(s.base - table[0].base) <= _LEVEL * s.size]
    reach = _HEAD * first[0].size
    above = [s for s in others if 0 < s.base - first[0].base <= reach]
    low = min((s.base for s in above), default=0.0)
    row = sorted((s for s in above if s.base - low <= _LEVEL * s.size), key=lambda s: s.left)
    is_one = len(row) > 1 and all(len(s.text) <= _LONGEST and _stands_over(s, first) for s in row)
    return row if is_one else []


def _stands_over(head: Stretch, cells: Sequence[Stretch]) -> bool:
    return any(
        min(abs(head.left - cell.left), abs(head.right - cell.right)) <= _OFF for cell in cells
    )


def _tables(ruled: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """What stands in each ruled table."""
    table: list[Stretch] = []
    for stretch in ruled:
        if table and stretch.ruled > table[-1].ruled + 1:
            yield table
            table = []
        table.append(stretch)
    if table:
        yield table


def _levels(table: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """What stands on each line of the rows of a table."""
    level: list[Stretch] = []
    for stretch in table:
        is_same = level and stretch.ruled == level[0].ruled
        if level and not (is_same and level[0].base - stretch.base <= _LEVEL * stretch.size):
            yield level
            level = []
        level.append(stretch)
    if level:
        yield level
