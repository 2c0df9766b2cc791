"""Tables without lines between rows, whose cells are wrapped: the space between rows tells them.

Where the words of a row stand in its middle or at its foot, the first line of a cell is level with
no other. What is of one row stands closer than the next row does, all across the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from briefing.model.records import replace
from briefing.parsing.importers.pdf.levels import levels_of
from briefing.parsing.importers.pdf.lines import Stretch
from briefing.parsing.importers.pdf.paragraphs import BULLET, NUMBER
from briefing.parsing.importers.pdf.ruled import are_several, is_wrapped, is_wrapped_row

_FEWEST_COLUMNS, _FEWEST_ROWS, _FEWEST_WRAPPED = 3, 3, 2
"""Columns and rows of such a table at least, and rows of it with a cell of several lines."""
_WIDE = 0.6
"""The share of the width of a page that a cell has at most."""
_FAR = 3.5
"""Times the size of the type: rows further apart are of no table."""
_APART = 1.1
"""Times the distance of the lines of a cell: how far apart rows are at least."""
_LEVEL, _SAME_EDGE = 0.2, 2.0
"""Times the size of the type: how far apart what stands on one line is; points between lines of one
cell that begin at its edge."""
_COLUMN = 0.6
"""Times the size of the type: the space between two columns at least."""
_LEADING = 2.0
"""The same: how far apart the lines of a cell are at most."""

_SPARSE = 0.6
"""The share of lines that the first column has at most, where but the words tell rows."""
_SAME_SIZE, _FULL = 1.15, 0.6
"""How much larger than others words of a table may be, and the share of rows with all cells."""
_TELLING = 6.0
"""Times the size of the type: how wide a column is at least that tells what is wrapped."""

Level = list[Stretch]
Column = tuple[float, float]
"""Where a column begins and ends, in points."""


def with_spaced_rows(stretches: Sequence[Stretch]) -> list[Stretch]:
    """The lines of a page, those in such a table with the number of their row (`ruled`)."""
    numbers: dict[int, int] = {}
    number = max((s.ruled for s in stretches), default=0) + 1
    for region in _regions(stretches):
        for row in _rows(region):
            number += 1
            numbers.update((id(cell), number) for cell in row)
        number += 1
    if not numbers:
        return list(stretches)
    return [replace(s, ruled=numbers[id(s)]) if id(s) in numbers else s for s in stretches]


def _regions(stretches: Sequence[Stretch]) -> Iterator[list[Level]]:
    """Lines below each other without any that is as wide as the text of the page."""
    if not stretches:
        return
    width = max(s.right for s in stretches) - min(s.left for s in stretches)
    region: list[Level] = []
    for level in levels_of(stretches, _LEVEL):
        is_wide = any(s.ruled or s.right - s.left > _WIDE * width for s in level)
        is_far = region and region[-1][0].base - level[0].base > _FAR * level[0].size
        if is_wide or is_far:
            yield region
            region = []
        if not is_wide:
            region.append(level)
    yield region


def _rows(region: Sequence[Level]) -> list[list[Stretch]]:
    """The rows of a table; none where these lines are no such table."""
    pitch = _pitch(region)
    if not pitch:
        return []
    levels = _without_ends(region)
    columns = _columns([cell for level in levels for cell in level])
    if len(columns) < _FEWEST_COLUMNS:
        return []
    by_space = _parted(levels, lambda above, level: _gap(above, level) > _APART * pitch)
    if _are_rows(by_space, columns):
        return by_space
    first = sum(level[0].left <= columns[0][1] for level in levels)
    if first > _SPARSE * len(levels):
        return []  # columns of text: there are lines in each, all the way down
    by_words = _parted(
        levels,
        lambda above, level: _gap(above, level) > _APART * pitch or _begins(above, level, columns),
    )
    return by_words if _are_rows(by_words, columns) else []


def _without_ends(region: Sequence[Level]) -> Sequence[Level]:
    """Lines without those above and below them that are no row of cells, as a title is."""
    several = [at for at, level in enumerate(region) if len(level) > 1]
    if not several:
        return []
    end = several[-1] + 1
    columns = _columns([cell for at in several for cell in region[at]])
    while end < len(region) and _is_below(region[end][0], region[end - 1], columns):
        end += 1
    return region[several[0] : end]


def _is_below(line: Stretch, above: Level, columns: Sequence[Column]) -> bool:
    """Whether a line goes on with a cell that is not the first of its row."""
    is_inside = any(left <= line.left + 1 and line.right <= right + 1 for left, right in columns)
    return is_inside and line.left > columns[0][1] and _gap(above, [line]) < _LEADING * line.size


def _parted(levels: Sequence[Level], begins: Callable[[Level, Level], bool]) -> list[list[Stretch]]:
    rows: list[list[Stretch]] = [[]]
    for above, level in pairwise([*levels[:1], *levels]):
        if above is not level and begins(above, level):
            rows.append([])
        rows[-1] += level
    return rows


def _gap(above: Level, level: Level) -> float:
    return above[0].base - level[0].base


def _begins(above: Level, level: Level, columns: Sequence[Column]) -> bool:
    """Whether a line begins a row whose cells all begin on its first line."""
    own, before = _by_column(level, columns), _by_column(above, columns)
    if 0 not in own:
        return False
    room = [right - left for left, right in columns]
    are_wrapped = [
        is_wrapped([before[at]], [own[at]], room[at])
        for at in own
        if at in before and room[at] > _TELLING * own[at].size
    ]
    return not all(are_wrapped) if 0 not in before else bool(are_wrapped) and not any(are_wrapped)


def _by_column(level: Level, columns: Sequence[Column]) -> dict[int, Stretch]:
    return {
        at: cell
        for cell in level
        for at, (left, right) in enumerate(columns)
        if left - 1 <= cell.left and cell.right <= right + 1
    }


def _are_rows(rows: Sequence[Sequence[Stretch]], columns: Sequence[Column]) -> bool:
    if len(rows) < _FEWEST_ROWS or not all(map(_has_cells, rows)):
        return False
    sizes = [cell.size for row in rows for cell in row]
    full = sum(len(_columns(row)) >= len(columns) for row in rows)
    if max(sizes) > _SAME_SIZE * min(sizes) or full < _FULL * len(rows):
        return False
    wrapped = [row for row in rows if _is_high(row)]
    if any(_is_item(line) for row in wrapped for line in row if _is_below_first(line, row)):
        return False
    if sum(map(_has_rows, wrapped)) * 2 > len(wrapped):
        return False
    are_one = all(is_wrapped_row(row, columns) and not are_several(row, columns) for row in wrapped)
    return are_one and len(wrapped) >= _FEWEST_WRAPPED


def _pitch(region: Sequence[Level]) -> float:
    """How far apart the lines of a cell are; 0 where none has several."""
    gaps: list[float] = []
    lines = [line for level in region for line in level]
    for at, line in enumerate(lines):
        below = (
            line.base - other.base
            for other in lines[at + 1 :]
            if abs(other.left - line.left) <= _SAME_EDGE and other.base < line.base
        )
        gap = next(below, 0.0)
        if 0 < gap <= _LEADING * line.size:
            gaps.append(gap)
    return min(gaps, default=0.0)


def _has_cells(row: Sequence[Stretch]) -> bool:
    return len(_columns(row)) > 1


def _is_high(row: Sequence[Stretch]) -> bool:
    return max(s.base for s in row) - min(s.base for s in row) > _LEVEL * row[0].size


def _has_rows(row: Sequence[Stretch]) -> bool:
    """Whether all lines of what would be one row have as many cells: they are rows themselves."""
    return len({len(level) for level in levels_of(row, _LEVEL)}) == 1


def _is_below_first(line: Stretch, row: Sequence[Stretch]) -> bool:
    return line.base < max(s.base for s in row) - _LEVEL * line.size


def _is_item(line: Stretch) -> bool:
    return BULLET.match(line.text) is not None or NUMBER.match(line.text) is not None


def _columns(cells: Sequence[Stretch]) -> list[Column]:
    """Where columns begin and end."""
    columns: list[Column] = []
    for cell in sorted(cells, key=lambda s: s.left):
        if columns and cell.left - columns[-1][1] < _COLUMN * cell.size:
            columns[-1] = (columns[-1][0], max(columns[-1][1], cell.right))
        else:
            columns.append((cell.left, cell.right))
    return columns
