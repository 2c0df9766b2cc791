"""Tables below two columns or between two pairs of them, which stand in neither.

A browser sets what follows text in columns as wide as it needs: a table may be no wider than the
left column, or stick out of it. What tells it is that the columns above it end level, those below
it begin level, and nothing stands beside it; or that one of its cells crosses the gutter; or that
each of its rows has one beyond it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from briefing.parsing.importers.pdf.both_sides import SAME_EDGE, crosses, sides
from briefing.parsing.importers.pdf.levels import levels_of
from briefing.parsing.importers.pdf.lines import Stretch, plain
from briefing.parsing.importers.pdf.medians import median
from briefing.parsing.importers.pdf.numbered import is_caption
from briefing.parsing.importers.pdf.paragraphs import BULLET

_FEWEST_ROWS = 2
"""Rows of a table."""
_FEWEST_ALIGNED, _FEWEST_CELLS = 3, 3
"""Rows of a table with a cell beyond a gutter, and cells of each."""
_FEWEST_ABOVE = 3
"""Lines of each column above it."""
_NEXT = 2.6
"""Times the size of the type: how far a row is below the one before, or a caption above the first,
at most."""
_LEVEL = 2.5
"""The same: how far apart the ends of columns are that end level."""
_FARTHEST = 5.0
"""The same: how far below them the table is."""
_FEW = 3
"""Lines of the text that may stand below the table at its left; more are a column."""
_SMALLER = 0.9
"""Times the size of the text: type of notes."""
_MOST_WORDS, _MOST_IN_CELL = 5, 3
"""Words of a cell at most, and of one that nothing else tells."""
_APART = 1.35
"""Times the size of the type: how far such cells are from the text above and below them."""


def cells_between(stretches: Sequence[Stretch], gutter: float) -> set[int]:
    """The identities of the lines of tables that stand below or between columns.

    Args:
        stretches: The lines of some part of a page.
        gutter: Where the left one of two columns ends.
    """
    levels = list(levels_of(stretches))
    return {
        id(s)
        for start, end in _tables(levels)
        if _stands_between(levels, start, end, gutter)
        for level in levels[_with_caption(levels, start) : end]
        for s in level
    }


def _tables(levels: Sequence[Sequence[Stretch]]) -> Iterator[tuple[int, int]]:
    """The first row of each table, and what follows its last one."""
    at = 0
    while at < len(levels):
        run = list(takewhile(lambda i: _is_row(levels, i, at), range(at, len(levels))))  # noqa: B023 - used at once
        if len(run) >= _FEWEST_ROWS:
            yield at, run[-1] + 1
        at += len(run) or 1


def _is_row(levels: Sequence[Sequence[Stretch]], at: int, first: int) -> bool:
    """Whether several cells stand on a line, or a row of a ruled table, right below one before."""
    level = levels[at]
    if at > first and levels[at - 1][0].base - level[0].base > _NEXT * level[0].size:
        return False
    if all(s.ruled for s in level):
        return True
    are_short = all(s.text.count(" ") < _MOST_WORDS for s in level)
    return len(level) > 1 and are_short and BULLET.match(f"{level[0].text} x") is None


def _with_caption(levels: Sequence[Sequence[Stretch]], start: int) -> int:
    """The caption right above the first row of a table, or that row."""
    if not start or len(levels[start - 1]) > 1:
        return start
    above = levels[start - 1][0]
    gap = above.base - levels[start][0].base
    return start - (is_caption(plain(above.text)) and gap <= _NEXT * above.size)


def _stands_between(
    levels: Sequence[Sequence[Stretch]], start: int, end: int, gutter: float
) -> bool:
    """Whether a table stands below columns that end level, and above others or nothing."""
    rows = [s for level in levels[start:end] for s in level]
    is_across = any(crosses(s, gutter) for s in rows) or _are_one(levels, start, end, gutter)
    if any(s.left >= gutter for s in rows) and not is_across:
        return False
    above = [s for level in levels[: _with_caption(levels, start)] for s in level]
    size = median(s.size for s in above) if above else 0.0
    left, right = sides(above, gutter)
    if min(len(left), len(right)) < _FEWEST_ABOVE:
        return False
    ends = [min(s.base for s in side) for side in (left, right)]
    is_near = min(ends) - rows[0].base <= _FARTHEST * size
    if abs(ends[0] - ends[1]) > _LEVEL * size or not is_near:
        return False
    below = sides([s for level in levels[end:] for s in level], gutter)
    if all(below):
        begins = [max(s.base for s in side) for side in below]
        return abs(begins[0] - begins[1]) <= _LEVEL * size
    text = [s for s in below[0] if s.size >= _SMALLER * size]
    return not below[1] and len(text) <= _FEW


def _are_one(levels: Sequence[Sequence[Stretch]], start: int, end: int, gutter: float) -> bool:
    """Whether rows of three short cells or more are aligned, and one of each is beyond a gutter.

    Two tables side by side have more cells on either side; lines of a text stand closer to others.
    """
    rows = levels[start:end]
    counts = {len(row) for row in rows}
    if len(rows) < _FEWEST_ALIGNED or len(counts) > 1 or min(counts) < _FEWEST_CELLS:
        return False
    are_short = all(s.text.count(" ") < _MOST_IN_CELL for row in rows for s in row)
    apart = [levels[at - 1][0].base - levels[at][0].base for at in (start, end) if at < len(levels)]
    if not are_short or not start or min(apart) < _APART * rows[0][0].size:
        return False
    are_aligned = all(
        min(_spread([s.left for s in column]), _spread([s.right for s in column])) <= SAME_EDGE
        for column in zip(*rows, strict=True)
    )
    return are_aligned and all(min(map(len, sides(row, gutter))) == 1 for row in rows)


def _spread(edges: Sequence[float]) -> float:
    return max(edges) - min(edges)
