"""Following passages from one text into another, with the work on the two texts done once."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from itertools import accumulate, pairwise

from briefing.anchoring.adjust import snap_to_sentence, verbatim_copy
from briefing.anchoring.blocks import pair_tokens
from briefing.anchoring.edges import place_chars, split_edge
from briefing.anchoring.pairing import NONE, Pairing
from briefing.anchoring.project import (
    Cluster,
    framed_cluster,
    heaviest_cluster,
    left_edge,
    neighbours,
    right_edge,
)
from briefing.anchoring.tokens import SENTENCE, Tokens, tokenize
from briefing.anchoring.twins import twins
from briefing.anchoring.verify import Evidence, judge, similarity
from briefing.model.anchor import ORPHAN, Match, MatchState
from briefing.model.span import Span

WORD_LETTERS = 4
"""Letters that count as a word where words are not told apart by spaces."""
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
        return pair_tokens(self.old, self.new)

    @cached_property
    def explained(self) -> list[int]:
        """For each new word how many before it have a counterpart."""
        return list(accumulate((i != NONE for i in self.pairing.backward), initial=0))

    @cached_property
    def weights(self) -> list[float]:
        """How much each old word tells: rare and long words more than common and short ones."""
        counts = Counter(self.old.words)
        total = len(self.old) + 1
        table = {
            word: 0.2 + math.log(total / count) * min(len(word), 6) ** 0.5
            for word, count in counts.items()
        }
        return [table[word] for word in self.old.words]

    def follow(self, span: Span) -> Match:
        """Where a passage is now."""
        if span.start > len(self.old_text):
            return ORPHAN
        span = Span(span.start, min(span.end, len(self.old_text)))
        if self.old_text == self.new_text:
            return Match(span, MatchState.ANCHORED, 1.0)
        tokens = self.old.between(span.start, span.end)
        if tokens[0] == tokens[1]:
            return self._follow_point(span)
        match = self._found(span, tokens)
        if match.span is None:
            match = self._found_twin(span, tokens)
        if match.span is None:
            return Match(None, MatchState.ORPHAN, 0.0, self._neighbour(*tokens))
        return match

    def _found(self, span: Span, tokens: tuple[int, int]) -> Match:
        """Where a passage's words went, or an orphan."""
        cluster = self._cluster(*tokens)
        return ORPHAN if cluster is None else self._judged(span, tokens, cluster)

    def _found_twin(self, span: Span, tokens: tuple[int, int]) -> Match:
        """Where the other copy of a passage went that was printed twice."""
        for by in twins(self.old, tokens):
            twin = tokens[0] + by, tokens[1] + by
            start = self.old.starts[twin[0]] + span.start - self.old.starts[tokens[0]]
            end = self.old.ends[twin[1] - 1] + span.end - self.old.ends[tokens[1] - 1]
            match = self._found(Span(max(0, start), max(0, start, end)), twin)
            if match.span is not None:
                return Match(match.span, MatchState.UNCERTAIN, match.confidence / 2)
        return ORPHAN

    def _cluster(self, first: int, last: int) -> Cluster | None:
        """The words of a passage that still stand together."""
        heaviest = heaviest_cluster(self.pairing, self.weights, self.explained, first, last)
        framed = framed_cluster(self.pairing, self.weights, self.explained, first, last)
        if heaviest and framed and framed.weight >= heaviest.weight:
            return framed
        return heaviest

    def _judged(self, span: Span, tokens: tuple[int, int], cluster: Cluster) -> Match:
        """The place that a cluster points to, if it is the passage."""
        place = self._spread(*tokens, cluster)
        place = verbatim_copy(self.old, self.new, tokens, place) or place
        place = snap_to_sentence(self.old, self.new, self.pairing, tokens, place)
        found = Span(*place_chars(self.old, self.new, span, tokens, place))
        state, confidence = judge(self._evidence(span, tokens, found, place, cluster))
        return ORPHAN if state is MatchState.ORPHAN else Match(found, state, confidence)

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
        self,
        span: Span,
        tokens: tuple[int, int],
        found: Span,
        place: tuple[int, int],
        cluster: Cluster,
    ) -> Evidence:
        total = sum(self.weights[tokens[0] : tokens[1]])
        own = sum(tokens[0] <= i < tokens[1] for i in self.pairing.backward[place[0] : place[1]])
        share = min(1.0, cluster.weight / total)
        return Evidence(
            share=share,
            purity=own / (place[1] - place[0]),
            similarity=similarity(span.of(self.old_text), found.of(self.new_text)),
            support=self._support(tokens, place, cluster.weight),
            size=self._size(*tokens),
            kinship=self._kinship,
        )

    @cached_property
    def _reach(self) -> int:
        """How many tokens beside a passage are its surroundings."""
        letters = sum(map(len, self.old.words))
        return round(CONTEXT_WORDS * max(1.0, WORD_LETTERS * len(self.old) / (2 * letters)))

    @cached_property
    def _kinship(self) -> float:
        """The share of the old text's words that are still followed by the same word."""
        forward = self.pairing.forward
        followed = sum(j != NONE and after == j + 1 for j, after in pairwise(forward))
        return followed / max(1, len(forward) - 1)

    def _size(self, first: int, last: int) -> float:
        """How many words a passage has; letters stand for words where there are no spaces."""
        return sum(min(1.0, len(word) / WORD_LETTERS) for word in self.old.words[first:last])

    def _support(self, tokens: tuple[int, int], place: tuple[int, int], weight: float) -> float:
        """How much of a passage and the words around it still stands together, by weight."""
        first, last = tokens
        reach = self._reach
        low, high = max(0, first - reach), min(len(self.old), last + reach)
        wide = self._kept_around(tokens, place, low, high, weight)
        while low < first and any(
            self.old.break_before(i) >= SENTENCE for i in range(low + 1, first + 1)
        ):
            low += 1
        while high > last and any(self.old.break_before(i) >= SENTENCE for i in range(last, high)):
            high -= 1
        return max(wide, 0.9 * self._kept_around(tokens, place, low, high, weight))

    def _kept_around(
        self, tokens: tuple[int, int], place: tuple[int, int], low: int, high: int, weight: float
    ) -> float:
        first, last = tokens
        total = sum(self.weights[low:high])
        for i, j in neighbours(self.pairing, first, last, self._reach):
            if low <= i < high:
                distance = place[0] - 1 - j if i < first else j - place[1]
                if 0 <= distance < 2 * self._reach:
                    weight += self.weights[i]
        return weight / total

    def _follow_point(self, span: Span) -> Match:
        """The place of a passage without words: punctuation, or nothing at all."""
        first, _ = self.old.between(span.start, span.start)
        left = self.pairing.forward[first - 1] if first else -1
        right = self.pairing.forward[first] if first < len(self.old) else len(self.new)
        if (first and left < 0) or right != left + 1:
            return Match(None, MatchState.ORPHAN, 0.0, self._neighbour(first, first))
        low = self.new.ends[left] if left >= 0 else 0
        high = self.new.starts[right] if right < len(self.new) else len(self.new_text)
        old_low = self.old.ends[first - 1] if first else 0
        start = min(low + span.start - old_low, high)
        end = min(start + len(span), high)
        return Match(Span(start, end), MatchState.ANCHORED, 0.9)

    def _neighbour(self, first: int, last: int) -> int | None:
        """The new character nearest to where the tokens ``[first, last)`` stood."""
        at = bisect_left(self._paired, last)
        before = bisect_left(self._paired, first) - 1
        right = self._paired[at] if at < len(self._paired) else None
        left = self._paired[before] if before >= 0 else None
        if left is not None and (right is None or first - left <= right - last + 1):
            return self.new.ends[self.pairing.forward[left]]
        return None if right is None else self.new.starts[self.pairing.forward[right]]

    @cached_property
    def _paired(self) -> list[int]:
        """The old words that have a counterpart."""
        return [i for i, j in enumerate(self.pairing.forward) if j != NONE]
