"""The flow of a text: which elements are running text, and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from briefing.parsing.importers.page.tree import Element, text_of

RUNNING = 60
"""Characters from which a paragraph is running text."""
_NEAR = 2
"""Elements with words above one, the first or second of which is running text."""
_FEW = 8
"""How many elements beside one are asked for their words."""
_REST = 300
"""Elements below the end of a text at most."""
_HOLDING = ("div", "section", "article", "main")
"""Elements that hold paragraphs, whatever they are for."""


def is_running(element: Element) -> bool:
    """Whether an element is a paragraph of running text."""
    return element.tag == "p" and len(text_of(element)) >= RUNNING


def with_words_beside(element: Element, *, above: bool = False) -> list[Element]:
    """The elements with words beside one, the nearest first."""
    return [e for e in islice(element.itersiblings(preceding=above), _FEW) if text_of(e)]


def is_in_flow(element: Element) -> bool:
    """Whether running text stands right below an element, and above it or above what is there."""
    above, below = (with_words_beside(element, above=is_above) for is_above in (True, False))
    return any(map(is_running, below[:1])) and any(map(is_running, above[:_NEAR]))


def paragraphs_of_flow(element: Element, beside: Element) -> int:
    """How many paragraphs of running text an element is, or begins with.

    Args:
        element: What is asked about.
        beside: What interrupts the flow; elements of its own kind do not make it up.
    """
    if element.tag == "p":
        return int(is_running(element))
    if (element.tag, element.get("class")) == (beside.tag, beside.get("class")):
        return 0
    first: Element | None = element
    while first is not None and first.tag in _HOLDING and not (first.text or "").strip():
        first = next((child for child in first if text_of(child)), None)
    if first is None or not is_running(first):
        return 0
    return sum(map(is_running, first.getparent().iterchildren("p")))


def ends_flow(element: Element, root: Element) -> bool:
    """Whether no running text stands below an element, up to the end of what is around it."""
    below = list(islice(_elements_below(element, root), _REST + 1))
    return len(below) <= _REST and not any(map(is_running, below))


def _elements_below(element: Element, root: Element) -> Iterator[Element]:
    inner = element
    while inner is not root:
        for below in inner.itersiblings():
            yield from below.iter()
        inner = inner.getparent()
