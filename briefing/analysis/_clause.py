"""A word of a clause, and what a language tells of such words."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.analysis._counted_words import CountedWords
from briefing.analysis._forms import Forms
from briefing.model.records import dataclass
from briefing.model.span import Span

_MOST_KNOWN = 16_384
"""Words that are remembered."""

_LETTERS = 3
"""Letters of a noun, where no capital tells one."""

_YEAR, _CENTURIES = 4, ("19", "20")
"""Digits of a year, and what it begins with."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a clause."""

    text: str
    low: str
    """In small letters, with a plain apostrophe; a name that looks like a small word as it is."""
    span: Span
    is_verb: bool
    """Whether it is a verb that a subject stands beside."""


@dataclass(frozen=True, slots=True, eq=False)
class ClauseWords:
    """The small words of a language, to be looked up."""

    links: frozenset[str]
    changes: frozenset[str]
    sizes: frozenset[str]
    lasting: frozenset[str]
    prepositions: frozenset[str]
    gaps: frozenset[str]
    complements: frozenset[str]
    articles: frozenset[str]
    inside: frozenset[str]
    verbs: frozenset[str]
    verb_forms: Forms
    """Forms that only verbs have."""
    stating: Forms
    """Verbs whose subject is what a number measures."""
    frames: frozenset[str]
    no_verbs: frozenset[str]
    bases: frozenset[str]
    markers: frozenset[str]
    modals: frozenset[str]
    helpers: frozenset[str]
    copulas: frozenset[str]
    participle: Forms
    nonfinite: Forms
    """Infinitives and gerunds."""
    adverb: Forms
    openers: frozenset[str]
    vague: frozenset[str]
    weak: frozenset[str]
    clitics: frozenset[str]
    stop: frozenset[str]
    conjunctions: frozenset[str]
    spans: frozenset[str]
    """What stands between the two numbers of a range or change."""
    between: frozenset[str]
    """What leads to two of a kind: half of them says nothing."""
    qualifiers: frozenset[str]
    apart: frozenset[str]
    """Scale words and months, which belong to a number or a date."""
    months: frozenset[str]
    numbers: Forms
    """Small numbers in words."""
    measures: frozenset[str]
    elided: re.Pattern[str]
    """A small word that is joined to the next word."""
    has_capital_nouns: bool
    counted: CountedWords

    @property
    def plain_past(self) -> bool:
        """Whether a participle alone may be a past tense."""
        return bool(self.markers)

    @property
    def has_late_verbs(self) -> bool:
        """Whether a verb may stand at the end of its clause, behind the number."""
        return bool(self.frames)

    def is_small(self, token: Token) -> bool:
        """Whether it is an article, a small word inside a noun phrase, or a year there."""
        return self.is_small_word(token.low)

    def is_small_word(self, low: str) -> bool:
        """The same of a word in small letters."""
        if low in self.inside or low in self.articles:
            return True
        return len(low) == _YEAR and low.startswith(_CENTURIES) and low.isdecimal()

    def goes_on(self, token: Token) -> bool:
        """Whether a noun phrase may go on with it."""
        if self.is_small(token):
            return True
        low = token.low
        if not low[:1].isalpha() or low in self.stop or low in self.apart or low in self.weak:
            return False
        if low in self.openers or self.leads(token) or low.partition("'")[0] in self.weak:
            return False
        return not token.is_verb

    def is_aside(self, token: Token) -> bool:
        """Whether it cannot end a noun phrase, where nouns have capitals."""
        return self.has_capital_nouns and token.text[0].islower()

    def joins(self, before: Token, article: Token) -> bool:
        """Whether a noun phrase goes on before an article: behind "of", or with a genitive."""
        if before.low in self.inside:
            return True
        return self.has_capital_nouns and article.low in self.links and self.is_noun(before)

    def is_further(self, token: Token) -> bool:
        """Whether it begins a phrase of its own: ``à Lille | dans le Nord``."""
        return token.low in self.complements and token.low not in self.links

    def opens_inner(self, token: Token) -> bool:
        """Whether a clause inside another begins with it, and none beside that."""
        return token.low in self.openers and token.low not in self.conjunctions

    def leads(self, token: Token) -> bool:
        """Whether a word leads to a noun that is no subject."""
        return token.low in self.prepositions

    def is_act(self, token: Token) -> bool:
        """Whether it is a verb, or has the form of a participle."""
        return token.is_verb or self.participle.fullmatch(token.low) is not None

    def is_number(self, token: Token) -> bool:
        """Whether it is a number in digits or letters, or an article that is one, too."""
        return token.low[0].isdecimal() or self.numbers.fullmatch(token.low) is not None

    def is_count(self, token: Token) -> bool:
        """Whether it is a number, and no article: ``one``, but not ``un``."""
        return token.low not in self.articles and self.is_number(token)

    def is_noun(self, token: Token) -> bool:
        """Whether it may name what is counted."""
        return not token.is_verb and _is_noun(token.text, token.low, self)

    def has_noun_form(self, text: str, low: str) -> bool:
        """Whether a word that is no verb may name what is counted.

        Args:
            text: As it is written.
            low: As `Token.low` has it.
        """
        if not (low[:1].isalpha() or low[-1:].isalpha()) or self.is_small_word(low):
            return False
        is_title = self.has_capital_nouns and text.istitle()
        if len(low) < _LETTERS and not (is_title or text.isupper()):
            return False  # "Öl" and "EU" are nouns
        if low in self.weak or low in self.stop or low in self.measures:
            return False
        if low.partition("'")[0] in self.weak:
            return False  # "that's"
        if self.adverb.fullmatch(low):
            return False
        return not self.has_capital_nouns or text[0].isupper()

    def is_name(self, low: str, before: Token) -> bool:
        """Whether a small word or verb with a capital begins a name: "in São Paulo".

        It is none behind another capital: "Toll Rises".
        """
        if not before.text[0].islower():
            return False
        return (low in self.stop or low in self.verbs) and low not in self.months

    def is_verb(self, word: str, low: str, before: Token | None) -> bool:
        """Whether a word behind another is a verb."""
        if self.has_capital_nouns and word[0].isupper():
            return False
        if low in self.verbs:
            return True
        if before is None:
            return not self.has_capital_nouns and _has_form(low, self)
        return self._is_led(low, before)

    def _is_led(self, low: str, before: Token) -> bool:
        """Whether the word before it or its form makes a word a verb."""
        if before.low in self.markers and low in self.bases:
            return True
        if before.low in self.modals and low not in self.stop and low not in self.qualifiers:
            return low[0].isalpha()
        if before.low in self.helpers and self.participle.fullmatch(low):
            return True
        is_behind_noun = not self.has_capital_nouns or before.text[0].isupper() or before.low == ","
        return is_behind_noun and _has_form(low, self)


@lru_cache(maxsize=_MOST_KNOWN)
def _is_noun(text: str, low: str, words: ClauseWords) -> bool:
    return words.has_noun_form(text, low)


@lru_cache(maxsize=_MOST_KNOWN)
def _has_form(low: str, words: ClauseWords) -> bool:
    """Whether a word has a form that only verbs have."""
    return low not in words.no_verbs and words.verb_forms.fullmatch(low) is not None
