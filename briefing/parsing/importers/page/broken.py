"""Headings of two lines, each of them a heading: a name, and below it the place where it is.

A line break in one heading is part of its look; several of a kind that all have two lines, each
with a capital at its start, say two things.
"""

from __future__ import annotations

from collections import defaultdict

from briefing.parsing.importers._page_inline import paragraphs_of, text_of
from briefing.parsing.importers.page.inline import inside
from briefing.parsing.importers.page.tree import HEADINGS, Element

_SEVERAL = 3
"""Headings of one kind, from which on their lines are told apart."""
_LONGEST = 60
"""Characters of a line that is a heading of its own."""


def broken_headings(root: Element) -> dict[Element, tuple[str, str]]:
    """The two lines of headings that say two things, by their elements."""
    kinds = defaultdict[tuple[object, str | None], list[Element]](list)
    for heading in root.iter(*HEADINGS):
        kinds[heading.tag, heading.get("class")].append(heading)
    found: dict[Element, tuple[str, str]] = {}
    for kind in kinds.values():
        if len(kind) >= _SEVERAL and all(next(each.iter("br"), None) is not None for each in kind):
            lines = {each: _lines_of(each) for each in kind}
            both = {each: (own[0], own[1]) for each, own in lines.items() if _says_two(own)}
            found |= both if len(both) == len(kind) else {}
    return found


def _lines_of(heading: Element) -> list[str]:
    return [text_of(line) for lines in paragraphs_of(inside(heading)) for line in lines]


def _says_two(lines: list[str]) -> bool:
    return len(lines) == 2 and all(line[0].isupper() and len(line) <= _LONGEST for line in lines)
