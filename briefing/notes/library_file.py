"""The file of a library as text: read strictly, and written in one order.

::

    format: 1
    feeds:
      - name: harvest-news
        url: https://example.org/feed.xml
    searches:
      - name: Soldiers
        query: soldiers is:unread
    left_out: [drafts]
    keep_read:
      days: 90

Everything stands in the order of its names, so that two who add something at once seldom write the
same lines; what they did write is merged by `library_merge`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from briefing.model.feed import FeedSource, ItemText
from briefing.model.library_file import KeepRead, LibraryFile, SavedSearch
from briefing.notes.conflicted import sides
from briefing.notes.layout import has_conflict_markers
from briefing.notes.library_merge import merge_libraries
from briefing.text.i18n import _
from briefing.text.strict_yaml import Node, parse
from briefing.text.strict_yaml_writer import dump

FORMAT = 1
"""The version of the format that is read and written."""

MOST_KEPT = 99_999
"""Days or articles, at most: a rule for more lets nothing go."""

_Named = TypeVar("_Named", FeedSource, SavedSearch)

_HEAD = ("format", "feeds", "searches", "left_out", "keep_read")
_IS_LIBRARY = re.compile(r"^(?:feeds|searches|left_out|keep_read):", re.MULTILINE)


def is_library(text: str) -> bool:
    """Whether a text is the file of a library rather than notes or versions."""
    return bool(_IS_LIBRARY.search(text))


def parse_library(text: str, *, where: str) -> LibraryFile:
    """Read the file, also one in which git left both sides of a merge.

    Args:
        text: The whole file.
        where: Its name, for messages.

    Raises:
        FormatError: Something in it is not what it should be; `where` names the line.
    """
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if has_conflict_markers(text):
        ours, base, theirs = sides(text, where)
        ancestor = None if base is None else _parse(base.text, where)
        return merge_libraries(ancestor, _parse(ours.text, where), _parse(theirs.text, where))
    return _parse(text, where)


def format_library(library: LibraryFile) -> str:
    """Write the file; parts without anything in them are left out."""
    parts: dict[str, object] = {
        "feeds": [_feed_fields(feed) for feed in sorted(library.feeds, key=lambda f: f.name)],
        "searches": [
            {"name": each.name, "query": each.query}
            for each in sorted(library.searches, key=lambda s: s.name)
        ],
        "left_out": sorted(set(library.left_out)),
        "keep_read": _given({"days": library.keep_read.days, "items": library.keep_read.items}),
    }
    written = {name: part for name, part in parts.items() if part}
    return dump({"format": FORMAT, **written, **library.extra})


def _parse(text: str, where: str) -> LibraryFile:
    root = parse(text, where=where)
    if root.is_null:
        return LibraryFile()
    if not root.is_mapping:
        raise root.error(_("this is no file of a library"), _("move it away"))
    number = root.integer("format")
    if number is not None and number > FORMAT:
        what = _("this was written by a newer version (format {format})")
        raise root.fields["format"].error(what.format(format=number))
    return LibraryFile(
        tuple(_each_named_once(root.mappings("feeds"), _feed)),
        tuple(_each_named_once(root.mappings("searches"), _search)),
        tuple(sorted({name.strip("/") for name in root.strings("left_out")} - {""})),
        _keep_read(root.mapping("keep_read")),
        root.unknown(_HEAD),
    )


def _each_named_once(nodes: tuple[Node, ...], read: Callable[[Node], _Named]) -> Iterator[_Named]:
    names: set[str] = set()
    for node in nodes:
        found = read(node)
        if found.name in names:
            what = _("the name “{name}” stands here twice").format(name=found.name)
            raise node.fields["name"].error(what, _("change one of them"))
        names.add(found.name)
        yield found


def _feed(node: Node) -> FeedSource:
    text = node.string("text") or ItemText.FEED.value
    if text not in set(ItemText):
        node.fields["text"].report_type("text", _("one of {words}").format(words="feed, page"))
    return FeedSource(
        _name(node),
        node.required_string("url"),
        node.string("title"),
        node.string("site"),
        ItemText(text),
        node.strings("folders"),
    )


def _search(node: Node) -> SavedSearch:
    return SavedSearch(_name(node), node.required_string("query"))


def _keep_read(node: Node | None) -> KeepRead:
    """How long articles of feeds stay: numbers of which none is negative."""
    if node is None:
        return KeepRead()
    found = {key: node.integer(key) for key in ("days", "items")}
    for key, number in found.items():
        if number is not None and not 0 <= number <= MOST_KEPT:
            words = _("a number from 0 to {most}").format(most=MOST_KEPT)
            node.fields[key].report_type(key, words)
    return KeepRead(**found)


def _name(node: Node) -> str:
    """A name on one line that is not blank."""
    name = node.required_string("name")
    if not name.strip() or not name.isprintable():
        node.fields["name"].report_type("name", _("words on one line"))
    return name.strip()


def _feed_fields(feed: FeedSource) -> dict[str, object]:
    """What stands in the file for a feed; what is usual or not known does not."""
    fields = {"name": feed.name, "url": feed.url, "title": feed.title, "site": feed.site}
    text = None if feed.text is ItemText.FEED else feed.text.value
    return _given({**fields, "text": text, "folders": list(feed.folders) or None})


def _given(fields: Mapping[str, object]) -> dict[str, object]:
    """What says something."""
    return {key: value for key, value in fields.items() if value is not None}
