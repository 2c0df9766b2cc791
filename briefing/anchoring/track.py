"""The door: following passages through one change of a text, or through many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefing.anchoring.textmap import TextMap
from briefing.anchoring.whole_words import REACH
from briefing.anchoring.worded import worded
from briefing.model.anchor import ORPHAN, Match, MatchState
from briefing.model.span import Span

SpanLike = Span | tuple[int, int]
"""A span, or a plain pair of offsets."""
SURE = 0.7
"""The confidence with which a place is taken without looking at the revisions between."""


def track(old: str, new: str, spans: Iterable[SpanLike]) -> list[Match]:
    """Where each passage of an old text is in a new one.

    Args:
        old: The text that the spans count in.
        new: The text as it is now.
        spans: The passages. A pair that is no span (negative, or the end before the start) and a
            passage that begins beyond the text are orphans; one that ends beyond it is cut off.

    Returns:
        One match a span, in the same order.
    """
    return track_revisions((old, new), spans)


def track_revisions(texts: Sequence[str], spans: Iterable[SpanLike]) -> list[Match]:
    """Follow passages through many revisions.

    Where a passage is still much the same, comparing the first text with the last finds it, and
    no error of a step between is carried on. Only what was lost or doubtful that way is followed
    from each revision to the next.

    Args:
        texts: At least one text: the one that the spans count in first, today's last.
        spans: The passages.

    Returns:
        One match a span, in the same order. After steps, the confidence is that of the weakest.
    """
    starts = [_at_rest(span, len(texts[0])) for span in spans]
    across = TextMap(texts[0], texts[-1])
    matches = [_follow(across, start) for start in starts]
    matches = _followed_through(texts, starts, matches)
    return [_worded(match, start, texts) for match, start in zip(matches, starts, strict=True)]


def _followed_through(
    texts: Sequence[str], starts: Sequence[Match], matches: list[Match]
) -> list[Match]:
    """The doubtful matches again, from each revision to the next."""
    if len(texts) < 3:
        return matches
    weak = [index for index, match in enumerate(matches) if match.confidence < SURE]
    followed = [starts[index] for index in weak]
    for old, new in pairwise(texts) if weak else ():
        step = TextMap(old, new)
        followed = [_follow(step, match) for match in followed]
    for index, match in zip(weak, followed, strict=True):
        matches[index] = match
    return matches


def _worded(match: Match, start: Match, texts: Sequence[str]) -> Match:
    if start.span is None:
        return match
    old, span = texts[0], start.span
    before, after = old[max(0, span.start - REACH) : span.start], old[span.end : span.end + REACH]
    return worded(match, span.of(old), texts[-1], before, after)


def _at_rest(span: SpanLike, length: int) -> Match:
    start, end = (span.start, span.end) if isinstance(span, Span) else span
    if not 0 <= start <= end or start > length or (start == length and end > start):
        return ORPHAN
    return Match(Span(start, min(end, length)), MatchState.ANCHORED, 1.0)


def _follow(step: TextMap, match: Match) -> Match:
    if match.span is None:
        return match
    found = step.follow(match.span)
    if found.span is None:
        return found
    doubtful = MatchState.UNCERTAIN in (match.state, found.state)
    state = MatchState.UNCERTAIN if doubtful else MatchState.ANCHORED
    return Match(found.span, state, min(match.confidence, found.confidence))
