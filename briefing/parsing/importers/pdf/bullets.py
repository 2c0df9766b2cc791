"""The marks of lists that are drawn and not typed, as browsers print them: small discs and squares.

They become characters of the lines that they stand before, so that these are items as others are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.model.records import replace
from briefing.parsing.importers.pdf.drawn import Shape
from briefing.parsing.importers.pdf.lines import Stretch

_MARK = "• "
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


def with_marks(stretches: Sequence[Stretch], shapes: Sequence[Shape]) -> list[Stretch]:
    """The lines of a page, with the marks before them; a mark is one of several below each other.

    What stands alone is of a drawing.
    """
    marks = [shape for shape in shapes if _is_mark(shape)]
    if len(marks) < _FEWEST:
        return list(stretches)
    before = [next((m for m in marks if _is_before(m, s)), None) for s in stretches]
    places = Counter(_place(m) for m in before if m is not None)
    return [
        stretch if mark is None or places[_place(mark)] < _FEWEST else _marked(stretch, mark)
        for stretch, mark in zip(stretches, before, strict=True)
    ]


def _place(mark: Shape) -> tuple[int, int]:
    """Where a mark stands across the page, and how wide it is."""
    return round(mark.left), round(mark.right - mark.left)


def _marked(stretch: Stretch, mark: Shape) -> Stretch:
    gaps = tuple(replace(gap, words=gap.words + 1) for gap in stretch.gaps)
    looks = f"{_MARK}{stretch.looks}" if stretch.looks else ""
    return replace(stretch, text=f"{_MARK}{stretch.text}", left=mark.left, gaps=gaps, looks=looks)


def _is_before(mark: Shape, stretch: Stretch) -> bool:
    size = stretch.size
    return (
        _NEAREST * size <= stretch.left - mark.right <= _FARTHEST * size
        and _LOWEST * size <= mark.middle - stretch.base <= _HIGHEST * size
        and mark.height <= _MOST_HEIGHT * size
        and sum(map(str.isalpha, stretch.text)) >= _FEWEST_LETTERS
    )


def _is_mark(shape: Shape) -> bool:
    width = shape.right - shape.left
    return _LEAST < width < _LARGEST and abs(width - shape.height) < _UNEVEN * width
