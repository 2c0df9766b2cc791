"""What inside an article is none of it: adverts, boxes of links, forms, galleries of other stories.

Like the finding of the article, it weighs what an element is called against what there is in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from briefing.parsing.importers.page.cards import cards_in
from briefing.parsing.importers.page.measure import Measure, Measures, measure_one
from briefing.parsing.importers.page.naming import is_called_around, is_heading_alone, weight
from briefing.parsing.importers.page.teasers import is_of_titles, teasers_in
from briefing.parsing.importers.page.tree import Element, take_out, text_of
from briefing.parsing.residue import is_residue

_NEVER = frozenset(("aside", "nav", "footer"))
"""Elements that are beside an article even inside it."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_DOUBTFUL = frozenset(("form", "fieldset", "div", "section", "ul", "ol", "table", "dl"))
_ENTRY = frozenset(("hentry", "h-entry"))
"""What an article in a list of articles is called (https://microformats.org/wiki/h-entry)."""
_MUCH = 0.5
"""The share of the article that is never taken for an advert, in one element or in several."""
_MOSTLY = 0.5
"""The share of links that no text has, whatever it is called."""
_LINKED = 0.4
"""The share of links from which running text is none."""
_IN_SENTENCE = 0.75
"""The same of a sentence that goes on around its links."""
_FEW_LINKS = 0.1
"""The same of a list whose pictures are marks."""
_ENTRY_LENGTH = 30
"""Characters of running text in an entry of a list."""
_ENDS = re.compile(r"[^.]{0,200}[.!?…。]\s*\Z")
"""The rest of a sentence."""
_COMMAS = 10
"""Commas from which an element is text, whatever speaks against it."""

Judge = Callable[[Element, Measure], bool]


def prune(root: Element, measures: Measures, *, by_name: bool = True) -> None:
    """Remove from an article what is none of it, the innermost first.

    Args:
        root: The article.
        measures: Those of all its elements, which are brought up to date.
        by_name: Whether names and doubts count, or only what is beside an article by its kind.
    """
    whole = max(measures[root].prose, 1)
    is_beside = _judge(root, measures, whole) if by_name else _is_full_of_links
    changed, above = _take_out_teasers(root, measures)
    for element in reversed(list(root.iter())):
        if element in changed:
            measures[element] = measure_one(element, measures)
        own = measures[element]
        is_text = element is root or own.prose >= _MUCH * whole
        if not is_text and (element.tag in _NEVER or is_beside(element, own)):
            del measures[element]
            above += _heading_above(element)
            changed.add(take_out(element))
        elif element in changed and (outer := element.getparent()) is not None:
            changed.add(outer)
    for heading in above:
        if _is_left_alone(heading):
            take_out(heading)


def _take_out_teasers(root: Element, measures: Measures) -> tuple[set[Element], list[Element]]:
    """Remove what leads to other articles.

    Returns:
        What it stood in, and the headings above it that may head nothing now.
    """
    changed, above = set[Element](), list[Element]()
    for teaser in (*teasers_in(root, measures), *cards_in(root, measures)):
        if root not in teaser.iterancestors():
            continue  # what it stood in is gone
        for heading in _heading_above(_alone_around(teaser, root)):
            if is_of_titles(heading, teaser):
                changed.add(take_out(heading))
            else:
                above.append(heading)
        changed.add(take_out(teaser))
    return changed, above


def _heading_above(element: Element) -> list[Element]:
    """The heading directly above an element that is about to go, or none; a title is never it."""
    before = element.getprevious()
    if before is None or (before.tail or "").strip() or (element.tail or "").strip():
        return []
    is_title = next(before.iter("h1"), None) is not None
    return [before] if is_heading_alone(before) and not is_title else []


def _alone_around(element: Element, root: Element) -> Element:
    """The outermost element inside a root that has no other words than one inside it."""
    while (outer := element.getparent()) is not root and text_of(outer) == text_of(element):
        element = outer
    return element


def _is_left_alone(heading: Element) -> bool:
    """Whether what stood below a heading is gone: its box is empty, or the next heading follows."""
    if heading.getparent() is None or is_residue(text_of(heading)):
        return False
    below = next((e for e in heading.itersiblings() if text_of(e)), None)
    if below is None:
        return not any(map(text_of, heading.itersiblings(preceding=True)))
    level, other = (next(e.iter(*_HEADINGS), None) for e in (heading, below))
    if level is None or other is None or not (other is below or is_heading_alone(below)):
        return False
    return str(other.tag) <= str(level.tag)


def _judge(root: Element, measures: Measures, whole: int) -> Judge:
    """What tells whether an element is beside the article.

    Neither vague names nor articles inside the article do where much of the text is called so:
    then it is made of such parts.
    """
    vague = [e for e in root.iter(*_DOUBTFUL) if weight(e) < 0 and not is_called_around(e)]
    parts = [e for e in root.iter("article") if _is_inner(e) and not _is_another(e)]
    named, inner = (_share_of(found, root, measures, whole) for found in (vague, parts))

    def is_beside(element: Element, own: Measure) -> bool:
        if element.tag == "article":
            return _is_inner(element) and (inner < _MUCH or _is_another(element))
        says = weight(element)
        if named >= _MUCH and not is_called_around(element):
            says = max(says, 0)
        return element.tag in _DOUBTFUL and _is_beside(element, own, says)

    return is_beside


def _share_of(found: Iterable[Element], root: Element, measures: Measures, whole: int) -> float:
    """Which share of the running text is in some elements, those inside others aside."""
    outermost = set[Element]()
    for element in found:
        if element is not root and outermost.isdisjoint(element.iterancestors()):
            outermost.add(element)
    return sum(measures[element].prose for element in outermost) / whole


def _is_full_of_links(element: Element, own: Measure) -> bool:
    """Whether an element has more links than a text."""
    return element.tag in _DOUBTFUL and own.link_share > _MOSTLY


def _is_inner(element: Element) -> bool:
    """Whether an article stands in another, as comments and teasers do."""
    return any(outer.tag == "article" for outer in element.iterancestors())


def _is_another(article: Element) -> bool:
    """Whether it is a comment, an entry of its own, or leads to one."""
    leads_on = (e for e in article.iter(*_HEADINGS) if _is_link(e))
    is_entry = not _ENTRY.isdisjoint((article.get("class") or "").split())
    return is_entry or is_called_around(article) or next(leads_on, None) is not None


def _is_link(heading: Element) -> bool:
    around = next(heading.iterancestors("a"), None)
    return around is not None or next(heading.iter("a"), None) is not None


def _is_beside(element: Element, own: Measure, names_say: int) -> bool:
    """Whether an element that may hold text holds something else."""
    if names_say < 0:
        return not _holds_caption(element)
    if own.commas >= _COMMAS or _is_own_heading(element, own):
        return False
    is_list = element.tag in ("ul", "ol") or own.in_lists > 0.9 * own.characters
    in_figure = own.has_figure or any(outer.tag == "figure" for outer in element.iterancestors())
    if _is_gallery(own) and not in_figure:
        return True
    if names_say >= 25 and own.link_share > 0.5:
        return True
    if is_list or _is_one_sentence(element, own):
        return False
    is_text = element.tag == "table" or _is_text(element, own)
    return (
        own.items - 100 > own.paragraphs
        or (names_say < 25 and own.link_share > (_LINKED if is_text else 0.2))
        or (_is_label(own) and not in_figure)
    )


def _holds_caption(element: Element) -> bool:
    """Whether an element in a figure holds nothing but its caption, whatever it is called."""
    if next(element.iterancestors("figure"), None) is None:
        return False
    caption = next(element.iter("figcaption"), None)
    return caption is not None and text_of(caption) == text_of(element)


def _is_gallery(own: Measure) -> bool:
    """Whether there are more pictures than text; those of a list may be its marks."""
    is_list = (
        own.items >= own.pictures
        and own.prose >= _ENTRY_LENGTH * own.items
        and own.link_share < _FEW_LINKS
    )
    is_told = own.items > own.pictures and not own.linked  # the icons of what is for and against
    return own.pictures > 1 and own.paragraphs < 0.5 * own.pictures and not (is_list or is_told)


def _is_one_sentence(element: Element, own: Measure) -> bool:
    """Whether there is but one paragraph in it, and words around the links of its sentence."""
    if own.paragraphs != 1 or own.pictures or own.in_headings or own.link_share > _IN_SENTENCE:
        return False
    links = list(element.iter("a"))
    paragraph = next(element.iter("p"))
    if not links or links[0].getparent() is not paragraph or text_of(paragraph) != text_of(element):
        return False
    return bool((paragraph.text or "").strip()) and bool(_ENDS.match(links[-1].tail or ""))


def _is_own_heading(element: Element, own: Measure) -> bool:
    """Whether an element is made for a heading that does not lead elsewhere."""
    if not own.in_headings or own.in_headings < own.characters or own.link_share >= _MOSTLY:
        return False
    return is_heading_alone(element)


def _is_text(element: Element, own: Measure) -> bool:
    """Whether it is running text whose links stand inside it; a teaser leads on as a whole."""
    if own.prose * 2 < own.characters:
        return False
    return not any(_is_link(e) or e.tag == "img" for e in element.iter(*_HEADINGS, "img"))


def _is_label(own: Measure) -> bool:
    """Whether there are a few linked words in it, beside no picture or many."""
    has_text = own.in_headings >= 0.9 * own.characters or own.characters >= 25
    return not has_text and own.linked > 0 and own.pictures not in {1, 2}
