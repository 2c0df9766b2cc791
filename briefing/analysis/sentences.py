"""Where sentences begin and end.

Small rules of our own: a candidate is a run of ``. ! ? …`` with the quotes or brackets that close
after it; what stands before it (an abbreviation, an initial, a German ordinal) and what follows (a
small letter) can say that the sentence goes on. A newline always ends one. Languages without a
file of their own get the abbreviations that all share.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.languages.load import language_of
from briefing.model.span import Span

_CLOSERS = "\"'”’»›“‘)\\]}"
_STOP = re.compile(
    r"[.!?…。！？](?:(?<=[。！？])[。！？]*[」』”）]*|(?<![.!?…]{2})[.!?…]*"
    rf"(?:[{_CLOSERS}]|[\u00a0\u202f ][»›])*(?=\s|\[\d|\Z))"
)
"""What may end a sentence. It begins with a class of signs, which is searched for fast."""
_TOKEN = re.compile(r"[^\s\"'”’»›“‘„«‹(\[{/–—]+")
_SKIP_OPENERS = "\"'”’»›“‘„«‹([{¿¡-–—\u00a0\u202f "
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{0,2}")
_UNIT = re.compile(r"\d[ \u00a0\u202f]?[a-zµ]{1,2}\Z")
_LIST_NUMBER = re.compile(r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})")


@dataclass(frozen=True, slots=True)
class _Rules:
    """What is known of a language, to be looked up."""

    abbreviations: frozenset[str]
    may_end: frozenset[str]
    and_so_on: frozenset[str]
    starters: frozenset[str]
    ordinal_stop: bool
    capital_nouns: bool


@lru_cache(maxsize=16)
def _rules(language: str | None) -> _Rules:
    own = language_of(language).sentences
    return _Rules(
        frozenset((*own.abbreviations, *own.honorifics, *own.may_end, *own.and_so_on)),
        frozenset(own.may_end),
        frozenset(own.and_so_on),
        frozenset(own.starters),
        own.ordinal_stop,
        own.capital_nouns,
    )


def split(text: str, language: str | None, span: Span | None = None) -> list[Span]:
    """The sentences of a text, in order, without the white space around them.

    Args:
        text: A reading text, or a chunk's part of it.
        language: BCP 47; None or an unknown one uses the rules that all languages share.
        span: Look only here; its ends count as ends of a line.

    Returns:
        Spans in characters of ``text``. Every character that is not white space is in one.
    """
    span = span or Span(0, len(text))
    rules = _rules(language)
    found: list[Span] = []
    start = span.start
    while start < span.end:
        newline = text.find("\n", start, span.end)
        end = span.end if newline < 0 else newline
        _split_line(text, start, end, rules, found)
        start = end + 1
    return found


def _split_line(text: str, start: int, end: int, rules: _Rules, found: list[Span]) -> None:
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if _ends(text, begin, stop, end, rules):
            _append(text, begin, stop.end(), found)
            begin = stop.end()
    _append(text, begin, end, found)


def _append(text: str, start: int, end: int, found: list[Span]) -> None:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    length = len(piece.strip())
    if length:
        found.append(Span(start + lead, start + lead + length))


def _ends(text: str, begin: int, stop: re.Match[str], end: int, rules: _Rules) -> bool:
    if stop[0][0] in "。！？":
        return True
    follow = _first_of_next(text, stop.end(), end)
    if follow >= end:
        return True
    if text[follow].islower():
        return False
    if stop[0].rstrip(_CLOSERS.replace("\\", "") + "\u00a0\u202f ") != ".":
        return True
    return _full_stop_ends(text, begin, stop.start(), follow, rules)


def _first_of_next(text: str, start: int, end: int) -> int:
    while start < end and (text[start] in _SKIP_OPENERS or text[start].isspace()):
        start += 1
    return start


def _full_stop_ends(text: str, begin: int, dot: int, follow: int, rules: _Rules) -> bool:
    backward = _TOKEN.match(text[max(begin, dot - 40) : dot][::-1])
    if backward is None:
        return True
    token = backward[0][::-1]
    starts_usually = _next_word(text, follow) in rules.starters
    if dot - begin < 40 and token == text[begin:dot].strip() and _LIST_NUMBER.fullmatch(token):
        return False
    if _UNIT.search(text, max(begin, dot - 12), dot):
        return True
    if token.isdecimal():
        return not rules.ordinal_stop or len(token) > 2 or starts_usually
    return _word_ends(token, rules, starts_usually=starts_usually)


def _word_ends(token: str, rules: _Rules, *, starts_usually: bool) -> bool:
    word = token.lower().lstrip("-.")
    known = rules.abbreviations
    if word in known or word.rsplit("-", 1)[-1] in known:
        if word in rules.and_so_on:
            return starts_usually or not rules.capital_nouns
        return word in rules.may_end and starts_usually
    if len(token) == 1 and token.isalpha():
        return False
    if _DOTTED.fullmatch(token):
        return starts_usually
    return True


def _next_word(text: str, start: int) -> str:
    end = start
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end].lower()
