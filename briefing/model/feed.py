"""Feeds: what a library asks for news, what came, and how the asking went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum, StrEnum

from briefing.model.errors import InputError


class ItemText(StrEnum):
    """Which text of an item becomes the article."""

    FEED = "feed"
    """What the feed gives."""
    PAGE = "page"
    """The page behind the item, where there is more on it."""


@dataclass(frozen=True, slots=True)
class FeedSource:
    """A feed as a library names it; shared by all who share the library."""

    name: str
    """What commands and the library call it; no two feeds of a library have one name."""
    url: str
    """Where it is asked for."""
    title: str | None = None
    """What it calls itself."""
    site: str | None = None
    """The address of the pages that it tells of."""
    text: ItemText = ItemText.FEED
    """Which text its items become articles with."""
    folders: tuple[str, ...] = ()
    """The folders that it stands in in lists of feeds, from the outermost; for other readers."""


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news in a feed."""

    guid: str | None
    """What the feed calls it; None where it says nothing."""
    link: str | None
    """The address of its page, complete."""
    title: str
    """Its headline in plain words on one line; empty where it has none."""
    html: str
    """Its text as HTML: the fullest that the feed gives; empty where there is none."""
    authors: tuple[str, ...] = ()
    """Who wrote it."""
    published: str | None = None
    """When, RFC 3339 in UTC; None where the feed does not say it in a form that can be read."""
    updated: str | None = None
    """When it was changed, likewise."""
    language: str | None = None
    """BCP 47, as the feed says."""
    media: tuple[str, ...] = ()
    """Addresses of what is to be heard or seen with it."""
    fingerprint: str = ""
    """What the bytes that were sent of it are known by; empty where they cannot be told."""


@dataclass(frozen=True, slots=True)
class FeedContent:
    """What a feed said when it was asked."""

    title: str
    """What it calls itself; empty where it does not."""
    site: str | None
    """The address of the pages that it tells of."""
    items: tuple[Item, ...]
    """In its order, as a rule the newest first."""
    is_whole: bool = True
    """Whether it could be read to its end."""
    left_out: tuple[str, ...] = ()
    """Fingerprints of items that were not read, since they are known as they are."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave so that an unchanged answer need not be sent again: RFC 9110, 8.8."""

    etag: str | None = None
    """As it came, quotation marks and all."""
    last_modified: str | None = None
    """As it came."""


NO_VALIDATORS = Validators()
"""Of a server that gave none, or was never asked."""


@dataclass(frozen=True, slots=True)
class FeedPage:
    """What a server sent for a feed."""

    data: bytes
    """All of it."""
    found_at: str
    """Where it was found in the end, which completes its links."""
    charset: str | None = None
    """The encoding that the server says."""
    validators: Validators = NO_VALIDATORS
    """What to send along next time."""
    moved_to: str | None = None
    """Where it is for good, as the server says; None while it is where it was asked for."""


class FeedRefusalError(InputError):
    """A server that does not want to be asked for a feed: later only, or never again."""

    is_gone: bool = False
    """Whether it never comes back: RFC 9110, 15.5.11."""
    wait: timedelta | None = None
    """How long to leave it alone, where it says that."""


class NoAnswerError(InputError):
    """A server that cannot be reached in the way it was asked."""


class SlowServerError(NoAnswerError):
    """A server that was waited for in vain."""


class KnownBy(IntEnum):
    """What tells the items of a feed apart, from what is best to what is left."""

    GUID = 0
    """What the feed calls them."""
    LINK = 1
    """The addresses of their pages: one guid stands for several."""
    LINK_AND_TITLE = 2
    """Both: one address stands for several."""


@dataclass(frozen=True, slots=True)
class KnownItem:
    """An item that a library has already."""

    guid: str | None
    """What the feed called it."""
    link: str | None
    """The address of its page."""
    title: str
    """Its headline."""
    digest: str
    """SHA-256 of its words, in hex digits: what changes when it is corrected; empty while the page
    behind it is still to come."""
    path: str
    """Its article, from the library's folder."""
    missed: int = 0
    """How often the page behind it did not come."""
    fingerprint: str = ""
    """What was sent of it: the same need not be read again. Empty where it has to be."""


@dataclass(frozen=True, slots=True)
class FeedState:
    """How the asking for a feed went, for this reader alone."""

    validators: Validators = NO_VALIDATORS
    """What to send along next time."""
    known_by: KnownBy = KnownBy.GUID
    """What tells its items apart; it never goes back."""
    checked: str | None = None
    """When it was last asked, RFC 3339 in UTC."""
    due: str | None = None
    """Not to be asked again before, RFC 3339 in UTC; None: whenever somebody likes."""
    failing_since: str | None = None
    """Since when it fails, RFC 3339 in UTC; None while it does not."""
    failures: int = 0
    """How often in succession."""
    fault: str | None = None
    """Why, in one line."""
    items: tuple[KnownItem, ...] = ()
    """What came from it, those that it last named at the end."""


@dataclass(frozen=True, slots=True)
class ShownFeed:
    """A feed as a list of them shows it."""

    name: str
    """What commands call it."""
    title: str
    """What it calls itself; its name where it does not."""
    folder: str
    """Where its articles lie, from the library's folder, with a ``/`` at its end."""
    fault: str | None = None
    """Why it failed when it was last asked, and when it is asked again, in one line."""
