"""A feed becomes part of a library: by its address, or by that of a site that names its feeds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from briefing.model.errors import InputError
from briefing.model.feed import (
    NO_VALIDATORS,
    FeedPage,
    FeedSource,
    FeedState,
    ItemText,
    NoAnswerError,
)
from briefing.parsing.feed_links import feed_links
from briefing.parsing.importers.sniffing import is_feed, is_html
from briefing.session.feed_articles import feed_name
from briefing.session.feed_asking import Asked, Asking
from briefing.text.addresses import without_feed
from briefing.text.encodings import declared_in, decode_foreign
from briefing.text.i18n import _


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that can be added."""

    asked: Asked
    """What it says; its feed has the name that it will have."""
    others: tuple[str, ...] = ()
    """Addresses of other feeds that its site names."""
    silent: tuple[str, ...] = ()
    """Addresses that were asked before, in vain."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Where it was asked for, and where it is for good."""
        moved_to = None if self.asked.news is None else self.asked.news.page.moved_to
        return tuple(filter(None, (self.asked.feed.url, moved_to)))


def written_out(address: str) -> tuple[str, ...]:
    """What an address may mean, the likeliest first: browsers ask by https, then by http.

    Args:
        address: As somebody gave it; also with ``feed:``, as links to feeds have it.
    """
    address = without_feed(address)
    return (address,) if "://" in address else (f"https://{address}", f"http://{address}")


def find_feed(
    asking: Asking,
    urls: Sequence[str],
    taken: Collection[str],
    *,
    name: str | None,
    text: ItemText,
) -> FoundFeed:
    """Find the feed of an address.

    Args:
        asking: What asks for it.
        urls: Its own address, or that of a site; what is asked for next where there is no answer.
        taken: The names of the feeds that there are.
        name: What it is to be called; None: as it calls itself.
        text: Which text its items become articles with.

    Raises:
        InputError: There is no answer, or no feed.
    """
    page, silent = _first_answer(asking, urls)
    url = urls[len(silent)]
    others: tuple[str, ...] = ()
    if is_html(page.data) and not is_feed(page.data):
        site = page.found_at
        url, *rest = _named(page, url)
        others = tuple(rest)
        page = _answer(asking, url, site)
    asked = asking.read(FeedSource("", url, text=text), FeedState(), page)
    if asked.error is not None or asked.news is None:
        raise asked.error or InputError(_("is no feed"), where=url)
    own = name or asked.news.content.title or urlsplit(url).hostname or "feed"
    named = replace(asked.feed, name=free_name(own, taken))
    return FoundFeed(replace(asked, feed=named), others, silent)


def free_name(words: str, taken: Collection[str]) -> str:
    """A name for a feed that no other has."""
    name = feed_name(words) or "feed"
    names = (name, *(f"{name}-{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in names if each not in taken)


def with_names(feeds: Iterable[FeedSource], present: Iterable[FeedSource]) -> list[FeedSource]:
    """Those of some feeds whose addresses are not there yet, each with a name of its own."""
    present = tuple(present)
    taken, addresses = {feed.name for feed in present}, {feed.url for feed in present}
    found = []
    for feed in feeds:
        if feed.url in addresses:
            continue
        own = feed.name or urlsplit(feed.url).hostname or "feed"
        found.append(replace(feed, name=free_name(own, taken)))
        taken.add(found[-1].name)
        addresses.add(feed.url)
    return found


def _first_answer(asking: Asking, urls: Sequence[str]) -> tuple[FeedPage, tuple[str, ...]]:
    """What comes from the first of some addresses that answers, and those before it.

    Raises:
        InputError: None does; of the first one.
    """
    try:
        return _answer(asking, urls[0], None), ()
    except NoAnswerError:
        for count, url in enumerate(urls[1:], 1):
            with suppress(NoAnswerError):
                return _answer(asking, url, None), tuple(urls[:count])
        raise


def _answer(asking: Asking, url: str, named_by: str | None) -> FeedPage:
    page = asking.servers.fetch(url, NO_VALIDATORS, named_by)
    if page is None:
        raise InputError(_("sends nothing"), where=url, remedy=_("try again later"))
    return page


def _named(page: FeedPage, url: str) -> list[str]:
    """The addresses of the feeds that a page names.

    Raises:
        InputError: It names none, or cannot be read.
    """
    html = decode_foreign(page.data, url, page.charset or declared_in(page.data)).text
    found = [address for address, _title in feed_links(html, page.found_at)]
    if not found:
        what = _("is a web page that names no feed")
        raise InputError(what, where=url, remedy=_("look for the address of its feed there"))
    return found
