"""What a feed says, of any kind: RSS 0.9 to 2.0, Atom, RDF, and JSON Feed.

Real feeds are often not well formed; what can be read of them is read, and the rest is said.
"""

from __future__ import annotations

from collections.abc import Container

from briefing.model.errors import InputError
from briefing.model.feed import FeedContent
from briefing.parsing._feed_json import parse_json_feed
from briefing.parsing._feed_xml import parse_xml_feed
from briefing.parsing.importers.sniffing import is_html
from briefing.text.i18n import _

__all__ = ["parse_feed"]

_BOM = b"\xef\xbb\xbf"


def parse_feed(
    data: bytes,
    where: str,
    base: str,
    charset: str | None = None,
    known: Container[str] = (),
) -> FeedContent:
    """Read a feed.

    Args:
        data: All of it.
        where: How messages name it.
        base: Its address in the end, which completes its links.
        charset: The encoding that its server says.
        known: The fingerprints of items that need not be read.

    Raises:
        InputError: It is no feed.
        UsageError: The library that reads feeds is not installed.
    """
    beginning = data[:1024].removeprefix(_BOM).lstrip()
    if not beginning:
        remedy = _("look at the address in a browser")
        raise InputError(_("is empty, and no feed"), where=where, remedy=remedy)
    if beginning.startswith(b"{"):
        return parse_json_feed(data, where, base)
    content = parse_xml_feed(data, base, charset, known)
    if content is not None:
        return content
    if is_html(data):
        remedy = _("let its feeds be found: briefing feeds add {where}").format(where=where)
        raise InputError(_("is a web page, and no feed"), where=where, remedy=remedy)
    remedy = _("look at the address in a browser")
    raise InputError(_("is no feed"), where=where, remedy=remedy)
