"""Numbers that say when: dates, years and lengths of time that stand for a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._unit import Unit
from briefing.analysis._unit_words import unit_words
from briefing.languages.language import Language
from briefing.languages.phrases import any_of

BEFORE = 48
"""Characters that are looked at before a number."""

_LONG_AGO = 1000
"""So many years ago are no date, but what is told."""

_DAYS = 31

_MODERN = 1900
"""Years since then are told without their century, or of any kind of event."""

_DAY = re.compile(r"(?:[0-2]?\d|3[01])\.(?:0?\d|1[0-2])")
"""A day with its month, before the last stop: ``12.3.``"""

_OLD = "5"
"""First digit of the years of the last century that are written with two: ``Em 94``."""


@dataclass(frozen=True, slots=True)
class _TimeWords:
    """Words around times, ages and dates."""

    decade: re.Pattern[str]
    short: re.Pattern[str]
    window: re.Pattern[str]
    """What makes years a length of time that began or ends now: in the ``past`` two years."""
    are: re.Pattern[str]
    """Behind a number, that so many are something: oltre 2000 ``sono`` le persone."""
    larger: re.Pattern[str]
    """The years before the months of one length: hace ``dos años y`` tres meses."""
    low: re.Pattern[str]
    """The lower end of a range, before the upper one: in the next ``three to`` five years."""
    high: re.Pattern[str]
    """The upper end with its unit, behind the lower one."""
    ordinal: re.Pattern[str]
    """What an ordinal stands behind that ends in a stop: ``bis zum`` 24."""
    told_with: re.Pattern[str]
    """What a number stands behind that is told of a name, and no year: ``with`` 1223."""
    difference: re.Pattern[str]
    """Behind "three days earlier": it tells a difference, no date."""


@lru_cache(maxsize=8)
def _time_words(own: Language) -> _TimeWords:
    words = own.times
    spelled = any_of((*own.changes.spelled, *own.numbers.one))
    number = rf"(?:\d[\d.,]*|(?:{spelled})(?!\w))"
    joint = rf"(?:[-–]|\s(?:{any_of((*own.numbers.range_spans, *own.numbers.range_ors))})\s)"
    return _TimeWords(
        decade=re.compile(rf"(?:{any_of(words.decades)})\s*['’]?\Z", re.IGNORECASE),
        short=re.compile(any_of(words.short_units), re.IGNORECASE),
        window=re.compile(rf"(?<!\w)(?:{any_of(words.windows)})\s+\Z", re.IGNORECASE),
        ordinal=re.compile(rf"(?<!\w)(?:{any_of(words.ordinal_before)}) \Z", re.IGNORECASE),
        told_with=re.compile(rf"(?<!\w)(?:{any_of(own.shares.told_with)}) \Z", re.IGNORECASE),
        difference=re.compile(rf" (?:{any_of(words.difference)})\b"),
        are=re.compile(rf" (?:{any_of(own.shares.part_verbs)})(?!\w)"),
        larger=re.compile(
            rf"(?<![\w.,]){number}\s(?:{any_of(words.year_units)})"
            rf"\s(?:{any_of(own.numbers.range_ands)})\s\Z",
            re.IGNORECASE,
        ),
        low=re.compile(rf"(?<![\w.,]){number}{joint}\Z", re.IGNORECASE),
        high=re.compile(rf"{joint}{number}\s(?:{any_of(words.time_units)})(?!\w)"),
    )


_YEAR = re.compile(r"[12]\d{3}")
_CLOSES = re.compile(r"\s*[)\],;]")


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
        if amount.digits.isdecimal() and _time_words(words.own).ordinal.search(before):
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
    first = unit.text.split()[0]
    if first not in words.time_units and first not in words.own.times.single_units:
        return False
    low = own.low.search(before) or own.larger.search(before)
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
    if year < _MODERN and _time_words(words.own).told_with.search(before):
        return False
    introduced = words.year_before.search(before) is not None
    qualified = words.before.search(before) is not None and not introduced
    if unit.text is None or _CLOSES.match(after):
        return not (qualified and _time_words(words.own).are.match(after))
    has_capitals = words.own.sentences.capital_nouns  # "2004 Menschen"
    if year >= _MODERN:
        is_count = year % 100 == 0 or (not has_capitals and counts_people(unit, words))
        return not (unit.is_plural and (qualified or (is_count and not introduced)))
    return introduced and not unit.is_plural


def counts_people(unit: Unit, words: FigureWords) -> bool:
    """Whether people follow a number: ``2004 mensen``."""
    if not unit.is_plural or unit.text is None:
        return False
    return unit_words(words.own).person.fullmatch(unit.text.split(maxsplit=1)[0]) is not None
