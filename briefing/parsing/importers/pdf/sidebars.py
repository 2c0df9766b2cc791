"""Boxes beside running text: short lines in a column of their own, which are no cells of a table.

The cells of a row stand on one line, or in the middle of what is beside them. A box is set for
itself: where its lines stand has nothing to do with those of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.parsing.importers.pdf.lines import Stretch
from briefing.parsing.importers.pdf.medians import median

_FEWEST_LINES, _FEWEST_BOXED = 6, 5
"""Lines that the text beside a box has at least, and the box."""
_ENOUGH_WORDS = 6
"""Words that half of the lines of such a text have at least."""
_DENSE = 2.1
"""Times the size of the type: lines further apart are no running text."""
_LARGER = 1.15
"""Times the size of most lines: type of headings is larger."""
_FULL = 0.85
"""How much of the widest line a line fills that goes on below."""
_LEVEL = 0.08
"""Times the size of the type: how exactly the cells of a row stand on one line."""


def is_sidebar(
    text: Sequence[Stretch], box: Sequence[Stretch], fewest: int = _FEWEST_BOXED
) -> bool:
    """Whether some lines are a box beside lines of running text.

    Args:
        text: The lines of the text.
        box: The lines beside them.
        fewest: How many these are at least.
    """
    if len(text) < _FEWEST_LINES or len(box) < fewest:
        return False
    low, high = min(line.base for line in text), max(line.base for line in text)
    beside = [line for line in box if low <= line.base <= high]
    if len(beside) < fewest:
        return False
    if not (is_running(text) and is_dense(text)):
        return False
    bases = sorted({line.base for line in text}, reverse=True)
    return sum(_is_level(line, bases) for line in beside) * 2 <= len(beside)


def is_dense(lines: Sequence[Stretch]) -> bool:
    """Whether most lines follow each other as closely as those of a text.

    How far headings are from others, which are in larger type, does not tell.
    """
    size = median(line.size for line in lines)
    ordered = sorted(lines, key=lambda line: -line.base)
    gaps = [
        above.base - below.base
        for above, below in pairwise(ordered)
        if max(above.size, below.size) <= _LARGER * size
    ]
    return sum(gap <= _DENSE * size for gap in gaps) >= 0.6 * len(gaps)


def is_running(lines: Sequence[Stretch]) -> bool:
    """Whether lines have many words each, and half of them fill their column."""
    if median(line.text.count(" ") + 1 for line in lines) < _ENOUGH_WORDS:
        return False
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    full = sum(line.right - left >= _FULL * (right - left) for line in lines)
    return full * 2 >= len(lines)


def _is_level(line: Stretch, bases: Sequence[float]) -> bool:
    """Whether a line stands as a cell does: level with a line of the text, or between two."""
    places = [*bases, *((above + below) / 2 for above, below in pairwise(bases))]
    return min(abs(line.base - place) for place in places) <= _LEVEL * line.size
