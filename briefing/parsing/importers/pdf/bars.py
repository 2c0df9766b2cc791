"""Lines and narrow bands that are drawn across columns: what is above is read before what is below.

A heading that stands in such a band, or right above such a line, is that of all columns below it.
Lines between the rows of a table are no such bars, nor are the bars of a chart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.parsing.importers.pdf.drawn import Shape
from briefing.parsing.importers.pdf.lines import Box, Stretch

_HIGHEST, _SHORTEST = 40.0, 100.0
"""Points that a bar is high at most, and long at least."""
_SAME, _NEAR, _MOST_NEAR = 3.0, 80.0, 2
"""Points by which the ends of bars differ that are drawn alike; how far apart the lines of a table
are at most, and how many bars of one kind stand so near each other that are none."""
_THIN, _HIGH = 2.0, 12.0
"""Points that a line is wide at most, and between pieces of one; how high an upright one is."""
_WHOLE = 0.8
"""How much of the width of the columns that it crosses a bar is long at least."""
_BELOW, _ABOVE = 0.2, 1.0
"""Times the size of the type: how far below the lower edge of a bar a heading in it may stand, and
how far above the upper edge one that is above it does at most."""
_FEWEST_CELLS, _NARROW, _BESIDE = 3, 0.28, 2.6
"""Cells of a row beside a line of a table, the share of its length that each has at most, and how
far from it, in sizes of type, the row is."""
_LEVEL = 0.35
"""Times the size of the type: how far apart what stands on one line is."""


def bars_of(shapes: Sequence[Shape]) -> list[Box]:
    """The bars of a page from top to bottom, without those of tables."""
    found = sorted(
        (s for s in shapes if s.height <= _HIGHEST and s.right - s.left >= _SHORTEST),
        key=_depth,
    )
    uprights = [s for s in shapes if s.right - s.left <= _THIN and s.height >= _HIGH]
    found = list(_in_one(found, uprights))
    return [_box(shape) for shape in found if not _is_of_many(shape, found)]


def _in_one(found: Sequence[Shape], uprights: Sequence[Shape]) -> Iterator[Shape]:
    """Lines from top to bottom, those as one that are drawn in pieces, but for those of cells.

    Args:
        found: Lines that are drawn across.
        uprights: Lines that are drawn from top to bottom, as between cells.
    """
    whole: Shape | None = None
    for shape in sorted(found, key=lambda s: (-round(s.middle), s.left)):
        if whole is not None and _touch(whole, shape) and not _meets(shape, uprights):
            right = max(whole.right, shape.right)
            whole = Shape(whole.left, right, whole.middle, whole.height)
            continue
        if whole is not None:
            yield whole
        whole = shape
    if whole is not None:
        yield whole


def _touch(one: Shape, other: Shape) -> bool:
    """Whether a thin line goes on where another one ends."""
    is_level = max(abs(one.middle - other.middle), one.height, other.height) <= _THIN
    return is_level and abs(other.left - one.right) <= _THIN


def _meets(shape: Shape, uprights: Sequence[Shape]) -> bool:
    """Whether an upright line stands where a line across begins."""
    return any(
        abs(line.left - shape.left) <= _SAME
        and abs(line.middle - shape.middle) <= line.height / 2 + _SAME
        for line in uprights
    )


def _depth(shape: Shape) -> float:
    return -shape.middle


def _box(shape: Shape) -> Box:
    half = shape.height / 2
    return Box(shape.left, shape.right, shape.middle - half, shape.middle + half)


def _is_of_many(shape: Shape, found: Sequence[Shape]) -> bool:
    """Whether several others that are as long stand near it."""
    near = {
        round(other.middle)
        for other in found
        if abs(other.middle - shape.middle) <= _NEAR
        and abs(other.left - shape.left) <= _SAME
        and abs(other.right - shape.right) <= _SAME
    }
    return len(near) > _MOST_NEAR


def edges_of_boxes(boxes: Mapping[int, Box]) -> list[Box]:
    """The upper and lower edges of boxes, as bars of no height."""
    return [
        Box(box.left, box.right, edge, edge)
        for box in boxes.values()
        for edge in (box.low, box.high)
    ]


def bars_across(bars: Sequence[Box], lines: Sequence[Stretch]) -> list[Box]:
    """The bars that are about as long as all columns of some lines together."""
    if not bars or not lines:
        return []
    left, right = min(s.left for s in lines), max(s.right for s in lines)
    return [
        bar
        for bar in bars
        if min(right, bar.right) - max(left, bar.left) >= _WHOLE * (right - left)
        and not _is_between_rows(bar, lines)
    ]


def _is_between_rows(bar: Box, lines: Sequence[Stretch]) -> bool:
    """Whether the line next to a bar is a row of several narrow cells."""
    near = [s for s in lines if bar.low - _BESIDE * s.size < s.base < bar.high + _BESIDE * s.size]
    for first in near:
        level = [s for s in near if abs(s.base - first.base) <= _LEVEL * first.size]
        widest = max(s.right - s.left for s in level)
        if len(level) >= _FEWEST_CELLS and widest <= _NARROW * (bar.right - bar.left):
            return True
    return False


def headed_across(lines: Sequence[Stretch], bars: Sequence[Box]) -> Iterator[Stretch]:
    """The lines that stand alone in a bar, or right above one."""
    for line in lines if bars else ():
        if any(_is_at(line, bar) for bar in bars):
            others = (s for s in lines if s is not line)
            if all(abs(s.base - line.base) > line.size for s in others):
                yield line


def _is_at(line: Stretch, bar: Box) -> bool:
    low, high = bar.low - _BELOW * line.size, bar.high + _ABOVE * line.size
    is_between = bar.left <= line.left + _SAME and line.right <= bar.right + _SAME
    return is_between and low <= line.base <= high
