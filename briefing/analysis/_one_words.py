"""The words for a single one, and those that tell that it is counted."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.analysis._telltales import Sought
from briefing.languages.kinds import Words
from briefing.languages.language import Language


def single_ones(own: Language) -> Words:
    """The words for a single one."""
    return own.shares.one_noun or own.numbers.one


def measure_words(own: Language) -> Iterable[str]:
    """Words for a length, a weight, money and the like; how often something happens is none."""
    units = own.units
    return {*units.measures, *units.halved, *units.money} - {*own.names.times}


def large_times(own: Language) -> Iterable[str]:
    """Units of time that smaller ones may follow."""
    times = own.times
    days = (*times.month_units, *times.week_units, *times.day_units)
    return (*times.year_units, *days, *times.hour_units, *times.minute_units)


def span_words(own: Language) -> list[str]:
    """Words between the two ends of a range."""
    joints = (*own.numbers.range_spans, *own.numbers.range_ors)
    return [joint for joint in joints if joint.isalpha()]


def around_ones(own: Language) -> dict[Sought, Iterable[str]]:
    """The words for a single one, and others that stand with it where it is counted."""
    return {
        Sought.ONE: single_ones(own),
        Sought.SINGLE: (*single_ones(own), *own.numbers.one),
        Sought.STRESSED: own.numbers.stressed,
        Sought.SPAN: span_words(own),
        Sought.BOTH: own.numbers.from_both,
    }


def beside_ones(own: Language) -> dict[Sought, Iterable[str]]:
    """What stands around a single one that is counted."""
    return {
        Sought.MEASURE: (*measure_words(own), *own.units.percent, *own.units.points),
        Sought.TIME: (*own.times.single_units, *large_times(own)),
        Sought.LEAST: own.qualifiers.before["at_least"],
        Sought.SENTENCE: own.times.sentences,
        Sought.HALVED: own.numbers.and_a_half,
    }
