"""Rows of a table that only their distance tells: what is wrapped in a cell stands closer to it.

The paragraphs of two columns of text hardly ever begin beside each other, one after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.parsing.importers.pdf.lines import Stretch
from briefing.parsing.importers.pdf.paragraphs import BULLET, NUMBER

_FEWEST_ROWS = 4
"""Rows that begin on both sides at once."""
_APART = 1.15
"""Times the smallest distance of lines: how far apart rows are at least."""
_LEVEL = 0.12
"""Times the size of the type: how exactly the cells of a row begin on one line."""
_MOST = 0.9
"""How many of the rows of each side must begin beside one of the other."""


def are_wrapped_cells(left: Sequence[Stretch], right: Sequence[Stretch]) -> bool:
    """Whether lines on both sides of a gutter are the cells of rows, some of several lines."""
    if any(BULLET.match(s.text) or NUMBER.match(s.text) for s in right):
        return False
    low = max(min(s.base for s in side) for side in (left, right)) - left[0].size
    high = min(max(s.base for s in side) for side in (left, right)) + left[0].size
    starts = [_starts([s for s in side if low < s.base < high]) for side in (left, right)]
    if min(map(len, starts)) < _FEWEST_ROWS:
        return False
    reach = _LEVEL * left[0].size
    shared = [
        sum(any(abs(a - b) <= reach for b in other) for a in own)
        for own, other in (starts, starts[::-1])
    ]
    return all(count >= _MOST * len(own) for count, own in zip(shared, starts, strict=True))


def _starts(lines: Sequence[Stretch]) -> list[float]:
    """Where lines stand that are further below those above than others are; none if all are."""
    if not lines:
        return []
    bases = sorted({round(line.base, 1) for line in lines}, reverse=True)
    gaps = [above - below for above, below in pairwise(bases)]
    least = min((gap for gap in gaps if gap > 0.5 * lines[0].size), default=0.0)
    apart = [below for below, gap in zip(bases[1:], gaps, strict=True) if gap > _APART * least]
    return [bases[0], *apart] if len(apart) < len(gaps) else []
