"""The clause around a number, word by word."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.analysis._forms import Forms
from briefing.model.records import dataclass
from briefing.model.span import Span

_REACH = 240
"""Characters of a clause that are looked at before a figure, and behind it."""

_TOKEN = re.compile(
    r"\d+[-‐‑][^\W\d_]{2}[\w\-‐‑]*|\d[\d.,]*\d|[^\W_](?:[\w\-‐‑./&]*\w)?(?:['’]\w+)?|[^\w\s]"
)
_PAUSE = re.compile(r"[.;:!?…](?=\s|\Z)|[\n()«»“”„\"\[\]]|\s[-–—]\s|,(?=\s)")
_MOST_KNOWN = 16_384
"""Words that are remembered."""
_LETTERS = 3
"""Letters of a noun, where no capital tells one."""

_APOSTROPHES = ("'", "’")
"""What joins a small word to the next, which may be a number."""

_YEAR, _CENTURIES = 4, ("19", "20")
"""Digits of a year, and what it begins with."""
_INITIAL = r"(?<!\b\d.)(?<!\b\d\d.)(?:(?<=°[CF].)|(?<=\d [kmgtlh].)|(?<!\b[^\W\d_].))"
"""Behind a stop that ends no ordinal and no abbreviated name; a measure may end in a letter."""
_CLAUSE = re.compile(
    r"[.;:!?…\n()«»“”„\"\[\]–—-](?:(?<=[\n()«»“”„\"\[\]])"
    rf"|(?=\s)(?:(?<=[;:!?…])|(?<=\s[-–—])|{_INITIAL}(?<=\.)))"
)
"""What ends a clause. It begins with a class of signs, which is searched for fast."""

_LONGEST_ASIDE = 40
"""Characters of a bracket that tells a name again: ``the central bank (ECB) raised``."""

_ASIDE = re.compile(r"(?<=\w) \([^()\n]+\)\Z")

_SENTENCE = re.compile(rf"[.!?…](?=\s){_INITIAL}|\n")

_LONGEST_LEAD = 24
"""Characters of a clause up to a number that only lead to it: ``(up 1.2 %``, ``: about 300``."""

_OPENING = re.compile(r"(?<=[\w%)»”\"’'])(?:\s[(\[«“„\"]|[ \u00a0\u202f]?:|\s[-–—])\Z")
"""A mark behind which something is said again or added: a bracket, a colon, a dash."""


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

    def is_name(self, word: str, low: str, before: Token | None) -> bool:
        """Whether a small word or verb begins a name: "in São Paulo", but not "Toll Rises"."""
        if not word[0].isupper() or before is None or not before.text[0].islower():
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


def tokens_before(text: str, place: int, words: ClauseWords) -> list[Token]:
    """The words of the clause before a place."""
    begin = _clause_begin(text, place)
    return _tokens(text, Span(begin, max(begin, place)), words)


def tokens_around_aside(text: str, place: int, words: ClauseWords) -> list[Token]:
    """The same, and the words before a short bracket that the clause goes on behind."""
    begin = _clause_begin(text, place)
    aside = _ASIDE.search(text, max(0, begin - _LONGEST_ASIDE), begin)
    behind = _tokens(text, Span(begin, max(begin, place)), words)
    return behind if aside is None else [*tokens_before(text, aside.start(), words), *behind]


def tokens_outside(text: str, place: int, words: ClauseWords) -> list[Token]:
    """The words before the bracket, colon or dash that opens right before a number.

    There are none where that stands further off, or does not open right behind a word.
    """
    begin = _clause_begin(text, place)
    if place - begin > _LONGEST_LEAD:
        return []
    opening = _OPENING.search(text, max(0, begin - 4), begin)
    return tokens_before(text, opening.start(), words) if opening else []


def tokens_earlier(text: str, place: int, words: ClauseWords) -> list[Token]:
    """The words of a sentence before the clause of a place in it."""
    end = _clause_begin(text, place)
    begin = max(0, end - _REACH)
    for match in _SENTENCE.finditer(text, begin, end + 1):  # what parts sentences is a space
        begin = match.end()
    return _tokens(text, Span(begin, max(begin, end)), words)


def _clause_begin(text: str, place: int) -> int:
    begin = max(0, place - _REACH)
    for match in _CLAUSE.finditer(text, begin, place):
        begin = match.end()
    return begin


def tokens_after(text: str, place: int, words: ClauseWords) -> list[Token]:
    """The words behind a place, up to the next mark."""
    stop = _PAUSE.search(text, place, place + _REACH)
    end = stop.start() if stop else min(len(text), place + _REACH)
    return _tokens(text, Span(place, max(place, end)), words)


def _leads_a_name(first: re.Match[str], words: ClauseWords) -> bool:
    """Whether a first word is like a verb but begins a name: São Paulo."""
    word, behind = first[0], first.string[first.end() : first.end() + 2]
    is_name = word[0].isupper() and behind[:1] == " " and behind[1:].isupper()
    return is_name and not words.has_capital_nouns and word.lower() in words.verbs


def _tokens(text: str, within: Span, words: ClauseWords) -> list[Token]:
    found: list[Token] = []
    place = within.start
    while match := _TOKEN.search(text, place, within.end):
        word = match[0]
        if "'" in word or "’" in word or text.startswith(_APOSTROPHES, match.end()):
            match = words.elided.match(text, match.start(), within.end + 1) or match
            word = match[0]
        low = word.lower().replace("’", "'")
        before = found[-1] if found else None
        place = match.end()
        if words.is_name(word, low, before) or (before is None and _leads_a_name(match, words)):
            low = word
        is_verb = words.is_verb(word, low, before)
        found.append(Token(word, low, Span(match.start(), place), is_verb))
    return found
