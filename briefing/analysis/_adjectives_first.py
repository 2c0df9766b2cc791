"""Nouns behind their adjectives, in languages that tell the one or the other by their letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._figure_words import FigureWords
from briefing.analysis._unit import Unit, next_word
from briefing.analysis._unit_words import unit_words
from briefing.languages.kinds import Words
from briefing.languages.language import Language
from briefing.languages.phrases import any_of

_COMMA = re.compile(r", ")

_NAMED_NUMBER = re.compile(r" \d+[-‐‑][^\W\d_]+")
_SHORTEST = 4
"""Letters of an adjective that is told by its ending alone, at least."""


@dataclass(frozen=True, slots=True)
class _Adjectives:
    """How a language tells that a word before a noun is its adjective."""

    small: re.Pattern[str]
    """By its ending: ``grote``."""
    named: re.Pattern[str]
    """One of a name, which has a capital: ``Franse``."""
    next: re.Pattern[str]
    """What follows an adverb before its noun: unerlaubt ``eingereiste Personen``."""


@lru_cache(maxsize=8)
def _adjectives(own: Language) -> _Adjectives:
    units = own.units
    described = _hyphened(units.described)
    return _Adjectives(
        small=re.compile(_hyphened(units.describing)),
        named=re.compile(_hyphened(units.named_adjectives)),
        next=re.compile(rf" (?=[a-zß-ÿ]){described} [^\W\d_a-zß-ÿ]"),
    )


def _hyphened(words: Words) -> str:
    """Words with what a hyphen may join before them: ``deutsch-französische``."""
    return rf"(?:[\w-]+-)?(?:{any_of(words)})"


def capitalised(text: str, end: int, words: FigureWords) -> Unit:
    """Past adjectives to the noun, which is told by its capital."""
    start, adjectives = end + 1, _adjectives(words.own)
    for _ in range(4):
        word = _next_described(text, start, end, words)
        if word is None or unit_words(words.own).number.fullmatch(word[1]):
            break  # "drei der sechs roten Räte"
        end = word.end()
        if word[1][0].isupper():
            end = _suspended(text, end, words)
            end = _numbered(text, end)
            return Unit(text[start:end], end, is_plural=True)
        if not adjectives.small.fullmatch(word[1]) and not adjectives.next.match(text, end):
            break
    return Unit(None, start - 1, is_plural=False)


def _suspended(text: str, end: int, words: FigureWords) -> int:
    """Past the rest of a noun that ends in a hyphen: ``Lade-`` und Entladezyklen."""
    if text[end - 1] != "-":
        return end
    tie = unit_words(words.own).and_noun.match(text, end)
    word = next_word(text, tie.end() - 1, words) if tie else None
    return end if word is None else word.end()


def _numbered(text: str, end: int) -> int:
    """Past the rest of a name whose number is one with the noun: ``Natura`` 2000-gebieden."""
    rest = _NAMED_NUMBER.match(text, end)
    return end if rest is None else rest.end()


def inflected(text: str, end: int, words: FigureWords) -> Unit:
    """Past adjectives, which end in -e, to the noun."""
    start = end + 1
    nothing = Unit(None, end, is_plural=False)
    for _ in range(4):
        word = _next_described(text, start, end, words)
        if word is None:
            break
        end = word.end()
        if not _describes(word[1], text, end, words):
            if word[1][0].isupper():
                end = _numbered(text, end)
            counts = _may_be_counted(word[1], words) or _is_one(text[: start - 1], words)
            return Unit(text[start:end], end, is_plural=True) if counts else nothing
    return nothing


def _next_described(text: str, start: int, end: int, words: FigureWords) -> re.Match[str] | None:
    """The next word, also behind what joins adjectives: ``zehn alte und neue`` Häuser."""
    word = next_word(text, end, words)
    if word is not None or end < start:
        return word
    tie = unit_words(words.own).and_noun.match(text, end)
    comma = None if tie else _COMMA.match(text, end)
    if (joint := tie or comma) is None:
        return None
    word = next_word(text, joint.end() - 1, words)
    if word is None or not _adjectives(words.own).small.fullmatch(word[1]):
        return None
    is_alike = word[1].islower() and word[1][-1] == text[end - 1]  # not "sieben starben, viele"
    return word if comma is None or is_alike else None


def _is_one(before: str, words: FigureWords) -> bool:
    """Whether a single one stands before a noun, which then is no plural: ``zeker één agent``."""
    return before[before.rfind(" ") + 1 :].lower() in words.own.numbers.one


def _describes(word: str, text: str, end: int, words: FigureWords) -> bool:
    """Whether a word before a noun is its adjective: ``grote``, ``Franse``, ``genomen``."""
    if word in words.own.units.measures:
        return False
    own, adjectives = unit_words(words.own), _adjectives(words.own)
    form = adjectives.small if word.islower() else adjectives.named
    if len(word) >= _SHORTEST and form.fullmatch(word):
        return True
    is_like = adjectives.small.fullmatch(word) or own.described.fullmatch(word)
    noun = next_word(text, end, words) if is_like else None
    return noun is not None and noun[1][0].islower() and _may_be_counted(noun[1], words)


def _may_be_counted(word: str, words: FigureWords) -> bool:
    """Whether it is a plural, a name, or a measure, which has no plural behind a number."""
    units = words.own.units
    return (
        word.endswith(units.plural_endings)
        or word[0].isupper()
        or word in units.measures
        or word in words.time_units
        or word in words.people
        or words.money.match(f" {word}") is not None
    )
