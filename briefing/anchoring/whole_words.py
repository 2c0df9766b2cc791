"""Passages that do not cut a number or a word."""

from __future__ import annotations

import re

from briefing.model.span import Span

_NUMBER = re.compile(r"\d+(?:[.,:/'’]\d+|[ \u00a0\u202f]\d{3}(?!\d))+")
REACH = 40
"""Characters around a passage in which a number may go on."""


def whole_words(text: str, span: Span) -> Span:
    """A passage widened to the whole of the numbers that it begins or ends in: ``14`` of 14.000."""
    start, end = span.start, span.end
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    for match in _NUMBER.finditer(text, low, high):
        if match.start() < start < match.end():
            start = match.start()
        if match.start() < end < match.end():
            end = match.end()
    return Span(start, end)
