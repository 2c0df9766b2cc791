"""Numbers that say when: dates, years, times of day and ages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._figure_words import FigureWords
from briefing.analysis._unit import Unit
from briefing.analysis._unit_words import unit_words
from briefing.analysis._written import Amount
from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, any_of

BEFORE = 48
"""Characters that are looked at before a number."""

_LONG_AGO = 1000
"""So many years ago are no date, but what is told."""

_DAYS = 31

_HOURS = 24

_YOUNGEST, _OLDEST = 6, 110
"""Ages that verbs such as "is" and "has" tell; fewer years are more often a length of time."""

_POINTED = re.compile(r"\d{1,2}\.\d{2}")
"""A time or a day with its month: no number, where decimals stand behind a comma."""

_DAY = re.compile(r"(?:[0-2]?\d|3[01])\.(?:0?\d|1[0-2])")
"""A day with its month, before the last stop: ``12.3.``"""

_OLD = "5"
"""First digit of the years of the last century that are written with two: ``Em 94``."""


@dataclass(frozen=True, slots=True)
class _TimeWords:
    """Words around times, ages and dates."""

    till_hours: re.Pattern[str]
    """The rest of two times of day: ``9 h à 19 h``."""
    since_hours: re.Pattern[str]
    """The first of two times of day: ``de 9 a`` 18 horas."""
    zoned: re.Pattern[str]
    """An hour with its zone: ``4 heures GMT``."""
    hour: re.Pattern[str]
    at_hour: re.Pattern[str]
    decade: re.Pattern[str]
    apposition: re.Pattern[str]
    name_before: re.Pattern[str]
    """A name that somebody's age follows."""
    age_before: re.Pattern[str]
    age_ahead: re.Pattern[str]
    """What every age goes on with, and hardly any other number."""
    age_and: re.Pattern[str]
    """The second of two ages: ``de 28`` e 31 anos."""
    age_verb: re.Pattern[str]
    """A verb before an age: ``aveva`` 67 anni."""
    old: re.Pattern[str]
    of: re.Pattern[str]
    """What makes years a length of something: 20 anni ``di`` esperienza."""
    short: re.Pattern[str]
    window: re.Pattern[str]
    """What makes years a length of time that began or ends now: in the ``past`` two years."""
    low: re.Pattern[str]
    """The lower end of a range, before the upper one: in the next ``three to`` five years."""
    high: re.Pattern[str]
    """The upper end with its unit, behind the lower one."""
    difference: re.Pattern[str]
    """Behind "three days earlier": it tells a difference, no date."""
    weak: frozenset[str]


@lru_cache(maxsize=8)
def _time_words(own: Language) -> _TimeWords:
    words = own.times
    hours, joints = any_of(words.hours), any_of(words.hour_joints)
    ages = rf"(?:(?:\d{{1,2}}, )*\d{{1,2}} (?:{any_of(words.age_ands)}) )?"
    # with an adjective between noun and preposition: "donna tedesca di"
    age = any_of(words.age_of).replace(r"\s+", r"(?:\s+\w+)?\s+")
    spelled = any_of((*own.changes.spelled, *own.numbers.one))
    number = rf"(?:\d[\d.,]*|(?:{spelled})(?!\w))"
    joint = rf"(?:[-–]|\s(?:{any_of((*own.numbers.range_spans, *own.numbers.range_ors))})\s)"
    since = rf"\d{{1,2}} ?(?:{hours})|\b(?:{any_of(words.hour_since)}) \d{{1,2}}(?: ?(?:{hours}))?"
    return _TimeWords(
        till_hours=re.compile(rf"\s?(?:(?:{hours})\s)?(?:{joints})\s\d{{1,2}}\s?(?:{hours})(?!\w)"),
        since_hours=re.compile(rf"(?:{since}) (?:{joints}) \Z"),
        zoned=re.compile(rf"\s?(?:{hours})\s(?:{any_of(own.names.zones)})\b"),
        hour=re.compile(hours, re.IGNORECASE),
        at_hour=re.compile(rf"(?<!\w)(?:{any_of(words.at_hour)}) \Z", re.IGNORECASE),
        decade=re.compile(rf"(?:{any_of(words.decades)})\s*['’]?\Z", re.IGNORECASE),
        apposition=re.compile(rf"[,(]\s*(?:(?:{any_of(words.apposition)})\s+)?{ages}\Z"),
        age_ahead=re.compile(
            rf" (?:{any_of(words.age_ands)}) \d|"
            rf"[\s\u00a0\u202f-]*(?:{any_of((*words.old, *words.ages))})",
            re.IGNORECASE,
        ),
        age_and=re.compile(rf" (?:{any_of(words.age_ands)}) \d{{1,2}}(?= )"),
        name_before=re.compile(rf"[^\W\d_a-zà-ÿ][\w’'-]+, (?:(?:{any_of(words.apposition)})\s)?\Z"),
        age_before=re.compile(rf"(?<!\w)(?:{age})\s+{ages}\Z", re.IGNORECASE),
        age_verb=_age_verb(own, ages),
        of=re.compile(
            rf" (?:{any_of((*own.units.of_noun, *own.units.of_the, *own.labels.links))}){ENDS}"
            + (r"| [A-ZÄÖÜ]" if own.sentences.capital_nouns else "")
        ),
        old=re.compile(rf"[-\s]?(?:{any_of(words.old)})(?!\w)"),
        short=re.compile(any_of(words.short_units), re.IGNORECASE),
        window=re.compile(rf"(?<!\w)(?:{any_of(words.windows)})\s+\Z", re.IGNORECASE),
        difference=re.compile(rf" (?:{any_of(words.difference)})\b"),
        low=re.compile(rf"(?<![\w.,]){number}{joint}\Z", re.IGNORECASE),
        high=re.compile(rf"{joint}{number}\s(?:{any_of(words.time_units)})(?!\w)"),
        weak=frozenset(words.weak_hours),
    )


def _age_verb(own: Language, ages: str) -> re.Pattern[str]:
    words = own.times
    begins = rf"(?:\A|[,.;:(–] |(?<!\w)(?:{any_of(own.labels.openers)}) )"
    person = rf"(?<=[a-zà-ÿ,] )(?-i:[A-ZÀ-Ý])[\w’'-]+ (?:{any_of(words.apposition)})"
    return re.compile(
        rf"(?:(?<!\w)(?:{any_of(words.age_verbs)})|{begins}(?:{any_of(words.at_ages)})|{person})"
        rf" (?:(?:{any_of(own.shares.only)}) )?{ages}\Z",
        re.IGNORECASE,
    )


_YEAR = re.compile(r"[12]\d{3}")
_FOUR_DIGITS = re.compile(r"\d{4}")
_CLOSES = re.compile(r"\s*[)\],;]")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])(?:[.:h][0-5]\d)?")


def is_hour(amount: Amount) -> bool:
    """Whether digits may be a time of day, with a point between hours and minutes or without."""
    digits = amount.digits
    return _CLOCK.fullmatch(digits) is not None or _FOUR_DIGITS.fullmatch(digits) is not None


def is_clock(text: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a number stands behind words that make it a time of day: "alle 19 al 38 %"."""
    before = text[max(0, amount.span.start - BEFORE) : amount.span.start]
    at_hour = _time_words(words.own).at_hour
    return _CLOCK.fullmatch(amount.digits) is not None and at_hour.search(before) is not None


def is_year(text: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether a number stands behind words that make it a year: "from 92 % in 2019 to 91 %"."""
    before = text[max(0, amount.span.start - BEFORE) : amount.span.start]
    after = text[amount.span.end : amount.span.end + BEFORE]
    introduced = words.year_before.search(before) is not None
    return introduced and is_year_here(before, after, amount, unit, words)


def is_date(before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether it is the day or year of a date."""
    if words.own.sentences.ordinal_stop and after[:1] == ".":
        is_ordinal = after[1:2] == " " and after[2:].lower().startswith(words.own.names.times)
        if is_ordinal or _DAY.fullmatch(amount.digits):
            return True
    value = amount.value
    if value is None or value > 2100 or value != int(value) or amount.currency or amount.scaled:
        return False
    if words.month_after.match(after):
        return value <= _DAYS
    if amount.spelled:  # "am 2. Juni drei Menschen"
        return False
    is_year_like = _YEAR.fullmatch(amount.digits) is not None
    is_day = value <= _DAYS and words.own.times.month_first
    return (is_day or is_year_like) and words.month_before.search(before) is not None


def is_relative_date(
    text: str, before: str, amount: Amount, unit: Unit, words: FigureWords
) -> bool:
    """Whether it is a stretch of time that stands for a date: "three days ago"."""
    if amount.value is not None and amount.value >= _LONG_AGO:
        return False
    own = _time_words(words.own)
    if unit.text is None:
        ahead = own.high.match(text, amount.span.end)
        return ahead is not None and bool(
            _is_dated(before, words) or words.relative_after.match(text, ahead.end())
        )
    if unit.text.split()[0] not in words.time_units:
        return False
    low = own.low.search(before)
    before = before if low is None else before[: low.start()]
    end = unit.end - len(unit.text) + len(unit.text.split()[0])
    bound = words.before.search(before)
    bare = before if bound is None else before[: bound.start()]  # "hace más de 30 años"
    is_past = _is_dated(before, words) or _is_dated(bare, words)
    if is_past and not own.short.match(unit.text):
        return True
    follows = words.relative_after.match(text, end)
    return follows is not None and own.difference.match(text, follows.end()) is None


def _is_dated(before: str, words: FigureWords) -> bool:
    """Whether what stands before a stretch of time tells when: not in the ``past`` two months."""
    is_past = words.relative_before.search(before) is not None
    return is_past and _time_words(words.own).window.search(before) is None


def is_age(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it is somebody's age."""
    own = _time_words(words.own)
    is_older = (
        amount.value is not None and amount.value > _OLDEST
    )  # a house, or the bones of an ape
    if is_older or own.age_ahead.match(after) is None:
        return False
    if second := own.age_and.match(after):
        after = after[second.end() :]
    if own.old.match(after):
        return True
    years = words.ages.match(after)
    if unit.text is None or years is None:
        return False
    if own.name_before.search(before) or own.age_before.search(before):
        return True
    behind = after.lstrip()[len(unit.text) :]
    is_apart = behind.startswith((",", ")", ":", ";", ".")) and own.apposition.search(before)
    if is_apart and " " not in unit.text:
        return True  # not "un congé, de trois mois fractionnables,"
    is_old = isinstance(amount.value, int) and _YOUNGEST <= amount.value <= _OLDEST
    is_length = own.of.match(after, years.end()) is not None
    return is_old and not is_length and own.age_verb.search(before) is not None


def is_time(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it is a time of day."""
    if amount.currency or amount.scaled or not _CLOCK.fullmatch(amount.digits):
        return False
    own = _time_words(words.own)
    is_named = unit.text is None or (
        unit.text[0].isupper() and not words.own.sentences.capital_nouns
    )
    if is_named and words.decimal == "," and _POINTED.fullmatch(amount.digits):
        return True
    follows = words.time_after.match(after)
    precedes = words.time_before.search(before)
    if follows and (precedes or follows[1].lower() not in own.weak):
        return True
    if own.till_hours.match(after) or own.zoned.match(after):
        return True
    if own.hour.match(unit.text or "") and own.since_hours.search(before):
        return True
    has_minutes = len(amount.digits) > 2
    return bool(precedes) and (unit.text is None or (has_minutes and not unit.is_plural))


def is_spoken_time(before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a number in words is a time of day: ``um neun Uhr``, not ``at`` two hours of it."""
    if not isinstance(amount.value, int) or amount.value > _HOURS:
        return False
    follows = words.time_after.match(after)
    if follows is None or words.time_before.search(before) is None:
        return False
    return _time_words(words.own).of.match(after, follows.end()) is None


def _measures(unit: Unit, words: FigureWords) -> bool:
    """Whether a number has a unit that no year has: a sign, a currency, a measure."""
    if unit.text is None:
        return False
    first = unit.text.split()[0]
    is_sign = not first[0].isalpha() or first.lower() in words.own.units.measures
    return is_sign or words.money.match(f" {unit.text}") is not None


def _is_short_year(before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether two digits are a year or a decade: ``'94``, ``años 80``."""
    is_decade = _time_words(words.own).decade.search(before) is not None
    if unit.is_plural:  # a name behind it is nothing that is counted: "en los años 80 Ana"
        is_name = unit.text is not None and unit.text.isalpha() and unit.text[0].isupper()
        return is_decade and is_name and amount.currency is None
    is_old = amount.digits[0] >= _OLD and unit.text is not None
    return is_decade or (is_old and words.year_before.search(before) is not None)


def is_year_here(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it is a year."""
    digits = len(amount.digits) if amount.digits.isdecimal() else 0
    if digits != 4 or amount.currency or amount.scaled:
        return digits == 2 and _is_short_year(before, amount, unit, words)
    year = int(amount.digits)
    if not 1000 <= year <= 2100 or _measures(unit, words):
        return False
    if unit.text is None or _CLOSES.match(after):
        return True
    introduced = words.year_before.search(before) is not None
    qualified = words.before.search(before) is not None and not introduced
    has_capitals = words.own.sentences.capital_nouns  # "2004 Menschen"
    if year >= 1900:
        is_count = year % 100 == 0 or (not has_capitals and counts_people(unit, words))
        return not (unit.is_plural and (qualified or (is_count and not introduced)))
    return introduced and not unit.is_plural


def counts_people(unit: Unit, words: FigureWords) -> bool:
    """Whether people follow a number: ``2004 mensen``."""
    if not unit.is_plural or unit.text is None:
        return False
    return unit_words(words.own).person.fullmatch(unit.text.split(maxsplit=1)[0]) is not None
