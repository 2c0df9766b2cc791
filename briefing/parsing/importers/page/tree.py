"""A page as a tree, without what is never text of an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import lru_cache
from typing import TypeAlias

from lxml import etree, html

Element: TypeAlias = html.HtmlElement

BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre
    search section summary table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905 - forty quoted words read worse
)
"""Elements that stand on lines of their own (https://html.spec.whatwg.org/#flow-content-3)."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NEVER_TEXT = frozenset(
    """
    area audio base button canvas dialog embed frame frameset iframe input link map meta
    noembed noframes object optgroup option param rp rt script select source style svg template
    textarea title track video
    """.split()  # noqa: SIM905 - the same
)
_VOID = ("source", "track", "embed", "wbr", "param")
"""Elements without an end that a reader of HTML 4 takes for open
(https://html.spec.whatwg.org/#void-elements)."""
_CODE = frozenset(("script", "style", "template", "svg", "textarea"))
"""Those whose words are not meant for readers."""
_NEARLY_ALL = 0.8
"""The share of the words of a page that no button holds, and no other part around its subject."""
_ROLES = frozenset(
    """
    alert alertdialog banner complementary contentinfo dialog form menu menubar menuitem navigation
    search searchbox tab tablist toolbar tooltip
    """.split()  # noqa: SIM905 - the same
)
"""Parts of a page that are around its subject (https://www.w3.org/TR/wai-aria-1.2/#role_definitions).
"""
_REMEMBERED = 2_000
"""What authors of pages wrote: names and styles, most of which repeat."""


def finder(pattern: str) -> Callable[[str], bool]:
    """What tells whether an expression is found; the same words are looked at once."""
    search = re.compile(pattern).search

    @lru_cache(maxsize=_REMEMBERED)
    def is_found(said: str) -> bool:
        return search(said) is not None

    return is_found


_says_unseen = finder(r"(?i)(?:\A|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)")
_says_for_ears = finder(
    r"(?i)\b(?:visually-?hidden|sr-only|screen-?reader(?:-text|-only)?|off-?screen|a11y-hidden"
    r"|hide-text)\b"
)
"""Names of what is read aloud and not shown."""
_READ = 60
"""Characters of a paragraph that is not to be read aloud, and yet shown: no sign, but text; and of
running text."""
_LEAST = 300
"""Characters of running text, without which something else is what a page is there for."""
_HERE = "data-leads-here"
"""The attribute of a link that leads to another place of its page."""
_SMALLEST = 64
"""Pixels; a picture that is smaller is an icon, or counts visits."""
_WHOLE_PAGE = 1_000
"""Characters of what is shown without scripts that may be the page itself."""
_DEEPEST = 100
"""Elements inside each other; old pages have more where they never end their fonts."""
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")


def parse(source: str) -> Element | None:
    """The root of a page; None where there is none in it."""
    data = _DECLARATION.sub("", source).encode("utf-8", "replace")
    root, is_whole = _parsed(data)
    if not is_whole:
        root, _is_whole = _parsed(data, is_deep=True)
        _flatten(root)
    if root is None or not isinstance(root.tag, str):
        return None
    _empty(root)
    return root


def _empty(root: Element) -> None:
    """Take what stands behind elements out of those that have no end, and hold nothing."""
    for element in list(root.iter(*_VOID)):
        if len(element) or (element.text or "").strip():
            element.drop_tag()


def _parsed(data: bytes, *, is_deep: bool = False) -> tuple[Element | None, bool]:
    """The root of a page, and whether its end was reached."""
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=is_deep
    )
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, True
    last = parser.error_log.last_error
    return root, last is None or last.level != etree.ErrorLevels.FATAL


def _flatten(root: Element | None) -> None:
    """Take elements out that stand too deep in others; those that only set looks before text."""
    depth = 0
    gone = set[Element]()
    walk = () if root is None else etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if element in gone or not isinstance(element.tag, str):
            continue
        if event == "end":
            depth -= 1
        elif depth >= _DEEPEST * (1 if _only_holds(element) else 2):
            gone.add(element)
        else:
            depth += 1
    for element in gone:
        element.drop_tag()


def _only_holds(element: Element) -> bool:
    """Whether the words of an element are the same without it."""
    return element.tag not in BLOCKS or element.tag in ("div", "section", "center")


def body_of(root: Element) -> Element:
    """What of a page is shown."""
    body = root.find("body")
    return root if body is None else body


def take_out(element: Element) -> Element:
    """Remove an element; the words behind it stay.

    Returns:
        What it stood in; the root of a tree stays, and stands in itself.
    """
    parent = element.getparent()
    if parent is None:
        return element
    element.drop_tree()
    return parent


def names(element: Element) -> str:
    """The classes and the id that its author gave an element."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def text_of(element: Element) -> str:
    """The words of an element on one line."""
    return " ".join("".join(element.itertext()).split())


def says_more(body: Element, parts: Collection[Element]) -> bool:
    """Whether there is running text on a page beside some parts of it, and outside of links.

    Args:
        body: The page.
        parts: The parts, none of them inside another.
    """
    inner = {each for part in parts for each in part.iter()}
    links = (link for link in body.iter("a") if link not in inner)
    beside = sum(map(_running, (*parts, *links)))
    return _running(body) - beside >= _LEAST


def _running(element: Element) -> int:
    """Characters of its words that stand together as those of running text do."""
    inside = ((each.text or "") for each in element.iter() if each.tag not in _CODE)
    behind = ((each.tail or "") for each in element.iterdescendants())
    return sum(len(words) for words in (*inside, *behind) if len(words.strip()) >= _READ)


def mark_links(root: Element) -> None:
    """Remember which links of a page stay in it, before all of them become whole addresses."""
    for link in root.iter("a"):
        if (link.get("href") or "").startswith("#"):
            link.set(_HERE, "")


def stays_here(link: Element) -> bool:
    """Whether a link leads to another place of the same page."""
    return link.get(_HERE) is not None or (link.get("href") or "").startswith("#")


def is_icon(image: Element) -> bool:
    """Whether a picture is too small to show anything."""
    sizes = (image.get("width") or "", image.get("height") or "")
    return any(size.isdecimal() and int(size) < _SMALLEST for size in sizes)


def is_for_ears(element: Element) -> bool:
    """Whether an element is called what is read aloud and not shown."""
    return _says_for_ears(names(element))


def is_shown(element: Element) -> bool:
    """Whether an element is not hidden by its own attributes."""
    if element.get("hidden") is not None or _says_unseen(element.get("style") or ""):
        return False
    if is_for_ears(element):
        return False
    if element.get("aria-hidden") != "true" or "fallback-image" in names(element):
        return True
    if next(element.iterancestors("figcaption"), None) is not None:
        return True  # what stands for the picture is read aloud, and says the same
    return element.tag == "p" and len(text_of(element)) >= _READ


def clear(body: Element) -> None:
    """Remove what is never text, whatever the page: scripts, controls, menus."""
    _show_main_noscript(body)
    most = _shown(body) * _NEARLY_ALL
    for element in list(body.iter()):
        if element is body:
            continue
        if element.tag == "button" and (heading := _heading_of(element)) is not None:
            _press_out(element, heading)
        elif element.tag in _NEVER_TEXT or (
            element.get("role") in _ROLES and _is_part_around(element)
        ):
            if element.tag not in _CODE and _holds(element, most):
                element.drop_tag()
            else:
                take_out(element)
        elif element.tag == "noscript":
            _settle_noscript(element)


def _is_part_around(element: Element) -> bool:
    """Whether what says that it is around the subject of a page is no heading and holds none."""
    if element.tag in HEADINGS:
        return False
    held = "tabpanel" if element.get("role") == "tablist" else "main"
    return not any(e.tag == held or e.get("role") == held for e in element.iter())


def _heading_of(button: Element) -> Element | None:
    """The heading that a button folds the text below with: in it, or around all of its words."""
    words = text_of(button)
    inner = next(button.iter(*HEADINGS), None)
    if inner is not None:
        return inner if 2 * len(text_of(inner)) > len(words) else None
    outer = next(button.iterancestors(*HEADINGS), None)
    return outer if outer is not None and text_of(outer) == words else None


def _press_out(button: Element, heading: Element) -> None:
    """Leave the heading of a button in its place, without the signs beside its words."""
    if button in heading.iterancestors():
        heading.tail = None
        button.addprevious(heading)
        take_out(button)
    else:
        button.drop_tag()


def _show_main_noscript(body: Element) -> None:
    """Keep a page that stands as a whole in what is shown without scripts."""
    for element in list(body.iter("noscript")):
        if len(text_of(element)) >= _WHOLE_PAGE and len(text_of(element)) * 2 > _shown(body):
            element.drop_tag()


def _shown(body: Element) -> int:
    """How many characters of a page are no script and no style sheet."""
    hidden = sum(len(text_of(element)) for element in body.iter("script", "style"))
    return len(text_of(body)) - hidden


def _holds(element: Element, least: float) -> bool:
    """Whether so many characters of the page are in an element: its end was forgotten."""
    return len(element) > 0 and len(text_of(element)) >= max(least, 1)


def _settle_noscript(element: Element) -> None:
    """Keep the picture that stands for one which only a script would load."""
    if element.find(".//img") is not None and not text_of(element):
        element.drop_tag()
    else:
        take_out(element)
