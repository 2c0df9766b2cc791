"""Numbers that belong to a name: ``Xbox 360``, ``the Final Four``."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._at_end import last_word
from briefing.analysis._complements import is_said
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._measures import Measure, is_measure, measure_of
from briefing.analysis._naming import naming_words
from briefing.analysis._unit import Unit, next_word
from briefing.analysis._unit_words import unit_words
from briefing.languages.language import Language
from briefing.languages.phrases import any_of

_NAME_BEFORE = re.compile(r"([^\W\d_]*[a-zß-ÿ])[ '’][^\W\d_a-zß-ÿ][\w’'-]*[^\W\d_] \Z")
"""A name in the middle of a sentence; group 1 is the word before it."""

_NAMES_BEFORE = re.compile(r"([^\W\d_]*[a-zß-ÿ])['’]? (?:[^\W\d_a-zß-ÿ][\w’'-]+ ){1,3}\Z")
"""The same of several words: ``the SpaceX Falcon`` 9 rocket."""

_SMALL_WORD = re.compile(r"(?<!\w)[a-zß-ÿ]{5,}")
"""What a headline that gives its words capitals has not."""

_SHORT_NAME = re.compile(r"[a-zß-ÿ] [A-Z][a-z]? \Z")
"""A name of one or two letters: ``eine Ju`` 52."""

_MOST_GATES = 20
"""Below it, a number behind a German noun is that of one of several."""

_MOST_NAMED = 100
"""Below it, a number between two words of a name belongs to that."""

_VERSION = re.compile(r"\d{1,2}\.\d")

_MOST_CODED = 3
"""Digits behind the letters of a model."""

_FIRST_NAME = re.compile(r"(?:\A|[.!?] |\n)([A-Z][a-z]? )[A-Z][a-z]+ \Z")
"""An article that begins a sentence, and a name: ``A Saturn`` 5 rocket."""

_KIND = re.compile(r"[1-9]\d[1-9]")
"""Three digits that are not round."""

_CODE = re.compile("[A-Z]{3}")

_MODEL = re.compile(r"\d{3}")

_CLUB = re.compile(r"(?<!\w)[A-Z]{2,4} \Z")

_LETTERS = re.compile(r"(?<!\w)(?:[A-Z]{2,5}|[A-Z][a-z]+[A-Z][a-z]+) \Z")
"""A name in letters that no other word has: ``UFC``, ``WrestleMania``."""

_FOUNDED = re.compile(r"1[89]\d\d")
"""The year in the name of a club, behind letters in capitals: ``SV`` 1860 Hafenstadt."""


def is_shortly_called(before: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a name stands before a number, where nouns have capitals: ``Ju 52``, ``Tor 2``."""
    if not words.own.sentences.capital_nouns:
        return False
    is_small = amount.value is not None and amount.value < _MOST_GATES
    name = _NAME_BEFORE.search(before) if is_small else None
    return name is not None or _SHORT_NAME.search(before) is not None


def is_coded(text: str, before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether an article and letters in capitals make it the name of one thing: ``an ATR 72``.

    The arguments are those of `is_mark`.
    """
    if unit.text is not None and is_measure(unit.text, words):
        return False  # "a VAT of 20 percent" without its "of"
    is_short = amount.digits.isdecimal() and len(amount.digits) <= _MOST_CODED
    if is_short and before[-2:-1].isupper():
        return _coded(words.own).search(before) is not None
    return _is_kind(before, amount, unit, words) and not _leads_on(text, unit, words)


def _is_kind(before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether the article of one thing makes it the name of a kind: ``a 911 call``."""
    is_one = unit.text is not None and unit.text.islower() and not unit.is_plural
    is_one = is_one and words.own.units.word_order == "preposed" and before.endswith(" ")
    if not is_one or not _KIND.fullmatch(amount.digits) or not before[-2:-1].isalpha():
        return False
    return _one_of(words.own).search(before) is not None


def is_one_coded(before: str, amount: Amount, words: FigureWords) -> bool:
    """Whether the code of a currency with its article names a meeting: ``la`` COP 23."""
    is_code = amount.currency is not None and _CODE.fullmatch(amount.currency) is not None
    is_small = is_code and (amount.value or 0) < _MOST_NAMED and amount.digits.isdecimal()
    is_meeting = amount.currency in words.own.names.numbered  # "COP 28 ended"
    return is_small and (is_meeting or _article(words.own).search(before) is not None)


def is_numbered(text: str, before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether a number ends the name of a round, a league or a team, or begins a name.

    ``the Final`` Four, Six ``Nations``
    """
    if naming_words(words.own).begun.match(text, amount.span.start):
        return True
    is_small = not amount.currency and not amount.scaled and 1 < (amount.value or 0) < _MOST_NAMED
    if not is_small or unit.text in words.time_units:
        return False
    is_written = amount.digits.isdecimal() or text[amount.span.start].isupper()
    return is_written and naming_words(words.own).numbered.search(before) is not None


@lru_cache(maxsize=8)
def _article(own: Language) -> re.Pattern[str]:
    """The article of one thing that is no preposition."""
    articles = {*own.numbers.the, *own.names.one_thing} - {*own.numbers.range}
    return re.compile(rf"(?<!\w)(?:{any_of(articles)}) \Z", re.IGNORECASE)


def _leads_on(text: str, unit: Unit, words: FigureWords) -> bool:
    """Whether another noun follows, of which the number is a measure: a 145 ``page report``."""
    more = next_word(text, unit.end, words)
    return more is not None and more[1].islower() and not is_said(more[1], words)


@lru_cache(maxsize=8)
def _coded(own: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(own.numbers.one)}) (?-i:[A-Z]{{2,4}}) \Z", re.IGNORECASE)


@lru_cache(maxsize=8)
def _one_of(own: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(own.numbers.one)}) \Z", re.IGNORECASE)


def is_called(before: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a number that counts nothing is the end of a name: ``Android 2.1``."""
    if words.own.sentences.capital_nouns:
        return False
    if not (_VERSION.fullmatch(amount.digits) or _MODEL.fullmatch(amount.digits)):
        return False
    return _has_name(before, words)


def is_inside_name(before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether a name goes on behind a small number: ``Android 6.0 Marshmallow``."""
    if unit.text is None or not amount.digits.isascii() or amount.value is None:
        return False
    if words.own.sentences.capital_nouns:
        is_club = _FOUNDED.fullmatch(amount.digits) is not None and _CLUB.search(before) is not None
        return is_club or _is_version(before, amount, unit, words)
    if _acts(before, amount, unit, words):
        return True
    is_one = not unit.is_plural and words.own.units.word_order == "preposed"  # "a Fortune 500 firm"
    is_version = _VERSION.fullmatch(amount.digits) is not None  # "a TPM 2.0 module"
    is_one = is_one and (amount.digits.isdecimal() or is_version)
    is_model = amount.digits.isdecimal() and _is_model(unit.text, words)
    goes_on = unit.text[0].isupper() and (amount.value < _MOST_NAMED or is_model)
    goes_on = goes_on or (is_one and amount.value > 1)
    if goes_on and (_has_name(before, words) or (is_model and _is_single(before, amount, words))):
        measure = measure_of(unit.text, words)  # "GTO"
        return measure is Measure.COUNT or (is_model and measure is Measure.MONEY)
    return is_one and not is_measure(unit.text, words) and _has_long_name(before, amount, words)


def _acts(before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether a name ends in the number, because a verb follows: ``UFC 300`` drew a crowd."""
    verb = (unit.text or "").split(" ")[0]
    is_verb = unit_words(words.own).finite.fullmatch(verb) is not None
    if not is_verb or amount.value == 1 or words.own.units.word_order != "preposed":
        return False
    if letters := _LETTERS.search(before):
        return words.definite.search(before[: letters.start()]) is None  # "in the US 12 met"
    return _has_name(before, words) and _dates(words.own).fullmatch(last_word(before)) is None


@lru_cache(maxsize=8)
def _dates(own: Language) -> re.Pattern[str]:
    return re.compile(any_of((*own.changes.weekdays, *own.times.months)), re.IGNORECASE)


def _is_version(before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether a number has a point where decimals have commas: ``Android 6.0`` Marshmallow."""
    is_pointed = words.decimal == "," and _VERSION.fullmatch(amount.digits) is not None
    return is_pointed and _has_name(before, words) and not is_measure(unit.text or "", words)


def _is_model(unit: str, words: FigureWords) -> bool:
    """Whether a word behind a number is no plural, where nouns come first: ``Ferrari 250 GTO``."""
    ends = unit.split(" ", maxsplit=1)[0].endswith(words.own.units.plural_endings)
    return words.own.units.word_order == "postposed" and not ends


def _is_single(before: str, amount: Amount, words: FigureWords) -> bool:
    """Whether an article of one thing stands before a model: ``la petite`` 595 Pista."""
    return len(amount.digits) >= _MOST_CODED and _single(words.own).search(before) is not None


@lru_cache(maxsize=8)
def _single(own: Language) -> re.Pattern[str]:
    articles = any_of({*own.numbers.one, *own.numbers.the, *own.names.one_thing})
    return re.compile(rf"(?<!\w)(?:{articles}) (?:[a-zß-ÿ]+ )?\Z", re.IGNORECASE)


def _has_long_name(before: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a name of several words stands before a number, or that of one thing before a 1."""
    if not (before.endswith(" ") and before[-2:-1].isalnum()):
        return False
    name = _NAMES_BEFORE.search(before)
    if name is None and (first := _FIRST_NAME.search(before)):
        return (amount.value or 0) > 1 and _one_of(words.own).search(first[1]) is not None
    if name is None or name[1].lower() in words.own.shares.places:
        return False
    is_owned = any(f"{form} " in name[0] for form in unit_words(words.own).possessive)
    is_one_thing = is_owned or name[1].lower() in words.own.names.one_thing
    return is_one_thing or (amount.value or 0) > 1


def is_titled(text: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether the capital of a unit of time makes both a name: ``20 Minutes``, ``24 Ore``."""
    if unit.text is None or not unit.text[0].isupper() or words.own.sentences.capital_nouns:
        return False
    is_time = unit.text.split(" ")[0].lower() in words.time_units
    return is_time and amount.digits.isdecimal() and _SMALL_WORD.search(text) is not None


def _has_name(before: str, words: FigureWords) -> bool:
    if not (before.endswith(" ") and before[-2:-1].isalnum()):
        return False
    name = _NAME_BEFORE.search(before)
    return name is not None and name[1].lower() not in words.own.shares.places
