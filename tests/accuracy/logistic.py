"""Logistic regression on examples that either show a sign or do not.

The weights make the logarithm of the odds that an example is right; the sum of their squares counts
against them. They are found by cyclic coordinate descent with a step of Newton's for each weight in
turn, none longer than its bound (Genkin, Lewis and Madigan 2007). Which order the examples have
makes no difference.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_PASSES = 40
_CLOSE = 0.005
"""The largest step of a pass that is its last."""


@dataclass(slots=True)
class _Fit:
    """The state of a fit: examples by number, and the sum of the weights of each."""

    right: Sequence[bool]
    times: Sequence[float]
    odds: list[float]
    sums: list[float]

    def step(self, showing: Sequence[int], weight: float, penalty: float, bound: float) -> float:
        """How far a weight is moved, by the examples that show its sign."""
        slope, curve = penalty * weight, penalty
        for one in showing:
            odds, times = self.odds[one], self.times[one]
            slope += times * (odds - self.right[one])
            curve += times * odds * (1 - odds)
        moved = max(-bound, min(bound, -slope / curve))
        for one in showing:
            self.sums[one] += moved
            self.odds[one] = odds_of(self.sums[one])
        return moved


def odds_of(total: float) -> float:
    """How likely an example is right whose weights sum to so much: from 0 to 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def fit(
    showing: Mapping[str, Sequence[int]],
    right: Sequence[bool],
    times: Sequence[float],
    penalty: float,
) -> dict[str, float]:
    """The weights of signs.

    Args:
        showing: For each sign the numbers of the examples that show it.
        right: Whether each example is right.
        times: How much each example counts.
        penalty: What half the square of a weight counts against it.
    """
    count = len(right)
    state = _Fit(right, times, [0.5] * count, [0.0] * count)
    weights = dict.fromkeys(showing, 0.0)
    bounds = dict.fromkeys(showing, 1.0)
    for _pass in range(_PASSES):
        longest = 0.0
        for sign, some in showing.items():
            moved = state.step(some, weights[sign], penalty, bounds[sign])
            weights[sign] += moved
            bounds[sign] = max(2 * abs(moved), bounds[sign] / 2)
            longest = max(longest, abs(moved))
        if longest < _CLOSE:
            break
    return weights
