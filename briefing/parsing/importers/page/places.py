"""Where on a page an article begins: its title, its text, and what stands between both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from briefing.parsing.headings import is_byline_or_date
from briefing.parsing.importers.page.naming import is_beside_title, is_shown_by_name
from briefing.parsing.importers.page.pieces import Piece
from briefing.parsing.importers.page.tree import Element, body_of, take_out
from briefing.text.lines import letters_of

_RUNNING, _BEGUN, _TOLD = 60, 40, 120
"""Characters from which a block is running text, letters by which one that begins so is found, and
letters that tell it."""
_FIRSTS = 6
"""Blocks of running text, one of which is the first below the title."""
_KICKED = 12
"""Letters of a title before which a heading may say more."""
_LONGEST = 800
"""Characters of an element that are looked at."""

_Begun = Mapping[str, tuple[str, int | None]]
"""How blocks of the text begin, and which they are, by their first letters."""


class Place(NamedTuple):
    """The beginning of an article on its page."""

    above: list[Element]
    """The elements of its article above the title."""
    heading: Element
    """Its title."""
    between: list[Element]
    """The elements below the title and above the text, the outer ones first."""
    first: Element
    """The one with which the text begins."""
    below: list[Element]
    """Those below it, up to the next block of the text."""
    at: int
    """Which of the blocks of the article the text begins with, 0-based."""


def place_of(root: Element, title: str | None, found: Sequence[Piece]) -> Place | None:
    """Where an article begins; None where its text does not stand below its title.

    Args:
        root: The whole page, which loses its scripts and style sheets.
        title: The words of its title, where they are known.
        found: The blocks of the article.
    """
    for unseen in list(body_of(root).iter("script", "style")):
        take_out(unseen)
    texts = [(letters_of(found[at].text)[:_TOLD], at) for at in _running(found)]
    begun = {said[:_BEGUN]: (said, at) for said, at in reversed(texts)}
    named = letters_of(title or "")
    places = (_place(root, tag, named, begun) for tag in ("h1", "h2"))
    return next((place for place in places if place is not None), None)


def _place(root: Element, tag: str, named: str, begun: _Begun) -> Place | None:
    heading, between = None, list[Element]()
    elements = body_of(root).iter()
    for element in elements:
        words = beginning_of(element)
        if element.tag == tag and named and _says(letters_of(words), named):
            heading, between = element, []
        elif heading is None:
            continue
        elif (at := _begins(words, begun)) is not None and not _is_beside(element):
            return Place(
                _above(heading), heading, between, element, _up_to_next(elements, begun, at), at
            )
        else:
            between.append(element)
    return None


def _is_beside(element: Element) -> bool:
    """Whether an element is called words of a picture, or of who wrote the text."""
    return is_shown_by_name(element) or is_beside_title(element)


def _says(heading: str, named: str) -> bool:
    """Whether a heading says a title, a part of it, or more before it, as a kicker."""
    return heading in named or (len(named) >= _KICKED and heading.endswith(named))


def _above(heading: Element) -> list[Element]:
    article = next((e for e in heading.iterancestors() if e.tag == "article"), None)
    return [] if article is None else list(takewhile(lambda e: e is not heading, article.iter()))


def _begins(words: str, begun: _Begun) -> int | None:
    """Which block of the text some words begin with."""
    is_text = len(words) >= _RUNNING and not is_byline_or_date(words)
    letters = letters_of(words) if is_text else ""
    said, at = begun.get(letters[:_BEGUN], ("", None))
    is_it = letters.startswith(said) or said.startswith(letters)
    return at if is_it else None


def _up_to_next(elements: Iterator[Element], begun: _Begun, at: int) -> list[Element]:
    """The elements up to another block of the text; none where no other follows."""
    found = list[Element]()
    for element in elements:
        if _begins(beginning_of(element), begun) not in (None, at):
            return found
        found.append(element)
    return []


def _running(found: Sequence[Piece]) -> list[int]:
    """The first blocks of running text, 0-based."""
    pieces = enumerate(found)
    texts = (at for at, p in pieces if len(p.text) >= _RUNNING and not (p.is_picture or p.level))
    return list(islice((at for at in texts if not found[at].is_caption), _FIRSTS))


def beginning_of(element: Element) -> str:
    """The first words of an element on one line: all of a short one."""
    words, count = list[str](), 0
    for text in element.itertext():
        words += text.split()
        count += len(text)
        if count > _LONGEST and sum(map(len, words)) > _LONGEST:
            break
    return " ".join(words)
