"""Boxes side by side, three or more, or two of one height: each is read for itself, from the left.

The cells of a table are filled, too; they have others above or below them. In a box may stand a
text, or a key figure of a report with what it counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefing.model.records import replace
from briefing.parsing.importers.pdf.lines import Box, Stretch

_FEWEST, _FEWEST_LEVEL, _FEWEST_LINES, _FEWEST_LETTERS = 3, 2, 2, 40
"""Boxes in a row, and those whose lower edges are level, too; lines of each, and letters."""
_FEWEST_TOLD = 2
"""Lines of a figure and what it counts."""
_LARGE = 1.25
"""Times the size of what it counts: the type of such a figure."""
_SAME = 3.0
"""Points by which their upper edges differ, or the left ones of boxes in a column."""
_NEAR = 12.0
"""Points between the cells of a table at most."""


def parted_by_cards(
    stretches: Sequence[Stretch], boxes: Mapping[int, Box]
) -> list[tuple[list[Stretch], bool]]:
    """The lines of a page from top to bottom, and which of them are a box of such a row."""
    rest = list(stretches)
    parts: list[tuple[list[Stretch], bool]] = []
    for row in _rows(stretches, boxes):
        high, low = max(boxes[n].high for n in row), min(boxes[n].low for n in row)
        parts.append(([s for s in rest if s.base > high], False))
        parts += [(_with_figure([s for s in rest if s.box == n]), True) for n in row]
        rest = [s for s in rest if s.base < low]
    return [part for part in [*parts, (rest, False)] if part[0]]


def _rows(stretches: Sequence[Stretch], boxes: Mapping[int, Box]) -> Iterator[list[int]]:
    """The numbers of boxes side by side, from left to right, the highest row first."""
    inside = {number: [s for s in stretches if s.box == number] for number in boxes}
    full = [number for number in boxes if _is_text(inside[number]) or _is_figure(inside[number])]
    full.sort(key=lambda number: (-boxes[number].high, boxes[number].left))
    while full:
        top = boxes[full[0]].high
        row = [number for number in full if top - boxes[number].high <= _SAME]
        full = full[len(row) :]
        row.sort(key=lambda number: boxes[number].left)
        lows = [boxes[number].low for number in row]
        fewest = _FEWEST_LEVEL if max(lows) - min(lows) <= _SAME else _FEWEST
        if len(row) >= fewest and _is_alone(row, stretches, boxes):
            yield row


def _is_text(lines: Sequence[Stretch]) -> bool:
    letters = sum(char.isalpha() for line in lines for char in line.text)
    is_table = any(line.ruled for line in lines)
    return len(lines) >= _FEWEST_LINES and letters >= _FEWEST_LETTERS and not is_table


def _is_figure(lines: Sequence[Stretch]) -> bool:
    """Whether lines are a figure in large type and, below it, what it counts."""
    if len(lines) < _FEWEST_TOLD:
        return False
    figure, *told = sorted(lines, key=lambda line: -line.base)
    is_large = all(figure.size >= _LARGE * line.size for line in told)
    return is_large and any(map(str.isdecimal, figure.text))


def _with_figure(lines: Sequence[Stretch]) -> list[Stretch]:
    """The lines of a box, a key figure as the first word of what it counts."""
    if not _is_figure(lines):
        return list(lines)
    figure, first, *others = sorted(lines, key=lambda line: (-line.base, line.left))
    looks = f"{figure.text} {first.looks}" if first.looks else ""
    left = min(figure.left, first.left)
    return [replace(first, text=f"{figure.text} {first.text}", looks=looks, left=left), *others]


def _is_alone(row: Sequence[int], stretches: Sequence[Stretch], boxes: Mapping[int, Box]) -> bool:
    """Whether nothing else stands beside some boxes, and none below or above them as in a table."""
    own = [boxes[number] for number in row]
    if any(right.left < left.right for left, right in pairwise(own)):
        return False
    high, low = max(box.high for box in own), min(box.low for box in own)
    if any(low <= s.base <= high and s.box not in row for s in stretches):
        return False
    others = [box for number, box in boxes.items() if number not in row]
    return not any(_are_cells(one, other) for one in own for other in others)


def _are_cells(one: Box, other: Box) -> bool:
    """Whether two boxes stand close one below the other, as wide as each other."""
    is_same = abs(one.left - other.left) <= _SAME and abs(one.right - other.right) <= _SAME
    upper, lower = (one, other) if one.low > other.low else (other, one)
    return is_same and upper.low - lower.high <= _NEAR
