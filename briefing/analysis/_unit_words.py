"""The words around a number's noun, by language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, any_of, before_word

CODED = r"(?:(?:\+\+|#)(?!\w))"
"""What a name of a language of programs ends in: ``C++``."""

_SIGN = r"[ \u00a0\u202f]?([$€£¥₽₴₹₩₺₪₡₲₱₦₫₵])(?!\d)"
_DEGREES = r"[ \u00a0\u202f]?(°[ \u00a0]?[CF]?|º[CF])(?!\w)"


@dataclass(frozen=True, slots=True)
class UnitWords:
    """How a language puts a noun behind a number."""

    order: str
    range: re.Pattern[str]
    """What stands between the two numbers of a range or a change: "from 15 to 10 percent"."""
    sign: re.Pattern[str]
    """A sign or code of a currency, degrees, a measure: the last group."""
    rate: re.Pattern[str]
    """What follows a measure behind a stroke or "per": 30 GB ``/s``, 90 km ``per hour``."""
    closed: re.Pattern[str]
    """What is one with some nouns before it: mise ``en demeure``."""
    hyphened: re.Pattern[str]
    of_the: re.Pattern[str]
    of_noun: re.Pattern[str]
    and_noun: re.Pattern[str]
    attributes: re.Pattern[str]
    """Words of one noun that are told one after the other: ``air, sea and`` ground-launched."""
    proper: re.Pattern[str]
    """A further word of a name."""
    told_verb: re.Pattern[str]
    """A verb before a number that its noun follows later."""
    told_article: re.Pattern[str]
    """The article of that noun."""
    adverb: re.Pattern[str]
    number: re.Pattern[str]
    """Small numbers in words, which begin another count."""
    described: re.Pattern[str]
    """Participles before their noun."""
    nonfinite: re.Pattern[str]
    """Infinitives and gerunds."""
    article: re.Pattern[str]
    finite: re.Pattern[str]
    """Verbs, which no number counts."""
    past: re.Pattern[str]
    plural_endings: tuple[str, ...]
    possessive: tuple[str, ...]
    person: re.Pattern[str]
    """Nouns for people."""
    fewer: re.Pattern[str]
    """Between a number and the noun of what there is not: 23 ``fewer`` people."""


@lru_cache(maxsize=8)
def unit_words(own: Language) -> UnitWords:
    """How a language puts a noun behind a number."""
    units, numbers = own.units, own.numbers
    return UnitWords(
        order=units.word_order,
        range=_range(own),
        sign=re.compile(
            rf"{_SIGN}|[ \u00a0\u202f]({any_of(numbers.codes)})(?!\w)"
            rf"|[ \u00a0]({any_of(one for one in units.degrees if ' ' in one)})(?!\w)|{_DEGREES}"
            rf"|(?:[ \u00a0\u202f]?({any_of(units.symbols)})|({any_of(units.tight_symbols)}))"
            r"(?![\w'’]|[-‐‑]\d)"
        ),
        rate=_rate(own),
        closed=re.compile(rf" (?:{any_of(own.labels.prepositions)}) [^\W\d_]+"),
        hyphened=re.compile(
            rf"[-\u2010\u2011](?:{any_of(units.hyphened)})"
            rf"(?=(?:[-\u2010\u2011](?:{any_of(units.dimensions)}))?(?![\w-]))"
        ),
        of_the=re.compile(rf"\s{before_word(units.of_the)}(?=[^\W\d_a-zà-ÿ])"),
        of_noun=re.compile(rf"\s{before_word(units.of_noun)}"),
        and_noun=re.compile(rf"\s(?:{any_of(numbers.range_ands)})\s"),
        attributes=_attributes(own),
        proper=_proper(own),
        told_verb=re.compile(rf"(?<!\w)(?:{any_of(own.lists.are)}) (?:\w+ )?\Z", re.IGNORECASE),
        told_article=re.compile(
            rf"(?: (?!(?:{any_of(own.lists.conjunctions)}) )(\w+))?"
            rf" (?:({any_of(own.states.joining_articles)})) "
        ),
        adverb=re.compile(any_of(own.labels.adverbs)),
        number=re.compile(any_of(own.changes.spelled)),
        described=re.compile(any_of(own.labels.participles)),
        nonfinite=re.compile(any_of(own.labels.nonfinite)),
        article=re.compile(rf" (?:{any_of(own.labels.articles)}){ENDS}"),
        finite=re.compile(any_of(own.labels.verbs)),
        past=re.compile(any_of(units.past)),
        plural_endings=units.plural_endings,
        fewer=re.compile(rf" (?:{any_of(units.fewer)})(?= [^\W\d_])"),
        person=re.compile(any_of(units.persons), re.IGNORECASE),
        possessive=tuple(form for one in units.possessive for form in (one, one.replace("'", "’"))),
    )


def _range(own: Language) -> re.Pattern[str]:
    numbers = own.numbers
    others = (*numbers.changes_to, *numbers.each, *own.labels.versus)
    joints = (*numbers.range, *numbers.range_ands, *numbers.range_ors, *others, "-", "–")
    articles = rf"(?:{before_word(numbers.range_articles)})?"
    abouts = any_of(own.qualifiers.before["about"])
    hyphen = r"(?:[-\u2010\u2011](?=\s))?"  # "a 10- or 12-member board"
    return re.compile(rf"{hyphen}\s?(?:{any_of(joints)})\s?{articles}(?:(?:{abouts})\s)?")


def _proper(own: Language) -> re.Pattern[str]:
    joints = any_of(own.units.name_joints)
    return re.compile(rf"(?: (?:{joints})){{0,1}} [^\W\d_a-zà-ÿ][\w'’-]*{CODED}?")


def _times(own: Language) -> Iterator[str]:
    """The words of a language for lengths of time."""
    times = own.times
    for words in (times.time_units, times.single_units, _short_times(own)):
        yield from words


def _rate(own: Language) -> re.Pattern[str]:
    times = any_of((*own.units.per_signs, *_times(own)))
    short = rf"{before_word(own.units.per_times)}(?:{any_of(_short_times(own))})"
    return re.compile(rf"/(?:{times})(?![\w/])| {short}{ENDS}")


def _short_times(own: Language) -> tuple[str, ...]:
    """The words of a language for times that speeds are told for."""
    times = own.times
    return (*times.hour_units, *times.minute_units, *times.second_units)


def _attributes(own: Language) -> re.Pattern[str]:
    word, ands = r"[^\W\d_][\w-]*", any_of(own.numbers.range_ands)
    none = any_of((*own.labels.prepositions, *own.labels.openers))
    alike = rf" {word}([a-z]{{2}}), (?!(?:{none}) ){word}\1(?= )"  # "larger, newer"
    return re.compile(rf"(?: {word},){{0,3}} {word},? (?:{ands})(?= )|{alike}")
