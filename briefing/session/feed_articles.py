"""Items of feeds as articles: their text, what the feed says of them, and a file name.

The name comes from the address or the guid alone, so that two machines which share a library make
the same file of the same item.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from html import unescape
from pathlib import PurePosixPath
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from briefing.model.errors import BriefingError
from briefing.model.feed import FeedSource, Item, KnownBy
from briefing.model.original import Original
from briefing.parsing.document import MarkdownDocument
from briefing.parsing.draft import Draft
from briefing.parsing.front_matter_writer import render_front_matter
from briefing.parsing.importers.formats import read_original
from briefing.parsing.importers.whole_html import body_of, read_whole
from briefing.parsing.reading import with_whole_words
from briefing.session.documents import described
from briefing.text.fitting import shortened

_LONGEST_NAME = 60
_LONGEST_HEADLINE, _HEADLINE_CELLS = 400, 80
_TAG = re.compile(r"<[^<>]*>")
_SENTENCE = re.compile(r".{8,79}?(?:[.!?…](?=\s|$)|[。！？])")
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_NO_NAME = re.compile(r"[\W_]+")
_ENDING = re.compile(r"\.(?:html?|php|aspx?|jsp|shtml)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ItemArticle:
    """What becomes of an item."""

    markdown: str
    """The article's file."""
    text: str
    """Its reading text."""


def article_path(item: Item, feed: FeedSource, known_by: KnownBy) -> str:
    """Where the article of a new item belongs, from the library's folder."""
    first, second = (item.guid, item.link) if known_by is KnownBy.GUID else (item.link, item.guid)
    key = first or second or item.title
    if known_by is KnownBy.LINK_AND_TITLE:
        key = f"{key}\n{item.title}"
    digits = sha256(key.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{feed_folder(feed)}/{_slug(item)}-{digits}.md"


def feed_folder(feed: FeedSource) -> str:
    """The folder of a feed's articles, below the library's: its name, made safe for any disk."""
    return feed_name(feed.name) or "feed"


def feed_name(words: str) -> str:
    """A name for commands and folders: small letters and digits of any script, with hyphens."""
    return _NO_NAME.sub("-", normalize("NFC", words.casefold()))[:_LONGEST_NAME].strip("-")


def article_of(item: Item, page: Original | None, feed: FeedSource, now: str) -> ItemArticle:
    """The article of an item.

    Args:
        item: What the feed gives.
        page: The page behind it, where that was fetched: its text is taken if it is longer.
        feed: Where it comes from.
        now: The present time, RFC 3339 in UTC.
    """
    draft = _draft(item, feed)
    longer = None if page is None else _page_draft(page)
    if longer is not None and len(longer.body) > len(draft.body):
        draft = replace(draft, body=longer.body, dropped=longer.dropped)
    title, body = with_whole_words(draft.title or ""), with_whole_words(draft.body)
    draft = replace(draft, title=title or draft.title, body=body)
    source = {"url": item.link or feed.url, "retrieved": now}
    front_matter = described(draft, source)
    block = render_front_matter(front_matter)
    markdown = f"{block}\n{draft.body.strip() or _no_text(item)}\n"
    # What was just written need not be read back: with ten thousand items that takes seconds.
    document = MarkdownDocument(markdown, name="", front_matter=front_matter, body=len(block))
    return ItemArticle(markdown, document.article().text)


def _draft(item: Item, feed: FeedSource) -> Draft:
    whole = read_whole(item.html, language=item.language)
    media = [f"<{address}>" for address in item.media if address not in item.html]
    return Draft(
        body="\n\n".join([body_of(whole.pieces, whole.notes).strip(), *media]).strip(),
        title=item.title or _first_words(item.html) or None,
        language=item.language,
        published=item.published or item.updated,
        updated=item.updated if item.published and item.updated != item.published else None,
        authors=item.authors,
        site=feed.title,
    )


def _first_words(html: str) -> str:
    """What an item without a headline is called: its first sentence, or the beginning of it."""
    words = " ".join(unescape(_TAG.sub(" ", html)).split())[:_LONGEST_HEADLINE]
    sentence = _SENTENCE.match(words)
    return sentence[0] if sentence is not None else shortened(words, _HEADLINE_CELLS)


def _page_draft(page: Original) -> Draft | None:
    """What the page behind an item says; None where no article is found in it."""
    try:
        return read_original(page)
    except BriefingError:
        return None


def _no_text(item: Item) -> str:
    """What stands in an article of which the feed gives the headline only."""
    return f"<{item.link}>" if item.link is not None else item.title or "–"


def _slug(item: Item) -> str:
    """The last part of the address that says something, in small letters."""
    path = PurePosixPath(unquote(urlsplit(item.link or item.guid or "").path))
    plain = normalize("NFKD", _ENDING.sub("", path.name)).encode("ascii", "ignore").decode()
    return _NO_SLUG.sub("-", plain.lower()).strip("-")[:_LONGEST_NAME].strip("-") or "item"
