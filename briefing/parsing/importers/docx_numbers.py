"""The numbers that Word draws before the items of lists, which mammoth counts anew in each list.

A list goes on behind a paragraph between its items, and one may go on with another. All that share
a definition count together; an item begins those below it anew. The names are those of ECMA-376,
part 1: 17.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, ParseError

from briefing.model.records import dataclass, field
from briefing.parsing.importers.safe_xml import parse_xml

_OPENS, _CLOSES = "\ue5f0", "\ue5f1"
"""Around a number, until the page is there that mammoth makes."""
_PARAGRAPH = re.compile(
    rb"<mc:Choice\b.*?</mc:Choice>"
    rb"|<w:p(?:\s[^>]*[^/])?>\s*<w:pPr>(?P<look>(?:(?!</w:pPr>|<w:pPrChange\b).)*)"
    rb"(?:<w:pPrChange\b(?:(?!</w:pPrChange>).)*</w:pPrChange>\s*)?</w:pPr>",
    re.DOTALL,
)
"""A paragraph and how it looks; not how it looked before a change that Word keeps track of.

The words of a box stand twice (ECMA-376, part 3: 7.6); mammoth reads them where they are no choice.
"""
_LIST = re.compile(rb"<w:numPr>(?:(?!</w:numPr>).)*</w:numPr>", re.DOTALL)
_WHICH = re.compile(rb"<w:(ilvl|numId)\s+w:val=\"(\d{1,6})\"")
_STYLE = re.compile(rb"<w:pStyle\s+w:val=\"([^\"]*)\"")
_ITEM = re.compile(rf"<li>((?:<(?!/)[^<>]*>)*){_OPENS}(\d+){_CLOSES}")
_NUMBER = re.compile(rf"{_OPENS}\d+{_CLOSES}")
_UNCOUNTED = ("bullet", "none")


@dataclass(slots=True)
class _Lists:
    """How the lists of a document are numbered."""

    definitions: dict[str, str] = field(default_factory=dict)
    """The definition of each list."""
    starts: dict[tuple[str, str], int] = field(default_factory=dict)
    """The first number of each definition's levels that have numbers."""
    anew: dict[tuple[str, str], int] = field(default_factory=dict)
    """With what a list begins anew at a level."""


def with_numbers(document: bytes, numbering: bytes | None, styles: bytes | None) -> bytes:
    """A document with the number of each numbered item before its words.

    Args:
        document: Its text, as XML.
        numbering: What it says of its lists, as XML.
        styles: What it says of its styles, as XML: some are lists.
    """
    if numbering is None or b"<w:abstractNum" not in numbering:
        return document
    try:
        lists = _lists(parse_xml(numbering))
        styled = {} if styles is None else dict(_styled(parse_xml(styles)))
    except ParseError:
        return document
    counted: dict[str, dict[int, int]] = {}
    begun: set[tuple[str, str]] = set()

    def written(match: re.Match[bytes]) -> bytes:
        which = None if match["look"] is None else _which(match["look"], styled)
        number = None if which is None else _next(lists, counted, begun, *which)
        if number is None:
            return match[0]
        return match[0] + f"<w:r><w:t>{_OPENS}{number}{_CLOSES}</w:t></w:r>".encode()

    return _PARAGRAPH.sub(written, document)


def as_values(html: str) -> str:
    """The page that mammoth makes, the numbers being those of its items."""
    return _NUMBER.sub("", _ITEM.sub(r'<li value="\2">\1', html))


def _which(look: bytes, styled: Mapping[str, tuple[str, str]]) -> tuple[str, str] | None:
    """The list and the level of a paragraph."""
    found = _LIST.search(look)
    style = _STYLE.search(look)
    own = styled.get(style[1].decode("utf-8", "replace")) if style is not None else None
    if found is None:
        return own
    said = {name: value.decode() for name, value in _WHICH.findall(found[0])}
    number = said.get(b"numId") or (own[0] if own is not None else None)
    return None if number is None else (number, said.get(b"ilvl", "0"))


def _next(
    lists: _Lists,
    counted: dict[str, dict[int, int]],
    begun: set[tuple[str, str]],
    which: str,
    level: str,
) -> int | None:
    """The number of the next item of a list at a level; None where it has none."""
    definition = lists.definitions.get(which, "")
    start = lists.starts.get((definition, level))
    if start is None:
        return None
    numbers = counted.setdefault(definition, {})
    place = int(level)
    if (which, level) in lists.anew and (which, level) not in begun:
        numbers[place] = lists.anew[which, level] - 1
    begun.add((which, level))
    numbers[place] = numbers.get(place, start - 1) + 1
    for deeper in [each for each in numbers if each > place]:
        del numbers[deeper]
    return numbers[place]


def _lists(root: Element) -> _Lists:
    lists = _Lists()
    for element in root:
        if _name(element) == "abstractNum":
            definition = _value(element, "abstractNumId")
            for level in element:
                shape = _inner(level, "numFmt") or "decimal"
                if _name(level) == "lvl" and shape not in _UNCOUNTED:
                    key = definition, _value(level, "ilvl")
                    lists.starts[key] = _whole(_inner(level, "start"))
        elif _name(element) == "num":
            which = _value(element, "numId")
            lists.definitions[which] = _inner(element, "abstractNumId") or ""
            for level in element:
                first = _inner(level, "startOverride")
                if first is not None:
                    lists.anew[which, _value(level, "ilvl")] = _whole(first)
    return lists


def _styled(root: Element) -> Iterator[tuple[str, tuple[str, str]]]:
    """The styles that are lists, each with its list and its level."""
    for style in root:
        for element in style.iter():
            which = _inner(element, "numId") if _name(element) == "numPr" else None
            if which is not None:
                yield _value(style, "styleId"), (which, _inner(element, "ilvl") or "0")


def _whole(said: str | None) -> int:
    return int(said) if said is not None and said.isdecimal() else 1


def _inner(element: Element, name: str) -> str | None:
    """What an element says by one inside it."""
    return next((_value(each, "val") for each in element if _name(each) == name), None)


def _value(element: Element, name: str) -> str:
    return next((v for key, v in element.items() if key.rpartition("}")[2] == name), "")


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
