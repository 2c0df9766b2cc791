"""Heads of tables in several rows, of which the upper one names groups of columns.

The lines of one head that is wrapped stand below each other. What names a group stands over the
middle of several heads, or at the first of them while the same heads come again below the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from briefing.parsing.importers.pdf.lines import Stretch

_SAME_PLACE = 1.5
"""Points between what is aligned."""
_OFF_MIDDLE = 0.2
"""The share of the width of two cells by which what stands over their middle may be off it."""


def stand_over_several(above: Sequence[Stretch], cells: Sequence[Stretch]) -> bool:
    """Whether a cell of one row names several cells of the next."""
    if len(cells) <= 1:
        return False
    over_middle = any(
        _is_over_middle(cell, pair)
        for cell in above
        for pair in pairwise(cells)
        if not any(_overlap(other, each) for other in above if other is not cell for each in pair)
    )
    return over_middle or _name_what_repeats(above, cells)


def _is_over_middle(cell: Stretch, pair: tuple[Stretch, Stretch]) -> bool:
    """Whether a cell stands over the middle of two, and is aligned with neither.

    A cell that has a head of its own is none of the two.
    """
    left, right = pair
    if any(_is_aligned(cell, each) for each in pair):
        return False
    off = abs(_middle(cell) - (left.left + right.right) / 2)
    is_between = _middle(left) < _middle(cell) < _middle(right)
    return is_between and off <= _OFF_MIDDLE * (right.right - left.left)


def _name_what_repeats(above: Sequence[Stretch], cells: Sequence[Stretch]) -> bool:
    """Whether cells say the same again and again, and each time one stands above them."""
    counts = Counter(cell.text for cell in cells)
    again = [text for text, count in counts.items() if count > 1 and not text.isdecimal()]
    if len(again) < 2 or len({counts[text] for text in again}) > 1:
        return False
    groups = counts[again[0]]
    return groups <= len(above) <= groups + len(cells) - groups * len(again) + 1


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one.left < other.right and other.left < one.right


def _is_aligned(one: Stretch, other: Stretch) -> bool:
    sides = (one.left - other.left, one.right - other.right, _middle(one) - _middle(other))
    return min(map(abs, sides)) <= _SAME_PLACE


def _middle(cell: Stretch) -> float:
    return (cell.left + cell.right) / 2
