"""The table of counterparts: which old word is which new one."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from briefing.anchoring.tokens import LINE, SENTENCE, Tokens, numbers

NONE = -1
"""No counterpart."""


class Pairing:
    """The counterpart of every token, growing from pass to pass.

    Attributes:
        old_tokens: The old text's words.
        new_tokens: The new text's words.
        old: The old text's tokens as numbers; equal numbers are equal words.
        new: The new text's tokens, numbered alike.
        forward: For each old token the index of its new one, or `NONE`.
        backward: For each new token the index of its old one, or `NONE`.
        strength: For each old token how much its counterpart is the same word, 0 to 1.
    """

    def __init__(self, old: Tokens, new: Tokens) -> None:
        known: dict[str, int] = {}
        self.old_tokens = old
        self.new_tokens = new
        self.old = [known.setdefault(word, len(known)) for word in old.words]
        self.new = [known.setdefault(word, len(known)) for word in new.words]
        self.forward = numbers([NONE]) * len(old)
        self.backward = numbers([NONE]) * len(new)
        self.strength = array("d", [0.0]) * len(old)

    def pair(self, i: int, j: int, strength: float = 1.0) -> None:
        """Say that old token ``i`` is new token ``j``."""
        self.forward[i] = j
        self.backward[j] = i
        self.strength[i] = strength

    def pair_run(self, i: int, j: int, length: int) -> None:
        """Pair ``length`` words from ``i`` and ``j`` on, which are equal."""
        self.forward[i : i + length] = numbers(range(j, j + length))
        self.backward[j : j + length] = numbers(range(i, i + length))
        self.strength[i : i + length] = array("d", [1.0]) * length

    def change_old(self, i: int, other: int) -> None:
        """Give the counterpart of old token ``i`` to the old token ``other``."""
        j = self.forward[i]
        self.forward[i] = NONE
        self.pair(other, j)

    def change_new(self, j: int, other: int) -> None:
        """Give the counterpart of new token ``j`` to the new token ``other``."""
        i = self.backward[j]
        self.backward[j] = NONE
        self.pair(i, other)

    def is_free(self, i: int, j: int) -> bool:
        """Whether both tokens exist, are the same word and are not explained yet."""
        return (
            0 <= i < len(self.old)
            and 0 <= j < len(self.new)
            and self.forward[i] == NONE
            and self.backward[j] == NONE
            and self.old[i] == self.new[j]
        )

    def agree(self, i: int, j: int, length: int) -> bool:
        """Whether two runs are the same words, none of them explained yet."""
        return (
            self.old[i : i + length] == self.new[j : j + length]
            and self.forward[i : i + length].count(NONE) == length
            and self.backward[j : j + length].count(NONE) == length
        )

    def grow(self, i: int, j: int, seed: int) -> None:
        """Pair the run of ``seed`` words at ``i`` and ``j``, and its neighbours that agree."""
        low, high = self.reach(i, j, seed)
        self.pair_run(i + low, j + low, high - low)

    def reach(self, i: int, j: int, seed: int) -> tuple[int, int]:
        """How far free equal tokens go around a run at ``(i, j)``: steps ``[low, high)``.

        A half sentence beyond the last whole one is left out: it may agree only by chance. So is a
        heading at the end, which belongs to what follows.
        """
        low = high = 0
        while self.is_free(i + high, j + high):
            high += 1
        while self.is_free(i + low - 1, j + low - 1):
            low -= 1
        cut_before = self.old_tokens.break_before
        high = next((at for at in range(high, seed, -1) if cut_before(i + at) >= SENTENCE), high)
        high = self._without_heading(i, high)
        low = next((at for at in range(low, 0) if cut_before(i + at) >= SENTENCE), low)
        return low, high

    def _without_heading(self, i: int, length: int) -> int:
        """The length of a run that does not end in a heading, unless it is nothing else."""
        if not self.old_tokens.is_heading_end(i + length):
            return length
        cut_before = self.old_tokens.break_before
        return next((at for at in range(length - 1, 0, -1) if cut_before(i + at) >= LINE), length)

    def free_runs(self) -> Iterator[tuple[int, int]]:
        """The stretches ``[first, last)`` of old tokens without a counterpart."""
        yield from free_runs(self.forward)


def free_runs(counterpart: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches ``[first, last)`` without a counterpart, in order."""
    first = None
    for index, other in enumerate(counterpart):
        if other == NONE:
            first = index if first is None else first
        elif first is not None:
            yield first, index
            first = None
    if first is not None:
        yield first, len(counterpart)
