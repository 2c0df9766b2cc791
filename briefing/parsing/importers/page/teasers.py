"""Lists of other articles at the end of one: a heading that leads to each, and how it begins.

Nothing in their names tells them from sections. What does is that several of one shape stand beside
each other below the text, each with a heading that leads to another page of the same site.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import urlsplit

from briefing.parsing.importers.page.measure import Measures
from briefing.parsing.importers.page.tree import HEADINGS, Element

_FEWEST = 3
"""Articles in a list of them."""
_LONGEST, _TITLES = 900, 2
"""Characters of the beginning of one, and headings: its title, and what it is about."""
_MOST = 0.5
"""The share of the running text that such a list has at most: more is what a page is there for."""
_REST = 0.1
"""The share of the running text that stands below it."""
_ENTRIES = ("div", "li", "section", "article")


def teasers_in(root: Element, measures: Measures) -> Iterator[Element]:
    """The entries of lists of other articles at the end of one.

    Args:
        root: The article.
        measures: Those of all its elements.
    """
    whole = max(measures[root].prose, 1)
    for parent in list(root.iter("div", "section", "ul", "ol", "main")):
        alike = defaultdict(list)
        for child in parent.iterchildren(*_ENTRIES):
            if child in measures:
                alike[child.tag, child.get("class")].append(child)
        for group in alike.values():
            prose = sum(measures[entry].prose for entry in group)
            if (
                len(group) >= _FEWEST
                and prose <= _MOST * whole
                and _below(group[-1], root, measures) <= _REST * whole
                and all(_leads_on(entry, measures) for entry in group)
            ):
                yield from group


def _leads_on(entry: Element, measures: Measures) -> bool:
    """Whether an entry has a title that leads to another page of the site, and few words."""
    headings = list(entry.iter(*HEADINGS))
    if len(headings) > _TITLES or measures[entry].characters > _LONGEST:
        return False
    return any(_is_local(link.get("href") or "", entry) for h in headings for link in _links(h))


def _links(heading: Element) -> list[Element]:
    return [*heading.iterancestors("a"), *heading.iter("a")]


def _is_local(address: str, element: Element) -> bool:
    """Whether an address is one of another page of the site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if not parts.path.strip("/"):
        return False
    return not parts.netloc or parts.netloc == _host(element)


def _host(element: Element) -> str | None:
    """Where a page says that it stands."""
    for link in element.getroottree().iter("link"):
        if "canonical" in (link.get("rel") or "").split():
            try:
                return urlsplit(link.get("href") or "").netloc
            except ValueError:
                return None
    return None


def _below(entry: Element, root: Element, measures: Measures) -> int:
    """Characters of running text below an entry."""
    found, element = 0, entry
    while element is not root:
        found += sum(measures[e].prose for e in element.itersiblings() if e in measures)
        element = element.getparent()
    return found
