"""Numbers that are times of day, and hours that are none: ``at 9``, ``9 hours a day``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._at_end import AtEnd
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._times import BEFORE
from briefing.analysis._unit import Unit
from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, any_of
from briefing.text.fold import fold_text

_HOURS = 24

_POINTED = re.compile(r"\d{1,2}\.\d{2}")
"""A time or a day with its month: no number, where decimals stand behind a comma."""

_WITH_COMMA = re.compile(r"(?:[01]?\d|2[0-4]),[0-5]\d")
"""A time of day where a comma stands before minutes: ``alle 17,30``."""

_FOUR_DIGITS = re.compile(r"\d{4}")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])(?:[.:h][0-5]\d)?")


@dataclass(frozen=True, slots=True)
class _Hours:
    """Words around hours."""

    till_hours: re.Pattern[str]
    """The rest of two times of day: ``9 h à 19 h``."""
    zoned: re.Pattern[str]
    """An hour with its zone: ``4 heures GMT``."""
    hour: re.Pattern[str]
    at_hour: re.Pattern[str]
    lasting: re.Pattern[str]
    """What hours last, before the first of two numbers: ``takes`` 8 to 10 hours."""
    hours_ahead: re.Pattern[str]
    """The word for hours behind one of two numbers, in group 1."""
    first_hour: re.Pattern[str]
    """The first of two numbers of hours, before the second: ``8 to`` 10 hours."""
    rated: re.Pattern[str]
    """Hours behind one of the numbers that are no time of day: 10 ``hours per day``."""
    of: re.Pattern[str]
    """What makes hours a length of something: two hours ``of`` it."""
    weak: frozenset[str]
    capital: re.Pattern[str]
    """A capital without its accent before an hour: ``A`` 20 heures; group 1 is that."""
    accented: Mapping[str, str]
    """The preposition that each of these stands for."""


@lru_cache(maxsize=8)
def _hours(own: Language) -> _Hours:
    words = own.times
    hours, joints = any_of(words.hours), any_of(words.hour_joints)
    accented = _without_accent(own)
    return _Hours(
        till_hours=re.compile(rf"\s?(?:(?:{hours})\s)?(?:{joints})\s\d{{1,2}}\s?(?:{hours})(?!\w)"),
        zoned=re.compile(rf"\s?(?:{hours})\s(?:{any_of(own.names.zones)})\b"),
        hour=re.compile(hours, re.IGNORECASE),
        at_hour=re.compile(rf"(?<!\w)(?:{any_of(words.at_hour)}) \Z", re.IGNORECASE),
        lasting=re.compile(
            rf"(?<!\w)(?:{any_of(words.lasting_verbs)}) (?:\w+ ){{0,2}}\Z", re.IGNORECASE
        ),
        hours_ahead=re.compile(rf"(?: (?:{joints}) \d{{1,2}})?\s?({hours})(?!\w)"),
        first_hour=re.compile(rf"\d{{1,2}} (?:{joints}) \Z"),
        rated=re.compile(
            rf"(?: (?:{joints}) \d{{1,2}})? (?:{hours}) (?:{any_of(words.rates)}){ENDS}"
        ),
        of=re.compile(
            rf" (?:{any_of((*own.units.of_noun, *own.units.of_the, *own.labels.links))}){ENDS}"
            + (r"| [A-ZÄÖÜ]" if own.sentences.capital_nouns else "")
        ),
        weak=frozenset(words.weak_hours),
        capital=re.compile(rf"(?:\A|[.!?:»”\"] )({any_of(accented)}) \Z"),
        accented=accented,
    )


@lru_cache(maxsize=8)
def since_hours(own: Language) -> AtEnd:
    """The first of two times of day, before the second: ``de 9 a`` 18 horas."""
    words, hours = own.times, any_of(own.times.hours)
    since = rf"\d{{1,2}} ?(?:{hours})|\b(?:{any_of(words.hour_since)}) \d{{1,2}}(?: ?(?:{hours}))?"
    return AtEnd(lambda some: rf"(?-i:(?:{since}) (?:{some}) \Z)", words.hour_joints)


def _without_accent(own: Language) -> dict[str, str]:
    """Prepositions of one letter by their capitals without an accent, if these are no article."""
    letters = (one for one in own.times.time_before if len(one) == 1 and not one.isascii())
    bare = {fold_text(one, accents=True).upper(): one for one in letters}
    articles = {*own.labels.articles, *own.times.time_before}
    return {capital: one for capital, one in bare.items() if capital.lower() not in articles}


def is_hour(amount: Amount) -> bool:
    """Whether digits may be a time of day, with a point between hours and minutes or without."""
    digits = amount.digits
    return _CLOCK.fullmatch(digits) is not None or _FOUR_DIGITS.fullmatch(digits) is not None


def is_clock(text: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a number stands behind words that make it a time of day: "alle 19 al 38 %"."""
    before = text[max(0, amount.span.start - BEFORE) : amount.span.start]
    at_hour = _hours(words.own).at_hour
    return _CLOCK.fullmatch(amount.digits) is not None and at_hour.search(before) is not None


def is_time(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it is a time of day."""
    if amount.currency or amount.scaled:
        return False
    own = _hours(words.own)
    if own.accented and (capital := own.capital.search(before)):
        before = f"{own.accented[capital[1]]} "
    if not _CLOCK.fullmatch(amount.digits):
        return words.decimal == "," and _is_with_comma(before, amount, unit, words)
    is_named = unit.text is None or (
        unit.text[0].isupper() and not words.own.sentences.capital_nouns
    )
    if is_named and words.decimal == "," and _POINTED.fullmatch(amount.digits):
        return True
    if _lasts(before, after, own, words):
        return False
    follows = words.time_after.match(after)
    precedes = words.time_before.search(before)
    is_said = follows and (precedes or follows[1].lower() not in own.weak)
    is_one_of_two = is_said or own.till_hours.match(after) or own.zoned.match(after)
    if is_one_of_two or (own.hour.match(unit.text or "") and since_hours(words.own).search(before)):
        return True
    has_minutes = len(amount.digits) > 2
    return bool(precedes) and (unit.text is None or (has_minutes and not unit.is_plural))


def _is_with_comma(before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    own = _hours(words.own)
    is_bare = unit.text is None or own.hour.match(unit.text) is not None
    if not is_bare or _WITH_COMMA.fullmatch(amount.digits) is None:
        return False
    is_alone = unit.text is not None and before.endswith("(")  # "(12,30 horas, sede del PSN)"
    is_led = own.at_hour.search(before) or since_hours(words.own).search(before)
    return is_alone or is_led is not None


def _lasts(before: str, after: str, own: _Hours, words: FigureWords) -> bool:
    """Whether hours say how long something takes: ``takes`` 8 to 10 hours, 9 hours ``a day``."""
    first, named = own.first_hour.search(before), own.hours_ahead.match(after)
    if named is None or named[1].lower() not in own.weak:
        return False
    if own.rated.match(after):
        return True
    prior = before if first is None else before[: first.start()]
    is_bound = words.before.search(prior) is not None and words.time_before.search(prior) is None
    return is_bound or own.lasting.search(prior) is not None


def is_spoken_time(before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a number in words is a time of day: ``um neun Uhr``, not ``at`` two hours of it."""
    if amount.value is None or amount.value > _HOURS:
        return False
    follows = words.time_after.match(after)
    is_sure = follows is not None and follows[1].lower() not in _hours(words.own).weak
    if follows is None or not (is_sure or words.time_before.search(before)):
        return False
    return _hours(words.own).of.match(after, follows.end()) is None
