"""Following passages from one text into another, with the work on the two texts done once."""

from __future__ import annotations

from functools import cached_property

from briefing.anchoring.alignment import Alignment
from briefing.anchoring.locate import Range, locate
from briefing.anchoring.points import follow_point
from briefing.anchoring.tokens import tokenize
from briefing.anchoring.twins import twins
from briefing.model.anchor import ORPHAN, Match, MatchState
from briefing.model.span import Span


class TextMap:
    """Where the passages of an old text are in a new one.

    Args:
        old: The text that spans count in.
        new: The text to find them in.
    """

    def __init__(self, old: str, new: str) -> None:
        self.old_text = old
        self.new_text = new

    @cached_property
    def alignment(self) -> Alignment:
        """The words of both texts, and which is which."""
        return Alignment(tokenize(self.old_text), tokenize(self.new_text))

    def follow(self, span: Span) -> Match:
        """Where a passage is now.

        A passage that begins beyond the old text is an orphan; one that ends beyond it is cut off.
        """
        if span.start > len(self.old_text):
            return ORPHAN
        span = Span(span.start, min(span.end, len(self.old_text)))
        if self.old_text == self.new_text:
            return Match(span, MatchState.ANCHORED, 1.0)
        tokens = self.alignment.old.between(span.start, span.end)
        if tokens[0] == tokens[1]:
            return follow_point(self.alignment, span)
        match = locate(self.alignment, span, tokens)
        match = match if match.span is not None else self._find_twin(span, tokens)
        if match.span is None:
            return Match(None, MatchState.ORPHAN, 0.0, self.alignment.nearest(*tokens))
        return match

    def _find_twin(self, span: Span, tokens: Range) -> Match:
        """Where the other copy of a passage went that was printed twice."""
        old = self.alignment.old
        for by in twins(old, tokens):
            twin = tokens[0] + by, tokens[1] + by
            start = max(0, old.starts[twin[0]] + span.start - old.starts[tokens[0]])
            end = old.ends[twin[1] - 1] + span.end - old.ends[tokens[1] - 1]
            match = locate(self.alignment, Span(start, max(start, end)), twin)
            if match.span is not None:
                return Match(match.span, MatchState.UNCERTAIN, match.confidence / 2)
        return ORPHAN
