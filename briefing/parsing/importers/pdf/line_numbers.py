"""Numbers of lines in the margin, as transcripts and drafts of laws have them: no part of the text.

They count the lines of a page from the same number at the same height, page after page, or empty
lines, too. The first column of a table that counts its rows goes on counting on the next page, and
counts no empty ones. Where every fifth line is counted through a document, the lines between tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.model.records import dataclass, replace
from briefing.parsing.importers.pdf.lines import Page, Stretch
from briefing.parsing.importers.pdf.looks import are_all_bold
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
_FIFTH = 5
_STEPS = (1, _FIFTH)
"""Every line is counted, or every fifth."""
_SHORTEST, _BETWEEN = 3, 2
"""Numbers of a page that count every fifth line at least, and the lines between two of them."""


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
    runs = [_longest(page) for page in pages]
    through = set(_through(pages, runs))
    places = Counter(_place(number) for run in runs if len(run) >= _FEWEST for number in run)
    taken: dict[str, None] = {}
    for page, run in zip(pages, runs, strict=True):
        again = sum(places[_place(number)] >= _FEWEST_PAGES for number in run)
        is_long = len(run) >= _FEWEST
        is_again = is_long and (again >= _SHARE * len(run) or _counts_empty(page, run))
        if is_again or id(page) in through:
            page.stretches = list(_without(page.stretches, run))
            taken[f"{run[0].value} … {run[-1].value}"] = None
    return sorted(taken, key=len)[-1:]


def _through(pages: Sequence[Page], runs: Sequence[Sequence[_Number]]) -> Iterator[int]:
    """The identities of pages whose every fifth line is counted, on from page to page."""
    fifths = [_are_fifths(page, run) for page, run in zip(pages, runs, strict=True)]
    for at in range(1, len(runs)):  # a last page has few lines
        fifths[at] = fifths[at] or (fifths[at - 1] and _goes_on(runs[at - 1], runs[at]))
    for at in range(len(runs) - 1, 0, -1):  # so has a first one, below its title
        fifths[at - 1] = fifths[at - 1] or (fifths[at] and _leads_to(runs[at - 1], runs[at]))
    follow = [
        fifths[at] and fifths[at + 1] and runs[at][-1].value + _FIFTH == runs[at + 1][0].value
        for at in range(len(runs) - 1)
    ]
    for page, before, behind in zip(pages, [False, *follow], [*follow, False], strict=False):
        if before or behind:
            yield id(page)


def _goes_on(before: Sequence[_Number], run: Sequence[_Number]) -> bool:
    """Whether a few numbers go on where those of the page before ended, at the same edge."""
    values = [number.value for number in run]
    going = [before[-1].value + _FIFTH * at for at in range(1, len(run) + 1)]
    return bool(run) and values == going and _is_below(before[-1], run[0])


def _leads_to(run: Sequence[_Number], behind: Sequence[_Number]) -> bool:
    """Whether a few numbers end where those of the page behind begin, at the same edge."""
    values = [number.value for number in run]
    first = behind[0].value - _FIFTH * len(run)
    going = list(range(first, behind[0].value, _FIFTH))
    return bool(run) and values == going and first > 0 and _is_below(run[-1], behind[0])


def _are_fifths(page: Page, run: Sequence[_Number]) -> bool:
    """Whether numbers count every fifth line: they do so by fives, and lines stand between them."""
    if len(run) < _SHORTEST or run[1].value - run[0].value != _FIFTH:
        return False
    counted = {id(number.stretch) for number in run}
    bases = [stretch.base for stretch in page.stretches if id(stretch) not in counted]
    between = [
        sum(above.base > base > below.base for base in bases) for above, below in pairwise(run)
    ]
    return sum(lines >= _BETWEEN for lines in between) * 2 > len(between)


def _counts_empty(page: Page, numbers: Sequence[_Number]) -> bool:
    """Whether numbers from 1 on count lines without words, too."""
    beside = Counter(round(stretch.base) for stretch in page.stretches)
    empty = [n for n in numbers if " " not in n.stretch.text and beside[round(n.base)] == 1]
    return numbers[0].value == 1 and len(numbers) >= _MANY and len(empty) >= _EMPTY


def _place(number: _Number) -> tuple[int, int]:
    return number.value, round(number.base)


def _longest(page: Page) -> list[_Number]:
    """The longest run of numbers that count down one margin of a page."""
    numbers = sorted(_numbers(page), key=lambda number: (-number.base, number.edge))
    columns: list[list[_Number]] = []
    for number in numbers:
        for column in columns:
            if number.value - column[-1].value not in _STEPS:
                continue
            if _is_below(column[-1], number) and _counts_on(column, number):
                column.append(number)
                break
        else:
            columns.append([number])
    return max(columns, key=len, default=[])


def _is_below(above: _Number, number: _Number) -> bool:
    """Whether two numbers end, or begin, at one edge."""
    is_left = abs(above.stretch.left - number.stretch.left) <= 1
    return is_left or abs(above.edge - number.edge) <= _SAME_EDGE


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
            is_bold = rest.bold or are_all_bold(rest.looks)
            yield replace(rest, left=gap.right, gaps=gaps, bold=is_bold)
