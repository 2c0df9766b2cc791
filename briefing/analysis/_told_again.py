"""What only two rows of one value tell, of all that a text states in one measure or counts."""

from __future__ import annotations

from briefing.analysis._fact_places import BESIDE, distance
from briefing.analysis._kinds import Kinds
from briefing.analysis._same_fact import is_far_and_bare, is_round_again
from briefing.analysis._telling_values import has_two_digits, is_telling_share
from briefing.model.figure import Figure, Qualifier

_LEAST = 20
"""Smaller numbers recur: two years, a dozen men."""

_PERCENT = "%"


def is_told_again(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether the only two rows of a value that are in one measure, or that count, are one fact.

    In openings of news that nobody had labelled, 20 of 21 pairs that are joined so were one fact.
    """
    if one.qualifier is not other.qualifier or one.qualifier is Qualifier.ADDITIONAL:
        return False
    if _PERCENT in (one.unit, other.unit):
        is_open = one.unit == other.unit and not (one.label and other.label)
        return is_open and is_telling_share(one)
    if distance(one, other) < BESIDE:
        return False
    units = [unit for unit in (one.unit, other.unit) if unit is not None]
    if any(map(kinds.measures, units)):
        is_alike = len({kinds.sign(unit) for unit in units}) == 1 < len(units)
        return is_alike and _is_telling_length(one)
    if one.unit is not None and other.unit is not None:
        are_alike = len(set(map(kinds.counts_people, units))) == 1
        is_qualified = one.qualifier is not None and (one.value or 0) >= _LEAST and are_alike
        return is_qualified or is_round_again(one, other, kinds)
    return _is_bare_again(one, other)


def _is_telling_length(figure: Figure) -> bool:
    """Whether a measure hardly comes twice by chance: 22 years, nearly three hours."""
    is_large = has_two_digits(figure) and (figure.value or 0) >= _LEAST
    return is_large or figure.qualifier is not None


def _is_bare_again(one: Figure, other: Figure) -> bool:
    """Whether a number that once lacks its noun is told again.

    The other names at least something, and only one has a label, or both have one qualifier.
    """
    if is_far_and_bare(one, other) or ((one.value or 0) < _LEAST and not has_two_digits(one)):
        return False
    is_named = any((one.label, other.label, one.unit, other.unit))
    return is_named and (one.qualifier is not None or not (one.label and other.label))
