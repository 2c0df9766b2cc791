"""Running heads and feet of a single page, told by the line that is drawn beside the text.

The first page has another head, or none, so that what stands on the second one of two is said but
once: the name of who writes at the one end, that of the report at the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.parsing.importers.pdf.edges import EdgeLine
from briefing.parsing.importers.pdf.lines import Page

_SAME_EDGE = 3.0
"""Points between what begins or ends at one edge."""
_CLOSE, _APART = 1.2, 2.5
"""Times the size of the type: how far the drawn line is from the head at most, and the text at
least; the rows of a table are closer to their head."""
_SPACE = 0.25
"""The share of the width of the page that the space between both ends has at least."""
_MOST_PARTS = 3


def ruled_off(
    edges: Sequence[Sequence[EdgeLine]], pages: Sequence[Page], largest: float
) -> set[int]:
    """The identities of the outermost lines of later pages that a drawn line parts from the text.

    Args:
        edges: For each page, its lines at one edge, from there inwards.
        pages: The pages.
        largest: The largest size of their type.
    """
    return {
        id(lines[0])
        for page, lines in zip(pages, edges, strict=True)
        if page.index and len(lines) > 1 and _is_ruled_off(lines[0], lines[1], page, largest)
    }


def _is_ruled_off(line: EdgeLine, inner: EdgeLine, page: Page, largest: float) -> bool:
    left, right = min(s.left for s in page.stretches), max(s.right for s in page.stretches)
    parts = list(line.parts())
    reaches = parts[0].left - left <= _SAME_EDGE and right - parts[-1].right <= _SAME_EDGE
    if not reaches or not 1 < len(parts) <= _MOST_PARTS or line.size > largest:
        return False
    space = max(behind.left - before.right for before, behind in pairwise(parts))
    is_apart = abs(line.height - inner.height) >= _APART * line.size
    if space < _SPACE * (right - left) or not is_apart:
        return False
    low, high = sorted((line.height, inner.height))
    return any(
        low < (bar.low + bar.high) / 2 < high
        and min(abs(bar.low - line.height), abs(bar.high - line.height)) <= _CLOSE * line.size
        and bar.left - left <= _SAME_EDGE
        and right - bar.right <= _SAME_EDGE
        for bar in page.bars
    )
