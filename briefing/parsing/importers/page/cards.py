"""Cards that lead to other articles: a picture and a title, and hardly a word that is no link."""

from __future__ import annotations

from briefing.parsing.importers.page.measure import Measures
from briefing.parsing.importers.page.teasers import hosts_of, is_local
from briefing.parsing.importers.page.tree import HEADINGS, Element, finder, names, text_of

_TITLE = 4
"""Words that a title has at least."""
_BESIDE = 25
"""Characters of a card that are no link, as a day is."""
_LONGEST = 400
"""Characters of a card."""
_SEVERAL = 2
"""Cards in a list of them."""
_SHARE = 0.25
"""The share of the words of an article that its cards have at most; more are what it is there for.
"""
_says_title = finder(r"(?i)title|headline")


def cards_in(root: Element, measures: Measures) -> list[Element]:
    """The cards in an article: lists of them, and links that are one.

    Args:
        root: The article.
        measures: Those of all its elements.
    """
    hosts = hosts_of(root)
    found = [
        each
        for each in root.iter("ul", "ol", "a")
        if each in measures and each is not root and _is_other(each, hosts)
    ]
    characters = sum(measures[each].characters for each in found)
    return found if characters <= _SHARE * measures[root].characters else []


def _is_other(element: Element, hosts: frozenset[str]) -> bool:
    if element.tag == "a":
        titles = [inner for inner in element.iterdescendants() if _is_title(inner)]
        has_more = any(text_of(title) != text_of(element) for title in titles)
        return has_more and _is_card(element, hosts)
    entries = [entry for entry in element if text_of(entry)]
    pictured = all(next(entry.iter("img"), None) is not None for entry in entries)
    return len(entries) >= _SEVERAL and pictured and all(_is_card(e, hosts) for e in entries)


def _is_title(element: Element) -> bool:
    """Whether an element in a card is called its title."""
    is_called = element.tag in HEADINGS or _says_title(names(element))
    return is_called and len(text_of(element).split()) >= _TITLE


def _is_card(entry: Element, hosts: frozenset[str]) -> bool:
    """Whether all words of an element lead to one other page of the site, or nearly all.

    The title may stand in its picture alone.
    """
    if next(entry.iter("figcaption"), None) is not None:
        return False
    said, titles, addresses = text_of(entry), {"": ""}, set[str]()
    for link in entry.iter("a"):
        words = text_of(link)
        shown = [*link.iter("img")]
        titles[words] = max((words, *(image.get("alt") or "" for image in shown)), key=len)
        addresses |= {link.get("href") or ""} if words or shown else set()
    if len(addresses) != 1 or not all(is_local(address, hosts) for address in addresses):
        return False
    linked = max(titles, key=len)
    is_small = len(said) <= _LONGEST and len(said) - len(linked) <= _BESIDE
    return is_small and len(titles[linked].split()) >= _TITLE
