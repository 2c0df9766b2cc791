"""Key figures of a report: a number in large type, and what it counts below it or beside it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.model.records import replace
from briefing.parsing.importers.pdf.lines import Stretch

_LARGE = 1.25
"""Times the size of what it counts: the type of such a figure."""
_LONGEST = 16
"""Characters of a figure."""
_NUMBER = re.compile(r"(?=\D*\d)\S+(?: \S+){0,2}")
_FEWEST, _FEWEST_TOLD, _FEWEST_LETTERS = 3, 1, 3
"""Figures that stand in a row without boxes around them; lines of what one counts, and letters."""
_LEVEL = 2.0
"""Points by which what stands on one line is apart in height, or begins or ends elsewhere."""
_BELOW, _CLOSE = 1.6, 1.5
"""Times the size of a figure: how far below it is what it counts; times that of a line below it:
how far apart those are."""
_FAR = 4.0
"""Times the size of what is counted: how far below it the next row of a table stands at most."""
_MOST_LINES = 4
"""Lines below a figure."""


def figure_of(lines: Sequence[Stretch]) -> Stretch | None:
    """The key figure among the lines of a box; None where there is none, or more than one."""
    large = [line for line in lines if _is_number(line)]
    if not large or len(lines) < 1 + _FEWEST_TOLD:
        return None
    figure = max(large, key=lambda line: line.size)
    told = [line for line in lines if line is not figure]
    return figure if all(figure.size >= _LARGE * line.size for line in told) else None


def with_figure(lines: Sequence[Stretch]) -> list[Stretch]:
    """The lines of a box, its key figure as the first word of what it counts."""
    figure = figure_of(lines)
    if figure is None:
        return list(lines)
    others = sorted((s for s in lines if s is not figure), key=lambda s: (-s.base, s.left))
    counted = next((at for at, line in enumerate(others) if _is_told(line, figure)), None)
    if counted is None:
        return [figure, *others]
    line = others[counted]
    looks = f"{figure.text} {line.looks}" if line.looks else ""
    left = line.left if line.left >= figure.right else min(figure.left, line.left)
    others[counted] = replace(line, text=f"{figure.text} {line.text}", looks=looks, left=left)
    return others


def _is_told(line: Stretch, figure: Stretch) -> bool:
    """Whether a line stands below a figure, or beside it on the right."""
    is_beside = line.left >= figure.right and line.base < figure.base + figure.size
    return line.base < figure.base or is_beside


class _Lines:
    """The lines of a page by their height: what stands near a figure is found without the rest."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._lines = sorted(stretches, key=_base)

    def between(self, low: float, high: float) -> Sequence[Stretch]:
        """The lines that stand neither lower nor higher, in points."""
        begin = bisect_left(self._lines, low, key=_base)
        return self._lines[begin : bisect_right(self._lines, high, begin, key=_base)]


def figures_in_rows(stretches: Sequence[Stretch]) -> Iterator[list[list[Stretch]]]:
    """Key figures side by side, each with what it counts below it, from left to right."""
    large = sorted((s for s in stretches if _is_number(s)), key=lambda s: (-s.base, s.left))
    lines, at = _Lines(stretches), 0
    while at < len(large):
        end = bisect_right(large, _LEVEL - large[at].base, at, key=lambda s: -s.base)
        row, at = large[at:end], end
        row.sort(key=lambda s: s.left)
        if len(row) >= _FEWEST and all(s.size == row[0].size for s in row):
            cells = [[figure, *_below(figure, lines)] for figure in row]
            are_told = all(len(cell) > _FEWEST_TOLD for cell in cells)
            if are_told and _is_alone(cells, lines) and not _are_heads(cells, lines):
                yield cells


def _is_number(line: Stretch) -> bool:
    return len(line.text) <= _LONGEST and _NUMBER.fullmatch(line.text) is not None


def _below(figure: Stretch, page: _Lines) -> list[Stretch]:
    """The lines below a figure, where it stands: in smaller type, below a unit as large as it."""
    lines: list[Stretch] = []
    lowest = figure.base - (_BELOW + _MOST_LINES * _CLOSE) * figure.size
    near = [s for s in page.between(lowest, figure.base) if _is_below(s, figure)]
    unit = next((s for s in near if s.size == figure.size and _is_unit(s, figure)), None)
    own = [s for s in near if figure.size >= _LARGE * s.size]
    if unit is not None:
        lines, figure = [unit], unit
    above, reach = figure, _BELOW * figure.size
    for line in sorted(own, key=lambda s: -s.base):
        if above.base - line.base > reach or len(lines) == _MOST_LINES:
            break
        lines.append(line)
        above, reach = line, _CLOSE * line.size
    letters = sum(char.isalpha() for line in lines for char in line.text)
    return lines if letters >= _FEWEST_LETTERS else []


def _is_unit(line: Stretch, figure: Stretch) -> bool:
    """Whether a line is a word close below a figure that had no room behind it, as “million”."""
    return line.text.isalpha() and figure.base - line.base <= _CLOSE * figure.size


def _is_below(line: Stretch, figure: Stretch) -> bool:
    off = (
        line.left - figure.left,
        line.right - figure.right,
        (line.left + line.right - figure.left - figure.right) / 2,
    )
    return line.base < figure.base - _LEVEL and min(map(abs, off)) <= _LEVEL


def _are_heads(cells: Sequence[Sequence[Stretch]], page: _Lines) -> bool:
    """Whether other lines stand below several cells, as below those of a table."""
    low = min(cell[-1].base for cell in cells)
    reach = _FAR * max(cell[-1].size for cell in cells)
    below = [s for s in page.between(low - reach, low) if s.base < low]
    return sum(any(_is_below(s, cell[0]) for s in below) for cell in cells) > 1


def _is_alone(cells: Sequence[Sequence[Stretch]], page: _Lines) -> bool:
    """Whether cells do not reach into each other, and nothing else stands beside them."""
    ends = [(min(s.left for s in cell), max(s.right for s in cell)) for cell in cells]
    own = {id(s) for cell in cells for s in cell}
    high = max(cell[0].base for cell in cells)
    low = min(cell[-1].base for cell in cells)
    are_apart = all(one[1] < other[0] for one, other in pairwise(ends))
    return are_apart and all(id(s) in own for s in page.between(low, high))


def _base(line: Stretch) -> float:
    return line.base
