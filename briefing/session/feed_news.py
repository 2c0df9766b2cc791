"""What a feed said, read: its items, which of them are new, and the articles of those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from briefing.model.errors import BriefingError
from briefing.model.feed import (
    FeedContent,
    FeedPage,
    FeedSource,
    FeedState,
    ItemText,
    KnownBy,
    KnownItem,
)
from briefing.model.original import Original
from briefing.parsing.feeds import parse_feed
from briefing.session.feed_articles import ItemArticle, article_of
from briefing.session.feed_items import Matched, by_fingerprint, match, may_be_same, told_apart


@dataclass(frozen=True)
class News:
    """What a feed said that has changed."""

    page: FeedPage
    """What its server sent."""
    content: FeedContent
    """What that says."""
    known_by: KnownBy
    """What tells its items apart."""
    matched: tuple[Matched, ...]
    """Its items that were read, and which of them are known."""
    unchanged: tuple[KnownItem, ...] = ()
    """Those that were sent as they were the last time, and so were not read."""
    pages: Mapping[int, Original] = field(default_factory=dict)
    """The pages behind items, by the place of the item in `matched`."""
    missing: frozenset[int] = frozenset()
    """The places of items whose pages were wanted and did not come."""
    put_off: frozenset[int] = frozenset()
    """Those whose pages are wanted and were not asked for yet."""
    articles: Mapping[int, ItemArticle] = field(default_factory=dict)
    """Articles that were made of items in advance, by their places."""

    @cached_property
    def pages_named(self) -> Counter[str]:
        """How many of the items name each page."""
        return Counter(each.item.link for each in self.matched if each.item.link is not None)


class FeedReaderPort(Protocol):
    """Reads feeds where that is in nobody's way; safe from several threads."""

    def read(self, feed: FeedSource, state: FeedState, page: FeedPage, now: str) -> News | None:
        """What a feed says, with its articles, as `news_with_articles` gives it.

        Returns:
            None where it was not read: it is no feed, the process came to harm, or was stopped.
        """

    def stop(self) -> None:
        """Read no more, and let nobody wait."""


def as_it_says(feed: FeedSource, content: FeedContent) -> FeedSource:
    """A feed with what it says of itself, where nobody else has said it."""
    title = feed.title or content.title or None
    return replace(feed, title=title, site=feed.site or content.site)


def news_of(feed: FeedSource, state: FeedState, page: FeedPage) -> News:
    """What a feed says; its items that are known to the byte are not read again."""
    known = by_fingerprint(state.items) if state.known_by is KnownBy.GUID else {}
    content = parse_feed(page.data, feed.url, page.found_at, page.charset, known)
    unchanged = tuple({known[each].path: known[each] for each in content.left_out}.values())
    if may_be_same(content.items, unchanged):
        content, unchanged = parse_feed(page.data, feed.url, page.found_at, page.charset), ()
    items, known_by = told_apart(content.items, state.known_by)
    matched = match(items, state.items, known_by, has_others=bool(unchanged))
    return News(page, content, known_by, matched, unchanged)


def news_with_articles(feed: FeedSource, state: FeedState, page: FeedPage, now: str) -> News:
    """What a feed says, with the articles of what is new or corrected.

    Where the pages behind its items are wanted they come first, and so no article is made.

    Args:
        feed: The feed.
        state: What is known of it.
        page: What its server sent.
        now: The present time, RFC 3339 in UTC.

    Raises:
        BriefingError: It is no feed.
    """
    news = news_of(feed, state, page)
    if feed.text is ItemText.PAGE:
        return news
    said = as_it_says(feed, news.content)
    made: dict[int, ItemArticle] = {}
    for place, each in enumerate(news.matched):
        with suppress(BriefingError):  # whoever takes it in tells why
            if each.is_news:
                made[place] = article_of(each.item, None, said, now)
    return replace(news, articles=made)
