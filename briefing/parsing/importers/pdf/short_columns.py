"""Two columns of a few lines, as on a slide: sentences that go on from line to line on both sides.

Cells of a table that stand below each other begin anew, each with a word of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.parsing.importers.pdf.lines import HYPHEN, Stretch
from briefing.parsing.importers.pdf.medians import median

FEWEST_LINES, _MOST_LINES = 3, 14
"""Lines of each such column at least, and at most."""
_ENOUGH_WORDS = 3
"""Words that half of them have at least."""
_SAME_SIZE = 0.06
"""The share of the size of the type by which that of the lines of one text differs."""
_CLOSE = 1.7
"""Times the size of the type: how far apart the lines of a paragraph are at most."""
_ENDS = (".", "!", "?", ":", ";", "…")


def are_short_columns(left: Sequence[Stretch], right: Sequence[Stretch]) -> bool:
    """Whether what stands on both sides of a gutter are a few lines of running text each."""
    if not FEWEST_LINES <= min(len(left), len(right)) <= max(len(left), len(right)) <= _MOST_LINES:
        return False
    own = [_text(side) for side in (left, right)]
    if min(map(len, own)) < FEWEST_LINES or not all(map(_flows, own)):
        return False
    top, bottom = min(side[0].base for side in own), max(side[-1].base for side in own)
    beside = [sum(bottom <= line.base <= top for line in side) for side in own]
    return min(beside) >= FEWEST_LINES - 1 and own[0][0].size == own[1][0].size


def _text(side: Sequence[Stretch]) -> list[Stretch]:
    """The lines of a side in its most usual type, from the top; none if some stand on one line."""
    if not side:
        return []
    size = median(line.size for line in side)
    own = sorted((s for s in side if abs(s.size - size) <= _SAME_SIZE * size), key=_depth)
    apart = all(above.base - below.base > 0.5 * size for above, below in pairwise(own))
    return own if apart else []


def _depth(line: Stretch) -> float:
    return -line.base


def _flows(lines: Sequence[Stretch]) -> bool:
    """Whether most lines go on with the sentence above, as close to it as lines are."""
    if median(line.text.count(" ") + 1 for line in lines) < _ENOUGH_WORDS:
        return False
    inside = [(a, b) for a, b in pairwise(lines) if not a.text.endswith(_ENDS)]
    going = sum(
        above.base - below.base <= _CLOSE * below.size
        and (above.text.endswith(HYPHEN) or not below.text[:1].isupper())
        for above, below in inside
    )
    return going > 0 and going * 2 >= len(lines) - 1
