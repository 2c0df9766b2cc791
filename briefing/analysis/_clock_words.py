"""Times of day that are told in words: ``a quarter to three``, ``six heures moins dix``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._at_end import AtEnd
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._number_words import word_value
from briefing.analysis._unit import Unit
from briefing.languages.language import Language
from briefing.languages.phrases import any_of

_HOURS, _HALF_DAY, _MINUTES = 24, 12, 59
_HALF_HOUR = 30
"""So many minutes at most are told before an hour or behind it: ``twenty-five to`` three."""

_SAID = r"[\w-]+"


@dataclass(frozen=True, slots=True)
class _Clock:
    """Words around the numbers of a time of day."""

    hour_ahead: re.Pattern[str]
    """The hour behind its minutes: ten ``past three``; group 1."""
    part_before: re.Pattern[str]
    """A part of an hour before it: ``a quarter to`` three, ``half`` three."""
    minutes_before: re.Pattern[str]
    """Minutes before their hour: ``ten past`` three; group 1."""
    hour_before: re.Pattern[str]
    """The hour before its minutes: ``six heures moins`` dix; group 1."""
    goes_on: re.Pattern[str]
    """The rest of a time behind its hour: six ``heures``, dez ``menos vinte``."""
    ends: re.Pattern[str]
    """What follows a number that counts nothing."""
    may_range: frozenset[str]
    """What joins minutes to their hour, and the ends of a range: five ``to`` twelve."""


@lru_cache(maxsize=8)
def _clock(own: Language) -> _Clock:
    words = own.times
    past, less = any_of(words.clock_past), any_of(words.clock_less)
    parts, hours = any_of(words.clock_parts), any_of(words.hours)
    stop = any_of((*own.units.stop, *own.lists.conjunctions))
    return _Clock(
        hour_ahead=re.compile(rf" ({past}) ({_SAID})", re.IGNORECASE),
        part_before=re.compile(rf"(?<!\w)(?:{parts})(?: (?:{past}))? \Z", re.IGNORECASE),
        minutes_before=re.compile(rf"(?<![\w-])({_SAID}) ({past}) \Z", re.IGNORECASE),
        hour_before=re.compile(
            rf"(?<![\w-])({_SAID})(?: (?:{hours}))?(?: (?:{less}))? \Z", re.IGNORECASE
        ),
        goes_on=re.compile(rf" (?:{hours}|(?:{less}) (?:{parts}|({_SAID})))(?!\w)", re.IGNORECASE),
        ends=re.compile(rf"\s*(?:[.,;:!?)\]»”\"–—]|\Z)|\s+(?:{stop})(?!\w)"),
        may_range=frozenset(own.numbers.range),
    )


@lru_cache(maxsize=8)
def clock_says(own: Language) -> AtEnd:
    """What only a time of day follows: ``il est``."""
    return AtEnd(lambda some: rf"(?<!\w)(?:{some}) \Z", own.times.clock_says)


def is_told_time(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether a number is the hour or the minutes of a time that is told in words.

    Args:
        before: What stands before the number.
        after: What stands behind it.
        amount: The number.
        unit: What follows it.
        words: Those of the language.
    """
    value, own = amount.value, words.own.times
    if value is None or amount.currency or amount.scaled or not 0 < value <= _MINUTES:
        return False
    if value % 1 and not (amount.spelled and unit.text is None):
        return False
    clock = _clock(words.own)
    is_said = value <= _HOURS and clock_says(words.own).search(before) is not None
    if is_said and (value % 1 or _goes_on(after, clock, words)):
        return True
    if unit.text is not None and unit.text not in own.hours:
        return False
    return _is_hour(before, after, amount, words) or _is_minutes(before, after, amount, words)


def _goes_on(after: str, clock: _Clock, words: FigureWords) -> bool:
    """Whether hours are told of a number, or minutes that are added or taken away."""
    rest = clock.goes_on.match(after)
    return rest is not None and (rest[1] is None or 0 < _value(rest[1], words) <= _MINUTES)


def _is_hour(before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether minutes or a part of an hour stand before a number: ``a quarter to`` three."""
    clock = _clock(words.own)
    if (amount.value or 0) > _HALF_DAY:
        return False
    if part := clock.part_before.search(before):
        return " " in part[0].strip() or _is_led(before[: part.start()], words)
    minutes = clock.minutes_before.search(before)
    if minutes is None or not 0 < _value(minutes[1], words) <= _HALF_HOUR:
        return False
    is_open = minutes[2].lower() in clock.may_range or clock.ends.match(after) is None
    return not is_open or _is_led(before[: minutes.start()], words)


def _is_minutes(before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether an hour follows a number, or stands before it: ten ``past three``."""
    clock = _clock(words.own)
    hour = clock.hour_ahead.match(after)
    if hour is not None and 0 < _value(hour[2], words) <= _HALF_DAY:
        is_open = hour[1].lower() in clock.may_range or clock.ends.match(after, hour.end()) is None
        return (amount.value or 0) <= _HALF_HOUR and (not is_open or _is_led(before, words))
    said = clock.hour_before.search(before) if amount.spelled else None
    if said is None or not 0 < _value(said[1], words) <= _HOURS:
        return False
    return _is_led(before[: said.start()], words)


def _is_led(before: str, words: FigureWords) -> bool:
    """Whether what stands before a time says that it is one."""
    if clock_says(words.own).search(before):
        return True
    numbers, led = words.own.numbers, words.time_before.search(before)
    return led is not None and led[1].lower() not in (*numbers.range_froms, *numbers.from_both)


def _value(said: str, words: FigureWords) -> int:
    if said.isdecimal():
        return int(said)
    return word_value(said.lower(), words.language) or 0
