"""The clause around a number, word by word, and the noun phrases in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.languages import Language
from briefing.languages.phrases import any_of
from briefing.model.span import Span

LONGEST = 60
"""Characters of a label."""

_REACH = 240
"""Characters of a clause that are looked at before a figure, and behind it."""

_TOKEN = re.compile(r"\d[\d.,]*\d|[^\W_](?:[\w\-‐‑./&]*\w)?(?:['’]\w+)?|[^\w\s]")
_PAUSE = re.compile(r"[.;:!?…](?=\s|\Z)|[\n()«»“”„\"\[\]]|\s[-–—]\s|,(?=\s)")
_CLAUSE = re.compile(
    r"(?<!\b\d)(?<!\b\d\d)(?<!\b[^\W\d_])\.(?=\s)|[;:!?…](?=\s)|[\n()«»“”„\"\[\]]|\s[-–—]\s"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a clause."""

    text: str
    low: str
    """In small letters, with a plain apostrophe."""
    span: Span


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The small words of a language, to be looked up."""

    links: frozenset[str]
    complements: frozenset[str]
    articles: frozenset[str]
    inside: frozenset[str]
    verbs: frozenset[str]
    helpers: frozenset[str]
    weak: frozenset[str]
    stop: frozenset[str]
    conjunctions: frozenset[str]
    spans: frozenset[str]
    """What stands between the two numbers of a range or change."""
    qualifiers: frozenset[str]
    apart: frozenset[str]
    """Scale words and months, which belong to a number or a date."""
    measures: frozenset[str]
    elided: re.Pattern[str]
    """A small word that is joined to the next word."""
    has_capital_nouns: bool

    def is_small(self, token: Token) -> bool:
        """Whether it is an article or a small word inside a noun phrase."""
        return token.low in self.inside or token.low in self.articles

    def goes_on(self, token: Token) -> bool:
        """Whether a noun phrase may go on with it."""
        if self.is_small(token):
            return True
        low = token.low
        if not low[:1].isalpha() or low in self.stop or low in self.apart or low in self.weak:
            return False
        return not self.is_verb(token)

    def is_aside(self, token: Token) -> bool:
        """Whether it cannot end a noun phrase, where nouns have capitals."""
        return self.has_capital_nouns and token.text[0].islower()

    def joins(self, before: Token, article: Token) -> bool:
        """Whether a noun phrase goes on before an article: behind "of", or with a genitive."""
        if before.low in self.inside:
            return True
        return self.has_capital_nouns and article.low in self.inside and self.is_noun(before)

    def is_further(self, token: Token) -> bool:
        """Whether it begins a phrase of its own: ``à Lille | dans le Nord``."""
        return token.low in self.complements and token.low not in self.links

    def is_verb(self, token: Token) -> bool:
        """Whether it is a verb that a subject stands beside."""
        return token.low in self.verbs and not (self.has_capital_nouns and token.text[0].isupper())

    def is_noun(self, token: Token) -> bool:
        """Whether it may name what is counted."""
        low = token.low
        if not low[:1].isalpha() or len(low) < 3 or self.is_small(token):
            return False
        if low in self.weak or low in self.stop or low in self.measures:
            return False
        return not self.has_capital_nouns or token.text[0].isupper()


@lru_cache(maxsize=8)
def clause_words(own: Language) -> ClauseWords:
    """The small words of a language."""
    words = own.labels
    return ClauseWords(
        links=frozenset(words.links),
        complements=frozenset(words.complements),
        articles=frozenset(words.articles),
        inside=frozenset(words.inside),
        verbs=frozenset(words.verbs),
        helpers=frozenset(words.helpers),
        weak=frozenset(words.weak),
        stop=frozenset((*own.units.stop, *own.lists.conjunctions)),
        spans=frozenset(own.numbers.range),
        qualifiers=frozenset(_qualifiers(own)),
        apart=frozenset(word.lower() for word in (*own.numbers.scales, *own.times.months)),
        conjunctions=frozenset(own.lists.conjunctions),
        measures=_no_nouns(own),
        elided=re.compile(
            rf"(?:{any_of(_joined_on((*words.articles, *words.inside)))})(?=\w)", re.IGNORECASE
        ),
        has_capital_nouns=own.sentences.capital_nouns,
    )


def _no_nouns(own: Language) -> frozenset[str]:
    """Words that name no subject: measures, money, times, months and scale words."""
    units, times, numbers = own.units, own.times, own.numbers
    words = (*units.measures, *units.money, *units.percent, *units.points, *times.time_units)
    more = (*times.months, *numbers.scales, *numbers.vague, *own.qualifiers.fillers)
    return frozenset(word.lower() for phrase in (*words, *more) for word in phrase.split())


def _qualifiers(own: Language) -> Iterator[str]:
    """Qualifiers of one word."""
    for phrases in own.qualifiers.before.values():
        yield from (phrase for phrase in phrases if phrase.isalpha())


def _joined_on(words: Iterable[str]) -> Iterator[str]:
    return (word for word in words if word.endswith("'"))


def tokens_before(text: str, place: int, words: ClauseWords) -> list[Token]:
    """The words of the clause before a place."""
    begin = floor = max(0, place - _REACH)
    for match in _CLAUSE.finditer(text, floor, place):
        begin = match.end()
    return _tokens(text, Span(begin, max(begin, place)), words)


def tokens_after(text: str, place: int, words: ClauseWords) -> list[Token]:
    """The words behind a place, up to the next mark."""
    stop = _PAUSE.search(text, place, place + _REACH)
    end = stop.start() if stop else min(len(text), place + _REACH)
    return _tokens(text, Span(place, max(place, end)), words)


def _tokens(text: str, within: Span, words: ClauseWords) -> list[Token]:
    found, place = [], within.start
    while match := _TOKEN.search(text, place, within.end):
        match = words.elided.match(text, match.start(), within.end) or match
        low = match[0].lower().replace("’", "'")
        found.append(Token(match[0], low, Span(*match.span())))
        place = match.end()
    return found


def begin_of_phrase(tokens: Sequence[Token], words: ClauseWords) -> int:
    """Where the noun phrase begins that some words end in, behind its article."""
    begin = len(tokens)
    while begin and words.goes_on(tokens[begin - 1]):
        begin -= 1
        is_joined = begin > 0 and words.joins(tokens[begin - 1], tokens[begin])
        if tokens[begin].low in words.articles and not is_joined:
            return begin + 1
    return begin


def phrase_at_end(tokens: Sequence[Token], words: ClauseWords) -> Span | None:
    """The noun phrase that some words end in; its end, where it is too long for a label."""
    phrase = list(tokens[begin_of_phrase(tokens, words) :])
    while phrase and words.is_small(phrase[0]):
        phrase.pop(0)
    while phrase and words.is_small(phrase[-1]):
        phrase.pop()
    while phrase and phrase[-1].span.end - phrase[0].span.start > LONGEST:
        phrase = _shorter(phrase, words)
    return _named(phrase, words)


def phrase_at_start(tokens: Sequence[Token], words: ClauseWords, most: int) -> Span | None:
    """The noun phrase that some words begin with, of so many characters."""
    phrase: list[Token] = []
    for token in tokens:
        is_pronoun = token.low in words.weak and not words.is_small(token)
        if token.low in words.conjunctions or is_pronoun or not words.goes_on(token):
            break
        if phrase and words.is_further(token):
            break
        if phrase and token.span.end - phrase[0].span.start > most:
            break
        phrase.append(token)
    while phrase and (words.is_small(phrase[-1]) or words.is_aside(phrase[-1])):
        phrase.pop()
    return _named(phrase, words)


def _shorter(phrase: Sequence[Token], words: ClauseWords) -> list[Token]:
    """A phrase without its first words, up to behind the next small word."""
    for index, token in enumerate(phrase[:-1]):
        if index and token.low in words.inside:
            rest = list(phrase[index + 1 :])
            while rest and words.is_small(rest[0]):
                rest.pop(0)
            return rest
    return []


def _named(phrase: Sequence[Token], words: ClauseWords) -> Span | None:
    """Where a phrase stands; None where it names nothing."""
    phrase = list(phrase)
    while phrase and phrase[0].low in words.qualifiers:
        phrase.pop(0)
    while phrase and phrase[-1].low in words.qualifiers:
        phrase.pop()
    if not any(map(words.is_noun, phrase)):
        return None
    return Span(phrase[0].span.start, phrase[-1].span.end)
