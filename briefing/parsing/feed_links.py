"""The feeds that a web page names: RSS autodiscovery (https://www.rssboard.org/rss-autodiscovery)."""

from __future__ import annotations

from html.parser import HTMLParser

from briefing.parsing._feed_words import complete, plain_words

_TYPES = frozenset(
    (
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/json",
        "application/rdf+xml",
        "text/xml",
        "application/xml",
    )
)


def feed_links(html: str, base: str) -> tuple[tuple[str, str], ...]:
    """The feeds of a page, in its order: each its address and its title, which may be empty.

    Args:
        html: The page.
        base: Where it was found, which completes its links.
    """
    finder = _Finder(base)
    finder.feed(html)
    return tuple(dict(reversed(finder.found)).items())[::-1]


class _Finder(HTMLParser):
    """Goes through a page."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "base":
            self.base = complete(given.get("href"), self.base) or self.base
        if tag != "link" or "alternate" not in given.get("rel", "").lower().split():
            return
        address = complete(given.get("href"), self.base)
        if address is not None and given.get("type", "").lower() in _TYPES:
            self.found.append((address, plain_words(given.get("title"), is_html=False)))
