"""Numbers that are no figures: ordinals, labels, scores, marks, telephone numbers and more."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.analysis._ages import bounds_ages, is_age
from briefing.analysis._amount import Amount
from briefing.analysis._between import is_between
from briefing.analysis._called import is_numbered, is_one_coded
from briefing.analysis._channels import is_channel
from briefing.analysis._clock_words import is_told_time
from briefing.analysis._dashed import is_score
from briefing.analysis._elliptic import is_changing
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._glued import is_chained, is_glued
from briefing.analysis._hours import is_hour, is_spoken_time, is_time
from briefing.analysis._idle import is_idle
from briefing.analysis._marks import is_mark
from briefing.analysis._measures import Measure, measure_of
from briefing.analysis._naming import naming_words
from briefing.analysis._parts import part_words
from briefing.analysis._plain_counts import counts_plainly
from briefing.analysis._qualified import qualifier_behind
from briefing.analysis._references import is_reference
from briefing.analysis._series import is_change
from briefing.analysis._shares import is_count, is_harmed, is_of_many, is_share, is_some
from briefing.analysis._times import (
    BEFORE,
    counts_people,
    is_date,
    is_relative_date,
    is_year_here,
)
from briefing.analysis._unit import Unit
from briefing.languages.language import Language
from briefing.languages.phrases import any_of

_DIGITS_JOINED = re.compile(r"\d[-‐‑]\Z")
"""A number that another in words is joined to: ``7-Eleven``."""

_MEASURES = (Measure.MONEY, Measure.SHARE, Measure.SIZE, Measure.TIMES)

_RESOLUTION = re.compile(r"\dK")
"""A digit that is hardly so many thousands of one thing: a ``4K`` player, a ``5K`` run."""

_MINUTES = re.compile(r"[0-5]\d")

_GROUPED = re.compile(r"[.,]\d{3}")

_MOST_PERSONS = 60
"""From here on people behind a number are counted: "this week 500 people"."""

_NAMED_BEFORE = re.compile(r"\w [A-Z][a-z]+ \Z")
"""A label with a capital within a sentence: a ``Flight`` 610 crew."""

_MOST_PARTS = 100
"""Below it, a number behind such a word counts parts."""

_HEADED = re.compile(r"[^\W\d_a-zß-ÿ]{4,}[  ]")
"""A word in capitals that begins a line."""


def is_no_figure(
    text: str, amount: Amount, unit: Unit, words: FigureWords, *, is_qualified: bool = False
) -> bool:
    """Whether a number is something else than a figure.

    Args:
        text: A line of the text.
        amount: The number.
        unit: What follows it.
        words: Those of the language.
        is_qualified: Whether the amount ends in a qualifier: "22 others".
    """
    start, end = amount.span.start, amount.span.end
    before = text[start - BEFORE if start > BEFORE else 0 : start]
    after = text[end : end + BEFORE]
    if amount.unit is not None or counts_plainly(text, before, amount, unit, words):
        return False
    if _bounds_ages(text, before, after, amount, unit, words, is_qualified):
        return False
    if is_year_here(before, after, amount, unit, words) and not is_change(before, after):
        return True  # most numbers that are no figures are years
    if is_one_coded(before, amount, words) or _says_when_or_which(
        text, before, after, amount, unit, words
    ):
        return True
    if amount.spelled:
        points = not is_qualified and is_idle(text, before, amount, unit, words)
        return points or is_spoken_time(before, after, amount, words)
    return (
        is_chained(before, after, amount)
        or is_glued(before, after, amount, unit, words)
        or is_score(before, after, unit)
        or is_reference(before, after, amount, unit, words)
        or (
            is_time(before, after, amount, unit, words)
            and not _is_counted(before, after, amount, words)
        )
        or (not is_qualified and is_mark(text, before, after, amount, unit, words))
    )


def _bounds_ages(
    text: str,
    before: str,
    after: str,
    amount: Amount,
    unit: Unit,
    words: FigureWords,
    is_qualified: bool,
) -> bool:
    """Whether a number limits ages of which others are counted, and does not name these."""
    if unit.text is not None and unit.text not in words.time_units:
        return False
    is_limit = is_qualified or _is_limited(text, unit, words)
    is_bound = bounds_ages(before, after, amount, words, is_qualified=is_limit)
    return is_bound and not _heads_row(text, amount)


def _is_limited(text: str, unit: Unit, words: FigureWords) -> bool:
    """Whether a qualifier stands behind a length of time: 65 years ``and over``."""
    is_time = unit.text in words.time_units
    return is_time and qualifier_behind(text, unit.end, words)[0] is not None


def _heads_row(text: str, amount: Amount) -> bool:
    """Whether a number stands in the first cell of a table's row, which names what others count."""
    return "\t" in text and "\t" not in text[: amount.span.start]


def _says_when_or_which(
    text: str, before: str, after: str, amount: Amount, unit: Unit, words: FigureWords
) -> bool:
    """Whether a number, in digits or words, is a name, a part, a date or an age."""
    return (
        _is_label(before, after, amount, unit, words)
        or _ends_heading(text, before, amount, words)
        or is_date(before, after, amount, words)
        or is_share(text, before, amount, unit, words)
        or _is_named(after, amount, words)
        or is_numbered(text, before, amount, unit, words)
        or is_channel(text, before, amount, unit, words)
        or is_relative_date(text, before, amount, unit, words)
        or is_told_time(before, after, amount, unit, words)
        or is_age(before, after, amount, unit, words)
        or _is_resolution(text, amount, unit)
    )


def _ends_heading(text: str, before: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a line is a word in capitals and its number: ``DIVISION THREE``, or 7-``Eleven``."""
    if amount.spelled and _DIGITS_JOINED.search(before):
        return True
    if _HEADED.fullmatch(text, 0, amount.span.start) is None or amount.currency:
        return False
    if is_harmed(before, words):  # "KILLED 40"
        return False
    is_small = amount.value is not None and amount.value < _MOST_PARTS
    return is_small and not text[amount.span.end :].strip()


def _is_counted(before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a clause says what a count is, or has become, although it may be a time of day."""
    is_told = is_count(before, words) or is_changing(before, after, words)
    return is_told or is_between(before, after, amount, words)


def _is_named(after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether what follows makes it a time, a year, a case's number or a point on a scale."""
    naming = naming_words(words.own)
    if naming.zone.match(after) and (is_hour(amount) or _MINUTES.fullmatch(amount.digits)):
        return True  # "à 5 h 25 CEST"
    return naming.none_counted.match(after) is not None


def _is_label(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    if amount.currency or amount.scaled or amount.value is None:
        return False
    label = words.label.search(before)
    if label is None or part_words(words.own).per.search(before[: label.start()]):
        return False  # "pro Tag 300 Briefe"
    if amount.spelled and is_some(after, words):  # "this season four of the players"
        return label[1][:1].isupper() and not words.own.sentences.capital_nouns
    has_noun = amount.value != 1 and _has_noun(unit, words)  # "la Formula 1 corre"
    if _is_measured(unit, words) or is_of_many(after, words) or has_noun:
        return False
    if amount.value > _MOST_PERSONS and counts_people(unit, words):
        return _NAMED_BEFORE.search(before) is not None and not words.own.sentences.capital_nouns
    return not unit.is_plural or _is_small_or_plain(amount)


def _has_noun(unit: Unit, words: FigureWords) -> bool:
    """Whether a plural follows in a language that has no noun behind a name's number.

    So two patrols are counted in "llegaron al lugar dos patrullas", none in "phase two trials".
    """
    if not unit.is_plural or unit.text is None or words.own.units.word_order != "postposed":
        return False
    first = unit.text.split(" ")[0]
    return first.islower() and first not in words.time_units


def _is_measured(unit: Unit, words: FigureWords) -> bool:
    """Whether a number has a unit that none has which only names something: 129 dollars, 62 km."""
    if unit.text is None or measure_of(unit.text, words) not in _MEASURES:
        return False
    return _scored(words.own).fullmatch(unit.text) is None


@lru_cache(maxsize=8)
def _scored(own: Language) -> re.Pattern[str]:
    """What games count in, which may stand behind a name's number: ``group 3 points``."""
    return re.compile(any_of(own.units.scored))


def _is_small_or_plain(amount: Amount) -> bool:
    return amount.value is not None and (
        amount.value < 10000 and not _GROUPED.search(amount.digits)
    )


def _is_resolution(text: str, amount: Amount, unit: Unit) -> bool:
    """Whether a digit with its "K" says of what kind one thing is: no 5K jobs, and no $5K."""
    is_one = not unit.is_plural and not amount.currency
    return is_one and _RESOLUTION.fullmatch(text, amount.span.start, amount.span.end) is not None
