"""Two texts side by side: their words, the counterparts, and what each word tells."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from briefing.anchoring.blocks import pair_tokens
from briefing.anchoring.pairing import NONE, Pairing
from briefing.anchoring.tokens import Tokens, numbers

WORD_LETTERS = 4
"""Letters that count as a word where words are not told apart by spaces."""
CONTEXT_WORDS = 8
"""Words on each side of a passage that speak for the place between them."""
LONG_WORD = 6
"""Letters of a word above which its length tells nothing more."""
LEAST_WEIGHT = 0.2
"""What even the commonest word tells."""


class Alignment:
    """An old and a new text with the counterpart of every word; computed when first asked for.

    Attributes:
        old: The old text's words.
        new: The new text's words.
    """

    def __init__(self, old: Tokens, new: Tokens) -> None:
        self.old = old
        self.new = new

    @cached_property
    def pairing(self) -> Pairing:
        """The counterpart of every word."""
        return pair_tokens(self.old, self.new)

    @cached_property
    def weights(self) -> list[float]:
        """How much each old word tells, in no unit."""
        return word_weights(self.old.words, Counter(self.old.words), len(self.old))

    @cached_property
    def explained(self) -> Sequence[int]:
        """For each new word, and for the end, how many before it have a counterpart."""
        return numbers(accumulate((i != NONE for i in self.pairing.backward), initial=0))

    @cached_property
    def kinship(self) -> float:
        """The share of the old text's words that are still followed by the same word."""
        forward = self.pairing.forward
        followed = sum(j != NONE and after == j + 1 for j, after in pairwise(forward))
        return followed / max(1, len(forward) - 1)

    @cached_property
    def reach(self) -> int:
        """How many tokens on each side of a passage are its surroundings."""
        letters = sum(map(len, self.old.words)) or 1
        return round(CONTEXT_WORDS * max(1.0, WORD_LETTERS * len(self.old) / (2 * letters)))

    @cached_property
    def paired(self) -> Sequence[int]:
        """The old words that have a counterpart."""
        return numbers(i for i, j in enumerate(self.pairing.forward) if j != NONE)

    def size(self, first: int, last: int) -> float:
        """How many words a passage has; letters stand for words where there are no spaces."""
        return sum(min(1.0, len(word) / WORD_LETTERS) for word in self.old.words[first:last])

    def nearest(self, first: int, last: int) -> int | None:
        """The new character nearest to where the old tokens ``[first, last)`` stood."""
        at = bisect_left(self.paired, last)
        before = bisect_left(self.paired, first) - 1
        right = self.paired[at] if at < len(self.paired) else None
        left = self.paired[before] if before >= 0 else None
        if left is not None and (right is None or first - left <= right - last + 1):
            return self.new.ends[self.pairing.forward[left]]
        return None if right is None else self.new.starts[self.pairing.forward[right]]


def word_weights(words: Sequence[str], counts: Mapping[str, int], total: int) -> list[float]:
    """How much words tell: rare and long ones more than common and short ones.

    Args:
        words: The words.
        counts: How often each word stands in some text; words it lacks count as rare.
        total: How many words that text has.
    """
    table = {
        word: LEAST_WEIGHT
        + math.log((total + 1) / max(1, counts.get(word, 0))) * min(len(word), LONG_WORD) ** 0.5
        for word in set(words)
    }
    return [table[word] for word in words]
