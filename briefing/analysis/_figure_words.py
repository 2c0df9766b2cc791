"""The words of one language that tell figures from other numbers, as expressions ready to use.

The words stand in ``data/figures.toml``; separators and more scale words come from CLDR.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from briefing.analysis._at_end import AtEnd
from briefing.analysis.language_code import base_language
from briefing.analysis.numbers import locale_of
from briefing.model.figure import Qualifier

_AFTER_MONTH = frozenset(
    (
        "e",
        "ed",
        "and",
        "und",
        "et",
        "y",
        "to",
        "al",
        "au",
        "bis",
        "a",
        "o",
        "or",
        "ou",
        "oder",
        "de",
    )
)
_TIES = r"(?:e|ed|and|und|et|y|to|al|au|bis|a|o|or|ou|oder|-|–)"
"""Between two days of a month."""

_SHORT = 3
"""Letters of a word between the numbers that share a label."""

NEVER = re.compile(r"(?!)")
"""Matches nothing: what a language without such words uses."""


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Everything that the figure rules know of a language."""

    language: str
    """Its code; "" where there is no data."""
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
    vague: dict[str, int]
    """Powers of ten by plural."""
    vague_run: re.Pattern[str]
    """Plurals that stand for an order of magnitude, joined: ``hundreds of thousands``."""
    rounds: dict[str, int]
    """Rounded numbers by noun."""
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
    out_of: re.Pattern[str]
    """``of 4`` behind a point on a scale."""
    definite: AtEnd
    """An article at the end of what stands before."""
    percent: re.Pattern[str]
    """At the start of what follows; group 1 is the sign or words."""
    points: re.Pattern[str]
    """Percentage points; group 1 is the words."""
    money: re.Pattern[str]
    """A currency's noun; group 1."""
    ages: re.Pattern[str]
    """What makes it an age, at the start of what follows."""
    age_before: AtEnd
    """What stands before an age."""
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


@lru_cache(maxsize=8)
def figure_words(language: str | None) -> FigureWords:
    """The words of a language, or the neutral ones where it has no table."""
    tables = _tables()
    code = base_language(language)
    table = tables.get(code, tables["neutral"])
    known = code in tables
    scales = {**_cldr_scales(language), **_numbered(table["scales"])}
    vague = _numbered(table["vague"])
    before, between = _qualifiers(table, ""), _words(table["between"])
    after = _qualifiers(table, "after_")
    return FigureWords(
        language=code if known else "",
        decimal=_decimal(language),
        groups_by_space=_groups_by_space(language),
        qualifiers=before,
        before=_at_end(before, rf"\s*(?:(?:{_any(between)})\s*){{0,2}}", between),
        after=_at_start(after),
        qualifiers_after=after,
        scales=scales,
        scale=re.compile(rf"[\s\u00a0-]?({_any(scales)})(?!\w)") if scales else NEVER,
        vague=vague,
        vague_run=_vague_run(table, vague),
        rounds=_numbered(table["rounds"]),
        one_scale=_one_scale(table, scales),
        of=re.compile(rf"\s+(?:(?:{_any(_words(table['of']))})(?:\s+|(?<=['’])))")
        if table["of"]
        else NEVER,
        month_before=_month_before(_words(table["months"])),
        month_after=_month_after(_words(table["months"])),
        label=_label(_words(table["labels"])),
        time_before=_at_end(_words(table["time_before"]), r"\s+"),
        time_after=_at_start(_words(table["time_after"])),
        year_before=_at_end(_words(table["year_before"]), r"[\s'’]*"),
        out_of=re.compile(rf"\s+(?:{_any(_words(table['out_of']))})\s+\d"),
        definite=_at_end(_words(table["definite"]), r"\s*"),
        percent=_at_start(_words(table["percent"])),
        points=_at_start(_words(table["points"])),
        money=_at_start(_words(table["money"])),
        ages=_at_start(_words(table["ages"])),
        age_before=_at_end(_words(table["age_before"]), r"\s+"),
        relative_before=_at_end(_words(table["relative_before"]), r"\s+"),
        relative_after=_at_start(_words(table["relative_after"])),
        time_units=frozenset(table["time_units"].split()),
        fractions=frozenset(table.get("fractions", "").split()),
        verb=re.compile(table.get("verb", r"(?!)")),
        stop=frozenset(table["stop"].lower().split()),
        before_noun=frozenset(table["before_noun"].split()),
        adjective=re.compile(table.get("adjective", r"(?!)")),
        people=frozenset(table.get("people", "").split()),
    )


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    path = resources.files("briefing.analysis") / "data" / "figures.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _words(cell: str) -> list[str]:
    return [word.strip() for word in cell.split(" | ") if word.strip()]


def _numbered(cell: str) -> dict[str, int]:
    pairs = (entry.rsplit(" ", 1) for entry in _words(cell))
    return {word: int(number) for word, number in pairs}


def _any(words: Any) -> str:
    """An alternative of words, the longest first; one that never matches where there are none."""
    ordered = sorted(words, key=len, reverse=True)
    escaped = [re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s+") for word in ordered]
    return "|".join(escaped) or "(?!)"


def _at_end(words: Any, tail: str, more: Iterable[str] = ()) -> AtEnd:
    return AtEnd(rf"(?<!\w)({_any(words)}){tail}\Z", (*words, *more))


def _label(words: list[str]) -> AtEnd:
    """A label, and other numbers that share it: ``articles 3, 4 and 5``."""
    tail = r"[.:]?\s*(?:\d[\d.,]*\s*(?:,|-|–|&|/|\w{1,3})\s*){0,3}"
    pattern = rf"(?<!\w)({_any(words)}){tail}\Z"
    return AtEnd(pattern, words, lambda last: len(last) <= _SHORT or last[-1].isdecimal())


def _at_start(words: Any) -> re.Pattern[str]:
    return re.compile(rf"[\s\u00a0\u202f-]*({_any(words)})(?!\w)", re.IGNORECASE)


def _month_before(months: list[str]) -> AtEnd:
    day = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s*(?:,|{_TIES})\s*)?(?:de\s+)?"
    pattern = rf"(?<!\w){_months(months)}\.?\s+{day}\Z"
    return AtEnd(pattern, months, lambda last: last in _AFTER_MONTH or last[:1].isdecimal())


def _month_after(months: list[str]) -> re.Pattern[str]:
    other = rf"(?:{_TIES}\s+\d{{1,2}}\.?\s+)?(?:de\s+|of\s+|di\s+)?"
    pattern = rf"\.?(?:er|º)?\s+{other}{_months(months)}(?!\w)"
    return re.compile(pattern, re.IGNORECASE)


def _months(months: list[str]) -> str:
    return f"(?:{_any(months)})"


def _qualifiers(table: dict[str, str], prefix: str) -> dict[str, Qualifier]:
    return {
        phrase: qualifier
        for qualifier in Qualifier
        for phrase in _words(table.get(f"{prefix}{qualifier.value}", ""))
    }


def _vague_run(table: dict[str, str], vague: dict[str, int]) -> re.Pattern[str]:
    several = _any(_words(table.get("several", "")))
    one = rf"(?:{_any(vague)})"
    joined = rf"{one}(?:\s+(?:{_any(_words(table['of']))})\s+{one})*"
    few = rf"(?:{several})\s+(?:{_any(_numbered(table['scales']))})"
    return re.compile(rf"(?<![\w-])(?:{few}|{joined})(?!\w)", re.IGNORECASE)


def _one_scale(table: dict[str, str], scales: dict[str, int]) -> re.Pattern[str]:
    rounds = _numbered(table["rounds"])
    words = [word for word in (*scales, *rounds) if len(word) > 2]
    if not words or not table["one"]:
        return NEVER
    one, half = _any(_words(table["one"])), _any(_words(table["half"]))
    return re.compile(
        rf"(?<!\w)(?:(?P<half>{half})[\s-]*|(?P<one>{one})\s+)(?P<word>{_any(words)})(?!\w)",
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
    return group.isspace() or base_language(language) == "es"


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
