"""What is drawn on a page beside its letters: the marks of lists, and lines below words.

Marks that are not typed, as browsers print them, are small discs and squares. They become
characters of the lines that they stand before, so that these are items as others are. What is
underlined is set in a face of its own.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefing.model.records import dataclass, replace
from briefing.parsing.importers.pdf.lines import Stretch

_MARK = "• "
_MOST_OBJECTS = 2_000
"""Objects of a page that is looked through; one with more is a drawing."""
_LEAST, _LARGEST = 1.5, 10.0
"""Points that a mark is wide."""
_UNEVEN = 0.2
"""The share of its width by which a mark may be higher, or less high."""
_NEAREST, _FARTHEST = 0.2, 2.5
"""Times the size of the type: how far a mark is from its line."""
_LOWEST, _HIGHEST = 0.05, 0.75
"""The same: how high above the foot of its line the middle of a mark is."""
_MOST_HEIGHT = 0.6
"""The same: how high a mark is."""
_FEWEST, _FEWEST_LETTERS = 2, 3
"""Marks of a list, and letters of an item."""


_THICKEST, _SHORTEST = 1.6, 8.0
"""Points that a line below words is high at most, and long at least."""
_BELOW, _ABOVE = 0.35, 0.05
"""Times the size of the type: how far such a line is below what the words stand on, or above it."""
_BESIDE = 3.0
"""Points by which it may be longer than the words; longer ones are of tables."""
_COVERED = 0.85
"""The share of the words that has a line below it."""
UNDERLINED = "_"
"""What is added to the face of words with a line below them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something small that is as wide as it is high, or a line; all lengths in points."""

    left: float
    right: float
    middle: float
    """Above the lower edge of the page."""
    height: float


def drawn_on(page: pdfium.PdfPage) -> tuple[list[Mark], list[Mark]]:
    """What is drawn on a page.

    Returns:
        What may stand before the items of a list, and what may be a line below words.
    """
    count = raw.FPDFPage_CountObjects(page.raw)
    drawn = list(_shapes(page, count)) if count <= _MOST_OBJECTS else []
    rules = [shape for shape in drawn if shape.right - shape.left >= _SHORTEST]
    rules = [shape for shape in rules if shape.height <= _THICKEST]
    return [shape for shape in drawn if _is_mark(shape)], rules


def _is_mark(shape: Mark) -> bool:
    width = shape.right - shape.left
    return _LEAST < width < _LARGEST and abs(width - shape.height) < _UNEVEN * width


def _shapes(page: pdfium.PdfPage, count: int) -> Iterator[Mark]:
    left, low, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(count):
        drawn = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if raw.FPDFPageObj_GetBounds(drawn, left, low, right, top):
            height = top.value - low.value
            yield Mark(left.value, right.value, low.value + height / 2, height)


def with_marks(stretches: Sequence[Stretch], marks: Sequence[Mark]) -> list[Stretch]:
    """The lines of a page, with the marks before them; a mark is one of several below each other.

    What stands alone is of a drawing.
    """
    if len(marks) < _FEWEST:
        return list(stretches)
    before = [next((m for m in marks if _is_before(m, s)), None) for s in stretches]
    places = Counter(_place(m) for m in before if m is not None)
    return [
        stretch if mark is None or places[_place(mark)] < _FEWEST else _marked(stretch, mark)
        for stretch, mark in zip(stretches, before, strict=True)
    ]


def with_lines_below(stretches: Sequence[Stretch], rules: Sequence[Mark]) -> list[Stretch]:
    """The lines of a page, those that are underlined in a face of their own."""
    if not rules:
        return list(stretches)
    by_height = sorted(rules, key=lambda rule: rule.middle)
    heights = [rule.middle for rule in by_height]
    found = []
    for stretch in stretches:
        low, high = stretch.base - _BELOW * stretch.size, stretch.base + _ABOVE * stretch.size
        near = by_height[bisect_left(heights, low) : bisect_right(heights, high)]
        is_underlined = stretch.face and _covered(stretch, near) >= _COVERED
        face = f"{stretch.face}{UNDERLINED}" if is_underlined else stretch.face
        found.append(replace(stretch, face=face) if is_underlined else stretch)
    return found


def _covered(stretch: Stretch, rules: Sequence[Mark]) -> float:
    """The share of a line that lines below it cover that are no longer than it."""
    left, right = stretch.left - _BESIDE, stretch.right + _BESIDE
    within = (rule for rule in rules if left <= rule.left and rule.right <= right)
    return sum(rule.right - rule.left for rule in within) / (stretch.right - stretch.left or 1.0)


def _place(mark: Mark) -> tuple[int, int]:
    """Where a mark stands across the page, and how wide it is."""
    return round(mark.left), round(mark.right - mark.left)


def _marked(stretch: Stretch, mark: Mark) -> Stretch:
    gaps = tuple(replace(gap, words=gap.words + 1) for gap in stretch.gaps)
    looks = f"{_MARK}{stretch.looks}" if stretch.looks else ""
    return replace(stretch, text=f"{_MARK}{stretch.text}", left=mark.left, gaps=gaps, looks=looks)


def _is_before(mark: Mark, stretch: Stretch) -> bool:
    size = stretch.size
    return (
        _NEAREST * size <= stretch.left - mark.right <= _FARTHEST * size
        and _LOWEST * size <= mark.middle - stretch.base <= _HIGHEST * size
        and mark.height <= _MOST_HEIGHT * size
        and sum(map(str.isalpha, stretch.text)) >= _FEWEST_LETTERS
    )
