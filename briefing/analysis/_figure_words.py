"""The words of one language that tell figures from other numbers, as expressions ready to use.

The words stand in the file of the language; separators and more scale words come from CLDR.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._at_end import AtEnd
from briefing.analysis.numbers import locale_of
from briefing.languages.counting import Qualifiers, Units
from briefing.languages.kinds import Numbered, Table
from briefing.languages.language import Language
from briefing.languages.load import language_of
from briefing.languages.phrases import ENDS, NOTHING, any_of
from briefing.languages.timing import Times
from briefing.model.figure import Qualifier

_LABEL_SIGNS = ".:,-–&/"
"""What stands between a label and its number, or between the numbers that share it."""

NEVER = re.compile(NOTHING)
"""Matches nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class FigureWords:
    """Everything that the figure rules know of a language."""

    own: Language
    """The words themselves."""
    decimal: str
    """The decimal separator: "." or ","; "" where it is not known."""
    groups_by_space: bool
    """Whether a plain space may part thousands."""
    qualifiers: dict[str, Qualifier]
    """By phrase before the number."""
    before: AtEnd
    """A qualifier at the end of what stands before a number; group 1 is the phrase."""
    after: re.Pattern[str]
    """A qualifier that follows a number or its noun; group 1 is the phrase."""
    qualifiers_after: dict[str, Qualifier]
    """By phrase behind it."""
    scales: dict[str, int]
    """Powers of ten by word."""
    scale: re.Pattern[str]
    """A scale word behind a number; group 1 is the word."""
    vague_run: re.Pattern[str]
    """Plurals that stand for an order of magnitude, joined: ``hundreds of thousands``."""
    one_scale: re.Pattern[str]
    """``a million``, ``half a million``; groups ``half``, ``one``, ``word``."""
    of: re.Pattern[str]
    """What joins a scale word to its noun, at the start of what follows."""
    month_before: AtEnd
    """A month at the end of what stands before, and the day that may follow it."""
    month_after: re.Pattern[str]
    """A month behind a day, at the start of what follows."""
    label: AtEnd
    """A word that only names a number, at the end of what stands before."""
    time_before: AtEnd
    """At the end of what stands before a time."""
    time_after: re.Pattern[str]
    """At the start of what follows a time."""
    year_before: AtEnd
    """At the end of what stands before a year."""
    definite: AtEnd
    """An article at the end of what stands before."""
    share: re.Pattern[str]
    """Percent, or percentage points in the group ``points``, at the start of what follows."""
    points: re.Pattern[str]
    """Percentage points alone; group 1 is the words."""
    money: re.Pattern[str]
    """A currency's noun; group 1."""
    ages: re.Pattern[str]
    """What makes it an age, at the start of what follows."""
    relative_before: AtEnd
    """Before a stretch of time that is really a date: ``last``."""
    relative_after: re.Pattern[str]
    """Behind one: ``ago``."""
    time_units: frozenset[str]
    """Units of time."""
    fractions: frozenset[str]
    """Parts: ``thirds``."""
    verb: re.Pattern[str]
    """Verbs that may stand where the noun would."""
    stop: frozenset[str]
    """Words that end the noun of a number."""
    before_noun: frozenset[str]
    """Adjectives that come before the noun."""
    adjective: re.Pattern[str]
    """Adjectives that follow the noun."""
    people: frozenset[str]
    """Plurals without an s."""

    @property
    def language(self) -> str:
        """Its code; "" where there is no file."""
        return self.own.code

    @property
    def vague(self) -> Numbered:
        """Powers of ten by plural."""
        return self.own.numbers.vague

    @property
    def rounds(self) -> Numbered:
        """Rounded numbers by noun."""
        return self.own.numbers.rounds


@lru_cache(maxsize=8)
def figure_words(language: str | None) -> FigureWords:
    """The words of a language, or those that all share where it has no file."""
    own = language_of(language)
    numbers, units, times, qualifiers = own.numbers, own.units, own.times, own.qualifiers
    scales = {**_cldr_scales(language), **numbers.scales}
    before, after = _qualifiers_before(qualifiers), _qualifiers(qualifiers.behind)
    return FigureWords(
        own=own,
        decimal=_decimal(language),
        groups_by_space=_groups_by_space(language),
        qualifiers=before,
        before=_qualified(before, qualifiers.fillers),
        after=_at_start(after),
        qualifiers_after=after,
        scales=scales,
        scale=re.compile(rf"[\s\u00a0-]?({any_of(scales)})(?!\w)"),
        vague_run=_vague_run(own),
        one_scale=_one_scale(own, scales),
        of=re.compile(rf"\s+(?:(?:{any_of(numbers.of)})(?:\s+|(?<=['’])))"),
        month_before=_month_before(times),
        month_after=_month_after(times),
        label=_label(own.names.labels, (*own.lists.conjunctions, *numbers.range)),
        time_before=_at_end(times.time_before, r"\s+"),
        time_after=_at_start(times.time_after),
        year_before=_at_end(times.year_before, r"[\s'’]*"),
        definite=_at_end(times.definite, r"\s*"),
        share=_share(units),
        points=_at_start(units.points),
        money=_at_start(units.money),
        ages=_at_start(times.ages),
        relative_before=_at_end(times.relative_before, r"\s+"),
        relative_after=_at_start(times.relative_after),
        time_units=frozenset(times.time_units),
        fractions=frozenset(numbers.fractions),
        verb=re.compile(units.verb or NOTHING),
        stop=frozenset(units.stop),
        before_noun=frozenset(units.before_noun),
        adjective=re.compile(units.adjective or NOTHING),
        people=frozenset(units.people),
    )


def _qualified(phrases: Collection[str], fillers: Collection[str]) -> AtEnd:
    return _at_end(phrases, rf"\s*(?:(?:{any_of(fillers)})\s*){{0,2}}", fillers)


def _at_end(words: Collection[str], tail: str, more: Iterable[str] = ()) -> AtEnd:
    return AtEnd(lambda some: rf"(?<!\w)({some}){tail}\Z", words, more)


def _label(words: Sequence[str], joints: Sequence[str]) -> AtEnd:
    """A label, and other numbers that share it in its cell: ``articles 3, 4 and 5``."""
    joint = rf"[^\S\t]*(?:,|-|–|&|/|{any_of(joints)}|\d{{1,3}})[^\S\t]*"
    tail = rf"[.:]?\s*(?:\d[\d.,]*{joint}){{0,8}}"
    return AtEnd(
        lambda some: rf"(?<!\w)({some}){tail}\Z",
        words,
        (*_LABEL_SIGNS, *joints),
        is_possible=lambda last: last[:1].isdecimal() or last[-1:].isdecimal(),
    )


def _at_start(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"[\s\u00a0\u202f-]*({any_of(words)})(?!\w)", re.IGNORECASE)


def _share(units: Units) -> re.Pattern[str]:
    both = rf"(?P<points>{any_of(units.points)})|{any_of(units.percent)}"
    return re.compile(rf"[\s\u00a0\u202f-]*(?:{both})(?!\w)", re.IGNORECASE)


def _month_before(times: Times) -> AtEnd:
    joints, endings = any_of(times.day_joints), any_of(times.day_endings)
    between = rf"(?:\d{{1,2}}(?:{endings})?\s*(?:,|{joints})\s*)?"
    return AtEnd(
        lambda some: rf"(?<!\w)(?:{some})\.?\s+{between}{_month_of(times)}\Z",
        times.months,
        (".", ",", *times.day_joints, *times.month_of),
        is_possible=lambda last: last[:1].isdecimal(),
    )


def _month_after(times: Times) -> re.Pattern[str]:
    other = rf"(?:(?:{any_of(times.day_joints)})\s+\d{{1,2}}\.?\s+)?"
    endings = any_of(times.day_endings)
    pattern = rf"\.?(?:{endings})?\s+{other}{_month_of(times)}(?:{any_of(times.months)})(?!\w)"
    return re.compile(pattern, re.IGNORECASE)


def _month_of(times: Times) -> str:
    return rf"(?:(?:{any_of(times.month_of)})\s+)?"


def _qualifiers(table: Table) -> dict[str, Qualifier]:
    return {phrase: Qualifier(name) for name, phrases in table.items() for phrase in phrases}


def _qualifiers_before(own: Qualifiers) -> dict[str, Qualifier]:
    return {**dict.fromkeys(own.exceeding, Qualifier.OVER), **_qualifiers(own.before)}


def _vague_run(own: Language) -> re.Pattern[str]:
    words = own.numbers
    if not words.vague:
        return NEVER
    one = rf"(?:{any_of(words.vague)})"
    joined = rf"{one}(?:\s+(?:(?:{any_of(words.of)})\s+)?{one})*"
    few = rf"(?:{any_of(words.several)})(?:\s+(?:{any_of(words.scales)}))+"
    return re.compile(rf"(?<![\w-])(?:{few}|{joined})(?!\w)", re.IGNORECASE)


def counted_by_one(own: Language, scales: Iterable[str]) -> list[str]:
    """Scale words and rounded numbers that "a" may stand before: ``a million``, ``a dozen``."""
    return [word for word in (*scales, *own.numbers.rounds) if len(word) > 2]


def _one_scale(own: Language, scales: Iterable[str]) -> re.Pattern[str]:
    words, counted = own.numbers, counted_by_one(own, scales)
    if not counted or not words.one:
        return NEVER
    one, half = any_of(words.one), any_of(words.half)
    ahead = rf"(?:{any_of(words.of)}){ENDS}|(?:{any_of(words.range_ands)})\s+\d"
    the = rf"(?:{any_of(words.the)})\s+(?=(?:{any_of(counted)})\s+(?:{ahead}))"
    return re.compile(
        rf"(?<!\w)(?:(?P<half>{half})[\s-]*|(?P<one>{one})\s+|(?P<joined>{the}))"
        rf"(?P<word>{any_of(counted)})(?!\w)",
        re.IGNORECASE,
    )


def _decimal(language: str | None) -> str:
    locale = locale_of(language)
    if locale is None:
        return ""
    symbols = locale.number_symbols
    return str(symbols.get("latn", symbols).get("decimal", "."))


def _groups_by_space(language: str | None) -> bool:
    locale = locale_of(language)
    if locale is None:
        return False
    symbols = locale.number_symbols
    group = str(symbols.get("latn", symbols).get("group", ","))
    return group.isspace() or language_of(language).numbers.groups_by_space


def _cldr_scales(language: str | None) -> dict[str, int]:
    """Scale words that CLDR uses after a number: ``0 milioni``, ``0 mln``."""
    locale = locale_of(language)
    if locale is None:
        return {}
    found: dict[str, int] = {}
    formats = locale.compact_decimal_formats
    for patterns in (*formats.get("short", {}).values(), *formats.get("long", {}).values()):
        for power, pattern in patterns.items():
            raw = str(getattr(pattern, "pattern", ""))
            word = re.sub(r"[0'\u00a0 ]+", " ", raw).strip()
            if raw.count("0") == 1 and len(word) > 2 and word[0].isalpha():
                found[word] = len(power) - 1
    return found
