"""Lists of plain words, read item by item without the parser, which takes 30 µs an item.

A list is plain where every item is one line at column 0 that holds plain words, all with the same
kind of marker, and where what ends it is in sight.
(https://spec.commonmark.org/0.31.2/#list-items)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from briefing.model.article import ContainerKind
from briefing.parsing._builder import Builder
from briefing.parsing._plain import FIRST, MARKED_WORDS, PlainWords, plain_words

_WORDS = rf"(?!\d{{1,9}}[.)](?:[ \n]|\Z))(?:\d|{FIRST}){MARKED_WORDS}(?=\n|\Z)"
"""What an item says: nothing that could begin another block inside it."""
_BULLET = r"(?P<bullet>[-+*])"
_NUMBER = r"(?P<number>\d{1,9})(?P<delimiter>[.)])"
_FURTHER = r"\n(?:[ \t]*\n)*"
LIST = re.compile(
    rf"(?:{_BULLET} {{1,4}}{_WORDS}(?:{_FURTHER}(?P=bullet) {{1,4}}{_WORDS})*"
    rf"|{_NUMBER} {{1,4}}{_WORDS}(?:{_FURTHER}\d{{1,9}}(?P=delimiter) {{1,4}}{_WORDS})*)"
    r"(?=\n#{1,6}[ \n]|(?:\n[ \t]*)+\n[^ \t\n\-+*\d]|[ \t\n]*\Z)"
)
"""A whole list, where a line begins outside every container."""
_MARKER = re.compile(r"(?:[-+*]|\d{1,9}[.)]) {1,4}")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


BULLETS = ("•", "◦", "▪")
"""The marks of lists within lists."""


class PlainList(NamedTuple):
    """A list of one-line items."""

    items: list[tuple[PlainWords, int]]
    """What each item says, and its source line; the first of the list is 0."""
    number: int | None
    """What the first item shows; None for a bulleted one."""
    delimiter: str
    """What follows a number."""
    is_tight: bool
    """Whether no blank line parts the items."""
    end: int
    """Where it ends."""


def plain_list(source: str, start: int, end: int, numbers: Mapping[str, int]) -> PlainList | None:
    """The plain list that begins at ``start`` of a source and ends before ``end``, if one does.

    Args:
        source: The whole file, without carriage returns.
        start: A line start outside every container.
        end: Where the chunk ends.
        numbers: The folded labels of all footnotes with their numbers.
    """
    match = LIST.match(source, start, end)
    if match is None:
        return None
    items: list[tuple[PlainWords, int]] = []
    for count, line in enumerate(match[0].split("\n")):
        marker = _MARKER.match(line)
        if marker is None:
            continue
        words = plain_words(line[marker.end() :], numbers)
        if words is None:
            return None
        items.append((words, count))
    number = match["number"]
    return PlainList(
        items,
        None if number is None else int(number),
        match["delimiter"] or "",
        _BLANK_LINE.search(match[0]) is None,
        match.end(),
    )


def add_list(builder: Builder, found: PlainList, line_number: int) -> None:
    """Add a plain list whose first item stands on a line of the source."""
    for count, (words, line) in enumerate(found.items):
        is_bulleted = found.number is None
        marker = BULLETS[0] if is_bulleted else f"{(found.number or 0) + count}{found.delimiter}"
        item = builder.open_container(ContainerKind.ITEM, marker)
        tight = found.is_tight and count > 0
        builder.add_words(words, line_number + line, (item,), tight=tight)
