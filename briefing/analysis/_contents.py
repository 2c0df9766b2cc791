"""Entries of a table of contents that stand in one line: ``2.1 Boats . 3 2.2 Trains . 9``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.analysis._amount import Amount
from briefing.model.span import Span

_FEWEST = 4
"""Numbers of two entries: each has its own and that of its page."""

_ENTRY = re.compile(
    r"(\d(?<![\w.,]\d)\d?(?:\.\d{1,2}){0,3})\.? (?=[^\W\d_a-zß-ÿ])"
    r"(?:[^\n.…·_]{2,90}?(?:\.{2,}|…+|(?: \.)+|·{2,}|_{2,}) ?|[^\n\d.;!?€$%]{2,90}? )"
    r"(\d{1,3})(?![\w%]|[.,:]\d)"
)
"""Its number, in group 1, its title, what leads from that to its page, and the page, group 2.

A digit stands first, so that nothing but digits is looked at."""


def contents(text: str, amounts: Sequence[Amount]) -> frozenset[int]:
    """The places of the amounts in entries of a table of contents: their numbers, titles and pages.

    Two entries and more stand one behind the other, their numbers and pages in order. Those without
    a line of dots between title and page have numbers of several parts.

    Args:
        text: A line of the text.
        amounts: Its amounts, in order.
    """
    if len(amounts) < _FEWEST:
        return frozenset()
    rows = [pair for pair in pairwise(_ENTRY.finditer(text)) if _follows(*pair)]
    if not rows:
        return frozenset()
    inside = [Span(one.start(), two.end()) for one, two in rows]
    return frozenset(
        at
        for at, amount in enumerate(amounts)
        if any(row.start <= amount.span.start < row.end for row in inside)
    )


def _follows(one: re.Match[str], two: re.Match[str]) -> bool:
    """Whether an entry stands behind another, in the line and in their order."""
    if two.start() - one.end() > 1 or int(one[2]) > int(two[2]):
        return False
    return _order(one) < _order(two) and (_has_parts(one, two) or _is_led(one, two))


def _order(entry: re.Match[str]) -> list[int]:
    return [int(part) for part in entry[1].split(".")]


def _has_parts(*entries: re.Match[str]) -> bool:
    return all("." in entry[1] for entry in entries)


def _is_led(*entries: re.Match[str]) -> bool:
    """Whether signs lead from the titles to their pages."""
    return not any(entry.string[entry.start(2) - 2].isalnum() for entry in entries)
