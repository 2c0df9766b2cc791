"""A feed becomes part of a library, by its own address or that of its site."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from briefing.model.feed import ItemText
from briefing.session.feed_adding import FoundFeed, find_feed, written_out
from briefing.session.feed_asking import Asking
from briefing.session.feed_desk import FeedDesk
from briefing.session.feed_updates import Update
from briefing.text.i18n import _


def join_feed(
    desk: FeedDesk,
    address: str,
    complain: Callable[[str], None],
    *,
    name: str | None = None,
    text: ItemText = ItemText.FEED,
) -> tuple[str, Update | None]:
    """Add a feed to a library, and take in what it has.

    Args:
        desk: The library's feeds.
        address: The feed's, or that of its site.
        complain: Takes what else there is to say, a line each.
        name: What to call it; as it calls itself by default.
        text: Which text of its items becomes articles.

    Returns:
        What became of it, in one line; and what came, None where it was here already.

    Raises:
        BriefingError: There is no answer, or no feed; or it could not be written.
    """
    urls = written_out(address)
    there = {feed.url: feed.name for feed in desk.feeds()}
    if (here := _is_here(there, urls)) is not None:
        return here, None
    asking = Asking(desk.servers)
    found = find_feed(asking, urls, there.values(), name=name, text=text)
    _tell_others(found, urls, complain)
    if (here := _is_here(there, found.addresses)) is not None:
        return here, None
    with desk.states.alone():
        update = desk.updates(asking).take(found.asked)
        desk.keep([update], added=[update.feed])
    said = _("{name} added: {url}").format(name=update.feed.name, url=update.feed.url)
    return said, update


def _is_here(there: Mapping[str, str], urls: Sequence[str]) -> str | None:
    """That one of some addresses is that of a feed which is here; None where none is."""
    found = next((there[url] for url in urls if url in there), None)
    return None if found is None else _("{name} is here already").format(name=found)


def _tell_others(found: FoundFeed, urls: Sequence[str], complain: Callable[[str], None]) -> None:
    """Say which addresses did not answer, and which feeds the site has besides."""
    url = urls[len(found.silent)]
    for silent in found.silent:
        complain(_("{url}: there is no answer; {other} is asked").format(url=silent, other=url))
    for other in found.others:
        complain(_("{url}: the site has another feed: {other}").format(url=url, other=other))
