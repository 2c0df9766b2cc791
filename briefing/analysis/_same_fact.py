"""Whether two statements of one value are of one fact, as far as their words tell."""

from __future__ import annotations

import re

from briefing.analysis._fact_places import (
    BESIDE,
    FAR_OF_SUMS,
    FEW,
    LEAST_SUM,
    distance,
    is_attribute,
    says_same,
)
from briefing.analysis._fact_words import (
    holds_label,
    label_words,
    stem,
    stems,
    telling_words,
)
from briefing.analysis._kinds import Kinds
from briefing.analysis._same_measure import is_sum_again, measures_same
from briefing.analysis._telling_values import (
    LARGE,
    TELLING_VALUE,
    has_many_digits,
    has_two_digits,
    is_odd,
)
from briefing.model.figure import Figure, Qualifier
from briefing.model.span import Span

_NOWHERE = Span(0, 0)
_PAIR = 2

_LOOSE = frozenset((Qualifier.ABOUT, Qualifier.OVER, Qualifier.AT_LEAST))
"""Qualifiers that two reports of one number may differ in."""

_AT_MOST = frozenset((Qualifier.UP_TO, Qualifier.AT_MOST))
"""Qualifiers that say the same."""

_NEAR = 400
"""Characters within which a number alone states again what one before it states."""

_FAR = 3_000
"""Characters between two statements of one count: farther the same number comes again by chance."""


_PART_OF = re.compile(r"\W+[^\W\d_]+\W+\d")
"""What follows a number that is a part of the next: ``11`` of his 35."""


def is_same(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether two figures of the same value state the same fact."""
    qualifiers = {one.qualifier, other.qualifier} - {None}
    if len(qualifiers) > 1 or Qualifier.ADDITIONAL in qualifiers:
        is_alike = one.qualifier is other.qualifier or qualifiers <= _AT_MOST
        is_alike = is_alike or _is_rise_again(one, other, kinds)
        same = is_alike and stem(one.unit) == stem(other.unit)
        # "some 80 injured", then "a good 80 of the injured"
        return same or (qualifiers <= _LOOSE and _is_qualified_again(one, other, kinds))
    if qualifiers and one.qualifier is not other.qualifier:
        return _is_qualified_again(one, other, kinds)
    if one.unit is None or other.unit is None:
        is_again = _is_bare_again(one, other, kinds) or is_sum_again(one, other, kinds)
        is_again = is_again or _says_same_bare(one, other)
        return is_again or _is_bare_count_again(one, other, kinds)
    if kinds.are_people(one.unit, other.unit):
        return says_same(one, other) or not (one.label and other.label)
    measured = kinds.measures(one.unit), kinds.measures(other.unit)
    if any(measured) and not _are_called_one(one, other, kinds):
        is_alike = kinds.sign(one.unit) == kinds.sign(other.unit)
        return is_alike and (measures_same(one, other) or is_sum_again(one, other, kinds))
    return are_one_noun(one, other, kinds) or is_odd(one) or _is_noun_again(one, other, kinds)


def _is_rise_again(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether a sum with cents is told once as so much more: 7.50 euros more, a rise of 7.50."""
    value = one.value or 0
    is_telling = value != int(value) and one.unit is not None and kinds.is_money(one.unit)
    return is_telling and Qualifier.ADDITIONAL in (one.qualifier, other.qualifier)


def _is_count_again(one: Figure, other: Figure) -> bool:
    """Whether a count of two digits is told again with another noun: 39 fans, then 39 members.

    So were 29 of 30 of the labelled openings, but only two in three of the round ones.
    """
    is_near = BESIDE <= distance(one, other) <= _FAR
    return has_two_digits(one) and is_near and not (is_attribute(one) or is_attribute(other))


def _is_noun_again(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """The same where both count people, or neither does, or they stand near each other.

    27 villages are not the 27 prisoners of two paragraphs on, but 43 admissions may be 43 people.
    """
    are_people = {kinds.counts_people(unit) for unit in (one.unit, other.unit) if unit is not None}
    is_likely = len(are_people) == 1 or distance(one, other) <= _NEAR
    return is_likely and _is_count_again(one, other)


def is_round_again(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether a count of thousands is told again with another noun: 1,200 staff, then employees.

    One of a single digit recurs, but hardly of people: 8,000 jobs, 8,000 posts.
    """
    value = one.value or 0
    if value < LEAST_SUM or distance(one, other) < BESIDE:
        return False
    is_telling = len(str(int(value)).rstrip("0")) >= _PAIR
    are_people = all(kinds.counts_people(unit) for unit in (one.unit, other.unit) if unit)
    return is_telling or are_people


def reach_of(figure: Figure, kinds: Kinds) -> int:
    """The most characters between a figure and one that states it again only by standing near."""
    is_sum = (figure.value or 0) >= LEAST_SUM
    if is_sum and (figure.unit is None or kinds.is_money(figure.unit)):
        return FAR_OF_SUMS
    return _FAR if has_two_digits(figure) else _NEAR


def _is_bare_count_again(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether one of two counts lacks its noun: "thousands", "thousands of people"."""
    unit = one.unit or other.unit
    if unit is None or kinds.measures(unit):
        return False
    return one.value is None or (_is_count_again(one, other) and not is_far_and_bare(one, other))


def is_far_and_bare(one: Figure, other: Figure) -> bool:
    """Whether one of two is a number far from the other that nothing tells to count the same."""
    are_bare = [figure.label is None for figure in (one, other) if figure.unit is None]
    is_small = (one.value or 0) < TELLING_VALUE
    is_small = is_small and telling_words(one).isdisjoint(telling_words(other))
    return (any(are_bare) or (is_small and bool(are_bare))) and distance(one, other) > _NEAR


def are_one_noun(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether the units of two counts name the same: one of them may say more of it.

    "Three federations" are the "three larger federations" that the text has told of, and 8,000
    jobs 8,000 posts.
    """
    first, again = one.unit or "", other.unit or ""
    if stem(kinds.head(first)) == stem(kinds.head(again)) or kinds.are_deaths(first, again):
        return True
    if _are_called_one(one, other, kinds):
        return True
    said, told = frozenset(stems(first)), frozenset(stems(again))
    return bool(said and told) and (said <= told or told <= said)


def _are_called_one(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether so many are told by two nouns for the same: 8,000 jobs, 8,000 posts."""
    if (one.value or 0) < FEW or one.unit is None or other.unit is None:
        return False
    noun = kinds.called(one.unit)
    return noun is not None and noun == kinds.called(other.unit)


def _is_bare_again(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether one of two figures is a number alone, close behind the other: ``not seven``.

    "Seven of them" are not the seven days that a rate is of.
    """
    if one.span is None or other.span is None:
        return False
    first, second = sorted((one, other), key=lambda figure: figure.span or _NOWHERE)
    if first.unit is not None and kinds.measures(first.unit) and (first.value or 0) < FEW:
        return False
    is_bare = second.unit is None and second.label is None and not _is_part(second)
    is_bare = is_bare and distance(one, other) <= _NEAR
    is_large = (one.value or 0) >= TELLING_VALUE and distance(one, other) >= BESIDE
    return is_bare and (first.unit is not None or first.label is not None or is_large)


def _is_part(figure: Figure) -> bool:
    """Whether a number counts some of another that follows it: ``11`` of his 35 shots."""
    _before, _number, behind = (figure.snippet or "").partition(figure.text)
    return _PART_OF.match(behind) is not None


def _is_qualified_again(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether one of two figures states the other with a qualifier.

    "Up to 80" of something is another statement than 80 of it, "at least 80" a more careful one.
    """
    if Qualifier.UP_TO in (one.qualifier, other.qualifier):
        return False
    if _are_dead_or_people_again(one, other, kinds):
        return True
    if one.unit is None or other.unit is None:
        return says_same(one, other) or is_sum_again(one, other, kinds)
    if kinds.are_people(one.unit, other.unit) and (is_odd(one) or _is_telling_crowd(one)):
        return True
    if kinds.sign(one.unit) != kinds.sign(other.unit):
        return False
    return bool(telling_words(one) & telling_words(other)) or is_sum_again(one, other, kinds)


def _is_telling_crowd(figure: Figure) -> bool:
    """Whether so many thousands of people hardly come twice by chance: 35,000."""
    value = figure.value or 0
    return value >= LEAST_SUM and len(str(int(value)).rstrip("0")) >= _PAIR


def may_differ(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether qualifiers let two figures be one: no two, or "at least 30" beside a plain 30."""
    if one.qualifier is other.qualifier:
        return True
    qualifiers = {one.qualifier, other.qualifier} - {None}
    is_once = len(qualifiers) == 1 and qualifiers <= _LOOSE
    return is_once and not any(kinds.tells_of_others(figure.text) for figure in (one, other))


def _are_dead_or_people_again(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether both count deaths, or a telling number of people is told again farther on."""
    if one.unit and other.unit and kinds.are_deaths(one.unit, other.unit):
        return True
    return _is_count_again(one, other) and _count_people(one, other, kinds)


def _count_people(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether one of two counts is of people, and the other of them, too, or of nothing named."""
    units = [unit for unit in (one.unit, other.unit) if unit is not None]
    return bool(units) and all(map(kinds.counts_people, units))


def _says_same_bare(one: Figure, other: Figure) -> bool:
    """The same where one of them lacks its noun: far from the other, 150 may be of anything."""
    if telling_words(one) & telling_words(other):
        return True
    is_telling = (one.value or 0) >= LARGE or has_many_digits(one)
    return is_odd(one) and (is_telling or distance(one, other) <= _NEAR)


def may_repeat(one: Figure, other: Figure) -> bool:
    """Whether one sentence may say a telling amount of one thing twice, for emphasis."""
    if one.unit is None or one.unit == "%" or (one.value or 0) < LEAST_SUM:
        return False
    return stem(one.unit) == stem(other.unit)


def are_apart(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether two figures of one value may count different things, as far as their words tell.

    A share or a sum of money says nothing of whose it is, and round numbers of people recur: for
    these only a label that they share, or a telling number, makes them one.
    """
    labels = [label_words(figure) for figure in (one, other)]
    if all(labels):
        return labels[0].isdisjoint(labels[1]) and not holds_label(one, other)
    units = [unit for unit in (one.unit, other.unit) if unit is not None]
    is_open = any(kinds.measures(unit) or kinds.are_people(unit, unit) for unit in units)
    is_telling = is_odd(one) and (one.value or 0) >= TELLING_VALUE
    return is_open and not is_telling
