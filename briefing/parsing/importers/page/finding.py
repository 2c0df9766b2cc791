"""Which elements of a page hold its article.

Every paragraph counts for the elements around it, the nearer the more; the one with the highest
count that is not mostly links holds the article, with such of its neighbours as hold text too. That
is the way of Arc90's Readability (https://github.com/mozilla/readability), which has been measured
often; the differences are that no name makes up for text: what holds much of a page's running text
is never left out for what it is called.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.parsing.importers.page.beside import with_between, with_opening, with_questions
from briefing.parsing.importers.page.flow import is_in_flow
from briefing.parsing.importers.page.joining import with_alike, with_neighbours, with_sections
from briefing.parsing.importers.page.measure import Measure, Measures, measure_again
from briefing.parsing.importers.page.naming import (
    is_around,
    is_called_folded,
    is_called_header,
    is_heading_alone,
    is_plainly_around,
    may_be_around,
    weight,
)
from briefing.parsing.importers.page.overlays import is_laid_over
from briefing.parsing.importers.page.titled import part_with_title
from briefing.parsing.importers.page.tree import BLOCKS, Element, is_for_ears, is_shown, take_out

_OF_ITS_KIND = {
    **dict.fromkeys(("div", "article", "main"), 5),
    **dict.fromkeys(("pre", "td", "blockquote"), 3),
    **dict.fromkeys(("address", "ol", "ul", "dl", "dd", "dt", "li", "form"), -3),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "th"), -5),
}
"""What an element counts before its text does."""
_COUNTING = ("p", "td", "pre", "section", "h2", "h3", "h4", "h5", "h6", "div")
"""Elements whose text counts for those around them."""
_SHORTEST = 25
"""Characters that a paragraph has at least, to count."""
_FAR = 5
"""How many elements around a paragraph it counts for."""
_MUCH = 0.5
"""The share of a page's running text that no name makes up for."""
_LITTLE = 0.2
"""The share below which a plain name is enough, whatever else an element is called."""
_SECTION = 60
"""Characters of running text in the header of a section that are its text."""
_PROSE = 800
"""Characters of running text that no header has, whatever it is called."""
_LEAST, _MOST = 0.25, 0.6
"""The shares of a page's running text that make doubt of an element, and choose another."""
_TWICE = 2
"""How many times the text of another element below the title makes up for."""
_FOLDED = 0.3
"""The share of links up to which what is folded is text, and no menu."""
_NEARLY_ALL = 0.8
"""The same for what is hidden, as pages are that a script shows only when it is ready."""


def leave_out_around(body: Element, measures: Measures, *, by_name: bool) -> None:
    """Remove what is hidden, and what is called something else than an article.

    Args:
        body: The page, which is changed.
        measures: Those of all its elements, which are brought up to date.
        by_name: Whether names count.
    """
    whole, changed = measures[body], list[Element]()
    for element in list(body.iter()):
        if element is body or element not in measures or not element.keys():
            continue
        is_unseen = _is_hidden(element, measures[element]) or is_laid_over(element)
        is_called = by_name and _is_called_beside(element)
        if not (is_unseen or is_called):
            continue
        share = _share(measures[element], whole)
        if (is_unseen and share < _NEARLY_ALL) or (
            is_called and _is_beside(element, measures[element], share)
        ):
            for inner in element.iter():
                measures.pop(inner, None)
            if element.tag == "span" and "".join(element.itertext())[-1:].isspace():
                element.tail = f" {element.tail or ''}"  # words beside it stay apart
            changed.append(take_out(element))
    measure_again(measures, changed)


def _is_hidden(element: Element, own: Measure) -> bool:
    """Whether an element is hidden, and no text that is opened by a click."""
    if is_shown(element):
        return False
    if is_for_ears(element):
        return True
    return own.link_share > _FOLDED or not is_called_folded(element)


def _share(own: Measure, whole: Measure) -> float:
    """How much of a page is in an element: of its running text, or of all that is no link."""
    unlinked = (own.characters - own.linked) / max(whole.characters - whole.linked, 1)
    return max(own.prose / max(whole.prose, 1), unlinked)


def _is_called_beside(element: Element) -> bool:
    return is_around(element) or is_plainly_around(element) or is_called_header(element)


def _is_beside(element: Element, own: Measure, share: float) -> bool:
    """Whether an element with a name of what is around an article is none of it."""
    if share >= _MUCH or element.tag in ("a", "article", "main"):
        return False
    is_header = (
        is_called_header(element)
        and may_be_around(element)
        and own.prose < _PROSE
        and not _heads_section(element, own)
    )
    if not (is_header or is_around(element) or (share < _LITTLE and is_plainly_around(element))):
        return False
    return not any(outer.tag in ("table", "code") for outer in element.iterancestors())


def _heads_section(element: Element, own: Measure) -> bool:
    """Whether it is the header of a section: running text in it leads nowhere, or is around it."""
    if is_heading_alone(element) and not own.linked and is_in_flow(element):
        return True
    is_text = own.prose >= _SECTION and not own.linked
    return is_text and element.getparent().tag == "section" and own.in_headings > 0


def find_parts(body: Element, measures: Measures, title: str | None = None) -> list[Element]:
    """The elements that hold the article, in order; the page itself where nothing stands out.

    Args:
        body: The page, without what is around the article.
        measures: Those of all its elements.
        title: The words of its title, where they are known.
    """
    counts = _counted(body, measures)
    if not counts:
        return [body]
    best = _only_child(_widened(_best(counts), counts))
    region = part_with_title(body, title, measures)
    if region is None:
        region = body
    elif _is_elsewhere(best, region, measures):
        inner = {e: count for e, count in counts.items() if region in e.iterancestors()}
        best = _only_child(_widened(_best(inner), inner)) if inner else region
    best = _or_most(best, region, measures)
    parts = list(with_neighbours(best, counts, measures)) or [best]
    parts = with_sections(with_alike(body, best, parts, measures), body, title, measures)
    parts = with_opening(with_between(parts, measures), body, title, measures)
    return with_questions(parts, measures)


def _is_elsewhere(best: Element, titled: Element, measures: Measures) -> bool:
    """Whether the best element is no part of the article below the title.

    A text may stand outside of what holds its title and standfirst; not outside of its article.
    """
    if best is titled or titled in best.iterancestors() or best in titled.iterancestors():
        return False
    is_article = titled.tag in ("article", "main")
    return is_article or measures[titled].prose >= _TWICE * measures[best].prose


def _or_most(best: Element, region: Element, measures: Measures) -> Element:
    """The best element, or that with most of the text of a region where the best has little."""
    own, whole = measures[best], measures[region]
    if own.prose >= _LEAST * whole.prose or region not in best.iterancestors():
        return best
    most = _holding_most(region, measures)
    is_text = own.characters - own.linked >= whole.prose
    return best if is_text and most not in best.iterancestors() else most


def _holding_most(region: Element, measures: Measures) -> Element:
    """The innermost element with most of the running text."""
    least = _MOST * measures[region].prose
    element, inner = region, region
    while inner is not None:
        element = inner
        blocks = (child for child in element if child in measures and child.tag in BLOCKS)
        inner = next((child for child in blocks if measures[child].prose >= least), None)
    return element


def _counted(body: Element, measures: Measures) -> dict[Element, float]:
    counts: dict[Element, float] = {}
    for element, own in measures.items():
        if element.tag not in _COUNTING or own.characters < _SHORTEST:
            continue
        if element.tag in ("div", "section") and own.has_blocks:
            continue
        count = 2 + own.commas + min(own.characters // 100, 3)
        for distance, outer in enumerate(_around(element, body)):
            if outer not in counts:
                counts[outer] = _OF_ITS_KIND.get(str(outer.tag), 0) + weight(outer)
            counts[outer] += count / (1, 2, 6, 9, 12)[distance]
    return {
        element: count * (1 - measures[element].link_share) for element, count in counts.items()
    }


def _around(element: Element, body: Element) -> Iterator[Element]:
    """The nearest elements around one, inside a page."""
    for _distance in range(_FAR):
        if element is body:
            return
        outer = element.getparent()
        if outer is None:
            return
        yield outer
        element = outer


def _best(counts: dict[Element, float]) -> Element:
    """The element with the highest count, or one around several that come close."""
    ranked = sorted(counts, key=lambda element: counts[element], reverse=True)[:5]
    best = ranked[0]
    close = [set(e.iterancestors()) for e in ranked[1:] if counts[e] >= 0.75 * counts[best]]
    if len(close) >= 3:
        for outer in best.iterancestors():
            if outer.tag == "body":
                break
            if sum(outer in each for each in close) >= 3:
                return outer
    return best


def _widened(best: Element, counts: dict[Element, float]) -> Element:
    """The element around it, as long as there is more in it."""
    last = counts.get(best, 0.0)
    least = last / 3
    for outer in best.iterancestors():
        if outer.tag in ("body", "html"):
            break
        count = counts.get(outer)
        if count is None:
            continue
        if count < least:
            break
        if count > last:
            return outer
        last = count
    return best


def _only_child(best: Element) -> Element:
    """The outermost element that holds nothing but this one, which may have neighbours then."""
    outer = best.getparent()
    while outer is not None and outer.tag not in ("body", "html") and len(outer) == 1:
        best, outer = outer, outer.getparent()
    return best
