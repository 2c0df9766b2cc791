"""Passages without a word: a spot between two words, or some punctuation."""

from __future__ import annotations

from briefing.anchoring.alignment import Alignment
from briefing.model.anchor import Match, MatchState
from briefing.model.span import Span

POINT_CONFIDENCE = 0.9
"""A spot is told by its two neighbours only."""


def follow_point(alignment: Alignment, span: Span) -> Match:
    """Where a passage without words is: between the words that it stood between."""
    first, _ = alignment.old.between(span.start, span.start)
    gap = _gap(alignment, first)
    if gap is not None:
        old_start = alignment.old.ends[first - 1] if first else 0
        start = _place_in(gap.of(alignment.new.text), span.of(alignment.old.text), span, old_start)
        if start is not None:
            found = Span(gap.start + start, gap.start + start + len(span))
            return Match(found, MatchState.ANCHORED, POINT_CONFIDENCE)
    return Match(None, MatchState.ORPHAN, 0.0, alignment.nearest(first, first))


def _gap(alignment: Alignment, first: int) -> Span | None:
    """What stands now before the counterpart of a word, if the word before it is the same."""
    forward, new = alignment.pairing.forward, alignment.new
    left = forward[first - 1] if first else -1
    right = forward[first] if first < len(forward) else len(new)
    if (first and left < 0) or right != left + 1:
        return None
    return Span(
        new.ends[left] if left >= 0 else 0,
        new.starts[right] if right < len(new) else len(new.text),
    )


def _place_in(gap: str, wanted: str, span: Span, old_start: int) -> int | None:
    """Where in a gap the same punctuation stands, nearest to where it stood."""
    offset = span.start - old_start
    if not wanted:
        return min(offset, len(gap))
    places = [at for at in range(len(gap)) if gap.startswith(wanted, at)]
    return min(places, key=lambda at: abs(at - offset), default=None)
