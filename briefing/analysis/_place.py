"""A number in its clause: what the rules for labels look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._clause_around import (
    clause_before,
    first_after,
    tokens_after,
    tokens_around_aside,
    tokens_earlier,
    tokens_outside,
)
from briefing.analysis._clause_words import clause_words
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._measures import Measure, measure_of
from briefing.analysis._place_phrases import PlacePhrases, place_phrases
from briefing.languages.language import Language
from briefing.model.figure import Figure, Qualifier
from briefing.model.span import Span

_ASIDE = re.compile(r"\s?\([^()\n]{1,40}\)|\)")
"""A bracket behind a number that states it again, or the end of the one it stands in."""

_WORD = re.compile(r"[^\W\d_]{3,}")

_NOUN = re.compile(r"\b[^\W\d_a-zà-ÿ][\w-]{2,}")
"""A word with a capital."""

_ABBREVIATED = re.compile(r"\.[^\W\d_]\.\Z")
"""The last letter of an abbreviation, and its stop: ``U.S.``"""

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
    phrases: PlacePhrases
    order: str
    """Where the language's adjectives stand."""
    own: Language
    """All that is known of the language."""

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
    clause, phrases = clause_words(words.own), place_phrases(words.own)
    measure = measure_of(figure.unit, words)
    lead = clause_before(text, span.start)
    before = tokens_around_aside(text, lead, clause)
    if measure is Measure.TIME and before and before[-1].low in phrases.windows:
        before = before[:-1]
    return Place(
        text,
        span,
        figure.unit,
        measure,
        figure.qualifier is not None,
        figure.qualifier in _BOUNDS,
        figure.qualifier is Qualifier.ADDITIONAL,
        before,
        tokens_outside(text, lead, clause),
        [] if figure.unit else tokens_earlier(text, lead, clause),
        tokens_after(text, _past_aside(text, span.end), clause),
        clause,
        phrases,
        words.own.units.word_order,
        words.own,
    )


def counts_alone(text: str, figure: Figure, span: Span, words: FigureWords) -> bool:
    """Whether a noun that is counted does not go on, which can be told without the clause."""
    if measure_of(figure.unit, words) is not Measure.COUNT:
        return False
    clause = clause_words(words.own)
    first = first_after(text, _past_aside(text, span.end), clause)
    return first is None or first.low not in clause.complements


def _past_aside(text: str, end: int) -> int:
    """Where the words behind a number begin: behind a bracket that states it again."""
    aside = _ASIDE.match(text, end) or _QUOTED.match(text, end)
    return aside.end() if aside else end


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


def is_alone(place: Place) -> bool:
    """Whether a number fills a bracket, and no link leads on behind it: (5 %) ``of them``."""
    text, span, after = place.text, place.span, place.after
    is_filled = text.startswith(")", span.end) and text.startswith("(", span.start - 1)
    return is_filled and bool(after) and after[0].low not in place.words.links


def is_vague(span: Span, place: Place) -> bool:
    """Whether a phrase says nothing alone: "a record total", "the end of the year", "reaching"."""
    phrase, own = span.of(place.text), place.words
    is_word = phrase[0].islower() and " " not in phrase
    if is_word and own.nonfinite.fullmatch(phrase):
        led = place.text[max(0, span.start - _LED) : span.start].lower().split()
        is_verb = not led or led[-1] not in own.articles
        return is_verb or _says_nothing(phrase, own)
    if (
        is_word
        and place.text.startswith(", ", span.start - 2)
        and own.counted.gerund.fullmatch(phrase)
    ):
        return True  # "sales rose, reaching $5 million", but not "for funding of"
    is_aside = is_word and (_is_of_number(span, place) or _is_direction(span, place))
    return is_aside or _is_cut(span, place) or _says_nothing(phrase, own)


def _is_of_number(word: Span, place: Place) -> bool:
    """Whether a word stands between an article and the number, of which it says what it is like."""
    led = place.text[max(0, word.start - _LED) : word.start].lower().split()
    is_right_before = word.end + 1 == place.span.start and not place.words.has_capital_nouns
    return is_right_before and bool(led) and led[-1] in place.words.articles


def _is_direction(word: Span, place: Place) -> bool:
    """Whether a word says that something rose or fell from a number: "in aumento rispetto ai"."""
    led = place.text[max(0, word.start - _LED) : word.start].lower().split()
    is_shift = word.of(place.text).lower() in place.phrases.shifts
    is_led = is_shift and bool(led) and led[-1] in place.phrases.places
    behind = place.text[word.end : place.span.start]
    return is_led and place.phrases.versus.search(behind) is not None


def _is_cut(span: Span, place: Place) -> bool:
    """Whether a phrase leaves out what would end it: a clause, or a stop of its own."""
    is_short = _ABBREVIATED.search(place.text, span.start, span.end + 1) is not None
    return is_short or _ends_open(span.of(place.text), place)


def _ends_open(phrase: str, place: Place) -> bool:
    """Whether a clause goes on behind it: "the report says that", but not "n'a pris que"."""
    ends = phrase.rsplit(None, 1)[-1].lower() in place.words.openers
    return ends and place.phrases.negated.search(phrase) is None


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
