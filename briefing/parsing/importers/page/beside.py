"""What belongs to an article above the part that holds most of it, between its parts and below it.

The opening often stands in an element of its own, and so do questions with their answers.
"""

from __future__ import annotations

from itertools import takewhile

from briefing.parsing.importers.page.measure import Measure, Measures
from briefing.parsing.importers.page.naming import is_caption
from briefing.parsing.importers.page.titled import heading_of
from briefing.parsing.importers.page.tree import HEADINGS, Element, text_of

_TEXT, _FEW_LINKS = 0.75, 0.1
"""Which share of an element is text, and which links, for it to hold hardly anything else."""
_HALF, _NEAR = 0.5, 300
"""The share of text just above the part that holds most, where there are so many characters."""
_OPENING = 150
"""Characters of running text in what opens an article."""
_SHORT = 60
"""The same between two parts of it."""
_ASKING = (*HEADINGS, "dt", "summary", "p", "div", "span")
_ASKED, _LONGEST_QUESTION = 3, 200
"""Questions in a box of questions and answers, and characters of one."""
_NEVER = ("aside", "nav", "footer", "article", "figure", "form")


def with_opening(
    parts: list[Element], body: Element, title: str | None, measures: Measures
) -> list[Element]:
    """The parts, with the running text above them that belongs to their article.

    That is what stands in the same ``article`` or ``main``, or between the title and them.
    """
    heading = heading_of(body, title)
    held = set() if heading is None else {heading, *heading.iterancestors()}
    opening, inner = list[Element](), parts[0]
    while (outer := inner.getparent()) is not None and outer is not body:
        is_within = any(e.tag in ("article", "main") for e in (outer, *outer.iterancestors()))
        is_near = inner is parts[0]
        if inner in held or not (outer in held or is_within or is_near):
            break
        above = takewhile(lambda e: e not in held, inner.itersiblings(preceding=True))
        measured = [(e, measures[e]) for e in above if e in measures]
        found = [e for e, m in measured if _opens(e, m) or (is_near and _is_mixed(e, m))]
        opening = [*reversed(found), *opening]
        if outer in held:
            break
        inner = outer
    return [*opening, *parts]


def _opens(element: Element, own: Measure, least: int = _OPENING) -> bool:
    """Whether there is running text in an element, and hardly anything else."""
    return own.prose >= max(least, _TEXT * own.characters) and _is_part(element, own)


def _is_mixed(element: Element, own: Measure) -> bool:
    """Whether there is much running text in an element, with short lines between."""
    return own.prose >= max(_NEAR, _HALF * own.characters) and _is_part(element, own)


def _is_part(element: Element, own: Measure) -> bool:
    is_beside = element.tag in _NEVER or is_caption(element) or own.has_figure
    return not is_beside and own.link_share < _FEW_LINKS and own.pictures <= own.paragraphs


def with_between(parts: list[Element], measures: Measures) -> list[Element]:
    """The parts, with the running text that stands between them, and the headings above any."""
    outer = parts[0].getparent()
    if outer is None or len(parts) < 2 or any(part.getparent() is not outer for part in parts):
        return parts
    within = outer[outer.index(parts[0]) : outer.index(parts[-1]) + 1]
    found = list[Element]()
    is_above = False
    for element in reversed([e for e in within if e in measures]):
        own = measures[element]
        is_heading = element.tag in HEADINGS and not own.linked and is_above
        is_above = element in parts or _opens(element, own, _SHORT)
        found += [element] if is_above or is_heading else []
    return found[::-1]


def with_questions(parts: list[Element], measures: Measures) -> list[Element]:
    """The parts, with the questions and answers below them that stand in a box of their own.

    They stand just below the last part, or in the same ``article``.
    """
    found, inner = list[Element](), parts[-1]
    while (outer := inner.getparent()) is not None:
        is_within = any(e.tag == "article" for e in (outer, *outer.iterancestors()))
        if not (is_within or inner is parts[-1]):
            break
        for below in inner.itersiblings():
            found += _answered(below, measures)
        inner = outer
    return [*parts, *found]


def _answered(element: Element, measures: Measures) -> list[Element]:
    """An element that asks and answers, or those inside of it."""
    own = measures.get(element)
    if own is None or element.tag in _NEVER or own.prose < _OPENING:
        return []
    if own.prose < _HALF * own.characters or own.link_share >= _FEW_LINKS:
        return [e for child in element for e in _answered(child, measures)]
    asked = {text for e in element.iter(*_ASKING) if _is_question(text := text_of(e))}
    return [element] if len(asked) >= _ASKED else []


def _is_question(text: str) -> bool:
    return text.endswith("?") and len(text) < _LONGEST_QUESTION
