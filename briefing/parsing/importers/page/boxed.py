"""Headings of boxes that a page sets into the flow of its article: facts, polls, words of a figure.

Such a heading is none of the article: what follows the box goes on with the text above it, or the
article ends with the box. It stays as a line in bold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.parsing.importers.page.flow import (
    ends_flow,
    is_running,
    paragraphs_of_flow,
    with_words_beside,
)
from briefing.parsing.importers.page.naming import is_called_box
from briefing.parsing.importers.page.tree import HEADINGS, Element, text_of

_HOLDING = ("div", "section", "aside", "article", "figure")
_PARAGRAPHS = 3
"""Paragraphs of running text around a box, from which on they are the flow of an article."""
_NEAR = 2
"""Elements with words above a box, one of which is running text."""
_LONGEST = 4_000
"""Characters of a box; more are a section."""
_SMALL, _LAST = 1_000, 600
"""Characters of a box with others in it, and of one at the end of an article."""
_SHORTEST = 30
"""Characters that it has below its heading."""
_OFTEN = 3
"""How many boxes of one class are what an article is made of."""
_PARTS = 2
"""Headings of a box, or of one with others in it."""
_DEEP = 6
"""How deep a heading stands in one that is set between paragraphs."""
_AROUND = 4
"""How many elements around a heading are asked for their names."""


class Boxes:
    """What is asked of the elements around headings; of each but once, for many are around all."""

    def __init__(self, root: Element, above: Sequence[Element] = ()) -> None:
        """Ask about an article, or about the last part of one.

        Args:
            root: The article, without what is none of it.
            above: Its other parts, where this is the last.
        """
        self._root, self._above = root, above
        self._characters = cache(_characters)
        self._is_below_words = cache(_is_below_words)
        self._is_between = cache(_is_between)
        self._is_parted = cache(_is_parted)
        self._ends_article = cache(self._ends)

    def headings(self) -> frozenset[Element]:
        """The headings of boxes, which are of another kind than those of the sections.

        Where there are no others, several of a kind are those of the sections.
        """
        root, own = self._root, [*self._root.iter(*HEADINGS)]
        captions = (h for each in root.iter("figcaption") for h in each.iter(*HEADINGS))
        boxed = {heading: self.is_headed_by(heading) for heading in own}
        sections = {_kind(heading) for heading, is_box in boxed.items() if not is_box}
        sections |= {_kind(heading) for part in self._above for heading in part.iter(*HEADINGS)}
        if not any(tag != "h1" for tag, _class in sections):
            sections |= {kind for kind, count in Counter(map(_kind, boxed)).items() if count > 1}
        found = (h for h, is_box in boxed.items() if is_box and _kind(h) not in sections)
        apart = (heading for heading in own if self._is_beside_sections(heading))
        named = [(h, box) for h in own for box in self.called_around(h)]
        counts = Counter(box.get("class") for _heading, box in named)
        few = (heading for heading, box in named if counts[box.get("class")] < _OFTEN)
        return frozenset((*found, *apart, *few, *captions, *filter(_counts, own)))

    def _is_beside_sections(self, heading: Element) -> bool:
        """Whether a heading stands below other words of a small box, which is beside its kind."""
        box = heading
        for _distance in range(_DEEP):
            if box is self._root:
                return False
            box = box.getparent()
            if box is self._root or self._characters(box) > _LAST or self._is_parted(box):
                return False
            if box.tag in _HOLDING and self._is_between(box):
                beside = (*box.itersiblings(), *box.itersiblings(preceding=True))
                is_first = text_of(box).startswith(text_of(heading))
                return not is_first and any(_kind(other) == _kind(heading) for other in beside)
        return False

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

    def is_headed_by(self, heading: Element) -> bool:
        """Whether an element, which may be a heading, begins a box."""
        box = self._begun_by(heading)
        return box is not heading and self._is_box(box, len(text_of(heading)))

    def is_begun_by(self, holder: Element, words: str) -> bool:
        """Whether words that stand in an element, above whatever else is in it, begin a box."""
        return self._is_box(self._begun_by(holder), len(words))

    def _begun_by(self, first: Element) -> Element:
        """The outermost element that begins with another."""
        box = first
        while box is not self._root and not self._is_below_words(box):
            box = box.getparent()
        return box

    def _is_box(self, box: Element, heading: int) -> bool:
        """Whether an element is a box, of whose characters so many are those of its heading.

        It stands between paragraphs of running text, or at the end of an article.
        """
        below = self._characters(box) - heading
        if box.tag not in _HOLDING or not _SHORTEST <= below <= _LONGEST or self._is_parted(box):
            return False
        if box is self._root:
            return below <= _LAST and self._is_apart()
        if self._is_between(box) or self._is_in_small(box):
            return True
        return below <= _LAST and self._ends_article(box)

    def _is_in_small(self, box: Element) -> bool:
        """Whether a box stands in a small one between paragraphs, as an offer among others."""
        outer = box.getparent()
        for _distance in range(_AROUND):
            if outer is self._root or self._characters(outer) > _SMALL or self._is_parted(outer):
                return False
            if outer.tag in _HOLDING and self._is_below_words(outer) and self._is_between(outer):
                return True
            outer = outer.getparent()
        return False

    def _is_apart(self) -> bool:
        """Whether the parts above the last one are of another kind, and the article."""
        alike = any(_kind(part) == _kind(self._root) for part in self._above)
        flow = sum(is_running(text) for part in self._above for text in part.iter("p"))
        return not alike and flow >= _PARAGRAPHS

    def _ends(self, box: Element) -> bool:
        """Whether the flow of the article ends above a box, which is no part of it in its kind."""
        above = with_words_beside(box, above=True)
        alike = any(_kind(other) == _kind(box) for other in above)
        flow = [paragraphs_of_flow(other, box) for other in above]
        return not alike and sum(flow) >= _PARAGRAPHS and ends_flow(box, self._root)


def _is_parted(element: Element) -> bool:
    """Whether an element has so many headings that it is text, as a recipe is."""
    return sum(1 for _heading in element.iter(*HEADINGS)) > _PARTS


def _counts(heading: Element) -> bool:
    """Whether a heading is a number, with what it counts below it: ``7``, ``boats are at sea``."""
    if any(map(str.isalpha, text_of(heading))):
        return False
    return any(text_of(below)[:1].islower() for below in with_words_beside(heading)[:1])


def _is_below_words(element: Element) -> bool:
    """Whether words stand above an element in what holds it."""
    outer = element.getparent()
    return bool((outer.text or "").strip() or with_words_beside(element, above=True))


def _is_between(box: Element) -> bool:
    """Whether the flow that a box interrupts goes on below it, or below what it ends."""
    last = box
    for _distance in range(_AROUND):
        outer = last.getparent()
        if with_words_beside(last) or outer.getparent() is None:
            break
        last = outer
    above, below = (
        [paragraphs_of_flow(other, box) for other in with_words_beside(inner, above=inner is box)]
        for inner in (box, last)
    )
    is_within = any(below[:1]) and any(above[:_NEAR])
    return is_within and sum(above) + sum(below) >= _PARAGRAPHS


def _characters(element: Element) -> int:
    """How many there are in an element, up to more than the longest box has."""
    count = 0
    for words in element.itertext():
        count += len(words.strip())
        if count > _LONGEST:
            break
    return count


def _kind(element: Element) -> tuple[str, str | None]:
    return str(element.tag), element.get("class")
