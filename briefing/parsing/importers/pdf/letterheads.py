"""Letterheads: who writes on the left of the head of a page, and an address on its right.

The lines of both stand at heights of their own, as cells of a table do not. Each side is read for
itself, the left one first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.parsing.importers.pdf.lines import Stretch

_HEAD = 0.3
"""The share of the height of a page that its head has at most."""
_BEHIND = 0.4
"""The share of the width of a page behind which an address begins."""
_FEWEST, _MOST, _LONGEST = 2, 8, 60
"""Lines of an address, and characters of one."""
_SAME_EDGE = 2.0
"""Points between lines that begin or end at one edge."""
_CLOSE, _APART = 1.9, 2.0
"""Times the size of the type: how far below each other such lines stand at most, and how far both
sides are apart at least."""
_MOST_ABOVE = 2
"""Lines above a letterhead."""
_LEVEL, _MOST_LEVEL = 0.12, 0.5
"""The same: how far what stands on one line differs in height; and the share of the lines of an
address that something stands on a line with."""
_FAR, _RUNNING = 4.0, 5
"""Times the size of the type: how far below an address nothing stands on its side; and spaces of a
line of running text."""
_ALIKE = 1.5
"""Times the size of an address: type of cells beside it."""
_ADDRESS = re.compile(r"\d|\S@\S")


def parted_by_letterhead(stretches: Sequence[Stretch]) -> list[list[Stretch]]:
    """The lines of a first page: what is above a letterhead, its sides, and the others.

    Where there is none all of them are in one part.
    """
    if not stretches:
        return [[]]
    right = next(_addresses(stretches), [])
    if not right:
        return [list(stretches)]
    edge = min(s.left for s in right) - _APART * right[0].size
    others = [s for s in stretches if all(s is not line for line in right)]
    beside = [s for s in others if _is_beside(s, right)]
    left = [s for s in beside if s.right <= edge]
    if not 0 < len(left) <= _MOST:
        return [list(stretches)]
    level = sum(any(_is_level(s, r) for s in left) for r in right)
    is_table = len(beside) > len(left) or level > _MOST_LEVEL * len(right)
    is_text = _has_more(right, others) or any(map(_is_running, right))
    rest = [s for s in others if all(s is not line for line in left)]
    if is_table or is_text or _go_on(left, rest):
        return [list(stretches)]
    first = max(s.base for s in (*left, *right))
    above, below = ([s for s in rest if (s.base > first) == is_above] for is_above in (True, False))
    if len({round(s.base) for s in above}) > _MOST_ABOVE:
        return [list(stretches)]
    return [part for part in (above, left, right) if part] + [below]


def _is_level(line: Stretch, address: Stretch) -> bool:
    """Whether two lines may be cells of one row: at one height, in type of about the same size."""
    is_alike = line.size <= _ALIKE * address.size
    return is_alike and abs(line.base - address.base) <= _LEVEL * address.size


def _is_beside(line: Stretch, right: Sequence[Stretch]) -> bool:
    return right[-1].base - line.size <= line.base <= right[0].base + right[0].size


def _is_running(line: Stretch) -> bool:
    return line.text.count(" ") >= _RUNNING and not _ADDRESS.search(line.text)


def _has_more(right: Sequence[Stretch], others: Sequence[Stretch]) -> bool:
    """Whether something stands not far below an address on its side, as in a column of text."""
    low, left = right[-1].base, min(s.left for s in right)
    reach = _FAR * right[-1].size
    return any(low - reach < s.base < low and s.left >= left - _SAME_EDGE for s in others)


def _go_on(left: Sequence[Stretch], rest: Sequence[Stretch]) -> bool:
    """Whether lines are some of a text: long, or with others close above or below them."""
    last, first = (choose(left, key=lambda s: s.base) for choose in (min, max))
    low, high = last.base - _CLOSE * last.size, first.base + _CLOSE * first.size
    close = (s for s in rest if low < s.base < high)
    return any(len(s.text) > _LONGEST for s in left) or any(close)


def _addresses(stretches: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """Short lines below each other on the right of the head of a page, with a number or a sign."""
    top, low = max(s.base for s in stretches), min(s.base for s in stretches)
    begin, end = min(s.left for s in stretches), max(s.right for s in stretches)
    side = [
        s
        for s in stretches
        if s.base >= top - _HEAD * (top - low)
        and s.left >= begin + _BEHIND * (end - begin)
        and len(s.text) <= _LONGEST
    ]
    group: list[Stretch] = []
    for line in sorted(side, key=lambda s: -s.base):
        if group and not _goes_on(group[-1], line):
            yield from _whole(group)
            group = []
        group.append(line)
    yield from _whole(group)


def _goes_on(above: Stretch, line: Stretch) -> bool:
    off = min(abs(above.left - line.left), abs(above.right - line.right))
    return off <= _SAME_EDGE and 0 < above.base - line.base <= _CLOSE * line.size


def _whole(group: list[Stretch]) -> Iterator[list[Stretch]]:
    if _FEWEST <= len(group) <= _MOST and any(_ADDRESS.search(s.text) for s in group):
        yield group
