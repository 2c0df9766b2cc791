"""Pages made from Markdown in a few words, and what a strict HTML parser makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

import html5lib

from briefing.exchange.html.page import html_page
from briefing.exchange.origin import Origin
from briefing.exchange.placing import place
from briefing.exchange.sheet import CheckLine, Sheet
from briefing.model.brief import Brief, Remark, SummaryPoint
from briefing.model.figure import Figure
from briefing.model.note import Note
from briefing.model.span import Span
from briefing.parsing.reading import open_document
from briefing.storage.locations import shipped_themes
from briefing.storage.themes import load_themes

THEMES, _faults = load_themes([shipped_themes()])
LIGHT, DARK = THEMES["paper"], THEMES["dusk"]


def figure(text: str, span: Span | None, label: str | None = None) -> Figure:
    """A figure at a passage."""
    return Figure(1, None, None, None, label, span, text)


def sheet_of(
    markdown: str,
    *,
    figures: Sequence[str] = (),
    points: Sequence[tuple[str, str]] = (),
    remarks: Sequence[tuple[str, str]] = (),
    brief: Brief | None = None,
    notes: Sequence[Note] = (),
    origin: Origin = Origin("page.md"),  # noqa: B008 - a frozen value
) -> Sheet:
    """An article with figures by their words, points and remarks by text and quote."""
    document = open_document(markdown, name="page")
    article = document.article()

    def at(quote: str) -> Span | None:
        start = article.text.find(quote)
        return None if start < 0 else Span(start, start + len(quote))

    brief = brief or Brief(
        summary=tuple(SummaryPoint(text, at(quote)) for text, quote in points),
        figures=tuple(figure(words, at(words)) for words in figures),
        remarks=tuple(Remark(text, at(quote)) for text, quote in remarks),
    )
    here = [one if at(one.quote) is None else replace(one, at=at(one.quote)) for one in notes]  # type: ignore[arg-type]
    placed, orphans = place(article, here, {})
    words = [one.text for one in brief.figures]
    checks = [CheckLine("1 + 1 = 2", "holds", check.remark or "") for check in brief.checks]
    return Sheet(document, article, brief, words, checks, placed, orphans, origin)


def page_of(markdown: str, **known: object) -> Element:
    """The page of an article as a tree; fails where it is not valid."""
    return parsed(html_page(sheet_of(markdown, **known), LIGHT, DARK))  # type: ignore[arg-type]


def parsed(page: str) -> Element:
    """A page as a tree.

    Raises:
        html5lib.html5parser.ParseError: It is not what the HTML standard calls valid syntax.
    """
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root = parser.parse(page)
    assert isinstance(root, Element)
    return root


def by_id(root: Element, name: str) -> Element:
    """The element of an id, of which there is one."""
    (found,) = (one for one in root.iter() if one.get("id") == name)
    return found


def text_of(element: Element) -> str:
    """All characters in an element."""
    return "".join(element.itertext())


def targets(root: Element) -> Iterable[tuple[Element, str]]:
    """All links with where they lead."""
    return ((one, one.get("href", "")) for one in root.iter("a"))


def is_whole(root: Element) -> bool:
    """Whether each id stands once, each link leads somewhere, and nothing is loaded or runs."""
    ids = [one.get("id") for one in root.iter() if one.get("id") is not None]
    inside = {f"#{name}" for name in ids}
    links = [href for _link, href in targets(root)]
    allowed = all(h in inside or re.match(r"(?:https?://|mailto:)\S+$", h) for h in links)
    names = {str(one.tag) for one in root.iter()}
    harmless = not names & {"script", "iframe", "img", "object", "embed", "link", "form", "base"}
    keys = {key for one in root.iter() for key in one.attrib}
    quiet = not any(key.startswith("on") or key in ("src", "srcset", "style") for key in keys)
    return len(ids) == len(set(ids)) and allowed and harmless and quiet
