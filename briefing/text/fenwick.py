"""Sums over a long row of numbers that change one by one.

P. M. Fenwick, A New Data Structure for Cumulative Frequency Tables, Software: Practice and
Experience 24 (1994), 327–336.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate


class Sums:
    """Prefix sums in O(log n)."""

    def __init__(self, values: Iterable[int]) -> None:
        self._values = list(values)
        sums = [0, *accumulate(self._values)]
        self._tree = [sums[i] - sums[i & (i - 1)] for i in range(len(sums))]
        self._top = 1 << (len(self._values).bit_length())
        self.total = sums[-1]

    def __len__(self) -> int:
        return len(self._values)

    def __getitem__(self, index: int) -> int:
        return self._values[index]

    def set(self, index: int, value: int) -> None:
        """Change one number."""
        change = value - self._values[index]
        if not change:
            return
        self._values[index] = value
        self.total += change
        at = index + 1
        while at < len(self._tree):
            self._tree[at] += change
            at += at & -at

    def before(self, index: int) -> int:
        """The sum of all numbers before ``index``."""
        total = 0
        while index > 0:
            total += self._tree[index]
            index &= index - 1
        return total

    def find(self, amount: int) -> tuple[int, int]:
        """The index at which the running sum passes ``amount``, and what is left of it there."""
        at, step = 0, self._top
        while step:
            further = at + step
            if further < len(self._tree) and self._tree[further] <= amount:
                amount -= self._tree[further]
                at = further
            step >>= 1
        return at, amount
