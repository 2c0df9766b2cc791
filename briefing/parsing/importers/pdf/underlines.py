"""Words with a line drawn below them, which are set in a face of their own therefore."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefing.model.records import replace
from briefing.parsing.importers.pdf.drawn import Shape
from briefing.parsing.importers.pdf.lines import Stretch

_THICKEST, _SHORTEST = 1.6, 8.0
"""Points that a line below words is high at most, and long at least."""
_BELOW, _ABOVE = 0.35, 0.05
"""Times the size of the type: how far such a line is below what the words stand on, or above it."""
_BESIDE = 3.0
"""Points by which it may be longer than the words; longer ones are of tables."""
_COVERED = 0.85
"""The share of the words that has a line below it."""
_UNDERLINED = "_"
"""What is added to the face of words with a line below them."""


def with_underlines(stretches: Sequence[Stretch], shapes: Sequence[Shape]) -> list[Stretch]:
    """The lines of a page, those that are underlined in a face of their own."""
    rules = [shape for shape in shapes if _is_rule(shape)]
    if not rules:
        return list(stretches)
    by_height = sorted(rules, key=lambda rule: rule.middle)
    heights = [rule.middle for rule in by_height]
    found = []
    for stretch in stretches:
        low, high = stretch.base - _BELOW * stretch.size, stretch.base + _ABOVE * stretch.size
        near = by_height[bisect_left(heights, low) : bisect_right(heights, high)]
        is_underlined = stretch.face and _covered(stretch, near) >= _COVERED
        found.append(
            replace(stretch, face=f"{stretch.face}{_UNDERLINED}") if is_underlined else stretch
        )
    return found


def _is_rule(shape: Shape) -> bool:
    return shape.right - shape.left >= _SHORTEST and shape.height <= _THICKEST


def _covered(stretch: Stretch, rules: Sequence[Shape]) -> float:
    """The share of a line that lines below it cover that are no longer than it."""
    left, right = stretch.left - _BESIDE, stretch.right + _BESIDE
    within = (rule for rule in rules if left <= rule.left and rule.right <= right)
    return sum(rule.right - rule.left for rule in within) / (stretch.right - stretch.left or 1.0)
