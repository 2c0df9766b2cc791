"""From a place to an anchor: the passage in words, with its surroundings."""

from __future__ import annotations

from briefing.model.anchor import Anchor
from briefing.model.span import Span
from briefing.text.fold import is_continuing, is_invisible

CONTEXT = 64
"""Characters kept on each side. Twice what Hypothesis keeps; it tells repeated words apart."""


def describe(text: str, span: Span) -> Anchor:
    """Say a passage in words, so that it can be found when the offsets have changed.

    Args:
        text: The reading text.
        span: The passage; what lies beyond the text is cut off.
    """
    start, end = min(span.start, len(text)), min(span.end, len(text))
    first = _next_boundary(text, max(0, start - CONTEXT), start)
    last = _last_boundary(text, min(len(text), end + CONTEXT), end)
    return Anchor(text[start:end], text[first:start], text[end:last], Span(start, end))


def _next_boundary(text: str, offset: int, limit: int) -> int:
    """The first offset from here on that does not part a mark from its base."""
    while offset < limit and _joins_previous(text[offset]):
        offset += 1
    return offset


def _last_boundary(text: str, offset: int, limit: int) -> int:
    """The last offset up to here that does not part a mark from its base."""
    while limit < offset < len(text) and _joins_previous(text[offset]):
        offset -= 1
    return offset


def _joins_previous(char: str) -> bool:
    return is_continuing(char) or is_invisible(char)
