"""Feeds in XML, read by feedparser, which takes those that are not well formed, too."""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Container, Iterator, Sequence
from io import BytesIO
from types import ModuleType
from typing import Any

from briefing.model.errors import UsageError
from briefing.model.feed import FeedContent, Item
from briefing.model.records import replace
from briefing.parsing._feed_bytes import as_utf8
from briefing.parsing._feed_dates import parse_named_date
from briefing.parsing._feed_pieces import pieces_of, without
from briefing.parsing._feed_references import with_references
from briefing.parsing._feed_words import as_html, complete, plain_words, with_whole_addresses
from briefing.text.i18n import _
from briefing.text.times import from_epoch

Found = dict[str, Any]

_SLIPS = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What feedparser lets through where addresses, dates or encodings in a feed are absurd
(https://github.com/kurtmckee/feedparser/issues, "ValueError: Invalid IPv6 URL" for one)."""
_END = re.compile(rb"</(?:rss|feed|(?:\w+:)?RDF)\s*>")
_ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]")
_ITEM_END = re.compile(rb"</(?:\w+:)?(?:item|entry)\s*>")
_TAIL = 2_000
"""Bytes at the end in which the last tag stands."""
_UNCLOSED = 5_000
"""Tags that may be left open."""
_TAGS_A_CLOSING = 20
"""Tags for one that is closed: HTML between marks of CDATA has some that need not be."""
_BARE = re.compile(
    rb"(?P<cdata><!\[CDATA\[.*?(?:\]\]>|\Z))"
    rb"|&(?!(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});)",
    re.DOTALL,
)
_XML = "application/xml; charset=utf-8"
_MAILED = re.compile(r"[^\s()]+@[^\s()]+\s+\((?P<name>[^()]+)\)")
"""Who wrote something, as RSS has it: an address, and the name in brackets."""
_HEARD = ("audio/", "video/")
_HTML = ("text/html", "application/xhtml+xml")


def parse_xml_feed(
    data: bytes, base: str, charset: str | None, known: Container[str] = ()
) -> FeedContent | None:
    """Read a feed in XML; arguments as of `feeds.parse_feed`.

    Where it breaks off in an item, that is left for the next time: half of its text may be missing.

    Returns:
        What it says; None where it is no feed.

    Raises:
        UsageError: feedparser is not installed.
    """
    data = as_utf8(data, charset)
    if not _is_closed(data):
        return None
    pieces = pieces_of(data, base)
    left_out = [piece for piece in pieces if piece.fingerprint in known]
    others = [piece.fingerprint for piece in pieces if piece.fingerprint not in known]
    content = _read(without(data, left_out), base, others)
    if content is None or not left_out:
        return content
    if len(content.items) != len(others):  # what was taken for an item is none
        return _read(data, base, ())
    return replace(content, left_out=tuple(piece.fingerprint for piece in left_out))


def _read(data: bytes, base: str, fingerprints: Sequence[str]) -> FeedContent | None:
    """Read a feed in UTF-8.

    Args:
        data: All of it.
        base: Its address.
        fingerprints: Those of its items, if there are as many as these.

    Returns:
        What it says; None where it is no feed.

    Raises:
        UsageError: feedparser is not installed.
    """
    try:
        found = _feedparser().parse(
            BytesIO(_with_ampersands(with_references(data))),
            response_headers={"content-type": _XML},  # addresses stay as they are: so do the guids
            sanitize_html=False,  # what becomes an article is cleared by its importer
            resolve_relative_uris=False,  # it would read the HTML of every item for that
        )
    except _SLIPS:
        return None
    if not found.version:
        return None
    is_whole = _END.search(data, max(0, len(data) - _TAIL)) is not None
    entries = found.entries if is_whole or _ends_between(data) else found.entries[:-1]
    language = _language(found.feed)
    writers = tuple(_authors(found.feed)) if found.version.startswith("atom") else ()
    items = [_item(each, base, language, writers) for each in entries]
    if len(items) == len(fingerprints):
        marked = zip(items, fingerprints, strict=True)
        items = [replace(item, fingerprint=fingerprint) for item, fingerprint in marked]
    return FeedContent(
        _title(found.feed),
        complete(found.feed.get("link"), base),
        tuple(items),
        is_whole,
    )


def _ends_between(data: bytes) -> bool:
    """Whether the last item of a feed that breaks off is there to its end."""
    *_items, last = _ITEM.split(data)
    return _ITEM_END.search(last) is not None


def _is_closed(data: bytes) -> bool:
    """Whether tags are closed about as often as in any feed: else reading it takes for ever."""
    opened, ended = data.count(b"<"), data.count(b">")
    closed = data.count(b"</") + data.count(b"/>")
    return opened <= ended + _UNCLOSED and opened <= _TAGS_A_CLOSING * closed + _UNCLOSED


def _with_ampersands(data: bytes) -> bytes:
    """A feed whose bare ampersands are written as XML wants them."""
    return _BARE.sub(lambda match: match[0] if match["cdata"] else b"&amp;", data)


def _feedparser() -> ModuleType:
    try:
        import feedparser  # noqa: PLC0415 - 90 ms, and an extra
    except ImportError as error:
        what = _("feeds need the extra “feeds”")
        remedy = _("install it with: pip install 'briefing[{extra}]'").format(extra="feeds")
        raise UsageError(what, remedy=remedy) from error
    return feedparser  # type: ignore[no-any-return]


def _item(found: Found, base: str, language: str | None, writers: tuple[str, ...] = ()) -> Item:
    """One item.

    Args:
        found: As feedparser gives it.
        base: The address of the feed.
        language: That of the feed.
        writers: Who wrote what does not say it (RFC 4287, 4.2.1).
    """
    return Item(
        guid=_guid(found),
        link=_link(found, base),
        title=_title(found),
        html=max(_texts(found, base), key=len, default=""),
        authors=tuple(dict.fromkeys(filter(None, _authors(found)))) or writers,
        published=_time(found, "published") or _time(found, "created"),
        updated=_time(found, "updated"),
        language=_language(found) or _language(found.get("title_detail") or {}) or language,
        media=tuple(dict.fromkeys(_media(found, base))),
    )


def _time(found: Found, name: str) -> str | None:
    """A time of an item; feedparser gives its parts in UTC, where it can read it."""
    # `get` of its own takes another date where there is none
    words, parts = dict.get(found, name), dict.get(found, f"{name}_parsed")
    try:
        return parse_named_date(str(words or "")) if parts is None else from_epoch(timegm(parts))
    except ValueError:  # no such day
        return None


def _guid(found: Found) -> str | None:
    guid = str(found.get("id") or "").strip()
    return guid or None


def _link(found: Found, base: str) -> str | None:
    """The page of an item, and not the one that counts who goes there.

    Where only a guid is given, or an `rdf:about`, it is one if it is a whole address.
    """
    about = None if "guidislink" in found else found.get("id")
    link = found.get("feedburner_origlink") or found.get("link") or about
    is_guid = "link" not in found or (found.get("guidislink") and link == found.get("id"))
    return None if is_guid and "://" not in str(link) else complete(link, base)


def _title(found: Found) -> str:
    detail = found.get("title_detail") or {}
    return plain_words(found.get("title"), is_html=detail.get("type") in _HTML)


def _texts(found: Found, base: str) -> Iterator[str]:
    """All texts of an item as HTML: its content, and what it calls a summary.

    Their links are completed with the feed's address, or what the feed says itself (`xml:base`).
    """
    details = [*found.get("content", ()), found.get("summary_detail") or {}]
    for detail in details:
        text = detail.get("value")
        if isinstance(text, str) and text.strip():
            html = text if detail.get("type") in _HTML else as_html(text)
            yield with_whole_addresses(html, complete(detail.get("base"), base) or base)


def _authors(found: Found) -> Iterator[str]:
    """Who wrote an item; an address of a newer top-level domain is more than feedparser parts."""
    mailed = _MAILED.fullmatch(str(found.get("author") or "").strip())
    if mailed is not None:
        yield plain_words(mailed["name"], is_html=True)
        return
    for author in found.get("authors", ()):
        yield plain_words(author.get("name"), is_html=True)


def _media(found: Found, base: str) -> Iterator[str]:
    for enclosure in found.get("enclosures", ()):
        address = complete(enclosure.get("href"), base)
        if address is not None:
            yield address
    for medium in found.get("media_content", ()):  # pictures come in many sizes, and say less
        address = complete(medium.get("url"), base)
        if address is not None and str(medium.get("type")).startswith(_HEARD):
            yield address


def _language(found: Found) -> str | None:
    """The language of a feed or an item, where it is one by its form: RFC 5646, 2.1."""
    language = str(found.get("language") or "").replace("_", "-").strip()
    return language if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", language) else None
