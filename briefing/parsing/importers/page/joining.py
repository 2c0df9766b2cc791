"""The other parts of an article, of which one element is found.

Adverts part a text, and pages that are put together from blocks have it in several of them. Its
parts stand beside each other, are called the same, or share what holds hardly anything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Self

from briefing.parsing.importers.page.measure import Measure, Measures
from briefing.parsing.importers.page.titled import folded, heading_of, says_title
from briefing.parsing.importers.page.tree import Element, text_of

_PART = 100
"""Characters of running text in a part of an article."""
_MORE, _TEXT, _FEW_LINKS = 0.3, 0.75, 0.1
"""How much more text makes a wider choice; which share of what is added is text, and links."""
_HALF = 0.5
"""The share of text in what the only article of a page holds, boxes of data aside."""
_LITTLE = 500
"""Characters of running text below which lists and short lines count as well."""


def with_sections(
    parts: list[Element], body: Element, title: str | None, measures: Measures
) -> list[Element]:
    """The parts, or what holds the other sections of their article, too.

    Pages that are put together from blocks have a text in several of them. What is added is hardly
    more than running text, and no other article.
    """
    found, own = parts, _Amount.of(measures[part] for part in parts)
    for outer in parts[0].iterancestors():
        if outer is body or outer.tag == "html" or _has_others(outer, title):
            break
        if not all(part is outer or outer in part.iterancestors() for part in parts):
            continue
        whole = _Amount.of([measures[outer]])
        more, beside = whole.prose - own.prose, whole.characters - own.characters
        if own.prose < _LITTLE and not more:
            more = beside if beside > own.characters else 0
        if more < max(_MORE * own.prose, 1):
            continue
        least = _HALF if _is_own_article(outer, title) else _TEXT
        if more < least * beside or whole.linked - own.linked > _FEW_LINKS * beside:
            break
        found, own = [outer], whole
    return found


def _is_own_article(element: Element, title: str | None) -> bool:
    return element.tag == "article" and heading_of(element, title) is not None


class _Amount(NamedTuple):
    """What there is in some elements, in characters."""

    prose: int
    characters: int
    linked: float

    @classmethod
    def of(cls, measures: Iterable[Measure]) -> Self:
        """Of elements that are measured."""
        counts = ((each.prose, each.characters, each.linked) for each in measures)
        return cls(*map(sum, zip(*counts, strict=True)))


def _has_others(outer: Element, title: str | None) -> bool:
    """Whether there are other articles in an element than that of the title.

    Headings of the first level are those of sections where the only article around them has more.
    """
    articles = sum(1 for _each in outer.iter("article"))
    headings = [folded(text_of(each)) for each in outer.iter("h1")]
    around = next((e for e in (outer, *outer.iterancestors()) if e.tag == "article"), None)
    if around is not None and articles <= 1 and heading_of(around, title) is not None:
        return False
    own = folded(title or "")
    return articles > 1 or any(each and not says_title(each, own) for each in headings)


def with_neighbours(
    best: Element, counts: dict[Element, float], measures: Measures
) -> Iterator[Element]:
    """The element and those beside it that continue its text, as adverts part it."""
    outer = best.getparent()
    if outer is None or best.tag in ("body", "html"):
        yield best
        return
    least = max(10.0, counts.get(best, 0.0) * 0.2)
    for element in outer:
        if element is best or _continues(element, best, counts, least, measures):
            yield element


def with_alike(
    body: Element, best: Element, parts: list[Element], measures: Measures
) -> list[Element]:
    """The parts, with those of the same name elsewhere, as pages have them between adverts."""
    name = best.get("class")
    if not name or best.tag not in ("div", "section"):
        return parts
    outer = set(best.iterancestors())
    held = {inner for part in parts for inner in part.iter()}
    headings = list[Element]()
    for element in body.iter(best.tag):
        if element.get("class") != name or element in held or element in outer:
            continue
        own = measures[element]
        if own.link_share > 0.3 or _has_title(element, outer):
            continue
        if own.prose >= _PART:
            parts.append(element)
            held.update(element.iter())
        elif 0 < own.characters == own.in_headings and not own.linked:
            headings.append(element)
    order = {element: index for index, element in enumerate(body.iter())}
    first, last = min(order[part] for part in parts), max(order[part] for part in parts)
    parts += [each for each in headings if first < order[each] < last and each not in held]
    return sorted(parts, key=lambda part: order[part])


def _has_title(element: Element, outer: set[Element]) -> bool:
    """Whether an element belongs to something with a title of its own."""
    while (parent := element.getparent()) is not None and parent not in outer:
        element = parent
    return element.tag == "article" or next(element.iter("h1", "article"), None) is not None


def _continues(
    element: Element,
    best: Element,
    counts: dict[Element, float],
    least: float,
    measures: Measures,
) -> bool:
    own = measures.get(element)
    if own is None or element.tag in ("aside", "nav", "footer", "article"):
        return False
    is_alike = element.get("class") and element.get("class") == best.get("class")
    if element in counts:
        bonus = counts.get(best, 0.0) * 0.2 if is_alike else 0.0
        if counts[element] + bonus >= least:
            return True
    if element.tag != "p":
        return False
    is_long = own.characters > 80 and own.link_share < 0.25
    return is_long or (0 < own.characters <= 80 and not own.linked and own.has_sentence)
