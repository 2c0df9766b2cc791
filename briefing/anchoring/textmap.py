"""Following passages from one text into another, with the work on the two texts done once."""

from __future__ import annotations

import math
from collections import Counter
from functools import cached_property

from briefing.anchoring.blocks import Pairing, pair_tokens
from briefing.anchoring.edges import place_chars, split_edge
from briefing.anchoring.project import Cluster, clusters, left_edge, neighbours, right_edge
from briefing.anchoring.tokens import Tokens, tokenize
from briefing.anchoring.verify import Evidence, judge, similarity
from briefing.model.anchor import ORPHAN, Match, MatchState
from briefing.model.span import Span

CONTEXT_WORDS = 8
"""Words on each side of a passage that speak for the place between them."""


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
    def old(self) -> Tokens:
        """The words of the old text."""
        return tokenize(self.old_text)

    @cached_property
    def new(self) -> Tokens:
        """The words of the new text."""
        return tokenize(self.new_text)

    @cached_property
    def pairing(self) -> Pairing:
        """The counterpart of every word."""
        return pair_tokens(self.old.words, self.new.words)

    @cached_property
    def weights(self) -> list[float]:
        """How much each old word tells: rare and long words more than common and short ones."""
        counts = Counter(self.old.words)
        total = len(self.old) + 1
        table = {
            word: math.log(total / count) * min(len(word), 6) ** 0.5
            for word, count in counts.items()
        }
        return [table[word] + 0.2 for word in self.old.words]

    def follow(self, span: Span) -> Match:
        """Where a passage is now."""
        if span.start > len(self.old_text):
            return ORPHAN
        span = Span(span.start, min(span.end, len(self.old_text)))
        if self.old_text == self.new_text:
            return Match(span, MatchState.ANCHORED, 1.0)
        first, last = self.old.between(span.start, span.end)
        if first == last:
            return self._follow_point(span)
        found = self._follow_words(span, first, last)
        return found or Match(None, MatchState.ORPHAN, 0.0, self._neighbour(first, last))

    def _follow_words(self, span: Span, first: int, last: int) -> Match | None:
        """The place of a passage that has words, judged."""
        groups = clusters(self.pairing, self.weights, first, last)
        if not groups:
            return None
        new_first, new_last = self._spread(first, last, groups[0])
        start, end = place_chars(self.old, self.new, span, (first, last), (new_first, new_last))
        evidence = self._evidence(span, (first, last), Span(start, end), groups[0])
        state, confidence = judge(evidence)
        if state is MatchState.ORPHAN:
            return None
        return Match(Span(start, end), state, confidence)

    def _spread(self, first: int, last: int, cluster: Cluster) -> tuple[int, int]:
        """The new tokens ``[first, last)``: the cluster and its edited edges."""
        outside, inside, new = left_edge(self.pairing, first, cluster)
        new_first = cluster.new_first
        if inside and new:
            new_first = split_edge(self.old, self.new, outside, inside, new, left=True)
        outside, inside, new = right_edge(self.pairing, last, cluster)
        new_last = cluster.new_last + 1
        if inside and new:
            new_last = split_edge(self.old, self.new, outside, inside, new, left=False)
        return new_first, new_last

    def _evidence(
        self, span: Span, tokens: tuple[int, int], place: Span, cluster: Cluster
    ) -> Evidence:
        first, last = tokens
        total = sum(self.weights[first:last])
        near = neighbours(self.pairing, first, last, CONTEXT_WORDS)
        low, high = cluster.new_first - 2 * CONTEXT_WORDS, cluster.new_last + 2 * CONTEXT_WORDS
        kept = sum(low <= j < cluster.new_first or cluster.new_last < j <= high for _, j in near)
        around = min(first, CONTEXT_WORDS) + min(len(self.old) - last, CONTEXT_WORDS)
        return Evidence(
            share=cluster.weight / total if total else 0.0,
            similarity=similarity(span.of(self.old_text), place.of(self.new_text)),
            context=kept / around if around else 0.0,
            weight=total,
        )

    def _follow_point(self, span: Span) -> Match:
        """The place of a passage without words: punctuation, or nothing at all."""
        first, _ = self.old.between(span.start, span.start)
        left = self.pairing.forward[first - 1] if first else -1
        right = self.pairing.forward[first] if first < len(self.old) else len(self.new)
        if first and left < 0:
            return Match(None, MatchState.ORPHAN, 0.0, self._neighbour(first, first))
        if right != left + 1:
            return Match(None, MatchState.ORPHAN, 0.0, self._neighbour(first, first))
        low = self.new.ends[left] if left >= 0 else 0
        high = self.new.starts[right] if right < len(self.new) else len(self.new_text)
        old_low = self.old.ends[first - 1] if first else 0
        start = min(low + span.start - old_low, high)
        end = min(start + len(span), high)
        return Match(Span(start, end), MatchState.ANCHORED, 0.9)

    def _neighbour(self, first: int, last: int) -> int | None:
        """The new character nearest to where the tokens ``[first, last)`` stood."""
        near = sorted(neighbours(self.pairing, first, last, len(self.old)), key=lambda n: abs(n[0]))
        if not near:
            return None
        steps, j = near[0]
        return self.new.ends[j] if steps < 0 else self.new.starts[j]
