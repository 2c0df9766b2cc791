"""Headings in a margin beside the text that they head, as audit offices and banks set them.

They are bold, or in another face or colour than the text and no smaller than it, and their first
line stands beside the first one of a paragraph. Each is put above that line, where it is read; what
stands above it moves up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.model.records import replace
from briefing.parsing.importers.pdf.lines import Page, Stretch
from briefing.parsing.importers.pdf.medians import median

_FEWEST = 3
"""Headings of a document that stand so; fewer may be the first column of a table."""
_ENOUGH_LINES, _ENOUGH_WORDS = 8, 6
"""Lines of running text on a page at least, and the words that each of those has."""
_FEW = 0.1
"""The share of running lines that may begin further left than the text does."""
_MOST, _EACH, _MOST_LINES = 4, 4, 5
"""Headings of a page where each has less running text than so many lines, and lines of one."""
_LONGEST, _FEWEST_LETTERS = 45, 4
"""Characters of a line at most, and letters of a heading at least; fewer are those of a number."""
_APART = 1.0
"""Times the size of the type: how far a heading is from the text at least."""
_OUTSIDE = 3.0
"""Points by which lines of the text may stick out."""
_LEAST = 0.98
"""Times the size of the text: how large a heading is that is not bold."""
_LEVEL = 0.5
"""The same: how far the first lines of a heading and of its paragraph are apart in height."""
_BELOW = 2.5
"""The same: how far below a heading the text of a box stands at most."""
_CLOSE, _PITCH = 1.6, 1.2
"""The same: how far apart the lines of a heading are at most, and are when they are moved."""

_Heading = tuple[list[Stretch], Stretch]
"""The lines of a heading, and the line of text that it stands beside."""


def set_side_headings(pages: Sequence[Page]) -> None:
    """Put the headings that stand beside the text of some pages above it."""
    found = {page.index: _headings(page) for page in pages}
    if sum(map(len, found.values())) < _FEWEST:
        return
    for page in pages:
        if headings := found.get(page.index):
            page.stretches = list(_moved(page.stretches, headings))


def _headings(page: Page) -> list[_Heading]:
    """The headings in the margins of a page, each with the first line of its paragraph."""
    running = [s for s in page.stretches if s.text.count(" ") + 1 >= _ENOUGH_WORDS and not s.bold]
    if len(running) < _ENOUGH_LINES:
        return []
    left, right = _edges(running)
    size = median(s.size for s in running)
    few, most = _FEW * len(running), max(_MOST, len(running) // _EACH)
    beside = [
        [s for s in page.stretches if s.right < left - _APART * size],
        [s for s in page.stretches if s.left > right + _APART * size],
    ]
    crossing = sum(s.left < left - size for s in running), sum(s.right > right for s in running)
    text = [s for s in page.stretches if abs(s.left - left) < size and not s.bold]
    faces = {s.face for s in running}
    found: list[_Heading] = []
    for margin, crosses in zip(beside, crossing, strict=True):
        if crosses <= few:
            own = [s for s in margin if s.bold or (s.face not in faces and s.size >= _LEAST * size)]
            heads = list(_beside(own, text))
            if len(heads) <= most and all(_is_alone(heading, margin) for heading in heads):
                found += heads
    return found if len(found) <= most else []


def _is_alone(heading: _Heading, margin: Sequence[Stretch]) -> bool:
    """Whether nothing stands in its margin on the lines of a heading or close below it.

    The title of a box has text below it, and the cell of a table has others beside it.
    """
    lines = heading[0]
    low, high = lines[-1].base - _BELOW * lines[-1].size, lines[0].base + _LEVEL * lines[0].size
    others = (s for s in margin if all(s is not line for line in lines))
    return not any(s.ruled for s in lines) and not any(low < s.base < high for s in others)


def _edges(running: Sequence[Stretch]) -> tuple[int, float]:
    """Where running text begins and ends; a long word may stick out."""
    lefts = Counter(round(s.left) for s in running)
    edges = (at for at in lefts if sum(lefts[at + off] for off in (-1, 0, 1)) >= _FEWEST)
    rights = sorted(s.right for s in running)
    return min(edges, default=0), rights[-1 - int(_FEW * len(rights))] + _OUTSIDE


def _beside(margin: Sequence[Stretch], text: Sequence[Stretch]) -> Iterator[_Heading]:
    """The headings among the lines of a margin, each with the line that it stands beside."""
    for lines in _groups(sorted(margin, key=lambda s: -s.base)):
        beside = [s for s in text if abs(s.base - lines[0].base) <= _LEVEL * s.size]
        is_short = len(lines) <= _MOST_LINES and all(len(s.text) <= _LONGEST for s in lines)
        letters = sum(char.isalpha() for line in lines for char in line.text)
        if beside and is_short and letters >= _FEWEST_LETTERS:
            yield lines, beside[0]


def _groups(margin: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """Lines close below each other that are set alike."""
    group = list(margin[:1])
    for above, line in pairwise(margin):
        if above.base - line.base > _CLOSE * max(above.size, line.size):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _moved(stretches: Sequence[Stretch], headings: Sequence[_Heading]) -> Iterator[Stretch]:
    """The lines of a page, each heading above its paragraph, and what is higher up moved by it."""
    places = {
        id(line): (text, len(lines) - at)
        for lines, text in headings
        for at, line in enumerate(lines)
    }
    for stretch in stretches:
        text, place = places.get(id(stretch), (stretch, 0))
        room = sum(
            (len(lines) + 1) * _PITCH * lines[0].size
            for lines, beside in headings
            if text.base > beside.base + _LEVEL * beside.size
        )
        base = text.base + room + place * _PITCH * stretch.size
        right = stretch.right + text.left - stretch.left
        yield replace(stretch, left=text.left, right=right, base=base)
