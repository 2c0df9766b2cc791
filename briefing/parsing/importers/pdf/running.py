"""Running heads that say something else on each page: the section, or the page's own number.

What tells them is what they share with the lines at the same height of other pages: each carries
the number of its page at one end, a part of each says the same at the same place, or each says
what a heading above it says.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefing.parsing.importers.pdf.edges import SAME_HEIGHT, EdgeLine, Part, is_apart
from briefing.parsing.importers.pdf.lines import Page, Stretch, plain
from briefing.parsing.importers.pdf.numbered import is_caption, is_chapter_number
from briefing.parsing.importers.pdf.ruled_off import ruled_off

_FEWEST, _FEWEST_NUMBERED = 3, 2
"""Pages whose lines share something, and those whose lines carry the page's number."""
_FEWEST_OF_TITLE = 16
"""Letters of a title that is told where it stands at the edge of a single page."""
_FEWEST_LETTERS = 4
"""Letters of a part that can be recognised."""
_SPARSE = 5
"""Pages of which one at least has a running title."""
_MOST_PARTS = 4
"""Parts of a running head; a line with more is one whose words stand far apart."""
_LONGEST_NUMBER = 6
"""Digits of the number of a page; journals count on through years."""
_BETWEEN_SIGNS = re.compile(r"([-–—~·•|])(\w+)\1")
"""The number of a page as “-4-”."""
_BEFORE_DASH = re.compile(r"(?=\S*[^\W\d_])\S.{2,90}? [-–—|·•](?: (?=\S)|\Z)")
_BEHIND_DASH = re.compile(r"(?<=\S) [-–—|·•] (?=\S*[^\W\d_])\S.{2,90}\Z")
"""What each page says before or behind the name of its section, as “ISO 9001 – ”."""
_DASH = re.compile(r" [-–—|·•/] ")
_LONGEST = 120
"""Characters of a title that runs along."""
LARGEST = 1.05
"""Times the size of the text: a running head is not larger."""
_LEADER = re.compile(r"(?:\. ?){4,}|…{2,}|_{4,}")
"""Of an entry of a table of contents, which is no heading of the text."""
_NO_LETTER = re.compile(r"[\W\d_]+")


def alike_over_pages(edges: Sequence[Sequence[EdgeLine]], pages: Sequence[Page]) -> set[int]:
    """The lines at the edges of pages that share something with those of other pages.

    Args:
        edges: For each page, its lines at one edge.
        pages: The pages.

    Returns:
        The identity of each such line.
    """
    largest = largest_size(pages)
    lines_of = [[line for line in lines if not _opens_chapter(line, largest)] for lines in edges]
    small = [[line for line in lines if line.size <= largest] for lines in lines_of]
    titles = _said_in_headings(small, pages, largest)
    whole = _title_of(pages[0], largest) if pages else ""
    groups: defaultdict[tuple[str | int, ...], dict[int, EdgeLine]] = defaultdict(dict)
    for page, lines in zip(pages, lines_of, strict=True):
        for line in lines:
            for shared in _shared(line, page, titles, largest):
                groups[shared][page.index] = line
    apart = {id(line) for lines in edges for at, line in enumerate(lines) if is_apart(lines, at)}
    again = {
        id(line)
        for page, lines in zip(pages, small, strict=True)
        for line in lines
        if whole and page.index and whole in map(_compact, _DASH.split(line.text))
    }
    second = {id(line) for line in (small[1] if len(pages) == 2 else ()) if _is_second(line)}
    return (
        again
        | ruled_off(edges, pages, largest)
        | (second & apart)
        | {
            id(line)
            for shared, group in groups.items()
            if _runs_along(shared, group)
            for line in group.values()
            if shared[0] != "number" or id(line) in apart
        }
    )


def _is_second(line: EdgeLine) -> bool:
    """Whether a line of the second page of two says its number far from its other words."""
    parts = [part.text for part in line.parts()]
    others = [text for text in parts if text != "2"]
    are_words = all(len(_compact(text)) >= _FEWEST_LETTERS for text in others)
    return "2" in (parts[0], parts[-1]) and 0 < len(others) < len(parts) <= 3 and are_words


def _title_of(page: Page, largest: float) -> str:
    """The letters of what is set largest on the first page; empty for a word or two."""
    size = max((s.size for s in page.stretches), default=0.0)
    lines = [s for s in page.stretches if s.size == size and size > largest]
    said = _compact(" ".join(plain(s.text) for s in sorted(lines, key=_depth)))
    return said if len(said) >= _FEWEST_OF_TITLE else ""


def _depth(stretch: Stretch) -> float:
    return -stretch.base


def _runs_along(shared: tuple[str | int, ...], pages: Mapping[int, EdgeLine]) -> bool:
    """Whether enough pages share something; titles stand on a good part of those between them.

    The headings with which some pages of a report begin stand at one height, too.
    """
    if shared[0] == "number":
        return len(pages) >= _FEWEST_NUMBERED
    is_sparse = shared[0] == "title" and len(pages) * _SPARSE < max(pages) - min(pages) + 1
    return len(pages) >= _FEWEST and not is_sparse


def numbered_over_pages(edges: Sequence[Sequence[EdgeLine]], pages: Sequence[Page]) -> set[int]:
    """The identities of lines of words that carry, at an end, the numbers of their pages.

    Args:
        edges: For each page, its lines at one edge.
        pages: The pages.
    """
    groups: defaultdict[tuple[int, int, str], dict[int, int]] = defaultdict(dict)
    for page, lines in zip(pages, edges, strict=True):
        for line in lines:
            words = _compact(line.mask)
            if len(words) >= _FEWEST_LETTERS:
                parts = list(line.parts())
                ends = parts[0].text.split(" ")[0], parts[-1].text.split(" ")[-1]
                for step in _counted(page, *ends):
                    height = round(line.height / SAME_HEIGHT)
                    groups[height, step, words][page.index] = id(line)
    found = (group for group in groups.values() if len(group) >= _FEWEST)
    return {line for group in found for line in group.values()}


def _opens_chapter(line: EdgeLine, largest: float) -> bool:
    """Whether a line is a word and a number, and in no smaller type than the text."""
    return line.size * LARGEST >= largest and is_chapter_number(line.text)


def _shared(
    line: EdgeLine, page: Page, titles: set[str], largest: float
) -> Iterator[tuple[str | int, ...]]:
    """What a line may share with others, together with its height."""
    height = round(line.height / SAME_HEIGHT)
    parts = list(line.parts())
    numbers = {page.label.casefold(), str(page.index + 1)}
    first, last = parts[0].text.split(" ")[0], parts[-1].text.split(" ")[-1]
    is_set_off = line.size > largest or all(stretch.bold for stretch in line.stretches)
    is_note = line.text.endswith(".") and first.isdecimal()
    if not (is_set_off or is_note) and len(_compact(line.mask)) >= _FEWEST_LETTERS:
        yield from (("number", height, step) for step in _counted(page, first, last))
    if is_caption(line.text) or len(parts) > _MOST_PARTS:
        return
    if len(parts) > 1:
        yield from (("part", _compact(p.text), round(p.left), height) for p in _wordy(parts))
    for words in (_BEFORE_DASH.match(line.text), _BEHIND_DASH.search(line.text)):
        if words is not None and line.size <= largest:
            yield "part", words[0].casefold().strip(), height
    is_entry = last.isdecimal() and last not in numbers
    said = () if is_entry else (line.text, *(part.text for part in parts))
    if line.size <= largest and any(_compact(words) in titles for words in said):
        yield "title", height


def _counted(page: Page, *words: str) -> Iterator[int]:
    """How far words that may be the number of a page are from the number that it is counted by."""
    for said in words:
        inside = _BETWEEN_SIGNS.fullmatch(said)
        word = said if inside is None else inside[2]
        if word.casefold() == page.label.casefold():
            yield 1
        elif word.isascii() and word.isdecimal() and len(word) <= _LONGEST_NUMBER:
            yield int(word) - page.index


def _wordy(parts: Sequence[Part]) -> Iterator[Part]:
    return (part for part in parts if len(_compact(part.text)) >= _FEWEST_LETTERS)


def _said_in_headings(
    edges: Sequence[Sequence[EdgeLine]], pages: Sequence[Page], largest: float
) -> set[str]:
    """The words of lines at an edge that a line of the text says, too, in bold or larger type."""
    wanted = {
        _compact(words)
        for lines in edges
        for line in lines
        for words in (line.text, *(part.text for part in line.parts()))
        if len(words) <= _LONGEST
    }
    wanted = {words for words in wanted if len(words) >= _FEWEST_LETTERS}
    heights = {round(line.height / SAME_HEIGHT) for lines in edges for line in lines}
    found = set()
    for page in pages:
        for stretch in page.stretches:
            is_set_off = stretch.bold or stretch.size > largest
            is_short = len(stretch.text) <= _LONGEST and not _LEADER.search(stretch.text)
            if is_set_off and is_short and round(stretch.base / SAME_HEIGHT) not in heights:
                words = _compact(plain(stretch.text))
                if words in wanted:
                    found.add(words)
    return found


def _compact(text: str) -> str:
    """The letters of a text."""
    return _NO_LETTER.sub("", text.casefold())


def largest_size(pages: Sequence[Page]) -> float:
    """The largest size of a running head: hardly more than what most of the text is set in."""
    return LARGEST * text_size(pages)


def text_size(pages: Sequence[Page]) -> float:
    """The size that most of the text is set in, 0 where there is none."""
    sizes = Counter[float]()
    for page in pages:
        for stretch in page.stretches:
            sizes[stretch.size] += len(stretch.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
