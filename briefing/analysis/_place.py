"""A number in its clause: what the rules for labels look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from briefing.analysis._clause import (
    ClauseWords,
    Token,
    tokens_after,
    tokens_around_aside,
    tokens_earlier,
    tokens_outside,
)
from briefing.analysis._clause_words import clause_words
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._measures import Measure, measure_of
from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, any_of, before_word
from briefing.model.figure import Figure, Qualifier
from briefing.model.span import Span

_ASIDE = re.compile(r"\s?\([^()\n]{1,40}\)|\)")
"""A bracket behind a number that states it again, or the end of the one it stands in."""

_WORD = re.compile(r"[^\W\d_]{3,}")

_NOUN = re.compile(r"\b[^\W\d_a-zà-ÿ][\w-]{2,}")
"""A word with a capital."""

_QUOTED = re.compile(r"\s?[\"“„«]")
"""A quotation mark right behind a number."""

_LED = 12
"""Characters before a word in which its article stands."""

_MOST_KNOWN = 512
"""Phrases that are remembered."""

_BOUNDS = (Qualifier.OVER, Qualifier.UNDER, Qualifier.UP_TO)

BESIDE = 3
"""Words of a noun phrase right beside a number."""


@dataclass(frozen=True, slots=True)
class _Phrases:
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
    ofs: frozenset[str]
    """What leads to how large something is: a cell ``of`` 15 m²."""
    windows: frozenset[str]
    """What is said of a length of time that ends or begins now: the ``past`` five years."""


@lru_cache(maxsize=8)
def _phrases(own: Language) -> _Phrases:
    words = own.labels
    return _Phrases(
        comparison=re.compile(rf" (?:{any_of(words.comparisons)}){ENDS}"),
        moment=re.compile(rf" (?:{any_of(words.moments)}){ENDS}"),
        distance=re.compile(rf" (?:{any_of(words.distances)}){ENDS}"),
        purpose=re.compile(rf" (?:{any_of(words.purposes)}) "),
        first=_first(own),
        of_which=_of_which(own),
        in_all=_in_all(own),
        ends=_ends(own),
        of_them=re.compile(rf" (?:{any_of((*own.shares.of_them, *own.shares.of_which))}){ENDS}"),
        harm=re.compile(
            rf"(?<!\w)({any_of(own.shares.harm)}) (?:(?:{any_of(_before(own))}) )?(?:a )?\Z",
            re.IGNORECASE,
        ),
        opening=re.compile(
            rf"\s*\((?:(?:{any_of((*words.versus, *words.prepositions, *words.rises))})\s*|[-−–+])?"
            r"\s*\Z"
        ),
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
        ofs=frozenset(own.units.of_noun),
        windows=frozenset(own.times.windows),
    )


def _first(own: Language) -> re.Pattern[str]:
    firsts, since = any_of(own.labels.firsts), any_of(own.labels.since)
    return re.compile(
        rf"(?<!\w)((?:{firsts})(?!\w)[^,.;:()\d]{{0,50}}?)"
        rf" (?:{since}) (?:(?:{any_of(_before(own))}) )?\Z",
        re.IGNORECASE,
    )


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


@dataclass(frozen=True, slots=True)
class Place:
    """A number in its clause."""

    text: str
    span: Span
    unit: str | None
    measure: Measure
    is_qualified: bool
    is_bound: bool
    """Whether its qualifier is a bound, which may belong to the noun before it."""
    is_further: bool
    """Whether it comes on top of what was counted before."""
    before: Sequence[Token]
    """The words of the clause before it."""
    outside: Sequence[Token]
    """Those before the bracket, colon or dash that it stands right behind, if it does."""
    earlier: Sequence[Token]
    """Those of its sentence before its clause, if it has no unit."""
    after: Sequence[Token]
    """Those behind it, up to the next mark."""
    words: ClauseWords
    phrases: _Phrases
    order: str
    """Where the language's adjectives stand."""

    def around(self, piece: Span) -> Sequence[Token]:
        """The words that a piece stands among."""
        if piece.end > self.span.start:
            return self.after
        for some in (self.before, self.outside):
            if some and some[0].span.start <= piece.start:
                return some
        return self.earlier


def place_of(text: str, figure: Figure, span: Span, words: FigureWords) -> Place:
    """A figure with the words around it."""
    clause, phrases = clause_words(words.own), _phrases(words.own)
    measure = measure_of(figure.unit, words)
    before = tokens_around_aside(text, span.start, clause)
    if measure is Measure.TIME and before and before[-1].low in phrases.windows:
        before = before[:-1]
    aside = _ASIDE.match(text, span.end) or _QUOTED.match(text, span.end)
    return Place(
        text,
        span,
        figure.unit,
        measure,
        figure.qualifier is not None,
        figure.qualifier in _BOUNDS,
        figure.qualifier is Qualifier.ADDITIONAL,
        before,
        tokens_outside(text, span.start, clause),
        [] if figure.unit else tokens_earlier(text, span.start, clause),
        tokens_after(text, aside.end() if aside else span.end, clause),
        clause,
        phrases,
        words.own.units.word_order,
    )


def bare(before: Sequence[Token], words: ClauseWords) -> list[Token]:
    """The words before a number without the last small ones that say how exact it is."""
    rest = list(before)
    while rest and (
        rest[-1].low in words.articles
        or rest[-1].low in words.qualifiers
        or words.adverb.fullmatch(rest[-1].low)
    ):
        rest.pop()
    return rest


def is_part(place: Place) -> bool:
    """Whether a number is so many of what was counted before: "of which 5 …"."""
    start = place.before[0].span.start if place.before else place.span.start
    return place.phrases.of_which.search(place.text, start, place.span.start) is not None


def is_vague(span: Span, place: Place) -> bool:
    """Whether a phrase says nothing alone: "a record total", "the end of the year", "reaching"."""
    phrase, own = span.of(place.text), place.words
    is_word = phrase[0].islower() and " " not in phrase
    if is_word and own.nonfinite.fullmatch(phrase):
        led = place.text[max(0, span.start - _LED) : span.start].lower().split()
        return not led or led[-1] not in own.articles
    return _says_nothing(phrase, own)


@lru_cache(maxsize=_MOST_KNOWN)
def _says_nothing(phrase: str, own: ClauseWords) -> bool:
    """Whether a phrase says nothing, wherever it stands: the same is proposed over and over."""
    words = _WORD.findall(phrase.lower())
    if phrase.lower() in own.prepositions:
        return True  # "In absoluten Zahlen", of which nothing else tells
    if not words:
        return not (phrase.isupper() or (own.has_capital_nouns and phrase.istitle()))  # "EU", "Öl"
    if all(word in own.prepositions for word in words):
        return True  # "Depuis quarante ans", where a capital hides what the word is
    if own.plain_past and words[-1] in own.measures and words[-1] not in own.months:
        return True  # "the budget's first year"
    has_openers = any(word in own.openers for word in words)  # "weniger als vor einem Jahr"
    if own.has_capital_nouns and not has_openers and (nouns := _NOUN.findall(phrase)):
        return all(low in own.vague or low in own.measures for low in map(str.lower, nouns))
    return all(_tells_nothing(word, own) for word in words)


def _tells_nothing(low: str, words: ClauseWords) -> bool:
    is_small = low in words.vague or low in words.inside or low in words.articles
    return is_small or low in words.measures or words.numbers.fullmatch(low) is not None
