"""Whether a number tells a rise or a fall, as the words around it say."""

from __future__ import annotations

import re

from briefing.model.span import Span

_REACH = 90
"""Characters on each side of a number that are looked at, within its sentence."""

SENTENCE_ENDS = re.compile(r"[.!?…;](?:\s|[\"”»’)]+)|\n")
"""What ends the clause of a number, or looks like that."""


def direction_of(text: str, span: Span, ups: re.Pattern[str], downs: re.Pattern[str]) -> int:
    """1 for a rise, -1 for a fall, 0 where nothing or as much on both sides tells it.

    Args:
        text: The text.
        span: Where the number stands.
        ups: Words of a rise.
        downs: Words of a fall.
    """
    before = SENTENCE_ENDS.split(text[max(0, span.start - _REACH) : span.start])[-1]
    behind = SENTENCE_ENDS.split(text[span.end : span.end + _REACH], maxsplit=1)[0]
    up, down = (_distance(before, behind, words) for words in (ups, downs))
    return (up < down) - (down < up)


def _distance(before: str, behind: str, words: re.Pattern[str]) -> int:
    """Characters to the nearest of some words; many where there is none."""
    last = max((match.end() for match in words.finditer(before)), default=None)
    first = words.search(behind)
    found = [_REACH + 1]
    if last is not None:
        found.append(len(before) - last)
    if first is not None:
        found.append(first.start())
    return min(found)
