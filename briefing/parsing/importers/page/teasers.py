"""Lists of other articles at the end of one: a heading that leads to each, and how it begins.

Nothing in their names tells them from sections. What does is that several of one shape stand beside
each other below the text, each with a heading that leads to another page of the same site.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from itertools import islice
from urllib.parse import urlsplit

from briefing.parsing.importers.page.measure import Measures
from briefing.parsing.importers.page.tree import HEADINGS, Element, stays_here, text_of

_FEWEST = 3
"""Articles in a list of them."""
_LONGEST, _TITLES = 900, 2
"""Characters of the beginning of one, and headings: its title, and what it is about."""
_MOST = 0.5
"""The share of the running text that such a list has at most: more is what a page is there for."""
_REST = 0.1
"""The share of the running text that stands below it."""
_FEW = 2
"""Boxes between the paragraphs of an article, each for another one."""
_SHORT = 400
"""Characters of such a box."""
_MORE, _WORDS = 40, 4
"""Characters beside the title in a box, and words of a title at least."""
_BOXES = ("div", "section", "article", "aside", "ul", "ol", "li", "a")
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
    yield from _between(root, measures, whole)
    yield from (each for each in root.iter("ul", "ol") if _lists_titles(each, measures, whole))


def _lists_titles(element: Element, measures: Measures, whole: int) -> bool:
    """Whether a short list has but headings that lead to other pages of the site."""
    if element not in measures or measures[element].characters > _REST * whole:
        return False
    entries = [(text_of(entry), list(entry.iter(*HEADINGS))) for entry in element]
    return bool(entries) and all(
        len(headings) == 1 and text_of(headings[0]) == text and _is_title(headings[0])
        for text, headings in entries
    )


def is_of_titles(heading: Element, teaser: Element) -> bool:
    """Whether a heading heads a list of others of its kind, and no section of the text."""
    is_list = teaser.tag in ("ul", "ol")
    return is_list and any(inner.tag == heading.tag for inner in teaser.iter(*HEADINGS))


def _is_title(heading: Element) -> bool:
    """Whether all words of a heading lead to another page of its site."""
    links = (link for link in _links(heading) if len(text_of(link)) >= len(text_of(heading)))
    return any(is_local(link.get("href") or "", _said_hosts(heading)) for link in links)


def _between(root: Element, measures: Measures, whole: int) -> list[Element]:
    """The few boxes between paragraphs that lead to one other article each."""
    found = list[Element]()
    held = set[Element]()
    for element in root.iter(*_BOXES):
        if (
            element is root
            or element not in measures
            or not held.isdisjoint(element.iterancestors())
        ):
            continue
        if _leads_on(element, measures) and _leads_twice(element):
            box = _widened(element, root, measures)
            held.add(box)
            found.append(box)
    prose = sum(measures[box].prose for box in found)
    is_short = all(measures[box].characters <= _SHORT for box in found)
    return found if is_short and len(found) <= _FEW and prose <= _REST * whole else []


def _widened(box: Element, root: Element, measures: Measures) -> Element:
    """A box with what holds it and hardly more, as a day or a label."""
    outer, most = box.getparent(), measures[box].characters + _MORE
    while outer is not root and outer.tag in _BOXES:
        if outer not in measures or measures[outer].characters > most:
            break
        box, outer = outer, outer.getparent()
    return box


def _leads_twice(box: Element) -> bool:
    """Whether another link of a box leads where its heading does, or all of it does."""
    headings = list(box.iter(*HEADINGS))
    if len(headings) > 1:
        return False
    named = (heading for heading in headings if len(text_of(heading).split()) >= _WORDS)
    titles = {link for heading in named for link in _links(heading)}
    addresses = {
        link.get("href") for link in titles if is_local(link.get("href") or "", _said_hosts(box))
    }
    links = [link for link in box.iter("a") if link not in titles]
    around = box if box.tag == "a" else next(box.iterancestors("a"), None)
    is_alone = len(box) == 1 and box[0].tag == "a"
    is_whole = (around is not None or is_alone) and len(titles) == 1
    return is_whole or any(link.get("href") in addresses for link in links)


def _leads_on(entry: Element, measures: Measures) -> bool:
    """Whether an entry has a title that leads to another page of the site, and few words."""
    if measures[entry].characters > _LONGEST:
        return False
    headings = list(entry.iter(*HEADINGS))
    if len(headings) > _TITLES:
        return False
    return any(
        is_local(link.get("href") or "", _said_hosts(entry)) for h in headings for link in _links(h)
    )


def leads_on(heading: Element, hosts: Container[str]) -> bool:
    """Whether a link of a heading, or around it, is one to another page of its site.

    Args:
        heading: The heading.
        hosts: Where its page stands.
    """
    links = (link for link in _links(heading) if not stays_here(link))
    return any(is_local(link.get("href") or "", hosts) for link in links)


def _links(heading: Element) -> list[Element]:
    return [*heading.iterancestors("a"), *heading.iter("a")]


def is_local(address: str, hosts: Container[str]) -> bool:
    """Whether an address is one of another page of the site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if not parts.path.strip("/"):
        return False
    return not parts.netloc or parts.netloc in hosts


def hosts_of(element: Element) -> frozenset[str]:
    """Where a page says that it stands, and where most of its links lead."""
    counts = Counter(map(_host, element.getroottree().iter("a")))
    counts.pop("", None)
    return _said_hosts(element) | {host for host, _count in counts.most_common(1)}


def _said_hosts(element: Element) -> frozenset[str]:
    """Where a page says that it stands."""
    links = element.getroottree().iter("link")
    said = (link for link in links if "canonical" in (link.get("rel") or "").split())
    return frozenset(filter(None, islice(map(_host, said), 1)))


def _host(link: Element) -> str:
    try:
        return urlsplit(link.get("href") or "").netloc
    except ValueError:
        return ""


def _below(entry: Element, root: Element, measures: Measures) -> int:
    """Characters of running text below an entry."""
    found, element = 0, entry
    while element is not root:
        found += sum(measures[e].prose for e in element.itersiblings() if e in measures)
        element = element.getparent()
    return found
