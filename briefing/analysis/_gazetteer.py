"""The names of states in one language, ready to be looked up word by word.

Names come from CLDR through Babel; what news writes besides (``data/places.toml``), capitals and
adjectives (``data/states.tsv``) from our own tables.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from importlib import resources
from typing import Any

from briefing.analysis._inflections import forms
from briefing.analysis.language_code import base_language
from briefing.analysis.numbers import locale_of

_COLUMNS = ("it", "en", "de", "fr", "es")
"""The order of the languages in the table of states."""


class Kind(Enum):
    """How a phrase speaks of a state."""

    NAME = "name"
    CAPITAL = "capital"
    ADJECTIVE = "adjective"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase that may stand in a text."""

    phrase: str
    """As it is written, with plain spaces, apostrophes and hyphens."""
    code: str
    """ISO 3166-1; "" for a phrase that is not a state."""
    kind: Kind
    """How it speaks of the state."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All phrases of a language."""

    by_first_word: dict[str, tuple[Entry, ...]]
    """By their first word in small letters, the longest phrase first."""
    names: dict[str, str]
    """What each state is called, by code."""
    doubtful: frozenset[str]
    """Phrases that are also names of people."""
    wary: frozenset[str]
    """Phrases that are also common words."""
    rare: frozenset[str]
    """Phrases that count only beside evidence."""
    rare_codes: frozenset[str]
    """The states that these are names of."""
    evidence: dict[str, tuple[str, ...]]
    """Words that speak for the state, by code."""
    against: dict[str, tuple[str, ...]]
    """Words that speak against it, by code."""
    small_words: frozenset[str]
    """Words before a name that are no first names, in small letters."""
    offices: frozenset[str]
    """Words after a name that are no surnames."""
    family: frozenset[str]
    """Words before a name that make it somebody's, in small letters."""


def plain(text: str) -> str:
    """The same text, character by character, with one kind of space, apostrophe and hyphen."""
    return text.translate(_PLAIN)


_PLAIN = str.maketrans("\u00a0\u202f\t’ʼ‘\u2010\u2011", "   '''--")


@lru_cache(maxsize=1)
def codes() -> tuple[str, ...]:
    """The codes of all states."""
    return tuple(code for code, _, _ in _table())


@lru_cache(maxsize=8)
def gazetteer(language: str, *, decomposed: bool = False) -> Gazetteer:
    """The phrases of a language; without tables of its own, CLDR's names alone.

    Args:
        language: BCP 47.
        decomposed: Whether the text that will be read is in NFD.
    """
    code = base_language(language)
    words = _place_words().get(code, {})
    locale = locale_of(language) or locale_of("en")
    names = {state: _display_name(locale.territories.get(state, state)) for state in codes()}
    entries = [*_names(locale, names, words), *_capitals(code), *_adjectives(code)]
    if decomposed:
        entries = [Entry(unicodedata.normalize("NFD", e.phrase), e.code, e.kind) for e in entries]
    return Gazetteer(
        _by_first_word(entries),
        names,
        frozenset(words.get("doubtful", ())),
        frozenset(words.get("wary", ())),
        rare := frozenset(words.get("rare", ())),
        frozenset(entry.code for entry in entries if entry.phrase in rare),
        {key: tuple(value) for key, value in _place_words()["evidence"].items()},
        {key: tuple(value) for key, value in _place_words()["against"].items()},
        frozenset(_place_words()["words"]["small"].split()),
        frozenset(_place_words()["words"]["offices"].split()),
        frozenset(_place_words()["words"]["family"].split()),
    )


def first_word(phrase: str) -> str:
    """The letters that a phrase begins with, small."""
    end = 0
    while end < len(phrase) and (phrase[end].isalnum() or unicodedata.combining(phrase[end])):
        end += 1
    return phrase[:end].lower()


def _by_first_word(entries: list[Entry]) -> dict[str, tuple[Entry, ...]]:
    grouped: dict[str, dict[tuple[str, Kind], Entry]] = {}
    for entry in entries:
        group = grouped.setdefault(first_word(entry.phrase), {})
        group.setdefault((entry.phrase, entry.kind), entry)
    rank = list(Kind)
    return {
        word: tuple(sorted(group.values(), key=lambda e: (-len(e.phrase), rank.index(e.kind))))
        for word, group in grouped.items()
    }


def _names(locale: Any, names: dict[str, str], words: dict[str, Any]) -> Iterator[Entry]:
    language = base_language(str(locale))
    for code, phrases in words.get("also", {}).items():  # before CLDR's, which they may correct
        yield from _forms(phrases, code, language)
    for code, name in names.items():
        given = str(locale.territories.get(code, code))
        yield from _forms((name, given.replace(" & ", " and "), given), code, language)
    for phrase in (*words.get("blocked", ()), *_other_territories(locale)):
        yield Entry(plain(phrase), "", Kind.BLOCKED)


def _forms(phrases: Iterable[str], code: str, language: str) -> Iterator[Entry]:
    for phrase in phrases:
        for form in _cases(plain(phrase), language):
            yield Entry(form, code, Kind.NAME)


def _other_territories(locale: Any) -> Iterator[str]:
    states = set(codes())
    for code, name in locale.territories.items():
        if code not in states and code not in ("UN", "EU", "EZ", "ZZ"):
            yield str(name)


def _cases(phrase: str, language: str) -> tuple[str, ...]:
    if language == "de" and phrase[-1] not in "sxzß":
        return (phrase, phrase + "s")
    return (phrase,)


def _display_name(name: str) -> str:
    return str(name).partition(" (")[0].replace("Congo - Kinshasa", "DR Congo").replace(" - ", "-")


def _capitals(language: str) -> Iterator[Entry]:
    for code, capitals, _ in _table():
        for phrase in _cell(capitals, language):
            for form in _cases(plain(phrase), language):
                yield Entry(form, code, Kind.CAPITAL)


def _adjectives(language: str) -> Iterator[Entry]:
    for code, _, adjectives in _table():
        for adjective in _cell(adjectives, language):
            for form in forms(adjective, language):
                yield Entry(form, code, Kind.ADJECTIVE)


def _cell(cell: str, language: str) -> list[str]:
    columns = cell.split(";")
    if language not in _COLUMNS:
        return []
    chosen = columns[0] if len(columns) == 1 else columns[_COLUMNS.index(language)]
    return [] if chosen == "-" else chosen.split("/")


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[str, str, str], ...]:
    rows = []
    for line in _data("states.tsv").splitlines():
        if line and not line.startswith("#"):
            code, capitals, adjectives = line.split("\t")
            rows.append((code, capitals, adjectives))
    return tuple(rows)


@lru_cache(maxsize=1)
def _place_words() -> dict[str, Any]:
    return tomllib.loads(_data("places.toml"))


def _data(name: str) -> str:
    return (resources.files("briefing.analysis") / "data" / name).read_text(encoding="utf-8")
