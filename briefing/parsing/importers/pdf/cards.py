"""Boxes side by side, three or more, or two of one height: each is read for itself, from the left.

The cells of a table are filled, too; they have others above or below them. In a box may stand a
text, or a key figure of a report with what it counts (`key_figures`), which no cell of a table has
in type of several sizes; such figures side by side need no boxes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from briefing.parsing.importers.pdf.key_figures import figure_of, figures_in_rows, with_figure
from briefing.parsing.importers.pdf.lines import Box, Stretch

_FEWEST, _FEWEST_LEVEL, _FEWEST_LINES, _FEWEST_LETTERS = 3, 2, 2, 40
"""Boxes in a row, and those whose lower edges are level, too; lines of each, and letters."""
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
    rows = [*_boxes_in_rows(stretches, boxes), *figures_in_rows(stretches)]
    for row in sorted(rows, key=lambda row: -max(s.base for s in row[0])):
        own = {id(s): s.base for cell in row for s in cell}
        if own.keys() <= set(map(id, rest)):
            high, low = max(own.values()), min(own.values())
            parts.append(([s for s in rest if s.base > high], False))
            parts += [(with_figure(cell), True) for cell in row]
            rest = [s for s in rest if s.base < low]
    return [part for part in [*parts, (rest, False)] if part[0]]


def _boxes_in_rows(
    stretches: Sequence[Stretch], boxes: Mapping[int, Box]
) -> Iterator[list[list[Stretch]]]:
    """The lines of boxes side by side."""
    for row in _rows(stretches, boxes):
        yield [[s for s in stretches if s.box == number] for number in row]


def _rows(stretches: Sequence[Stretch], boxes: Mapping[int, Box]) -> Iterator[list[int]]:
    """The numbers of boxes side by side, from left to right, the highest row first."""
    inside = {number: [s for s in stretches if s.box == number] for number in boxes}
    full = [number for number in boxes if _is_text(inside[number]) or figure_of(inside[number])]
    full.sort(key=lambda number: (-boxes[number].high, boxes[number].left))
    while full:
        top = boxes[full[0]].high
        row = [number for number in full if top - boxes[number].high <= _SAME]
        full = full[len(row) :]
        row.sort(key=lambda number: boxes[number].left)
        lows = [boxes[number].low for number in row]
        fewest = _FEWEST_LEVEL if max(lows) - min(lows) <= _SAME else _FEWEST
        is_told = all(figure_of(inside[number]) for number in row)
        others = {} if is_told else {n: box for n, box in boxes.items() if n not in row}
        if len(row) >= fewest and _is_alone(row, stretches, boxes, others.values()):
            yield row


def _is_text(lines: Sequence[Stretch]) -> bool:
    letters = sum(char.isalpha() for line in lines for char in line.text)
    is_table = any(line.ruled for line in lines)
    return len(lines) >= _FEWEST_LINES and letters >= _FEWEST_LETTERS and not is_table


def _is_alone(
    row: Sequence[int],
    stretches: Sequence[Stretch],
    boxes: Mapping[int, Box],
    others: Iterable[Box],
) -> bool:
    """Whether nothing else stands beside some boxes, and none below or above them as in a table."""
    own = [boxes[number] for number in row]
    if any(right.left < left.right for left, right in pairwise(own)):
        return False
    high, low = max(box.high for box in own), min(box.low for box in own)
    if any(low <= s.base <= high and s.box not in row for s in stretches):
        return False
    return not any(_are_cells(one, other) for one in own for other in others)


def _are_cells(one: Box, other: Box) -> bool:
    """Whether two boxes stand close one below the other, as wide as each other."""
    is_same = abs(one.left - other.left) <= _SAME and abs(one.right - other.right) <= _SAME
    upper, lower = (one, other) if one.low > other.low else (other, one)
    return is_same and upper.low - lower.high <= _NEAR
