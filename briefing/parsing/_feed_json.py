"""JSON Feed, version 1 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from briefing.model.errors import InputError
from briefing.model.feed import FeedContent, Item
from briefing.parsing._feed_references import joined
from briefing.parsing._feed_words import as_html, complete, plain_words, with_whole_addresses
from briefing.text.i18n import _
from briefing.text.times import utc

Found = dict[str, object]


def parse_json_feed(data: bytes, where: str, base: str) -> FeedContent:
    """Read a JSON Feed; arguments as of `feeds.parse_feed`.

    Raises:
        InputError: It is no JSON, or none of a feed.
    """
    try:
        found = _whole(json.loads(data.decode("utf-8-sig")))
    except (ValueError, RecursionError) as error:
        what = _("is no feed: its JSON cannot be read")
        raise InputError(what, where=where, remedy=_("ask whoever makes it")) from error
    items = found.get("items")
    if "jsonfeed.org/version/" not in str(found.get("version")) or not isinstance(items, list):
        what = _("is JSON, but no feed")
        raise InputError(what, where=where, remedy=_("look at the address in a browser"))
    language = _string(found, "language")
    writers = tuple(filter(None, _authors(found)))
    return FeedContent(
        plain_words(found.get("title"), is_html=False),
        complete(found.get("home_page_url"), base),
        tuple(_item(each, base, language, writers) for each in items if isinstance(each, dict)),
    )


def _whole(value: Any) -> Any:
    """A value of JSON in whose strings no half of a character is left (RFC 8259, 8.2)."""
    if isinstance(value, str):
        return value if value.isascii() else joined(value)
    if isinstance(value, list):
        return [_whole(each) for each in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(each) for key, each in value.items()}
    return value


def _item(found: Found, base: str, language: str | None, writers: tuple[str, ...]) -> Item:
    """One item; what it does not say of language and authors, the feed says."""
    text = _string(found, "content_text") or _string(found, "summary") or ""
    guid = found.get("id")
    return Item(
        guid=str(guid) if isinstance(guid, str | int) and str(guid).strip() else None,
        link=complete(found.get("url") or found.get("external_url"), base),
        title=plain_words(found.get("title"), is_html=False),
        html=with_whole_addresses(_string(found, "content_html") or as_html(text), base),
        authors=tuple(filter(None, _authors(found))) or writers,
        published=utc(_string(found, "date_published") or ""),
        updated=utc(_string(found, "date_modified") or ""),
        language=_string(found, "language") or language,
        media=tuple(_media(found, base)),
    )


def _authors(found: Found) -> Iterator[str]:
    """Version 1.1 has a list, version 1 had one."""
    several = found.get("authors")
    for author in several if isinstance(several, list) else [found.get("author")]:
        if isinstance(author, dict):
            yield plain_words(author.get("name"), is_html=False)


def _media(found: Found, base: str) -> Iterator[str]:
    attachments = found.get("attachments")
    for each in attachments if isinstance(attachments, list) else []:
        address = complete(each.get("url"), base) if isinstance(each, dict) else None
        if address is not None:
            yield address


def _string(found: Found, key: str) -> str | None:
    value = found.get(key)
    return value if isinstance(value, str) and value.strip() else None
