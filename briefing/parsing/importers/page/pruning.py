"""What inside an article is none of it: adverts, boxes of links, forms, galleries of other stories.

Like the finding of the article, it weighs what an element is called against what there is in it.
"""

from __future__ import annotations

from briefing.parsing.importers.page.measure import Measure, measure, measure_one
from briefing.parsing.importers.page.naming import weight
from briefing.parsing.importers.page.tree import Element, take_out

_NEVER = frozenset(("aside", "nav", "footer"))
"""Elements that are beside an article even inside it."""
_DOUBTFUL = frozenset(("form", "fieldset", "div", "section", "ul", "ol", "table", "dl"))
_MUCH = 0.5
"""The share of the article that is never taken for an advert."""
_COMMAS = 10
"""Commas from which an element is text, whatever speaks against it."""


def prune(root: Element) -> None:
    """Remove from an article what is none of it, the innermost first."""
    whole = max(measure(root)[root].prose, 1)
    measures: dict[Element, Measure] = {}
    for element in reversed(list(root.iter())):
        own = measures[element] = measure_one(element, measures)
        if element is root or own.prose >= _MUCH * whole:
            continue
        if (
            element.tag in _NEVER
            or _is_inner_article(element)
            or (element.tag in _DOUBTFUL and _is_beside(element, own))
        ):
            del measures[element]
            take_out(element)


def _is_inner_article(element: Element) -> bool:
    """Whether an article stands in another, as comments and teasers do."""
    if element.tag != "article":
        return False
    return any(outer.tag == "article" for outer in element.iterancestors())


def _is_beside(element: Element, own: Measure) -> bool:
    """Whether an element that may hold text holds something else."""
    names_say = weight(element)
    if names_say < 0:
        return True
    if own.commas >= _COMMAS:
        return False
    is_list = element.tag in ("ul", "ol") or own.in_lists > 0.9 * own.characters
    in_figure = own.has_figure or any(outer.tag == "figure" for outer in element.iterancestors())
    if own.pictures > 1 and own.paragraphs < 0.5 * own.pictures and not in_figure:
        return True
    if names_say >= 25 and own.link_share > 0.5:
        return True
    if is_list:
        return False
    return (
        own.items - 100 > own.paragraphs
        or (names_say < 25 and own.link_share > 0.2)
        or (_is_label(own) and not in_figure)
    )


def _is_label(own: Measure) -> bool:
    """Whether there are a few linked words in it, beside no picture or many."""
    has_text = own.in_headings >= 0.9 * own.characters or own.characters >= 25
    return not has_text and own.linked > 0 and own.pictures not in {1, 2}
