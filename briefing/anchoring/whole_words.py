"""Passages that do not cut a number or a word."""

from __future__ import annotations

import re
from unicodedata import numeric

from briefing.model.span import Span

_NUMBER = re.compile(r"\d+(?:[.,:/'’]\d+|[ \u00a0\u2009\u202f]\d{3}(?!\d))+")
LAST_SPACED = "\u2e7f"
"""Before the first letter of Chinese."""
REACH = 40
"""Characters around a passage in which a number may go on."""


def whole_words(text: str, span: Span) -> Span:
    """A passage widened to the whole of the numbers at its ends: ``14.000``, ``二十九``."""
    start, end = span.start, span.end
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    for match in _NUMBER.finditer(text, low, high):
        if match.start() < start < match.end():
            start = match.start()
        if match.start() < end < match.end():
            end = match.end()
    if start < end:
        while start > low and _is_numeral(text[start]) and _is_numeral(text[start - 1]):
            start -= 1
        while end < high and _is_numeral(text[end - 1]) and _is_numeral(text[end]):
            end += 1
    return Span(start, end)


def is_part_of_number(text: str, span: Span) -> bool:
    """Whether a passage is a part of one number, and not all of it: the 3 of ``3.2``."""
    low, high = max(0, span.start - REACH), min(len(text), span.end + REACH)
    around = (match.span() for match in _NUMBER.finditer(text, low, high))
    return any(
        start <= span.start and span.end <= end and (start, end) != (span.start, span.end)
        for start, end in around
    )


def _is_numeral(char: str) -> bool:
    """Whether a letter is a number, as in ``三百``."""
    return char > LAST_SPACED and char.isalpha() and numeric(char, None) is not None
