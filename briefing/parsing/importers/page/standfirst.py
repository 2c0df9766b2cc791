"""The standfirst of an article, wherever a page has it between the title and the text.

Pages keep it in a header of their own, in an element that no name tells from others; but most say
the same words to search engines, as the description of the article. What stands below the title,
above the text, and is called a standfirst, says that description or is a heading right below the
title, is the standfirst.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable

from briefing.parsing.headings import is_byline_or_date
from briefing.parsing.importers.page.below_title import is_elsewhere, standfirst_by_place
from briefing.parsing.importers.page.blocks import pieces_of
from briefing.parsing.importers.page.facts import PageFacts
from briefing.parsing.importers.page.measure import measure
from briefing.parsing.importers.page.naming import is_standfirst
from briefing.parsing.importers.page.pieces import Piece, as_line, has_sentence
from briefing.parsing.importers.page.places import Place, beginning_of
from briefing.parsing.importers.page.tree import (
    HEADINGS,
    Element,
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
_RUNNING, _FIRSTS = 60, 6
"""Characters from which a block is running text, and how many of them no standfirst repeats."""
_LINES = 4
"""Lines of a standfirst; more are the text."""


def with_standfirst(found: list[Piece], place: Place | None, facts: PageFacts) -> list[Piece]:
    """The blocks of an article, with its standfirst before them where it was not among them.

    Args:
        found: The blocks.
        place: Where on its page the article begins, if that is known.
        facts: What the page says of itself.
    """
    if place is None:
        return found
    said = [letters_of(piece.text) for piece in found[:_AHEAD]]
    texts = [letters_of(p.text) for p in found if len(p.text) >= _RUNNING and not p.is_picture]
    stated = [letters for letters in map(letters_of, facts.descriptions) if len(letters) >= 25]
    between = [element for element in place.between if _may_lead(element)]
    for element in between:
        letters = letters_of(text_of(element))
        is_called = is_standfirst(element) and not is_elsewhere(element, place.heading)
        is_it = is_called or _is_below_title(element)
        is_it = is_it or any(_is_alike(letters, each) for each in stated)
        is_there = _is_said(letters, said) or any(each in letters for each in texts[:_FIRSTS])
        if is_it and not is_there:
            return [*_pieces([element]), *found]
    names = filter(None, (facts.headline, *facts.names))
    lines = standfirst_by_place(between, place.heading, names)
    lines = lines if len(lines) <= _LINES else []
    is_new = lines and not _is_said(letters_of("".join(map(text_of, lines))), said)
    return [*_pieces(lines), *found] if is_new else found


def _is_said(letters: str, said: Iterable[str]) -> bool:
    """Whether a block of an article begins with some words; one that quotes them says them again.

    The first blocks may say them together.
    """
    said = list(said)
    return letters in "".join(said[:_FIRSTS]) and (
        any(each.startswith(letters) for each in said) or not any(letters in each for each in said)
    )


def _pieces(elements: Iterable[Element]) -> list[Piece]:
    own = list(map(copy.deepcopy, elements))
    for element in own:
        clear(element)
    lead = [as_line(piece.text) if piece.level else piece for piece in pieces_of(own)]
    return [piece for piece in lead if not piece.is_picture]


def _may_lead(element: Element) -> bool:
    if element.tag not in _TAGS or len(beginning_of(element)) not in _CHARACTERS:
        return False
    own = measure(element)[element]
    return own.linked * 2 < own.characters and _is_part(element)


def _is_below_title(element: Element) -> bool:
    """Whether an element is a heading, or one sentence, right below the title of the article."""
    before = element.getprevious()
    if before is None or before.tag != "h1":
        return False
    text = text_of(element)
    is_sentence = element.tag == "p" and has_sentence(text) and not is_byline_or_date(text)
    return element.tag in HEADINGS or (is_sentence and next(element.iter("a", "img"), None) is None)


def _is_part(element: Element) -> bool:
    """Whether an element is shown, and stands in no box beside the article."""
    around = (element, *element.iterancestors())
    return all(outer.tag not in _BESIDE and is_shown(outer) for outer in around)


def _is_alike(letters: str, stated: str) -> bool:
    """Whether a text says what a description says, which may be cut short."""
    beginning = stated[:_ALIKE]
    return 0 <= letters.find(beginning) <= _AHEAD and len(letters) <= 2 * len(stated) + _ALIKE
