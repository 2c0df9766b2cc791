"""Which of several pieces is taken, or none, by the signs that each shows.

The weights of its signs sum to the logarithm of a piece's odds against none being taken (the
conditional logit of McFadden 1974, with "none" at odds of one). They are fitted so that the right
pieces of each choice together are as likely as may be, or none where none is right; the sum of
their squares counts against them. They are found by cyclic coordinate descent with a step of
Newton's for each weight in turn, none longer than its bound (Genkin, Lewis and Madigan 2007). Which
order the choices have makes no difference.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

_PASSES = 40
_CLOSE = 0.005
"""The largest step of a pass that is its last."""


class Choice(NamedTuple):
    """All that may be taken at one place."""

    pieces: Sequence[tuple[Sequence[str], bool]]
    """The signs of each, and whether it is right."""
    times: float = 1.0
    """How much the choice counts."""


class _Odds:
    """The odds of the pieces of one choice, as the weights are so far."""

    __slots__ = ("all", "each", "right", "times", "told")

    def __init__(self, choice: Choice) -> None:
        self.times = choice.times
        self.right = [is_right for _signs, is_right in choice.pieces]
        self.each = [1.0] * len(self.right)
        self.all = 1.0 + len(self.right)
        self.told = float(sum(self.right)) or 1.0  # the right ones, or none

    def pull(self, some: Sequence[int]) -> tuple[float, float]:
        """By how much more some pieces are taken than they are right, and how surely so."""
        share = sum(self.each[one] for one in some) / self.all
        due = sum(self.each[one] for one in some if self.right[one]) / self.told
        return self.times * (share - due), self.times * share * (1 - share)

    def move(self, some: Sequence[int], factor: float) -> None:
        """Multiply the odds of some pieces."""
        for one in some:
            gained = self.each[one] * (factor - 1)
            self.each[one] += gained
            self.all += gained
            if self.right[one]:
                self.told += gained


_Showing = Sequence[tuple[_Odds, Sequence[int]]]
"""The choices in which some pieces show a sign, and those pieces."""


def fit(choices: Sequence[Choice], signs: Collection[str], penalty: float) -> dict[str, float]:
    """The weights of signs.

    Args:
        choices: What may be taken, and what is right to take.
        signs: Those that are weighed.
        penalty: What half the square of a weight counts against it.
    """
    showing = _showing(choices)
    weights, bounds = dict.fromkeys(signs, 0.0), dict.fromkeys(signs, 1.0)
    for _pass in range(_PASSES):
        longest = 0.0
        for sign in weights:
            moved = _step(showing.get(sign, ()), weights[sign], penalty, bounds[sign])
            weights[sign] += moved
            bounds[sign] = max(2 * abs(moved), bounds[sign] / 2)
            longest = max(longest, abs(moved))
        if longest < _CLOSE:
            break
    return weights


def _showing(choices: Sequence[Choice]) -> Mapping[str, _Showing]:
    showing: dict[str, list[tuple[_Odds, Sequence[int]]]] = defaultdict(list)
    for choice in choices:
        own: dict[str, list[int]] = defaultdict(list)
        for at, (signs, _is_right) in enumerate(choice.pieces):
            for sign in dict.fromkeys(signs):
                own[sign].append(at)
        odds = _Odds(choice)
        for sign, some in own.items():
            showing[sign].append((odds, some))
    return showing


def _step(showing: _Showing, weight: float, penalty: float, bound: float) -> float:
    """How far a weight is moved, by the choices that show its sign."""
    slope, curve = penalty * weight, penalty
    for odds, some in showing:
        pull, sureness = odds.pull(some)
        slope += pull
        curve += sureness
    moved = max(-bound, min(bound, -slope / curve))
    factor = math.exp(moved)
    for odds, some in showing:
        odds.move(some, factor)
    return moved
