"""The feet of slides, of which a page has several: handouts, and slides with notes below them.

A foot stands in small type at the lower end of the frame of its slide, or where others stand on
each page, says the same as theirs, and the number in it or beside it counts on from slide to slide.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefing.model.records import dataclass
from briefing.parsing.importers.pdf.edges import DIGITS
from briefing.parsing.importers.pdf.lines import Page, Stretch, plain
from briefing.parsing.importers.pdf.numbered import is_caption

_FEWEST, _FEWEST_PAGES, _FEWEST_LETTERS = 4, 2, 6
"""Slides whose feet say the same, pages that they are on, and letters of what they say."""
_SMALL = 0.85
"""The share of the usual size of the type that a foot has at most."""
_SAME, _LEVEL = 2.0, 1.0
"""Points by which feet at one height differ; and times the size of the type: how far apart what
stands on the line of a foot is."""
_MOST = 0.8
"""How many feet of one kind must be alike."""
_ALONE = re.compile(r"\d{1,3}(?:\s*(?:/|\||[^\W\d_]{1,4})\s*\d{1,3})?")
"""The number of a slide, with how many there are."""


@dataclass(frozen=True, slots=True)
class _Foot:
    page: Page
    line: Stretch


def take_slide_feet(pages: Sequence[Page]) -> list[str]:
    """Take the feet of slides out of pages that have several.

    Returns:
        What was taken out, those that differ by their numbers once.
    """
    sizes = Counter[float]()
    for page in pages:
        for line in page.stretches:
            sizes[line.size] += len(line.text)
    usual = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
    kinds = defaultdict[tuple[str, float], list[_Foot]](list)
    for page in pages:
        for line in page.stretches:
            if line.size <= _SMALL * usual:
                kinds[_mask(line.text), line.size].append(_Foot(page, line))
    going: set[int] = set()
    taken: list[str] = []
    for (mask, _size), lines in kinds.items():
        feet = _feet(mask, lines)
        if feet:
            going |= {id(line) for foot in feet for line in (foot.line, *_numbers_beside(foot))}
            taken.append(plain(feet[0].line.text))
    for page in pages if going else ():
        page.stretches = [s for s in page.stretches if id(s) not in going]
    return taken


def _mask(text: str) -> str:
    return DIGITS.sub("#", plain(text).casefold())


def _feet(mask: str, lines: Sequence[_Foot]) -> list[_Foot]:
    """Those of some lines that say the same that are the feet of slides; none where few are."""
    pages = {line.page.index for line in lines}
    are_several = len(lines) >= _FEWEST and len(lines) > len(pages) >= _FEWEST_PAGES
    is_wordy = sum(map(str.isalpha, mask)) >= _FEWEST_LETTERS
    if not are_several or not is_wordy or is_caption(plain(lines[0].line.text)):
        return []
    heights = Counter(round(line.line.base / _SAME) for line in lines)
    feet = [line for line in lines if _ends_box(line) or _is_level(line, heights)]
    return feet if len(feet) >= _MOST * len(lines) and _count_on(feet) else []


def _ends_box(foot: _Foot) -> bool:
    """Whether a line is the last one of the box that it stands in."""
    if not foot.line.box:
        return False
    inside = [s for s in foot.page.stretches if s.box == foot.line.box]
    lowest = min(s.base for s in inside)
    return len(inside) > 1 and foot.line.base - lowest <= _LEVEL * foot.line.size


def _is_level(foot: _Foot, heights: Mapping[int, int]) -> bool:
    """Whether a line stands at a height at which others of its kind do."""
    at = round(foot.line.base / _SAME)
    return sum(heights.get(at + off, 0) for off in (-1, 0, 1)) > 1


def _count_on(feet: Sequence[_Foot]) -> bool:
    """Whether the numbers in feet, or beside them, count on from one to the next."""
    said: set[int] = set()
    for foot in feet:
        for line in (foot.line, *_numbers_beside(foot)):
            said.update(int(number[-6:]) for number in DIGITS.findall(plain(line.text)))
    longest = max((_run(said, first) for first in said if first - 1 not in said), default=0)
    return longest >= _MOST * len(feet)


def _run(numbers: set[int], first: int) -> int:
    """How many numbers follow each other from one on."""
    last = first
    while last in numbers:
        last += 1
    return last - first


def _numbers_beside(foot: _Foot) -> Iterator[Stretch]:
    """The numbers of slides that stand on the line of a foot."""
    for line in foot.page.stretches:
        is_level = abs(line.base - foot.line.base) <= _LEVEL * foot.line.size
        if is_level and line is not foot.line and _ALONE.fullmatch(plain(line.text).strip()):
            yield line
