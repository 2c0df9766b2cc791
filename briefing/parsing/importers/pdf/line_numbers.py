"""Numbers of lines in the margin, as transcripts and drafts of laws have them: no part of the text.

They count the lines of a page from the same number at the same height, page after page, or empty
lines, too. The first column of a table that counts its rows goes on counting on the next page, and
counts no empty ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.model.records import dataclass, replace
from briefing.parsing.importers.pdf.lines import Page, Stretch
from briefing.parsing.importers.pdf.narrow import cut

_FEWEST = 8
"""Lines of a page that are counted at least."""
_FEWEST_PAGES = 2
_MANY, _EMPTY = 15, 2
"""Lines of a single page that are counted at least, and how many of them are empty."""
_SHARE = 0.7
"""How many of the numbers of a page stand at the same heights on another."""
_SAME_EDGE = 3.0
"""Points between numbers that stand below each other."""
_STEPS = (1, 5)
"""Every line is counted, or every fifth."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that a line begins or ends with."""

    value: int
    base: float
    edge: float
    """Where it ends, in points."""
    stretch: Stretch


def take_line_numbers(pages: Sequence[Page]) -> list[str]:
    """Take the numbers of lines out of pages.

    Returns:
        What was taken out, in a word: the first and the last number.
    """
    series = [_series(page) for page in pages]
    places = Counter(_place(number) for numbers in series for number in numbers)
    taken: set[str] = set()
    for page, numbers in zip(pages, series, strict=True):
        again = sum(places[_place(number)] >= _FEWEST_PAGES for number in numbers)
        if numbers and (again >= _SHARE * len(numbers) or _counts_empty(page, numbers)):
            page.stretches = list(_without(page.stretches, numbers))
            taken.add(f"{numbers[0].value} … {numbers[-1].value}")
    return sorted(taken, key=len)[-1:]


def _counts_empty(page: Page, numbers: Sequence[_Number]) -> bool:
    """Whether numbers from 1 on count lines without words, too."""
    beside = Counter(round(stretch.base) for stretch in page.stretches)
    empty = [n for n in numbers if " " not in n.stretch.text and beside[round(n.base)] == 1]
    return numbers[0].value == 1 and len(numbers) >= _MANY and len(empty) >= _EMPTY


def _place(number: _Number) -> tuple[int, int]:
    return number.value, round(number.base)


def _series(page: Page) -> list[_Number]:
    """The longest run of numbers that count down one margin of a page; none where it is short."""
    numbers = sorted(_numbers(page), key=lambda number: (-number.base, number.edge))
    columns: list[list[_Number]] = []
    for number in numbers:
        for column in columns:
            if abs(column[-1].edge - number.edge) <= _SAME_EDGE and _counts_on(column, number):
                column.append(number)
                break
        else:
            columns.append([number])
    longest = max(columns, key=len, default=[])
    return longest if len(longest) >= _FEWEST else []


def _counts_on(column: Sequence[_Number], number: _Number) -> bool:
    step = number.value - column[-1].value
    return step == (column[1].value - column[0].value if len(column) > 1 else step) in _STEPS


def _numbers(page: Page) -> Iterator[_Number]:
    """The numbers that lines of a page are, or begin with before a wider space."""
    for stretch in page.stretches:
        first = stretch.text.partition(" ")[0]
        if not (first.isascii() and first.isdecimal() and len(first) <= 3):
            continue
        if first == stretch.text:
            yield _Number(int(first), stretch.base, stretch.right, stretch)
        elif stretch.gaps and stretch.gaps[0].words == 1:
            yield _Number(int(first), stretch.base, stretch.gaps[0].left, stretch)


def _without(stretches: Sequence[Stretch], numbers: Sequence[_Number]) -> Iterator[Stretch]:
    """Stretches without these numbers."""
    counted = {id(number.stretch) for number in numbers}
    for stretch in stretches:
        if id(stretch) not in counted:
            yield stretch
        elif " " in stretch.text:
            rest, gap = cut(stretch, 1)[1], stretch.gaps[0]
            gaps = tuple(replace(other, words=other.words - 1) for other in stretch.gaps[1:])
            yield replace(rest, left=gap.right, gaps=gaps)
