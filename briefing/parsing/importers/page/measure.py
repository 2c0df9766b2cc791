"""What there is in the elements of a page: words, links, sentences. One pass for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.model.records import dataclass
from briefing.parsing.importers.page.tree import BLOCKS, Element, stays_here

_SENTENCE = re.compile(r"[.!?…。！？।۔؟։።]")
"""Signs that end sentences in many scripts."""
_COMMA = re.compile("[,،，、﹐﹑⸲︐︑︒]")
_SENTENCE_LENGTH = 40
"""Characters from which words with a full stop are a sentence, and no label."""
_LINKED = 0.4
"""The share of a paragraph's characters that may be links."""
_HERE = 0.3
"""What a link inside the same page counts, as notes and tables of contents have them."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(slots=True)
class Measure:
    """What there is in an element with all that it holds."""

    characters: int = 0
    """Of its words."""
    linked: float = 0
    """Characters of words that lead elsewhere."""
    in_lists: int = 0
    """Characters in lists."""
    in_headings: int = 0
    """Characters in headings."""
    prose: int = 0
    """Characters of running text: blocks with a sentence in them that are not mostly links."""
    commas: int = 0
    """Commas, of which menus have none."""
    paragraphs: int = 0
    items: int = 0
    pictures: int = 0
    has_blocks: bool = False
    """Whether it is parted into blocks."""
    has_figure: bool = False
    has_sentence: bool = False
    """Whether a sentence ends in the words that stand in it directly, or in inline elements."""
    loose: int = 0
    """Characters of those words."""

    @property
    def link_share(self) -> float:
        """Which share of its words are links; between 0 and 1."""
        return self.linked / self.characters if self.characters else 0.0

    def add_words(self, text: str | None) -> None:
        """Count words that stand in the element itself."""
        if not text or text.isspace():
            return
        count = len(" ".join(text.split()))
        self.characters += count
        self.loose += count
        self.commas += len(_COMMA.findall(text))
        self.has_sentence = self.has_sentence or _SENTENCE.search(text) is not None

    def add(self, child: Element, inner: Measure) -> None:
        """Count what a child holds."""
        tag = child.tag
        is_block = tag in BLOCKS
        self.characters += inner.characters
        address = child.get("href") if tag == "a" else None
        if address is None:  # what is only led to is no link
            self.linked += inner.linked
        else:
            self.linked += inner.characters * (_HERE if stays_here(child) else 1)
        self.in_lists += inner.characters if tag in ("ul", "ol") else inner.in_lists
        self.in_headings += inner.characters if tag in _HEADINGS else inner.in_headings
        self.commas += inner.commas
        self.prose += inner.prose
        self.paragraphs += inner.paragraphs + (tag == "p")
        self.items += inner.items + (tag == "li")
        self.pictures += inner.pictures + (tag == "img")
        self.has_blocks = self.has_blocks or is_block or inner.has_blocks
        self.has_figure = self.has_figure or tag == "figure" or inner.has_figure
        if not is_block and not inner.has_blocks:
            self.loose += inner.loose
            self.has_sentence = self.has_sentence or inner.has_sentence

    def close(self, tag: str) -> None:
        """Count the words of the element itself as running text, now that all are there."""
        is_text = tag in BLOCKS and tag not in _HEADINGS
        if not is_text or not self.has_sentence or self.loose < _SENTENCE_LENGTH:
            return
        if self.has_blocks or self.link_share < _LINKED:
            self.prose += self.loose


Measures = dict[Element, Measure]
"""Those of elements, what is inside an element before it."""


def measure(root: Element) -> Measures:
    """Measure an element and all that it holds."""
    measures: Measures = {}
    for element in reversed(list(root.iter())):
        measures[element] = measure_one(element, measures)
    return measures


def measure_again(measures: Measures, changed: Iterable[Element]) -> None:
    """Bring measures up to date.

    Args:
        measures: Those of a page, without what was taken out of it since.
        changed: The elements that something was taken out of.
    """
    old = set[Element]()
    for element in changed:
        for outer in (element, *element.iterancestors()):
            if outer in old:
                break
            old.add(outer)
    for element in measures if old else ():
        if element in old:
            measures[element] = measure_one(element, measures)


def measure_one(element: Element, measures: Measures) -> Measure:
    """Measure an element whose children are measured."""
    own = Measure()
    own.add_words(element.text)
    for child in element:
        inner = measures.get(child)
        if inner is not None:
            own.add(child, inner)
        own.add_words(child.tail)
    own.close(str(element.tag))
    return own
