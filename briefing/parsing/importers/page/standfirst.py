"""The standfirst of an article, wherever a page has it between the title and the text.

Pages keep it in a header of their own, in an element that no name tells from others; but most say
the same words to search engines, as the description of the article. What stands below the title,
above the text, and is called a standfirst, says that description or is a heading right below the
title, is the standfirst.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator

from briefing.parsing.importers.page.blocks import pieces_of
from briefing.parsing.importers.page.facts import PageFacts
from briefing.parsing.importers.page.measure import measure
from briefing.parsing.importers.page.naming import is_standfirst
from briefing.parsing.importers.page.pieces import Piece, as_line
from briefing.parsing.importers.page.tree import (
    HEADINGS,
    Element,
    body_of,
    clear,
    is_shown,
    text_of,
)
from briefing.text.lines import letters_of

_TAGS = frozenset(("p", "h2", "h3", "h4", "h5", "div", "span", "section", "strong"))
_BESIDE = frozenset(("aside", "nav", "footer", "script", "style", "noscript", "template", "figure"))
"""Elements in which no standfirst stands."""
_CHARACTERS = range(20, 800)
_ALIKE = 50
"""Letters that a standfirst and a description begin with alike."""
_AHEAD = 30
"""Letters that may stand before them: a place, a kicker."""
_RUNNING = 60
"""Characters from which a block is running text."""


def with_standfirst(
    found: list[Piece], root: Element, title: str | None, facts: PageFacts
) -> list[Piece]:
    """The blocks of an article, with its standfirst before them where it was not among them.

    Args:
        found: The blocks.
        root: The whole page.
        title: The words of its title, where they are known.
        facts: What the page says of itself.
    """
    said = letters_of("\n".join(piece.text for piece in found[:_AHEAD]))
    running = (p for p in found if len(p.text) >= _RUNNING and not p.is_picture)
    first = next((letters_of(p.text) for p in running), "")
    stated = [letters for letters in map(letters_of, facts.descriptions) if len(letters) >= 25]
    for element in _between(root, letters_of(title or ""), first):
        letters = letters_of(text_of(element))
        is_it = _is_below_title(element) or is_standfirst(element)
        is_it = is_it or any(_is_alike(letters, each) for each in stated)
        is_there = letters in said or (first != "" and first in letters)
        if is_it and not is_there:
            own = copy.deepcopy(element)
            clear(own)
            lead = [as_line(piece.text) if piece.level else piece for piece in pieces_of([own])]
            lead = [piece for piece in lead if not piece.is_picture]
            return [*lead, *found]
    return found


def _between(root: Element, title: str, first: str) -> Iterator[Element]:
    """The elements below the title and above the text that may be a standfirst, the inner first."""
    body = body_of(root)
    elements, is_below, is_above = list[Element](), False, False
    for element in body.iter():
        words = _beginning(element)
        if element.tag == "h1" and title and letters_of(words) in title:
            is_below, elements = True, []
        elif len(words) >= _RUNNING and first.startswith(letters_of(words)[:80]):
            is_above = True
            break
        elif element.tag in _TAGS and len(words) in _CHARACTERS:
            elements.append(element)
    for element in elements if is_below and is_above else ():
        own = measure(element)[element]
        if own.linked * 2 < own.characters and _is_part(element):
            yield element


def _is_below_title(element: Element) -> bool:
    """Whether an element is a heading right below that of the article."""
    before = element.getprevious()
    return element.tag in HEADINGS and before is not None and before.tag == "h1"


def _beginning(element: Element) -> str:
    """The first words of an element on one line: all of a short one."""
    words, count = list[str](), 0
    for text in element.itertext():
        words += text.split()
        count += len(text)
        if count > _CHARACTERS.stop and sum(map(len, words)) > _CHARACTERS.stop:
            break
    return " ".join(words)


def _is_part(element: Element) -> bool:
    """Whether an element is shown, and stands in no box beside the article."""
    around = (element, *element.iterancestors())
    return all(outer.tag not in _BESIDE and is_shown(outer) for outer in around)


def _is_alike(letters: str, stated: str) -> bool:
    """Whether a text says what a description says, which may be cut short."""
    beginning = stated[:_ALIKE]
    return 0 <= letters.find(beginning) <= _AHEAD and len(letters) <= 2 * len(stated) + _ALIKE
