"""Which passage comes next: what `n` and `N` go by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from briefing.model.span import Span

begin_of = attrgetter("start")
"""Where a passage begins; a thousand of them are ordered by it at each key, so nothing else is."""


def nearest(spans: Sequence[Span], offset: int, *, forward: bool) -> Span:
    """The first span from an offset on, or the last before it; around the ends.

    Args:
        spans: At least one, ordered by where they begin.
        offset: 0-based character of the reading text.
        forward: Whether to look behind the offset.
    """
    if forward:
        return spans[bisect_left(spans, offset, key=begin_of) % len(spans)]
    return spans[bisect_right(spans, offset - 1, key=begin_of) - 1]
