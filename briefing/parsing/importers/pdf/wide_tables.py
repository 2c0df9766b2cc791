"""Tables as wide as the page, above or below a text in columns.

Their cells stand in no column of the text, and would be read with its lines. What tells them are
rows of more cells than a page has columns, each of them narrower than a line of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile

from briefing.parsing.importers.pdf.levels import levels_of
from briefing.parsing.importers.pdf.lines import Stretch, plain
from briefing.parsing.importers.pdf.medians import median
from briefing.parsing.importers.pdf.numbered import is_caption

_FEWEST_CELLS, _FEWEST_ROWS = 4, 3
_NARROW = 0.28
"""The share of the width of a page that a cell has at most; lines of three columns are wider."""
_HEAD = 0.15
"""The same of what stands above the first row, as the names of groups of columns."""
_FEWEST_BESIDE = 2
"""Cells of a row in each half of the page: a table in one column has none in the other."""
_FARTHEST = 3.0
"""Times the size of the type: how far a row is from the next one at most."""
_MOST_CAPTION = 3
"""Lines of a caption at most."""
_SAME_EDGE, _CLOSE = 1.0, 1.2
"""Times the size of the type: how far the lines of a name in the first column are indented, and how
far the rest of the last one is below its row."""
_ENOUGH_WORDS, _FULL = 3, 0.8
"""Words that half of the lines of a text have at least, and how much of its column they fill."""


def parted_by_tables(stretches: Sequence[Stretch]) -> list[tuple[list[Stretch], bool]]:
    """The lines of a page from top to bottom, and which of them are a wide table."""
    if not stretches:
        return []
    width = max(s.right for s in stretches) - min(s.left for s in stretches)
    levels = list(levels_of(stretches))
    middle = min(s.left for s in stretches) + width / 2
    kinds = [_kind(level, width, middle) for level in levels]
    inside = set(_rows_of_tables(levels, kinds))
    parts = groupby(range(len(levels)), key=inside.__contains__)
    return [([s for at in run for s in levels[at]], is_table) for is_table, run in parts]


def _kind(level: Sequence[Stretch], width: float, middle: float) -> str:
    """What a line may be of a wide table: a ``row``, a ``head`` above it, a ``part``; or none."""
    widest = max(s.right - s.left for s in level)
    if widest > _NARROW * width:
        return ""
    sides = sum(s.left < middle for s in level), sum(s.right > middle for s in level)
    if len(level) >= _FEWEST_CELLS and min(sides) >= _FEWEST_BESIDE:
        return "row"
    return "head" if widest <= _HEAD * width else "part"


def _rows_of_tables(levels: Sequence[Sequence[Stretch]], kinds: Sequence[str]) -> Iterator[int]:
    """Which lines are of a wide table."""
    run: list[int] = []
    for at, level in enumerate(levels):
        gap = levels[at - 1][0].base - level[0].base if run else 0.0
        if run and (not kinds[at] or gap > _FARTHEST * level[0].size):
            yield from _table(run, kinds, levels)
            run = []
        if kinds[at]:
            run.append(at)
    yield from _table(run, kinds, levels)


def _table(
    run: Sequence[int], kinds: Sequence[str], levels: Sequence[Sequence[Stretch]]
) -> Sequence[int]:
    """Lines that are a table up to its last row, if there are rows enough among them.

    The rest of a name in the first column stands above or below the cells of its row.
    """
    rows = [at for at in run if kinds[at] == "row"]
    if len(rows) < _FEWEST_ROWS:
        return []
    heads = list(takewhile(lambda at: kinds[at] == "head", range(rows[0] - 1, run[0] - 1, -1)))
    left = min(levels[at][0].left for at in run)
    last = rows[-1]
    if last < run[-1] and _is_name(levels[last + 1], left):
        gap = levels[last][0].base - levels[last + 1][0].base
        last += gap <= _CLOSE * levels[last + 1][0].size
    inside = [at for at in run if rows[0] - len(heads) <= at <= last]
    if _are_columns([line for at in inside for line in levels[at]]):
        return []
    if inside and _are_two(levels, inside[0]):
        return []
    names = sum(_is_name(levels[at], left) for at in inside)
    if len(rows) * 2 < len(inside) - names:
        return []
    return [*range(inside[0] - _is_named(levels, inside[0]), inside[0]), *inside]


def _is_named(levels: Sequence[Sequence[Stretch]], first: int) -> bool:
    """Whether a caption stands by itself right above the first row of a table."""
    if not first or len(levels[first - 1]) > 1:
        return False
    caption = levels[first - 1][0]
    gap = caption.base - levels[first][0].base
    return is_caption(plain(caption.text)) and gap <= _FARTHEST * caption.size


def _are_two(levels: Sequence[Sequence[Stretch]], first: int) -> bool:
    """Whether two tables begin at a level, each in its column, with a caption above it."""
    above = levels[max(0, first - _MOST_CAPTION) : first + 1]
    reach = levels[first][0].base + _FARTHEST * _MOST_CAPTION * levels[first][0].size
    named = [s for level in above for s in level if is_caption(plain(s.text)) and s.base <= reach]
    return any(a.right < b.left for a, b in pairwise(sorted(named, key=lambda s: s.left)))


def _are_columns(lines: Sequence[Stretch]) -> bool:
    """Whether lines are those of texts in four columns or more: of several words, and full."""
    words = (sum(word[:1].isalpha() for word in line.text.split(" ")) for line in lines)
    if median(words) < _ENOUGH_WORDS:
        return False
    widest = median(sorted(line.right - line.left for line in lines)[len(lines) // 2 :])
    return sum(line.right - line.left >= _FULL * widest for line in lines) * 2 >= len(lines)


def _is_name(level: Sequence[Stretch], left: float) -> bool:
    return len(level) == 1 and abs(level[0].left - left) <= _SAME_EDGE * level[0].size
