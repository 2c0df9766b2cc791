"""Whether two statements of one measure are of one thing, as far as their labels tell."""

from __future__ import annotations

from briefing.analysis._fact_places import (
    BESIDE,
    FAR_OF_SUMS,
    FEW,
    LEAST_SUM,
    distance,
    is_attribute,
    says_same,
)
from briefing.analysis._fact_words import holds_label, label_words, stems, telling_words
from briefing.analysis._kinds import Kinds
from briefing.analysis._telling_values import LARGE
from briefing.model.figure import Figure

_FAR_ALIKE = 1_500
"""Characters between a small measure and one that says of what kind a thing is."""

_PAIR = 2

_SMALL_SHARE = 10
"""Percent below which shares with one decimal come again by chance."""

_NEXT = 120
"""Characters within which a sentence and the next have their numbers."""


def measures_same(one: Figure, other: Figure) -> bool:
    """Whether two figures in one measure are of one thing, as far as their labels tell.

    A share without a label may be of anything, and so may a few days or points whose labels
    share no word.
    """
    if not (one.label and other.label):
        is_open = one.unit != "%" and not _are_of_two_kinds(one, other)
        return is_open or says_same(one, other)
    if (one.value or 0) < FEW and one.value == int(one.value or 0):
        words = [label_words(some) | _words_behind_measure(some) for some in (one, other)]
        return not words[0].isdisjoint(words[1]) or holds_label(one, other)
    return says_same(one, other) and not _are_of_two_subjects(one, other)


def _are_of_two_subjects(one: Figure, other: Figure) -> bool:
    """Whether one sentence after the other tells a small share of something else.

    Nobody says so soon of the same that it rose by 1.4 percent.
    """
    is_small = one.unit == "%" and len(str(one.value).strip("-0.").replace(".", "")) <= _PAIR
    is_small = is_small and -_SMALL_SHARE < (one.value or 0) < _SMALL_SHARE
    are_near = distance(one, other) < _NEXT
    return is_small and are_near and telling_words(one).isdisjoint(telling_words(other))


def _are_of_two_kinds(one: Figure, other: Figure) -> bool:
    """Whether a small measure is told of a thing, and far from it says what another is like.

    The 12 inches below a car are not those of its 12-inch screen.
    """
    is_small = (one.value or 0) < FEW and is_attribute(one) is not is_attribute(other)
    return is_small and distance(one, other) > _FAR_ALIKE


def _words_behind_measure(figure: Figure) -> frozenset[str]:
    """What a unit says of what is measured: four months of prison."""
    return frozenset(stems((figure.unit or "").partition(" ")[2]))


def is_sum_again(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether a sum of money is told again in other words, or without its currency.

    In the openings of news that readers labelled, 28 of 30 sums that came twice were one fact.
    """
    units = [unit for unit in (one.unit, other.unit) if unit is not None]
    least = LEAST_SUM if len(units) == _PAIR else LARGE
    is_sum = bool(units) and all(map(kinds.is_money, units)) and (one.value or 0) >= least
    return is_sum and BESIDE <= distance(one, other) <= FAR_OF_SUMS
