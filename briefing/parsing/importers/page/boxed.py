"""Headings of boxes that a page sets into the flow of its article: facts, polls, words of a figure.

Such a heading is none of the article: what follows the box goes on with the text above it. It stays
as a line in bold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice

from briefing.parsing.importers.page.naming import is_called_box
from briefing.parsing.importers.page.tree import HEADINGS, Element, text_of

_HOLDING = ("div", "section", "aside", "article", "figure")
_RUNNING = 60
"""Characters from which a paragraph is running text."""
_PARAGRAPHS = 3
"""Such paragraphs around a box, from which on they are the flow of an article."""
_NEAR = 2
"""Elements with words above a box, one of which is running text."""
_LONGEST = 4_000
"""Characters of a box; more are a section."""
_SMALL = 600
"""Characters of a box with others in it."""
_SHORTEST = 30
"""Characters that it has below its heading."""
_OFTEN = 3
"""How many boxes of one class are what an article is made of."""
_AROUND, _FEW = 4, 8
"""How many elements around a heading are asked for their names, and beside a box for their words.
"""


def boxed_headings(root: Element) -> frozenset[Element]:
    """The headings of boxes in an article, which are of another kind than those of its sections.

    Where it has no others, several of a kind are those of its sections.

    Args:
        root: The article, without what is none of it.
    """
    boxes = _Boxes(root)
    captions = (h for each in root.iter("figcaption") for h in each.iter(*HEADINGS))
    boxed = {heading: boxes.heads_box(heading) for heading in root.iter(*HEADINGS)}
    sections = {_kind(heading) for heading, is_box in boxed.items() if not is_box}
    if not any(tag != "h1" for tag, _class in sections):
        sections |= {kind for kind, count in Counter(map(_kind, boxed)).items() if count > 1}
    found = (h for h, is_box in boxed.items() if is_box and _kind(h) not in sections)
    named = [(h, box) for h in root.iter(*HEADINGS) for box in boxes.called_around(h)]
    counts = Counter(box.get("class") for _heading, box in named)
    few = (heading for heading, box in named if counts[box.get("class")] < _OFTEN)
    return frozenset((*found, *few, *captions))


def _kind(heading: Element) -> tuple[str, str | None]:
    return str(heading.tag), heading.get("class")


class _Boxes:
    """What is asked of the elements around headings; of each but once, for many are around all."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._characters = cache(_characters)
        self._is_below_words = cache(_is_below_words)
        self._is_between = cache(_is_between)

    def called_around(self, heading: Element) -> Iterator[Element]:
        """The nearest element around a heading that is called a box, if there is one."""
        around = heading
        for _distance in range(_AROUND):
            if around is self._root:
                return
            if is_called_box(around):
                if self._characters(around) <= _LONGEST:
                    yield around
                return
            around = around.getparent()

    def heads_box(self, heading: Element) -> bool:
        """Whether a heading begins an element that stands between paragraphs of running text."""
        box = heading
        while box is not self._root and not self._is_below_words(box):
            box = box.getparent()
        if box is self._root or box is heading or box.tag not in _HOLDING:
            return False
        below = self._characters(box) - len(text_of(heading))
        return _SHORTEST <= below <= _LONGEST and (self._is_between(box) or self._is_in_small(box))

    def _is_in_small(self, box: Element) -> bool:
        """Whether a box stands in a small one between paragraphs, as an offer among others."""
        outer = box.getparent()
        for _distance in range(_AROUND):
            if outer is self._root or self._characters(outer) > _SMALL:
                return False
            if outer.tag in _HOLDING and self._is_below_words(outer) and self._is_between(outer):
                return True
            outer = outer.getparent()
        return False


def _is_below_words(element: Element) -> bool:
    """Whether words stand above an element in what holds it."""
    outer = element.getparent()
    return bool((outer.text or "").strip() or _beside(element, above=True))


def _is_between(box: Element) -> bool:
    """Whether the flow that a box interrupts goes on below it."""
    above, below = (
        [_is_running(other) for other in _beside(box, above=is_above)] for is_above in (True, False)
    )
    is_within = any(below[:1]) and any(above[:_NEAR])
    return is_within and sum(above) + sum(below) >= _PARAGRAPHS


def _beside(element: Element, *, above: bool = False) -> list[Element]:
    """The elements with words beside one, the nearest first."""
    return [e for e in islice(element.itersiblings(preceding=above), _FEW) if text_of(e)]


def _is_running(element: Element) -> bool:
    return element.tag == "p" and len(text_of(element)) >= _RUNNING


def _characters(element: Element) -> int:
    """How many there are in an element, up to more than the longest box has."""
    count = 0
    for words in element.itertext():
        count += len(words.strip())
        if count > _LONGEST:
            break
    return count
