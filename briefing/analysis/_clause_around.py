"""The clause around a number, word by word."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from itertools import islice

from briefing.analysis._clause import ClauseWords, Token
from briefing.model.span import Span

_REACH = 240
"""Characters of a clause that are looked at before a figure, and behind it."""

_TOKEN = re.compile(
    r"\d+[-‐‑][^\W\d_]{2}[\w\-‐‑]*|\d[\d.,]*\d|[^\W_](?:[\w\-‐‑./&]*\w)?(?:['’]\w+)?|[^\w\s]"
)

_PAUSE = re.compile(
    r"[.;:!?…,\n()«»“”„\"\[\]\s](?:(?<=[.;:!?…])(?=\s|\Z)|(?<=[\n()«»“”„\"\[\]])"
    r"|(?<=\s)[-–—]\s|(?<=,)(?=\s))"
)
"""What ends the words behind a number; it begins with a class of signs as `_CLAUSE` does."""

_APOSTROPHES = ("'", "’")
"""What joins a small word to the next, which may be a number."""

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

_SENTENCE = re.compile(rf"[.!?…\n](?:(?<=\n)|(?=\s){_INITIAL})")

_LONGEST_LEAD = 24
"""Characters of a clause up to a number that only lead to it: ``(up 1.2 %``, ``: about 300``."""

_OPENING = re.compile(r"(?<=[\w%)»”\"’'])(?:\s[(\[«“„\"]|[ \u00a0\u202f]?:|\s[-–—])\Z")
"""A mark behind which something is said again or added: a bracket, a colon, a dash."""


def tokens_before(text: str, place: int, words: ClauseWords) -> list[Token]:
    """The words of the clause before a place."""
    return _tokens(text, clause_before(text, place), words)


def tokens_around_aside(text: str, clause: Span, words: ClauseWords) -> list[Token]:
    """The words of a clause, and those before a short bracket that it goes on behind."""
    begin = clause.start
    aside = _ASIDE.search(text, max(0, begin - _LONGEST_ASIDE), begin)
    behind = _tokens(text, clause, words)
    return behind if aside is None else [*tokens_before(text, aside.start(), words), *behind]


def tokens_outside(text: str, clause: Span, words: ClauseWords) -> list[Token]:
    """The words before the bracket, colon or dash that opens right before the number of a clause.

    There are none where that stands further off, or does not open right behind a word.
    """
    if len(clause) > _LONGEST_LEAD:
        return []
    opening = _OPENING.search(text, max(0, clause.start - 4), clause.start)
    return tokens_before(text, opening.start(), words) if opening else []


def tokens_earlier(text: str, clause: Span, words: ClauseWords) -> list[Token]:
    """The words of a sentence before a clause in it."""
    return _tokens(text, sentence_before(text, clause.start), words)


def sentence_before(text: str, place: int) -> Span:
    """The sentence of a place, up to that."""
    begin = max(0, place - _REACH)
    for match in _SENTENCE.finditer(text, begin, place + 1):  # what parts sentences is a space
        begin = match.end()
    return Span(begin, max(begin, place))


def sentence_behind(text: str, place: int) -> Span:
    """The sentence of a place from that on, with the mark that ends it."""
    end = min(len(text), place + _REACH)
    stop = _SENTENCE.search(text, place, min(len(text), end + 1))
    return Span(place, stop.end() if stop else end)


def clause_before(text: str, place: int) -> Span:
    """The clause of a place, up to that."""
    begin = max(0, place - _REACH)
    for match in _CLAUSE.finditer(text, begin, place):
        begin = match.end()
    return Span(begin, max(begin, place))


def tokens_after(text: str, place: int, words: ClauseWords) -> list[Token]:
    """The words behind a place, up to the next mark."""
    return _tokens(text, _clause_after(text, place), words)


def first_after(text: str, place: int, words: ClauseWords) -> Token | None:
    """The first of these words; None where a mark stands there."""
    return next(_token_run(text, _clause_after(text, place), words), None)


def _clause_after(text: str, place: int) -> Span:
    stop = _PAUSE.search(text, place, place + _REACH)
    end = stop.start() if stop else min(len(text), place + _REACH)
    return Span(place, max(place, end))


def words_around(text: str, span: Span, most: int, words: ClauseWords) -> Span:
    """A passage with at most so many words of its clause on each side."""
    before = deque(_words(text, clause_before(text, span.start), words), most)
    after = [*islice(_words(text, _clause_after(text, span.end), words), most)]
    begin = before[0].start() if before else span.start
    return Span(begin, after[-1].end() if after else span.end)


def _leads_a_name(first: re.Match[str], words: ClauseWords) -> bool:
    """Whether a first word with a capital is like a verb but begins a name: São Paulo."""
    word, behind = first[0], first.string[first.end() : first.end() + 2]
    is_name = behind[:1] == " " and behind[1:].isupper()
    return is_name and not words.has_capital_nouns and word.lower() in words.verbs


def _words(text: str, within: Span, words: ClauseWords) -> Iterator[re.Match[str]]:
    """The words and marks of a passage, in order; a small word that is joined to the next alone."""
    place = within.start
    while match := _TOKEN.search(text, place, within.end):
        word = match[0]
        if "'" in word or "’" in word or text.startswith(_APOSTROPHES, match.end()):
            match = words.elided.match(text, match.start(), within.end + 1) or match
        yield match
        place = match.end()


def _tokens(text: str, within: Span, words: ClauseWords) -> list[Token]:
    return [*_token_run(text, within, words)]


def _token_run(text: str, within: Span, words: ClauseWords) -> Iterator[Token]:
    before: Token | None = None
    for match in _words(text, within, words):
        word = match[0]
        low = word.lower().replace("’", "'")
        if word[0].isupper() and (
            words.is_name(low, before) if before is not None else _leads_a_name(match, words)
        ):
            low = word
        before = Token(word, low, Span(*match.span()), words.is_verb(word, low, before))
        yield before
