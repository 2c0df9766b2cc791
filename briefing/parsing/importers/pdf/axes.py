"""Axes of charts: columns of numbers that grow upwards in equal steps and stand equally far apart.

A table has such a column, too, now and then; but there something stands on the line of each number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefing.model.records import dataclass
from briefing.parsing.importers.pdf.lines import Stretch, plain

_FEWEST, _ENOUGH = 3, 4
"""Numbers of an axis at least; and those that tell one where no names stand below it."""
_NUMBER = re.compile(
    r"[-–−]?(?:\d{1,12}|\d{1,3}(?:[.,\s]\d{3}){1,3})(?:[.,]\d{1,3})?\s?%?",
)
"""Its digits are in groups of three, or in none; in telephone numbers they are in others."""
_YEAR = re.compile(r"(?:19|20)\d\d")
"""The names of the rows of a timeline or a life, from the last year to the first."""
_GROUPING = re.compile(r"[,.\s](?=\d{3}(?!\d))")
_SAME_EDGE = 2.5
"""Points between numbers that stand below each other."""
_TOUCHING = 1.0
"""Points by which a justified text beside a chart may reach into it."""
_SAME_STEP, _SAME_LENGTH = 0.001, 0.06
"""The share by which steps of an axis, and the distances of its numbers, may differ."""
_ROUNDED = 10.0
"""Steps of whole numbers, from which on they may differ by one since the numbers are rounded."""
_LEAST_STEP, _MOST_STEP = 1.35, 12.0
"""Times the size of the type: how far apart the numbers of an axis are."""
LEVEL = 0.25
"""The same: how far what stands on one line differs in height."""
_MOST_LEVEL = 0.34
"""The share of the numbers that may have something else on their line."""
_RUNNING, MOST_WORDS = 6, 5
"""Words of a line of running text, and of what is said in a chart at most."""
_LEAST_WIDTH = 8.0
"""Times the size of the type: how wide a chart is at least."""
_BESIDE, _UNDER = 6.0, 2.6
"""The same: how far to the left of its axis something of a chart begins, and how far below the end
of its axis names stand."""
_HOLE = 8.0
"""The same: how far apart such names are at most, or three times as far as most of them."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The numbers of an axis, from top to bottom, and the place of its chart."""

    ticks: tuple[Stretch, ...]
    left: float
    """Where its chart begins at least, in points."""
    right: float
    """Where it ends at most."""
    names: tuple[Stretch, ...] = ()
    """What stands on the line below it, from left to right."""

    @property
    def size(self) -> float:
        """The size of its type."""
        return self.ticks[0].size

    @property
    def top(self) -> float:
        """The height of its upper end."""
        return self.ticks[0].base

    @property
    def bottom(self) -> float:
        """The height of its lower end."""
        return self.ticks[-1].base

    @property
    def step(self) -> float:
        """How far apart its numbers are."""
        return self.ticks[0].base - self.ticks[1].base


def axes_of(stretches: Sequence[Stretch]) -> list[Axis]:
    """The axes of a page; those at the right edge of charts have no names."""
    numbers = [s for s in stretches if _NUMBER.fullmatch(plain(s.text))]
    if len(numbers) < _FEWEST:
        return []
    runs = [run for column in _columns(numbers) for run in _runs(column)]
    ticks = {id(tick) for run in runs for tick in run}
    others = [s for s in stretches if id(s) not in ticks]
    bounded = (_bounded(run, others, runs) for run in runs)
    found = [axis for axis in bounded if axis is not None and _is_axis(axis, others)]
    known = {id(tick) for axis in found for tick in axis.ticks}
    for run in runs:
        if id(run[0]) not in known and any(_is_across(run, axis) for axis in found):
            found.append(Axis(tuple(run), run[0].left, run[0].right))
    return found


def is_long(stretch: Stretch) -> bool:
    """Whether words are too many for what is said in a chart."""
    return stretch.text.count(" ") + 1 > MOST_WORDS


def _columns(numbers: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """Numbers that end at one edge or begin at one, from top to bottom."""
    for edge in (_right, _left):
        column: list[Stretch] = []
        for number in sorted(numbers, key=edge):
            if column and edge(number) - edge(column[-1]) > _SAME_EDGE:
                yield sorted(column, key=_depth)
                column = []
            column.append(number)
        yield sorted(column, key=_depth)


def _left(stretch: Stretch) -> float:
    return stretch.left


def _right(stretch: Stretch) -> float:
    return stretch.right


def _depth(stretch: Stretch) -> float:
    return -stretch.base


def _runs(column: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """Numbers below each other that count down in equal steps, equally far apart."""
    run = list(column[:1])
    for number in column[1:]:
        while run and not _counts_on(run, number):
            if len(run) >= _FEWEST:
                yield run
                run = []
            run = run[1:]
        run.append(number)
    if len(run) >= _FEWEST:
        yield run


def _counts_on(run: Sequence[Stretch], number: Stretch) -> bool:
    last = run[-1]
    gap, step = last.base - number.base, _value(last) - _value(number)
    is_apart = _LEAST_STEP * last.size <= gap <= _MOST_STEP * last.size
    are_years = step == 1 and _YEAR.fullmatch(plain(last.text)) is not None
    if step <= 0 or are_years or not is_apart or number.size != last.size:
        return False
    if len(run) == 1:
        return True
    first_gap, first_step = run[0].base - run[1].base, _value(run[0]) - _value(run[1])
    rounded = 1.0 if first_step >= _ROUNDED and first_step.is_integer() else 0.0
    is_same = abs(step - first_step) <= max(_SAME_STEP * first_step, rounded)
    return is_same and abs(gap - first_gap) <= max(1.0, _SAME_LENGTH * first_gap)


def _value(number: Stretch) -> float:
    """What a number of an axis is; a point or comma before three digits groups them."""
    text = plain(number.text).replace("–", "-").replace("−", "-").rstrip(" %")
    return float(_GROUPING.sub("", text).replace(",", "."))


def _bounded(
    run: Sequence[Stretch], others: Sequence[Stretch], runs: Iterable[Sequence[Stretch]]
) -> Axis | None:
    """An axis with the place that its chart has between the text and other axes."""
    left, right = min(s.left for s in run), max(s.right for s in run)
    size, low, high = run[0].size, run[-1].base, run[0].base
    texts = [s for s in others if low <= s.base <= high and s.text.count(" ") + 1 >= _RUNNING]
    begins = [s.left for s in texts if s.left >= left]
    begins += [min(s.left for s in r) for r in runs if r[0].left > right and _overlap(r, run)]
    end = min(begins, default=max((s.right for s in others), default=right) + 1)
    begin = max([left - _BESIDE * size, *(s.right for s in texts if s.left < left)])
    if end - right < _LEAST_WIDTH * size or begin > left:
        return None
    axis = Axis(tuple(run), begin, end)
    return Axis(axis.ticks, begin, end, tuple(_names(axis, others)))


def _overlap(one: Sequence[Stretch], other: Sequence[Stretch]) -> bool:
    return one[-1].base < other[0].base and other[-1].base < one[0].base


def _names(axis: Axis, others: Iterable[Stretch]) -> list[Stretch]:
    """The names or numbers on the first line below an axis; none where there are not two."""
    reach = axis.step + _UNDER * axis.size
    under = [
        s
        for s in others
        if 0 < axis.bottom - s.base <= reach
        and axis.left + _TOUCHING < s.right
        and s.left < axis.right
    ]
    first = max((s.base for s in under), default=0.0)
    row = sorted((s for s in under if first - s.base <= LEVEL * s.size), key=_left)
    gaps = [after.left - before.right for before, after in pairwise(row)]
    widest = max([_HOLE * axis.size, *(3 * gap for gap in sorted(gaps)[: len(gaps) // 2 + 1])])
    end = next((at for at, gap in enumerate(gaps, 1) if gap > widest), len(row))
    return row[:end] if end > 1 and not any(map(is_long, row[:end])) else []


def _is_axis(axis: Axis, others: Sequence[Stretch]) -> bool:
    """Whether numbers are no column of a table: few of them have something on their lines."""
    inside = [s for s in others if axis.left < s.right and s.left < axis.right]
    level = sum(
        any(abs(s.base - tick.base) <= LEVEL * tick.size for s in inside) for tick in axis.ticks
    )
    is_free = level <= _MOST_LEVEL * len(axis.ticks)
    return is_free and (len(axis.ticks) >= _ENOUGH or bool(axis.names))


def _is_across(run: Sequence[Stretch], axis: Axis) -> bool:
    """Whether numbers are those of the other side of a chart: on the lines of those of an axis."""
    level = sum(
        any(abs(s.base - tick.base) <= LEVEL * tick.size for tick in axis.ticks) for s in run
    )
    return level * 2 > len(run)
