"""Tables whose columns stand close together: cells that only their places tell from words.

Where spaces that are a little wider than between words stand below each other, row after row, they
part cells. The lines of a justified paragraph have wide spaces, too, but everywhere and not below
each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.model.records import replace
from briefing.parsing.importers.pdf.lines import Row, Stretch

_FEWEST_ROWS = 3
_MOST_HEAD = 2
"""Rows of a head that stand over several columns."""
_NEAR = 3.5
"""Times the size of the type: rows further apart are of no table."""
_LEAST = 0.4
"""Times the size of the type: how wide a column of spaces is at least."""

Space = tuple[float, float]
"""Where a space begins and ends, in points."""


def with_narrow_columns(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a document; those that are of such a table with its cells."""
    run: list[Row] = []
    spaces: list[Space] = []
    for row in rows:
        common = _common(spaces, _spaces(row), row.size) if run else _spaces(row)
        if run and not (common and _follows(run[-1], row)):
            yield from _parted(run, spaces)
            run, common = [], _spaces(row)
        if common:
            run.append(row)
            spaces = common
        else:
            yield row
    yield from _parted(run, spaces)


def cut(cell: Stretch, count: int) -> tuple[Stretch, Stretch]:
    """A cell in two, the first with so many words."""
    halves = []
    for part in (slice(None, count), slice(count, None)):
        text, looks = (" ".join(said.split(" ")[part]) for said in (cell.text, cell.looks))
        halves.append(replace(cell, text=text, looks=looks))
    return halves[0], halves[1]


def _spaces(row: Row) -> list[Space]:
    """The wider spaces of a row of words, those between its cells too."""
    letters = sum(map(str.isalnum, row.text))
    if letters * 2 < len(row.text.replace(" ", "")):
        return []  # a rule that is made of signs
    inside = [(gap.left, gap.right) for cell in row.cells for gap in cell.gaps]
    between = [(a.right, b.left) for a, b in pairwise(row.cells)]
    return sorted([*inside, *between])


def _common(some: Sequence[Space], others: Sequence[Space], size: float) -> list[Space]:
    """Where spaces of one row stand below those of others."""
    overlaps = ((max(a[0], b[0]), min(a[1], b[1])) for a in some for b in others)
    return [space for space in overlaps if space[1] - space[0] >= _LEAST * size]


def _follows(above: Row, row: Row) -> bool:
    return above.column == row.column and 0 < above.base - row.base < _NEAR * row.size


def _parted(run: Sequence[Row], spaces: Sequence[Space]) -> Iterator[Row]:
    """The rows of a run, with their cells if it is a table."""
    has_cells = any(len(row.cells) > 1 for row in run)
    if len(run) < _FEWEST_ROWS or (not has_cells and _is_set_wide(run, spaces)):
        yield from run
        return
    spaces = _below_head(run, spaces)
    for row in run:
        cells = [part for cell in row.cells for part in _cells(cell, spaces)]
        yield replace(row, cells=cells)


def _below_head(run: Sequence[Row], spaces: Sequence[Space]) -> Sequence[Space]:
    """The spaces that rows share, without those of a head that stands over several columns."""
    for head in range(1, min(_MOST_HEAD, len(run) - _FEWEST_ROWS) + 1):
        first, *others = run[head:]
        inner = _spaces(first)
        for row in others:
            inner = _common(inner, _spaces(row), row.size)
        spaces = max(spaces, inner, key=len)
    return spaces


def _is_set_wide(run: Sequence[Row], spaces: Sequence[Space]) -> bool:
    """Whether rows are the lines of a paragraph: with wide spaces that do not part columns."""
    return sum(len(_spaces(row)) > len(spaces) for row in run) * 2 > len(run)


def _cells(cell: Stretch, spaces: Sequence[Space]) -> Iterator[Stretch]:
    """The parts of a stretch between those of its spaces that are common to all rows."""
    gaps, taken = cell.gaps, 0
    for gap in gaps:
        if any(left < gap.right and gap.left < right for left, right in spaces):
            before, cell = cut(cell, gap.words - taken)
            inner = tuple(g for g in before.gaps if g.right <= gap.left)
            yield replace(before, right=gap.left, gaps=inner)
            taken = gap.words
            outer = tuple(replace(g, words=g.words - taken) for g in gaps if g.left >= gap.right)
            cell = replace(cell, left=gap.right, gaps=outer)
    yield cell
