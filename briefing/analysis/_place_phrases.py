"""The phrases of a language around a number that tell what the number means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from briefing.analysis._lost import Lost, lost_words
from briefing.languages.clauses import Labels
from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, any_of, before_word


@dataclass(frozen=True, slots=True)
class PlacePhrases:
    """Phrases of a language around a number, as expressions."""

    comparison: re.Pattern[str]
    moment: re.Pattern[str]
    distance: re.Pattern[str]
    purpose: re.Pattern[str]
    first: re.Pattern[str]
    """The first of its kind, and "in", at the end of what stands before; group 1 is that."""
    of_which: re.Pattern[str]
    in_all: tuple[re.Pattern[str], re.Pattern[str]]
    """What stands before and behind the sum of what was just named: the guests``, 15 in all,``."""
    ends: tuple[re.Pattern[str], re.Pattern[str]]
    """What stands between what changed and an end of its change: Leeds ``from 34 to`` 102; and
    what stands behind the first one."""
    of_them: re.Pattern[str]
    """Behind so many of those that were counted before: three ``of them``."""
    qualifier: re.Pattern[str]
    harm: re.Pattern[str]
    """A verb of harm at the end of what stands before."""
    lost: Lost
    """Verbs in two parts that say that people died."""
    opening: re.Pattern[str]
    """What opens a bracket before a number."""
    versus: re.Pattern[str]
    """What sets a number against the one before it, at the end of what stands before."""
    against: re.Pattern[str]
    """The same with the number that another is set against, at the beginning."""
    set_against: frozenset[str]
    """The same, of one word."""
    source: re.Pattern[str]
    """What leads to who says a number, at the end of what stands before that."""
    sourced: re.Pattern[str]
    """The same anywhere in a phrase."""
    scales: frozenset[str]
    """Degrees with the names of their scales."""
    places: frozenset[str]
    """Words before a place."""
    rates: frozenset[str]
    """What leads to one of a kind: ``per barrel``."""
    shifts: frozenset[str]
    """Nouns that name a change or a measure, and not what has it."""
    link: re.Pattern[str]
    """A link of several words, at the end of what stands before."""
    of_noun: re.Pattern[str]
    """The last "of the" in a phrase, and what follows it: details ``of the`` cell."""
    negations: frozenset[str]
    ofs: frozenset[str]
    """What leads to how large something is: a cell ``of`` 15 m²."""
    negated: re.Pattern[str]
    """A word that denies."""
    windows: frozenset[str]
    """What is said of a length of time that ends or begins now: the ``past`` five years."""
    bounds: frozenset[str]
    """Words that bound a number, and may stand before its article: ``below`` the planned 21."""
    plurals: tuple[str, ...]
    """Endings of nouns in the plural."""


@lru_cache(maxsize=8)
def place_phrases(own: Language) -> PlacePhrases:
    """The phrases of a language."""
    words = own.labels
    return PlacePhrases(
        comparison=re.compile(rf" (?:{any_of(words.comparisons)}){ENDS}"),
        moment=re.compile(rf" (?:{any_of(words.moments)}){ENDS}"),
        distance=re.compile(rf" (?:{any_of(words.distances)}){ENDS}"),
        purpose=re.compile(rf" (?:{any_of(words.purposes)}) "),
        first=_first(own),
        of_which=_of_which(own),
        in_all=_in_all(own),
        ends=_ends(own),
        of_them=re.compile(rf" (?:{any_of((*own.shares.of_them, *own.shares.of_which))}){ENDS}"),
        harm=_harm(own),
        lost=lost_words(own),
        opening=_opening(words),
        scales=frozenset(own.units.degrees),
        places=frozenset(own.shares.places),
        rates=frozenset(own.shares.per) - frozenset((*words.complements, *words.inside)),
        shifts=frozenset(words.shifts),
        versus=_versus(own),
        against=re.compile(rf"(?:{any_of(words.versus)})(?: [^\W\d_]+){{0,4}} \W?\d"),
        set_against=frozenset(words.versus),
        source=re.compile(
            rf"(?<!\w)(?:{any_of(words.sources)}) ?(?:(?:{any_of(words.articles)}) ?)?\Z",
            re.IGNORECASE,
        ),
        sourced=re.compile(rf" (?:{any_of(words.sources)}){ENDS}", re.IGNORECASE),
        link=re.compile(
            rf"(?<!\w)(?:{any_of(one for one in words.links if ' ' in one)})\s*\Z", re.IGNORECASE
        ),
        qualifier=re.compile(rf"\s*(?:{any_of(_before(own))}){ENDS}", re.IGNORECASE),
        of_noun=re.compile(rf".*(?<!\w){before_word(own.units.of_the)}(?=\w)", re.IGNORECASE),
        negations=frozenset(own.qualifiers.negations),
        ofs=frozenset(own.units.of_noun),
        negated=_negated(own),
        windows=frozenset(own.times.windows),
        bounds=frozenset(_bounds(own)),
        plurals=tuple(own.units.plural_endings),
    )


def _opening(words: Labels) -> re.Pattern[str]:
    leads = any_of((*words.versus, *words.prepositions, *words.rises))
    return re.compile(rf"\s*\((?:(?:{leads})\s*|[-−–+])?\s*\Z")


def _bounds(own: Language) -> Iterator[str]:
    said = own.qualifiers
    some = (*said.before["over"], *said.before["under"], *said.spatial)
    return (phrase for phrase in some if " " not in phrase)


def _first(own: Language) -> re.Pattern[str]:
    firsts, since = any_of(own.labels.firsts), any_of(own.labels.since)
    return re.compile(
        rf"(?<!\w)((?:{firsts})(?!\w)[^,.;:()\d]{{0,50}}?)"
        rf" (?:{since}) (?:(?:{any_of(_before(own))}) )?\Z",
        re.IGNORECASE,
    )


def _harm(own: Language) -> re.Pattern[str]:
    harm, qualifiers = any_of(own.shares.harm), any_of(_before(own))
    return re.compile(rf"(?<!\w)({harm}) (?:(?:{qualifiers}) )?(?:a )?\Z", re.IGNORECASE)


def _negated(own: Language) -> re.Pattern[str]:
    negations = any_of(own.qualifiers.negations)
    return re.compile(rf"(?<!\w)(?:{negations})(?:(?<=['’])|{ENDS})", re.IGNORECASE)


def _of_which(own: Language) -> re.Pattern[str]:
    wholes, copulas = any_of(own.shares.of_which), any_of(own.labels.copulas)
    qualifiers = any_of(_before(own))
    return re.compile(
        rf"(?<!\w)(?:{wholes})\s*(?:(?:{copulas})\s+)?(?:(?:{qualifiers})\s+)?\Z", re.IGNORECASE
    )


def _in_all(own: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    totals = any_of(own.shares.in_all)
    return re.compile(rf",\s+((?:{totals})\s+)?\Z"), re.compile(rf"(\s+(?:{totals}))?,\s")


def _ends(own: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    froms, tos = any_of(own.numbers.range_froms), any_of(own.numbers.changes_to)
    return (
        re.compile(rf"\s(?:{froms})\s(?P<first>\d[\d.,]*\s?%?\s(?:{tos})\s)?\Z"),
        re.compile(rf"\s(?:{tos})\s\d"),
    )


def _versus(own: Language) -> re.Pattern[str]:
    articles, qualifiers = any_of(own.labels.articles), any_of(_before(own))
    return re.compile(
        rf"(?<!\w)(?:{any_of(own.labels.versus)}) (?:(?:{articles}) )?(?:(?:{qualifiers}) )?\Z"
    )


def _before(own: Language) -> Iterator[str]:
    """The qualifiers before a number."""
    return chain.from_iterable(own.qualifiers.before.values())
