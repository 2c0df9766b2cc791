"""Finding a very long passage by its ends: what it takes does not grow with the passage squared.

Aligning a megabyte of words with a text takes ten seconds and more. A passage so long is known by
its first and its last stretch that are still there; what lies between them is counted, not
aligned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from briefing.anchoring.tokens import tokenize
from briefing.anchoring.verify import similarity
from briefing.model.anchor import ORPHAN, Anchor, Match, MatchState
from briefing.model.span import Span

PIECE = 1_500
"""Characters of a stretch that is looked for: a long paragraph."""
AROUND = 32
"""Characters on both sides of it that are looked for with it."""
TRIED = 8
"""Stretches from either end that are looked for, until one is found."""
FEWEST, SURE = 0.45, 0.6
"""The share of the words that must be there, and the share with which nobody is asked."""

Find = Callable[[Anchor, str], Match]
"""Finds a short passage in a text."""


def find_by_ends(anchor: Anchor, text: str, find: Find) -> Match:
    """Where a long passage is.

    Args:
        anchor: The passage.
        text: The text to find it in.
        find: How its stretches are found.
    """
    starts = range(0, len(anchor.quote), PIECE)
    first = _first_found(anchor, text, find, iter(starts[:TRIED]))
    if first is None:
        return ORPHAN
    last = _first_found(anchor, text, find, reversed(starts[-TRIED:])) or first
    span = Span(first.span.start, last.span.end) if first.span and last.span else None
    if span is None or len(span) > 2 * len(anchor.quote):
        return ORPHAN
    kept = _kept(anchor.quote, span.of(text))
    if kept < FEWEST:
        return ORPHAN
    are_sure = {first.state, last.state} == {MatchState.ANCHORED} and _agree(anchor, span, text)
    state = MatchState.ANCHORED if are_sure and kept >= SURE else MatchState.UNCERTAIN
    return Match(span, state, round(min(first.confidence, last.confidence, kept), 3))


def _agree(anchor: Anchor, span: Span, text: str) -> bool:
    """Whether both ends are the passage's own: otherwise the reader is asked."""
    found = span.of(text)
    pairs = (anchor.quote[:AROUND], found[:AROUND]), (anchor.quote[-AROUND:], found[-AROUND:])
    return all(similarity(ours, theirs) >= FEWEST for ours, theirs in pairs)


def _first_found(anchor: Anchor, text: str, find: Find, starts: Iterator[int]) -> Match | None:
    """The first stretch that is surely there; else the first one that may be."""
    perhaps: Match | None = None
    for start in starts:
        found = find(_stretch(anchor, start), text)
        if found.state is MatchState.ANCHORED:
            return found
        if perhaps is None and found.span is not None:
            perhaps = found
    return perhaps


def _stretch(anchor: Anchor, start: int) -> Anchor:
    """A stretch of a passage as a passage of its own."""
    quote, end = anchor.quote, start + PIECE
    return Anchor(
        quote=quote[start:end],
        before=quote[max(0, start - AROUND) : start] or anchor.before,
        after=quote[end : end + AROUND] or anchor.after,
        span=anchor.span and Span(anchor.span.start + start, anchor.span.start + end),
    )


def _kept(quote: str, found: str) -> float:
    """The share of words that two long stretches have in common, of the longer one."""
    ours, theirs = Counter(tokenize(quote).words), Counter(tokenize(found).words)
    return (ours & theirs).total() / max(1, ours.total(), theirs.total())
