"""Running heads and feet, and page numbers: what stands at the edge of page after page.

A line at the upper or lower edge is one of them if the same words stand at the same height on
another page, with numbers that are the same or count as the pages do, if it is nothing but the
page's number, or if on most pages one stands at this very height. The rows of a long table say the
same words with numbers of their own: they are none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from briefing.parsing.importers.pdf.lines import Page, Stretch, plain

_DEEPEST = 4
"""Lines from each edge that are looked at."""
_FEWEST_LETTERS = 3
"""Letters of a line whose words can be recognised."""
_SAME_HEIGHT = 3.0
"""Points between heads that stand at the same height."""
_NEAR = 2.6
"""Times the size of the type: how far the first row of a table is below its head at most."""
_CELL = 0.4
"""The share of the width of two lines that a cell has at most; a column of text has more."""
_NUMBER = re.compile(
    r"\W*(?:[^\W\d_]{1,10}\.?\s+)?([ivxlcdm]+|\d{1,4}|[A-Z]{1,2}[-–.]?\d{1,3})"
    r"(?:\s*(?:[^\W\d_]{1,4}|/)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
"""A page number, with the word for page before it, and behind it how many there are."""
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line at the edge of a page."""

    text: str
    mask: str
    """Its words without their numbers."""
    height: float
    stretches: tuple[Stretch, ...]


def take_margins(pages: Sequence[Page]) -> list[str]:
    """Take running heads, feet and page numbers out of pages.

    Where little would be left, as of slides that all say the same, nothing is taken.

    Returns:
        The lines that were taken out, those that differ by their numbers once.
    """
    taken: dict[str, str] = {}
    whole = [page.stretches for page in pages]
    for is_top in (True, False):
        edges = [_edge(page, is_top=is_top) for page in pages]
        for page, lines in zip(pages, _running(edges, pages), strict=True):
            going = {id(stretch) for line in lines for stretch in line.stretches}
            page.stretches = [s for s in page.stretches if id(s) not in going]
            for line in lines:
                taken.setdefault(line.mask, line.text)
    if sum(bool(page.stretches) for page in pages) * 2 < sum(map(bool, whole)):
        for page, stretches in zip(pages, whole, strict=True):
            page.stretches = stretches
        return []
    return list(taken.values())


def _edge(page: Page, *, is_top: bool) -> list[_Line]:
    """The outermost lines of a page, from its edge inwards."""
    heights = sorted({s.base for s in page.stretches}, reverse=is_top)
    lines: list[_Line] = []
    for height in heights:
        if lines and abs(lines[-1].height - height) < _SAME_HEIGHT:
            continue
        if len(lines) == _DEEPEST:
            break
        beside = [s for s in page.stretches if abs(s.base - height) < _SAME_HEIGHT]
        beside.sort(key=lambda s: s.left)
        text = plain(" ".join(s.text for s in beside))
        lines.append(_Line(text, _mask(text), height, tuple(beside)))
    return lines


def _running(edges: Sequence[Sequence[_Line]], pages: Sequence[Page]) -> Iterator[list[_Line]]:
    """For each page, the lines at one of its edges that are no part of its text."""
    places: dict[str, list[tuple[int, _Line]]] = {}
    for index, lines in enumerate(edges):
        for line in lines:
            places.setdefault(line.mask, []).append((index, line))
    edges = [_above_table(lines) for lines in edges]
    certain = [
        list(takewhile(lambda line: _is_certain(line, page, places[line.mask]), lines))  # noqa: B023 - used at once
        for page, lines in zip(pages, edges, strict=True)
    ]
    counts = Counter(round(line.height / _SAME_HEIGHT) for lines in certain for line in lines)
    usual = {at for at, count in counts.items() if count >= 3 and count * 2 >= len(pages)}
    for lines, known in zip(edges, certain, strict=True):
        more = takewhile(
            lambda line: round(line.height / _SAME_HEIGHT) in usual, lines[len(known) :]
        )
        yield [*known, *more]


def _above_table(lines: Sequence[_Line]) -> list[_Line]:
    """The lines above the head of a table, which stands at the top of each page that has a part."""
    for index, (line, below) in enumerate(pairwise(lines)):
        distance = abs(line.height - below.height) / max(s.size for s in line.stretches)
        if distance < _NEAR and _stand_below(line, below):
            return list(lines[:index])
    return list(lines)


def _stand_below(line: _Line, below: _Line) -> bool:
    """Whether each part of a line is the head of a column: narrow, and with a cell below it."""
    cells, under = (list(_parts(each)) for each in (line, below))
    width = max(right for _left, right in (*cells, *under)) - min(cells[0][0], under[0][0])
    are_narrow = all(right - left < _CELL * width for left, right in under)
    return (
        len(under) >= len(cells) > 1
        and are_narrow
        and all(sum(c[0] < u[1] and u[0] < c[1] for u in under) == 1 for c in cells)
    )


def _parts(line: _Line) -> Iterator[tuple[float, float]]:
    """Where the parts of a line begin and end, which wider spaces part."""
    for stretch in line.stretches:
        left = stretch.left
        for gap in stretch.gaps:
            yield left, gap.left
            left = gap.right
        yield left, stretch.right


def _is_certain(line: _Line, page: Page, places: Sequence[tuple[int, _Line]]) -> bool:
    """Whether a line is the page's number, or stands at this height of another page, too."""
    number = _NUMBER.fullmatch(line.text)
    if number is not None and number[1].casefold() in (page.label.casefold(), str(page.index + 1)):
        return True
    elsewhere = any(
        index != page.index
        and abs(other.height - line.height) < _SAME_HEIGHT
        and _counts_along(line, other, page.index - index)
        for index, other in places
    )
    is_wordy = sum(char.isalpha() for char in line.mask) >= _FEWEST_LETTERS
    return elsewhere and (is_wordy or number is not None)


def _counts_along(line: _Line, other: _Line, pages: int) -> bool:
    """Whether the numbers of two lines are the same, or as many apart as their pages are."""
    numbers = (map(_last_digits, _DIGITS.findall(each.text)) for each in (line, other))
    return all(one - another in (0, pages) for one, another in zip(*numbers, strict=True))


def _last_digits(digits: str) -> int:
    """A number, of which no page's has more digits than these."""
    return int(digits[-9:])


def _mask(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.casefold().split()))
