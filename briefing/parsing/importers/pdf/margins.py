"""Running heads and feet, and page numbers: what stands at the edge of page after page.

A line at the upper or lower edge is one of them if the same words stand at the same height on
another page, with numbers that are the same or count as the pages do, if it is nothing but the
page's number, or if on most pages one stands at this very height. The rows of a long table say the
same words with numbers of their own: they are none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import takewhile

from briefing.parsing.importers.pdf.edges import (
    DIGITS,
    SAME_HEIGHT,
    EdgeLine,
    Part,
    edge_of,
    is_apart,
)
from briefing.parsing.importers.pdf.lines import Page
from briefing.parsing.importers.pdf.numbered import is_caption, is_chapter_number
from briefing.parsing.importers.pdf.running import (
    LARGEST,
    alike_over_pages,
    largest_size,
    numbered_over_pages,
)
from briefing.parsing.importers.pdf.said_twice import without_headings

_FEWEST_LETTERS, _FEWEST_SIGNS = 3, 6
"""Letters of a line whose words can be recognised; letters and digits of the sign of a document, as
“No. 21-50498”."""
_FEWEST_MARKED, _WIDEST_MARK = 3, 2.0
"""Pages that have the same signs at the same place, and how wide a sign is, in sizes of type."""
_HEAD_LINES = 3
"""Lines below the first one of the head of a table in which its rows begin."""
_NEAR = 2.6
"""Times the size of the type: how far the first row of a table is below its head at most."""
_CELL = 0.4
"""The share of the width of two lines that a cell has at most; a column of text has more."""
_FULL = 8
"""Lines of a page that says something."""
_FEW = 4
"""One in so many pages says at most what is no foot of all of them."""
_NUMBER = re.compile(
    r"\W*(?P<word>[^\W\d_]{1,10}\.?\s+)?(?P<number>[ivxlcdm]+|\d{1,4}|[A-Z]{1,2}[-–.]?\d{1,3})"
    r"(?:\s*(?:[^\W\d_]{1,4}|[/|])\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
"""A page number, with the word for page before it, and behind it how many there are."""


def take_margins(pages: Sequence[Page]) -> list[str]:
    """Take running heads, feet and page numbers out of pages.

    Where little would be left, as of slides that all say the same, nothing is taken.

    Returns:
        The lines that were taken out, those that differ by their numbers once.
    """
    taken: dict[str, str] = {}
    whole = [page.stretches for page in pages]
    for is_top in (True, False):
        edges = [edge_of(page, is_top=is_top) for page in pages]
        running = list(_running(edges, pages, is_top=is_top))
        if not is_top:
            running = list(_without_notes(running, edges))
        for page, lines in zip(pages, running, strict=True):
            going = {id(stretch) for line in lines for stretch in line.stretches}
            page.stretches = [s for s in page.stretches if id(s) not in going]
            for line in lines:
                taken.setdefault(line.mask, line.text)
    if sum(bool(page.stretches) for page in pages) * 2 < sum(map(bool, whole)):
        for page, stretches in zip(pages, whole, strict=True):
            page.stretches = stretches
        return []
    return list(taken.values())


def _without_notes(
    running: Sequence[Sequence[EdgeLine]], edges: Sequence[Sequence[EdgeLine]]
) -> Iterator[list[EdgeLine]]:
    """The feet of pages without what a few pages say close below their text, as of its source."""
    counts = Counter(mask for lines in running for mask in {line.mask for line in lines})
    for lines, edge in zip(running, edges, strict=True):
        feet = list(lines)
        while feet and not is_apart(edge, len(feet) - 1) and len(feet) < len(edge):
            words = feet[-1].mask
            if _NUMBER.fullmatch(feet[-1].text) or counts[words] * _FEW > len(running):
                break
            feet.pop()
        yield feet


def _running(
    edges: Sequence[Sequence[EdgeLine]], pages: Sequence[Page], *, is_top: bool
) -> Iterator[list[EdgeLine]]:
    """For each page, the lines at one of its edges that are no part of its text."""
    places: dict[str, list[tuple[int, EdgeLine]]] = {}
    for index, lines in enumerate(edges):
        for line in lines:
            places.setdefault(line.mask, []).append((index, line))
    numbered = numbered_over_pages(edges, pages)
    edges = [_above_table(lines, numbered) for lines in edges]
    twins = _twins(pages)
    alike = alike_over_pages(edges, pages)
    largest = largest_size(pages)

    def is_running(page: Page, line: EdgeLine) -> bool:
        return id(line) in alike or _is_certain(
            line,
            page,
            [(at, other) for at, other in places[line.mask] if twins[at] != twins[page.index]],
            is_large=line.size > largest,
            is_top=is_top,
            is_outside=lambda line: _is_outside(line, edges, largest),
        )

    certain = [
        list(takewhile(partial(is_running, page), lines))
        for page, lines in zip(pages, edges, strict=True)
    ]
    if is_top:
        certain = list(_with_whole_captions(without_headings(certain, pages), edges))
    else:
        certain = list(_with_stamps(certain, edges))
    counts = Counter(round(line.height / SAME_HEIGHT) for lines in certain for line in lines)
    usual = {at for at, count in counts.items() if count >= 3 and count * 2 >= len(pages)}
    for lines, known in zip(edges, certain, strict=True):
        more = takewhile(
            lambda at: round(lines[at].height / SAME_HEIGHT) in usual and is_apart(lines, at),  # noqa: B023 - used at once
            range(len(known), len(lines)),
        )
        yield [*known, *(lines[at] for at in more)]


def _with_whole_captions(
    heads: Iterable[Sequence[EdgeLine]], edges: Sequence[Sequence[EdgeLine]]
) -> Iterator[list[EdgeLine]]:
    """The heads of pages; a caption that is repeated with its last line, which says it goes on."""
    for own, edge in zip(heads, edges, strict=True):
        below = edge[len(own) : len(own) + 1] if own and is_caption(own[-1].text) else ()
        is_rest = [line.text[:1].islower() and line.size == own[-1].size for line in below]
        yield [*own, *below] if any(is_rest) and not is_apart(edge, len(own) - 1) else list(own)


def _with_stamps(
    feet: Sequence[Sequence[EdgeLine]], edges: Sequence[Sequence[EdgeLine]]
) -> Iterator[list[EdgeLine]]:
    """The feet of pages, and what a program wrote below that of one page: the foot and all below.

    Such a line in smaller type hides the foot of its page, which stands where most feet do.
    """
    usual = Counter(_foot(lines[0]) for lines in feet if lines)
    for own, edge in zip(feet, edges, strict=True):
        is_below = not own and len(edge) > 1 and edge[0].size < edge[1].size
        is_stamp = is_below and usual[_foot(edge[1])] * 2 >= len(edges)
        yield list(edge[:2]) if is_stamp else list(own)


def _foot(line: EdgeLine) -> tuple[str, int]:
    return line.mask, round(line.height / SAME_HEIGHT)


def _twins(pages: Sequence[Page]) -> dict[int, int]:
    """For each page the first one that says the same: what a page says twice does not run along."""
    firsts: dict[tuple[str, ...], int] = {}
    twins: dict[int, int] = {}
    for page in pages:
        said = tuple(stretch.text for stretch in page.stretches)
        is_full = len(said) >= _FULL
        twins[page.index] = firsts.setdefault(said, page.index) if is_full else page.index
    return twins


def _is_outside(line: EdgeLine, edges: Sequence[Sequence[EdgeLine]], largest: float) -> bool:
    """Whether a line stands at the edge of its page where no page has lines of the text."""
    return not any(
        abs(line.height - other.height) < _NEAR * line.size
        for lines in edges
        for other in lines
        if other.size * LARGEST >= largest and other.mask != line.mask
    )


def _above_table(lines: Sequence[EdgeLine], numbered: set[int]) -> list[EdgeLine]:
    """The lines above the head of a table, which stands at the top of each page that has a part.

    Lines that carry the numbers of their pages are no heads of tables.
    """
    for index, line in enumerate(lines):
        if id(line) in numbered:
            continue
        below = lines[index + 1 : index + 1 + _HEAD_LINES]
        if below and _near(line, below[0]) and _stand_below(line, below):
            return list(lines[:index])
    return list(lines)


def _near(line: EdgeLine, below: EdgeLine) -> bool:
    return abs(line.height - below.height) < _NEAR * line.size


def _stand_below(line: EdgeLine, below: Sequence[EdgeLine]) -> bool:
    """Whether each part of a line is the head of a column: narrow, and with cells below it.

    The heads of some columns may have more lines than those of others.
    """
    cells, *rows = [list(each.parts()) for each in (line, *below)]
    under = [part for row in rows for part in row]
    if any(sum(_is_above(c, u) for c in cells) > 1 for u in under):
        return False
    width = max(part.right for part in (*cells, *under)) - min(p.left for p in (*cells, *under))
    are_narrow = all(part.right - part.left < _CELL * width for part in under)
    return (
        max(map(len, rows)) >= len(cells) > 1
        and are_narrow
        and all(any(_is_above(c, u) for u in under) for c in cells)
    )


def _is_above(head: Part, cell: Part) -> bool:
    """Whether a part of a line stands above one of another line."""
    return head.left < cell.right and cell.left < head.right


def _is_certain(
    line: EdgeLine,
    page: Page,
    places: Sequence[tuple[int, EdgeLine]],
    *,
    is_large: bool,
    is_top: bool,
    is_outside: Callable[[EdgeLine], bool],
) -> bool:
    """Whether a line is the page's number, or stands at this height of another page, too.

    A large word and a number are rather those of a chapter, and at the height of text those of an
    article. A caption has a number of its own, and is repeated where a table goes on.
    """
    is_counted = (is_top and is_caption(line.text)) or (is_large and is_chapter_number(line.text))
    number = None if is_counted else _NUMBER.fullmatch(line.text)
    names = (page.label.casefold(), str(page.index + 1))
    is_named = number is not None and number["number"].casefold() in names
    if number is not None and is_named and number["word"] is None:
        return True
    elsewhere = any(
        (index < page.index or not is_counted)
        and abs(other.height - line.height) < SAME_HEIGHT
        and _counts_along(line, other, 0 if is_counted else page.index - index)
        for index, other in places
    )
    letters = sum(char.isalpha() for char in line.mask)
    is_sign = letters > 0 and sum(map(str.isalnum, line.text)) >= _FEWEST_SIGNS
    is_wordy = letters >= _FEWEST_LETTERS or is_sign
    is_known = is_wordy or number is not None or _is_mark(line, places)
    return (elsewhere and is_known) or (is_named and is_outside(line))


def _is_mark(line: EdgeLine, places: Sequence[tuple[int, EdgeLine]]) -> bool:
    """Whether a line is nothing but signs that several pages have, as marks to cut them by."""
    are_small = all(s.right - s.left <= _WIDEST_MARK * s.size for s in line.stretches)
    if not are_small or any(map(str.isalnum, line.text)):
        return False
    lefts = [stretch.left for stretch in line.stretches]
    same = (
        other
        for _index, other in places
        if [stretch.left for stretch in other.stretches] == lefts
        and abs(other.height - line.height) < SAME_HEIGHT
    )
    return len(list(same)) + 1 >= _FEWEST_MARKED


def _counts_along(line: EdgeLine, other: EdgeLine, pages: int) -> bool:
    """Whether the numbers of two lines are the same, or as many apart as their pages are."""
    one, another = _numbers(line.text), _numbers(other.text)
    if len(one) != len(another):
        return False
    return all(first - second in (0, pages) for first, second in zip(one, another, strict=True))


@lru_cache(maxsize=4096)
def _numbers(text: str) -> list[int]:
    return sorted(map(_last_digits, DIGITS.findall(text)))


def _last_digits(digits: str) -> int:
    """A number, of which no page's has more digits than these."""
    return int(digits[-9:])
