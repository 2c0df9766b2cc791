"""The link definitions of a whole source, which any of its chunks may use."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, MutableMapping
from functools import cached_property
from typing import Any

from briefing.parsing._scan import Scan

_SIMPLE = (
    r"\[([^\[\]\\\n^][^\[\]\\\n]*)\]:[ \t]+(https?://[\w./?#@=+,:~-]+|[\w./#?=-]+)"
    r"(?:[ \t]+\"([^\"\\&\n]*)\")?[ \t]*(?:\n|\Z)"
)
_SIMPLE_DEFINITION = re.compile(_SIMPLE, re.ASCII)
SIMPLE_DEFINITIONS = re.compile(rf"(?:(?=\[[ \t]*[^\]\s]){_SIMPLE})+(?=[ \t]*\n|\Z)", re.ASCII)
"""A paragraph that is nothing but link definitions of the plainest form: it has no words."""
_BEFORE_LABEL = re.compile(r"(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*\Z")


class Definitions(MutableMapping[str, Any]):
    """The normalised labels and their links, as markdown-it asks for them.

    They are looked for when it asks for the first time; most articles have none, and no page with
    links of the usual form, ``[words](address)``, ever asks.

    Args:
        source: The whole file, without carriage returns.
        body: The first character after the front matter.
        found: What the scan saw.
    """

    def __init__(self, source: str, body: int, found: Scan) -> None:
        self._place = source, body, found

    @cached_property
    def _links(self) -> dict[str, Any]:
        return _find_definitions(*self._place)

    def __getitem__(self, label: str) -> Any:
        return self._links[label]

    def __setitem__(self, label: str, link: Any) -> None:
        self._links[label] = link

    def __delitem__(self, label: str) -> None:
        del self._links[label]

    def __iter__(self) -> Iterator[str]:
        return iter(self._links)

    def __len__(self) -> int:
        return len(self._links)


def _find_definitions(source: str, body: int, found: Scan) -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    for start, end in _stretches(source, body, found):
        if not _add_simple(source[start:end], definitions):
            lines = found.footnote_lines(source, start, end)
            _add_any(source[start:end], definitions, lines)
    return definitions


def _stretches(source: str, body: int, found: Scan) -> list[tuple[int, int]]:
    """The stretches that may define links: from a line that is certain to the next blank line."""
    stretches: list[tuple[int, int]] = []
    position = body
    while (colon := source.find("]:", position)) >= 0:
        position = colon + 2
        if found.in_region(colon) or not _may_define(source, body, colon):
            continue
        start = _certain_before(source, body, colon, found)
        blank = source.find("\n\n", colon)
        end = blank if blank >= 0 else len(source)
        stretches.append((start, end))
        position = end
    return stretches


def _add_simple(lines: str, into: dict[str, Any]) -> bool:
    """Add link definitions where all lines are of the plainest form; otherwise do nothing."""
    from markdown_it.common.utils import normalizeReference  # noqa: PLC0415 - 35 ms

    position = 0
    added: dict[str, dict[str, str]] = {}
    while position < len(lines):
        match = _SIMPLE_DEFINITION.match(lines, position)
        if match is None or not match[1].strip():
            return False
        # A dictionary of nothing but strings is none of the garbage collector's business.
        link = {"title": match[3] or "", "href": match[2]}
        added.setdefault(normalizeReference(match[1]), link)
        position = match.end()
    for label, link in added.items():
        into.setdefault(label, link)
    return True


def _add_any(source: str, into: dict[str, Any], footnote_lines: frozenset[int]) -> None:
    """Add link definitions of any form."""
    from briefing.parsing._markdown import find_references  # noqa: PLC0415 - 35 ms

    find_references(source, into, footnote_lines)


def _may_define(source: str, body: int, colon: int) -> bool:
    """Whether the label that ends here begins its line, but for markers of containers."""
    bracket = source.rfind("[", max(colon - 1000, body), colon)
    if bracket < 0 or source.startswith("^", bracket + 1):
        return False
    line = source.rfind("\n", body, bracket) + 1
    return _BEFORE_LABEL.match(source, max(line, body), bracket) is not None


def _certain_before(source: str, body: int, offset: int, found: Scan) -> int:
    """The nearest line start above that lies outside every container and region."""
    index = bisect_right(found.region_starts, offset) - 1
    low = found.region_ends[index] if index >= 0 else body
    index = bisect_right(found.headings, offset) - 1
    low = max(low, found.headings[index]) if index >= 0 else low
    end = offset
    while (at := source.rfind("\n\n", low, end)) >= 0:
        if source[at + 2] not in " \t\n":
            return at + 2
        end = at + 1
    return low
