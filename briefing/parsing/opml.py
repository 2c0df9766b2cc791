"""Lists of feeds as readers of feeds exchange them: OPML 2.0 (http://opml.org/spec2.opml)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from briefing.model.errors import FormatError
from briefing.model.feed import FeedSource, ItemText
from briefing.model.records import dataclass
from briefing.parsing._feed_bytes import as_utf8
from briefing.parsing._feed_words import complete, plain_words
from briefing.parsing.importers.safe_xml import parse_xml
from briefing.text.addresses import without_feed
from briefing.text.i18n import _

_PAGE = "briefingText"
"""An attribute of ours: others leave out what they do not know."""
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""What XML cannot hold (https://www.w3.org/TR/xml/#charsets)."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list of feeds names."""

    feeds: tuple[FeedSource, ...]
    """Feeds whose names are their titles; empty names where they have none."""
    strange: tuple[str, ...] = ()
    """What it gives for addresses that are none of the web: programs, searches of its reader."""


def parse_opml(data: bytes, where: str) -> Listed:
    """The feeds of a list in its order; where an address stands twice, the first counts.

    Args:
        data: The file.
        where: How messages name it.

    Raises:
        FormatError: It is no OPML, or it names no feed.
    """
    remedy = _("export the feeds from the other reader once more, as OPML")
    try:
        root = parse_xml(_CONTROLS.sub(b"", as_utf8(data)))
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        what = _("is no OPML: {reason}").format(reason=error)
        raise FormatError(what, where=where, remedy=remedy) from error
    if root.tag.rpartition("}")[2].lower() != "opml":
        raise FormatError(_("is no OPML"), where=where, remedy=remedy)
    feeds: dict[str, FeedSource] = {}
    strange: dict[str, None] = {}
    for found in _found(root):
        if isinstance(found, str):
            strange[found] = None
        else:
            feeds.setdefault(found.url, found)
    if not feeds:
        raise FormatError(_("names no feed"), where=where, remedy=remedy)
    return Listed(tuple(feeds.values()), tuple(strange))


def render_opml(feeds: Iterable[FeedSource], created: str) -> str:
    """A list of feeds.

    Args:
        feeds: In the order of the list.
        created: When the list is made, as RFC 822 wants it.
    """
    root = Element("opml", version="2.0")
    head, body = SubElement(root, "head"), SubElement(root, "body")
    SubElement(head, "title").text = "briefing"
    SubElement(head, "dateCreated").text = created
    folders: dict[tuple[str, ...], Element] = {(): body}
    for feed in feeds:
        title = feed.title or feed.name
        said = {"type": "rss", "text": title, "title": title, "xmlUrl": feed.url}
        if feed.site is not None:
            said["htmlUrl"] = feed.site
        if feed.text is not ItemText.FEED:
            said[_PAGE] = feed.text.value
        SubElement(_folder(folders, feed.folders), "outline", said)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _folder(folders: dict[tuple[str, ...], Element], names: tuple[str, ...]) -> Element:
    """The outline of a folder; it and those above it are made where they are missing."""
    if names not in folders:
        said = {"text": names[-1], "title": names[-1]}
        folders[names] = SubElement(_folder(folders, names[:-1]), "outline", said)
    return folders[names]


def _found(root: Element) -> Iterator[FeedSource | str]:
    """All feeds of a list, each with the folders that it stands in; addresses that are none."""
    left: list[tuple[Element, tuple[str, ...]]] = [(root, ())]
    while left:
        outline, folders = left.pop()
        said = {name.lower(): value for name, value in outline.attrib.items()}
        given = plain_words(said.get("xmlurl"), is_html=False)
        url = _address(given)
        title = plain_words(said.get("title") or said.get("text"), is_html=True)
        if url is not None:
            yield _feed(said, url, title, folders)
        elif given:
            yield given
        elif title:
            folders = (*folders, title)
        left += [(child, folders) for child in reversed(outline)]


def _address(given: str) -> str | None:
    """The address of a feed; None where it is none of the web."""
    bare = without_feed(given)
    is_feed = bare != given
    return complete(f"http://{bare}" if is_feed and "://" not in bare else bare, "")


def _feed(said: Mapping[str, str], url: str, title: str, folders: tuple[str, ...]) -> FeedSource:
    """A feed of which an outline tells, by its attributes in small letters."""
    is_page = said.get(_PAGE.lower()) == ItemText.PAGE
    return FeedSource(
        name=title,
        url=url,
        title=title or None,
        site=complete(said.get("htmlurl"), ""),
        text=ItemText.PAGE if is_page else ItemText.FEED,
        folders=folders,
    )
