"""What stands on both sides of a gutter: columns of text, or a box and one, or cells of a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from briefing.parsing.importers.pdf.lines import Stretch
from briefing.parsing.importers.pdf.medians import median
from briefing.parsing.importers.pdf.paragraphs import BULLET
from briefing.parsing.importers.pdf.rows_apart import are_wrapped_cells
from briefing.parsing.importers.pdf.sidebars import is_dense, is_running, is_sidebar

ENOUGH_LINES = 4
"""Lines that a column has at least."""
FEWEST_LINES = 2
"""Lines that stand in two columns at least, where their places are known."""
_ENOUGH_WORDS = 3
"""Words that half of the lines of a column have at least, or those of half of its letters."""
_FEW_CELLS = 0.15
"""The share of the lines of a text that stand in several parts, as those set very wide do."""
_FEWEST_ITEMS = 3
"""Items of a column that is told by them."""
_MANY_LINES = 8
"""Lines that a column below or above a wide box has at least, where its place is not known."""
_ENTRY = re.compile(
    r"[^\W\d_].*?[^\W\d],? \d{1,4}(?:[-–]\d{1,4})?(?:, \d{1,4}(?:[-–]\d{1,4})?)*,?\Z"
)
_MOSTLY = 0.4
"""The share of a column with a table in it that is text at least."""
_MOST_ENTRIES = 0.6
"""The share of the lines of an index that are whole entries at least."""
SAME_EDGE = 2.5
"""Points between lines that begin at the same edge."""
INDENT = 2.5
"""Times the size of the type: how far a first line or an item is indented at most."""


def are_columns(
    left: Sequence[Stretch], right: Sequence[Stretch], fewest: int, *, is_near: bool
) -> bool:
    """Whether two columns of so many lines stand side by side, rather than the cells of a table.

    Args:
        left: The lines on the one side.
        right: Those on the other side.
        fewest: Lines that each column has at least.
        is_near: Whether a column is known to begin where the second one does.
    """
    if not left or not right:
        return False
    if not _are_beside(left, right, min(fewest, 2)):
        return _is_drawn_beside(left, right)
    if _is_index(left) and _is_index(right):
        return True
    left, right = (
        side if _is_text(side, fewest) else _without_cells(side) or side for side in (left, right)
    )
    are_text = _is_text(left, fewest) and _is_text(right, fewest)
    if are_text or (is_near and _is_mostly_text(left) and _is_mostly_text(right)):
        return not are_wrapped_cells(left, right)
    return _are_box(left, right)


def _is_index(lines: Sequence[Stretch]) -> bool:
    """Whether most lines are entries of an index: a word, and the pages that have it."""
    entries = sum(_ENTRY.match(line.text) is not None for line in lines)
    return entries >= ENOUGH_LINES and entries >= _MOST_ENTRIES * len(lines)


def is_band(left: Sequence[Stretch], right: Sequence[Stretch], *, is_known: bool) -> bool:
    """Whether what stands between lines across the page is two columns of text, or a box and one.

    Where columns are not known from elsewhere, they are long ones whose lines fill them.
    """
    if _are_box(left, right):
        return True
    fewest = ENOUGH_LINES if is_known else _MANY_LINES
    are_text = all(_is_text(side, fewest) for side in (left, right))
    are_text = are_text and not are_wrapped_cells(left, right)
    return are_text and (is_known or (is_running(left) and is_running(right)))


def _are_box(left: Sequence[Stretch], right: Sequence[Stretch]) -> bool:
    """Whether one of two columns is a box beside the other, or a ruled table."""
    return any(
        is_sidebar(text, box)
        or (_is_ruled(box) and _is_text(text, ENOUGH_LINES))
        or (_is_in_box(box, text) and _is_text(box, FEWEST_LINES) and _is_text(text, 2))
        for text, box in ((left, right), (right, left))
    ) or _is_drawn_beside(left, right)


def _is_drawn_beside(left: Sequence[Stretch], right: Sequence[Stretch]) -> bool:
    """Whether one of two columns stands in a box that is drawn beside the other, a text."""
    return any(
        _is_in_box(box, text) and is_sidebar(text, box, FEWEST_LINES)
        for text, box in ((left, right), (right, left))
    )


def _is_in_box(lines: Sequence[Stretch], others: Sequence[Stretch]) -> bool:
    """Whether lines stand in one box that is drawn around them, and no others in it."""
    boxes = {line.box for line in lines}
    return len(boxes) == 1 and 0 not in boxes and not any(line.box in boxes for line in others)


def _is_ruled(lines: Sequence[Stretch]) -> bool:
    """Whether most lines are those of a ruled table."""
    return sum(line.ruled > 0 for line in lines) * 2 > len(lines)


def sides(lines: Sequence[Stretch], gutter: float) -> tuple[list[Stretch], list[Stretch]]:
    """The lines on both sides of a gutter."""
    return [s for s in lines if s.right <= gutter], [s for s in lines if s.left >= gutter]


def edges_of(stretches: Sequence[Stretch]) -> list[tuple[float, int]]:
    """Where lines begin, and how many of them, from the second place on where several do.

    The lines of an item that are not its first begin further right than it does.
    """
    edges: list[list[Stretch]] = []
    for line in sorted(stretches, key=lambda s: s.left):
        if edges and line.left - edges[-1][0].left <= SAME_EDGE:
            edges[-1].append(line)
        else:
            edges.append([line])
    counts = list(map(len, edges))
    for at, (edge, inner) in enumerate(pairwise(edges)):
        is_near = inner[0].left - edge[0].left <= INDENT * edge[0].size
        if is_near and any(BULLET.match(line.text) for line in edge):
            counts[at] += len(inner)
    several = [at for at, count in enumerate(counts) if count >= ENOUGH_LINES]
    first = several[0] if several else 0
    if any(
        line.box and line.right < edges[first][0].left for edge in edges[:first] for line in edge
    ):
        first -= 1  # a box of a few lines stands beside the text
    found = [
        (edge[0].left - 0.5, count)
        for edge, count in zip(edges[first + 1 :], counts[first + 1 :], strict=True)
    ]
    middle = (min(s.left for s in stretches) + max(s.right for s in stretches)) / 2
    beyond = [s.left for s in stretches if s.left > middle]  # a box may be centred
    return [*found, (min(beyond) - 0.5, 1)] if beyond else found


def _is_text(lines: Sequence[Stretch], fewest: int) -> bool:
    """Whether these are so many lines of running text, dense and of several words each.

    Items may end in a word or two.
    """
    if len(lines) < fewest:
        return False
    words = median(s.text.count(" ") + 1 for s in lines)
    long = (s.text for s in lines if s.text.count(" ") >= _ENOUGH_WORDS)
    items = sum(BULLET.match(text) is not None for text in long)
    if words < _ENOUGH_WORDS and items < _FEWEST_ITEMS:
        return False
    return is_dense(lines) if words >= _ENOUGH_WORDS else _is_mostly_text(lines)


def _without_cells(lines: Sequence[Stretch]) -> list[Stretch]:
    """The lines of a column but for those that stand beside others, as the cells of a table.

    None where few are not cells: what is left of a table are the ends of wrapped ones.
    """
    counts = Counter(round(s.base) for s in lines)
    alone = [s for s in lines if counts[round(s.base)] == 1]
    return alone if len(alone) >= _MOSTLY * len(lines) else []


def _is_mostly_text(lines: Sequence[Stretch]) -> bool:
    """Whether half of the letters of lines are of long ones, as of items that end with a word.

    Several parts of a line, as cells are, stand on few of them.
    """
    long = sum(len(s.text) for s in lines if s.text.count(" ") + 1 >= _ENOUGH_WORDS)
    parts = Counter(round(s.base) for s in lines)
    of_cells = sum(count > 1 for count in parts.values())
    has_cells = of_cells > _FEW_CELLS * len(parts)
    return not has_cells and long * 2 >= sum(len(s.text) for s in lines) and is_dense(lines)


def _are_beside(left: Sequence[Stretch], right: Sequence[Stretch], fewest: int) -> bool:
    """Whether so many lines of two columns stand side by side somewhere."""
    top = min(max(s.base for s in left), max(s.base for s in right))
    bottom = max(min(s.base for s in left), min(s.base for s in right))
    beside = [sum(bottom <= s.base <= top for s in side) for side in (left, right)]
    return min(beside) >= fewest


def crosses(stretch: Stretch, gutter: float) -> bool:
    """Whether a line stands across a gutter."""
    return stretch.left < gutter < stretch.right
