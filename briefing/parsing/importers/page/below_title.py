"""What between a title and the text of an article is its standfirst by its place alone.

Many pages call it nothing that can be known, and describe themselves in other words. It is a line
or two that say something, shown between both: neither a day nor a name, nor what leads elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from unicodedata import east_asian_width

from briefing.parsing.headings import is_byline_or_date
from briefing.parsing.importers.page.head import is_moment
from briefing.parsing.importers.page.naming import (
    is_beside_title,
    is_called_around,
    is_shown_by_name,
)
from briefing.parsing.importers.page.tree import BLOCKS, HEADINGS, Element, text_of

_LINES = ("p", "div", "section", "blockquote", *HEADINGS[1:])
_HEADING, _LINE = 20, 60
"""How wide a heading is at least, and another line."""
_ALIKE = 0.6
"""The share of words that two wordings of a title have in common."""
_LONGER = 2
"""How many times as many words as a title another wording of it has at most."""
_LONGEST = 600
"""Characters of a standfirst."""
_LINKED = 0.1
"""The share of links that it has at most."""


def standfirst_by_place(
    elements: Sequence[Element], title: Element, names: Iterable[str]
) -> list[Element]:
    """The lines that are a standfirst, in order; none where no line is certain.

    Args:
        elements: Those between a title and the text.
        title: The heading that is the title.
        names: What else the article is called.
    """
    told = [_words(name) for name in (text_of(title), *names)]
    kinds = Counter(map(_kind, title.getroottree().iter(*HEADINGS)))
    lines = [e for e in elements if _is_line(e) and (e.tag not in HEADINGS or kinds[_kind(e)] == 1)]
    lines = [e for e in lines if not _is_title(e, told)]
    lines = [e for e in lines if not (_is_named(e, title) or is_elsewhere(e, title))]
    found = next((e for e in lines if e.tag in HEADINGS), next(iter(lines), None))
    return [e for e in lines if e is found or (found is not None and _continues(e, found))]


def is_elsewhere(element: Element, title: Element) -> bool:
    """Whether what holds an element beside the title is another article, or around one."""
    around = set(title.iterancestors())
    beside = [outer for outer in element.iterancestors() if outer not in around]
    is_other = any(e.tag == "article" for e in beside) and any(e.tag == "article" for e in around)
    return is_other or any(e.tag == "a" or is_called_around(e) for e in beside)


def _is_named(element: Element, title: Element) -> bool:
    """Whether an element, or one that holds it beside the title, is called something else."""
    around = set(title.iterancestors())
    beside = [e for e in (element, *element.iterancestors()) if e not in around]
    return any(is_beside_title(e) or is_shown_by_name(e) for e in beside)


def _is_line(element: Element) -> bool:
    """Whether an element is one line of words that says something."""
    if element.tag not in _LINES:
        return False
    text = text_of(element)
    least = _HEADING if element.tag in HEADINGS else _LINE
    if len(text) > _LONGEST or _width(text) < least:
        return False
    if any(inner is not element for inner in element.iter(*BLOCKS, "img", "input")):
        return False
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return linked <= _LINKED * len(text) and not (is_byline_or_date(text) or is_moment(text))


def _is_title(element: Element, told: Iterable[Collection[str]]) -> bool:
    """Whether an element says a title of the article, in other words and with more."""
    words = _words(text_of(element))
    near = [each for each in told if each and len(words) <= _LONGER * len(each)]
    return any(len(words & set(each)) >= _ALIKE * min(len(words), len(each)) for each in near)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _kind(element: Element) -> tuple[str, str | None]:
    return str(element.tag), element.get("class")


def _continues(element: Element, other: Element) -> bool:
    """Whether an element is of one kind with another, and stands beside it."""
    return _kind(element) == _kind(other) and element.getparent() is other.getparent()


def _width(text: str) -> int:
    """How wide a text is: letters of East Asia say more."""
    return sum(1 + (east_asian_width(char) in "WF") for char in text)
