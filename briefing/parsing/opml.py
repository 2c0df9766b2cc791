"""Lists of feeds as readers of feeds exchange them: OPML 2.0 (http://opml.org/spec2.opml)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from briefing.model.errors import FormatError
from briefing.model.feed import FeedSource, ItemText
from briefing.parsing._feed_words import complete, plain_words
from briefing.parsing.importers.safe_xml import parse_xml
from briefing.text.i18n import _

_PAGE = "briefingText"
"""An attribute of ours: others leave out what they do not know."""


def parse_opml(data: bytes, where: str) -> tuple[FeedSource, ...]:
    """The feeds of a list, each address once, in its order; folders of the list are not kept.

    Args:
        data: The file.
        where: How messages name it.

    Returns:
        Feeds whose names are their titles; empty names where they have none.

    Raises:
        FormatError: It is no OPML, or it names no feed.
    """
    remedy = _("export the feeds from the other reader once more, as OPML")
    try:
        root = parse_xml(data)
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        what = _("is no OPML: {reason}").format(reason=error)
        raise FormatError(what, where=where, remedy=remedy) from error
    if root.tag.lower() != "opml":
        raise FormatError(_("is no OPML"), where=where, remedy=remedy)
    feeds = {feed.url: feed for feed in _feeds(root)}
    if not feeds:
        raise FormatError(_("names no feed"), where=where, remedy=remedy)
    return tuple(feeds.values())


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
    for feed in feeds:
        title = feed.title or feed.name
        said = {"type": "rss", "text": title, "title": title, "xmlUrl": feed.url}
        if feed.site is not None:
            said["htmlUrl"] = feed.site
        if feed.text is not ItemText.FEED:
            said[_PAGE] = feed.text.value
        SubElement(body, "outline", said)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _feeds(root: Element) -> Iterator[FeedSource]:
    for outline in root.iter():
        said = {name.lower(): value for name, value in outline.attrib.items()}
        url = complete(said.get("xmlurl"), "")
        if url is not None:
            title = plain_words(said.get("title") or said.get("text"), is_html=True)
            is_page = said.get(_PAGE.lower()) == ItemText.PAGE
            yield FeedSource(
                name=title,
                url=url,
                title=title or None,
                site=complete(said.get("htmlurl"), ""),
                text=ItemText.PAGE if is_page else ItemText.FEED,
            )
