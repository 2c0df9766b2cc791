"""What a title states and the text says again: titles are short, and texts repeat them."""

from __future__ import annotations

from briefing.analysis._fact_places import start_of
from briefing.analysis._fact_words import stem
from briefing.analysis._kinds import Kinds
from briefing.analysis._same_fact import are_one_noun, may_differ
from briefing.analysis._telling_values import is_telling_share
from briefing.model.figure import Figure, Qualifier

LEAD = 250
"""Characters behind the title in which a text says again what its title counts."""

_PAIR = 2

_LEAST_SUM = 1_000
"""Smaller numbers without a noun may be anything."""


def are_of_title(one: Figure, other: Figure, title_end: int, kinds: Kinds) -> bool:
    """Whether the only two rows of a value, of which one is the title's, are one fact.

    So were all such sums, shares and additional counts of the openings of news that readers
    labelled, and counts where the text begins.
    """
    if (start_of(one) < title_end) == (start_of(other) < title_end):
        return _is_of_lead(one, other, title_end, kinds)
    qualifiers = {one.qualifier, other.qualifier}
    if qualifiers == {None, Qualifier.ADDITIONAL}:
        are_named = one.unit is not None and other.unit is not None
        is_one = are_named and are_one_noun(one, other, kinds)
        return is_one or stem(one.unit) == stem(other.unit)
    if qualifiers == {None, Qualifier.UP_TO}:
        return _are_one_measure(one, other, kinds)
    if one.qualifier is not other.qualifier and not _is_told_with_care(one, other, kinds):
        return False
    return _are_one_measure(one, other, kinds) or (
        _are_counts(one, other, kinds) and _is_in_lead(one, other, title_end)
    )


def _is_told_with_care(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether one of them says of the same things how exact their number is.

    "800 dead" are not the "more than 800 migrants" of whom some live, and what more than eight in
    ten think is not what eight in ten of some think.
    """
    if not may_differ(one, other, kinds):
        return False
    units = [unit for unit in (one.unit, other.unit) if unit is not None]
    if len(units) < _PAIR or any(map(kinds.measures, units)):
        is_rounded = min((one, other), key=start_of).qualifier is None
        return is_rounded or all(map(kinds.is_money, units))
    return are_one_noun(one, other, kinds) or kinds.are_people(units[0], units[1])


def _is_of_lead(one: Figure, other: Figure, title_end: int, kinds: Kinds) -> bool:
    """Whether the text says again plainly what it measures where it begins.

    So were ten of twelve such measures of openings of news. Points are won and lost by many.
    """
    first, second = sorted((start_of(one), start_of(other)))
    is_again = first < title_end + LEAD <= second and one.qualifier is other.qualifier is None
    if not is_again or kinds.is_scored(one.unit) or (one.unit == "%" and not is_telling_share(one)):
        return False
    return _are_one_measure(one, other, kinds)


def _are_one_measure(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether both are told in one measure, or one is a large sum without its currency."""
    units = [unit for unit in (one.unit, other.unit) if unit is not None]
    if len(units) == 1 and (one.value or 0) >= _LEAST_SUM:
        return kinds.is_money(units[0])
    if one.unit is None or other.unit is None:
        return False
    is_measure = kinds.measures(one.unit) or kinds.measures(other.unit)  # "1,100 bbl" alone is none
    return kinds.sign(one.unit) == kinds.sign(other.unit) and is_measure


def _are_counts(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether neither is a measure: a title's bare number is told again bare, too."""
    units = [unit for unit in (one.unit, other.unit) if unit is not None]
    return not any(map(kinds.measures, units))


def _is_in_lead(one: Figure, other: Figure, title_end: int) -> bool:
    return max(start_of(one), start_of(other)) <= title_end + LEAD
