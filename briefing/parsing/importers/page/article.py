"""The article of a page as blocks: found, pruned, with what leads from its title to its text."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from briefing.parsing.importers.page.appeals import leave_out_appeals
from briefing.parsing.importers.page.blocks import pieces_of
from briefing.parsing.importers.page.comments import leave_out_comments
from briefing.parsing.importers.page.controls import leave_out_controls
from briefing.parsing.importers.page.films import leave_out_film_titles
from briefing.parsing.importers.page.finding import find_parts, leave_out_around
from briefing.parsing.importers.page.measure import Measures, measure
from briefing.parsing.importers.page.naming import is_standfirst
from briefing.parsing.importers.page.pictures import is_figure
from briefing.parsing.importers.page.pieces import Piece, letters_outside_links
from briefing.parsing.importers.page.pruning import prune
from briefing.parsing.importers.page.slides import leave_out_slides
from briefing.parsing.importers.page.titled import folded, heading_of, says_title
from briefing.parsing.importers.page.tree import Element, body_of, clear, text_of

_ENOUGH = 500
"""Characters of running text below which it is looked for once more, names aside."""
_FEW = 100
"""Letters of a text below its title that are enough."""
_SHARE = 0.1
"""The share of the running text that one of several articles has at least."""
_HEADS = frozenset(("header", "article", "main"))
_BEGINNING = 5
"""Paragraphs of a text, which its standfirst may be for narrow screens."""
_STANDFIRST = range(30, 600)
"""Characters of what leads from a title to the text."""


class _Way(NamedTuple):
    """How much the names of elements count."""

    finds_by_name: bool
    prunes_by_name: bool


_WAYS = _Way(True, True), _Way(False, True), _Way(False, False)
"""The ways to look for an article, one after the other until there is enough in it."""


def article_of(root: Element, title: str | None, most: int | None = None) -> list[Piece]:
    """The blocks of the article in a page.

    Args:
        root: The page; it stays as it is.
        title: The words of its title, where they are known.
        most: Characters of text from which on the rest is left away.
    """
    best: list[Piece] = []
    amount = -1
    for way in _WAYS:
        found, more = _found(root, title, most, way)
        best, amount = (found, more) if more > amount else (best, amount)
        if amount >= _ENOUGH or (way is _WAYS[0] and _is_sure(found, title)):
            break
    return best


def _is_sure(found: Sequence[Piece], title: str | None) -> bool:
    """Whether a text is short but has the title above it."""
    is_titled = any(piece.level and folded(piece.text) == folded(title or "") for piece in found)
    return is_titled and letters_outside_links(found) >= _FEW


def _found(
    root: Element, title: str | None, most: int | None, way: _Way
) -> tuple[list[Piece], int]:
    """The blocks, and how many characters of running text there are in them."""
    body = body_of(copy.deepcopy(root))
    leave_out_controls(body)
    leave_out_comments(body)
    leave_out_film_titles(body)
    leave_out_slides(body)
    clear(body)
    leave_out_appeals(body)
    measures = measure(body)
    leave_out_around(body, measures, by_name=way.finds_by_name)
    parts = _without_next(find_parts(body, measures, title), measures, title)
    parts = _without_double(parts)
    lead = list(_lead(body, parts, title))
    for part in parts:
        prune(part, measures, by_name=way.prunes_by_name)
    amount = sum(measures[part].prose for part in parts)
    return pieces_of([*lead, *parts], most), amount


def _without_double(parts: list[Element]) -> list[Element]:
    """The parts without a first one that the next begins with, for screens of another width."""
    if len(parts) < 2 or folded(text_of(parts[0])) not in _beginnings(parts[1:2]):
        return parts
    return parts[1:]


def _beginnings(parts: Iterable[Element]) -> set[str]:
    """What the first paragraphs of an article say."""
    texts = (folded(text_of(text)) for part in parts for text in part.iter("p"))
    return set(islice(texts, _BEGINNING))


def _without_next(parts: list[Element], measures: Measures, title: str | None) -> list[Element]:
    """One article of several, as pages have them that go on with the next story."""
    if len(parts) != 1:
        return parts
    articles = [e for e in parts[0].iter("article") if not _inside(e, "article", parts[0])]
    titled = [article for article in articles if _heading(article) is not None]
    if len(titled) < 2 or title is None:
        return parts
    enough = measures[parts[0]].prose * _SHARE
    named = folded(title)
    own = (
        e for e in titled if says_title(_heading(e) or "", named) and measures[e].prose >= enough
    )
    return list(islice(own, 1)) or parts


def _inside(element: Element, tag: str, root: Element) -> bool:
    for outer in element.iterancestors():
        if outer is root:
            return False
        if outer.tag == tag:
            return True
    return False


def _heading(article: Element) -> str | None:
    found = next(article.iter("h1", "h2"), None)
    return None if found is None else folded(text_of(found))


def _lead(body: Element, parts: Sequence[Element], title: str | None) -> Iterator[Element]:
    """Standfirst and picture between the title and the text, where they stand outside of it."""
    held = {inner for part in parts for inner in part.iter()}
    first = parts[0] if parts else None
    yield from (figure for figure in _above(body, title) if figure not in held)
    is_below, taken = False, set[Element]()
    said = _beginnings(parts)
    for element in body.iter():
        if element is first or element in held:
            return
        if element in taken or element.getparent() in taken:
            taken.add(element)
        elif element.tag == "h1":
            is_below = title is not None and says_title(text_of(element), folded(title))
        elif is_below and _leads(element, first):
            taken.add(element)
            words = folded(text_of(element))
            if is_figure(element) or words not in said:
                yield element
            said.add(words)


def _above(body: Element, title: str | None) -> list[Element]:
    """The picture with its caption that stands above a title, in the head of its article."""
    heading = heading_of(body, title)
    if heading is None or heading.tag != "h1":
        return []
    around = next((e for e in heading.iterancestors() if e.tag in _HEADS), None)
    if around is None:
        return []
    found = list[Element]()
    for element in around.iter():
        if element is heading:
            break
        if element.tag == "figure" and next(element.iter("figcaption"), None) is not None:
            found.append(element)
    return found if len(found) == 1 else []


def _leads(element: Element, first: Element | None) -> bool:
    if first is not None and any(outer is element for outer in first.iterancestors()):
        return False
    if is_figure(element):
        return True
    is_text = element.tag in ("p", "h2", "h3", "h4", "div", "span", "section")
    if not is_text or not is_standfirst(element):
        return False
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return len(text_of(element)) in _STANDFIRST and linked * 2 < len(text_of(element))
