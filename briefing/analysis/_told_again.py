"""What only two rows of one value tell, of all that a text states in one measure or counts."""

from __future__ import annotations

from briefing.analysis._same_fact import BESIDE, Kinds, distance, has_two_digits, is_round_again
from briefing.model.figure import Figure, Qualifier

_LEAST = 20
"""Smaller numbers recur: two years, a dozen men."""

_LEAST_SHARE, _HALF, _WHOLE = 11, 50, 100
"""Smaller shares come again by chance, and so do a half and the whole."""

_PERCENT = "%"


def is_told_again(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether the only two rows of a value that are in one measure, or that count, are one fact.

    In openings of news that nobody had labelled, 20 of 21 pairs that are joined so were one fact.
    """
    if one.qualifier is not other.qualifier or one.qualifier is Qualifier.ADDITIONAL:
        return False
    if _PERCENT in (one.unit, other.unit):
        return one.unit == other.unit and _is_share_again(one, other)
    if distance(one, other) < BESIDE or (one.value or 0) < _LEAST:
        return False
    units = [unit for unit in (one.unit, other.unit) if unit is not None]
    if not any(map(kinds.measures, units)):
        are_named = one.unit is not None and other.unit is not None
        return is_round_again(one, other, kinds) if are_named else _is_bare_again(one, other)
    is_alike = len({kinds.sign(unit) for unit in units}) == 1 < len(units)
    return is_alike and has_two_digits(one)


def _is_share_again(one: Figure, other: Figure) -> bool:
    """Whether a share that comes twice is of one thing, though one of the two has no label."""
    value = one.value or 0
    if one.label is not None and other.label is not None:
        return False
    return value == int(value) and _LEAST_SHARE <= value < _WHOLE and value != _HALF


def _is_bare_again(one: Figure, other: Figure) -> bool:
    """Whether a number that once lacks its noun is told again.

    The other names at least something, and only one has a label, or both have one qualifier.
    """
    is_named = any((one.label, other.label, one.unit, other.unit))
    return is_named and (one.qualifier is not None or not (one.label and other.label))
