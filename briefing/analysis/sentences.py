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
_BEHIND_STOP = _CLOSERS.replace("\\", "") + "\u00a0\u202f "
"""What may stand between the sign that ends a sentence and the end of it."""
_SKIP_OPENERS = "\"'”’»›“‘„«‹([{¿¡-–—\u00a0\u202f "
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{0,2}")
_UNIT = re.compile(r"\d[ \u00a0\u202f]?[a-zµ]{1,2}\Z")
_LONGEST_UNIT = 2
"""Letters of the unit that a sentence may end in."""
_LIST_NUMBER = re.compile(r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})")
_FIRST_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Rules:
    """What is known of a language, to be looked up."""

    abbreviations: frozenset[str]
    compound_ends: tuple[str, ...]
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
        own.compound_ends,
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
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


def _ends(text: str, begin: int, stop: re.Match[str], end: int, rules: _Rules) -> bool:
    signs = stop[0]
    if signs[0] in "。！？":
        return True
    follow = _first_of_next(text, stop.end(), end)
    if follow >= end:
        return True
    if text[follow].islower():
        return False
    if signs.rstrip(_BEHIND_STOP) != ".":
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
    if dot - begin < 40 and token == text[begin:dot].strip() and _LIST_NUMBER.fullmatch(token):
        return False
    may_be_unit = len(token) <= _LONGEST_UNIT or not token.isalpha()
    if may_be_unit and _UNIT.search(text, max(begin, dot - 12), dot):
        return True
    if token.isdecimal():
        return not rules.ordinal_stop or len(token) > 2 or _starts_usually(text, follow, rules)
    return _word_ends(text, token, follow, rules)


def _word_ends(text: str, token: str, follow: int, rules: _Rules) -> bool:
    word = token.lower().lstrip("-.")
    known = rules.abbreviations
    if word in known or word.rsplit("-", 1)[-1] in known:
        if word in rules.and_so_on:
            return not rules.capital_nouns or _starts_usually(text, follow, rules)
        return word in rules.may_end and _starts_usually(text, follow, rules)
    if (len(token) == 1 and token.isalpha()) or word.endswith(rules.compound_ends):
        return False
    if _DOTTED.fullmatch(token):
        return _starts_usually(text, follow, rules)
    return True


def _starts_usually(text: str, start: int, rules: _Rules) -> bool:
    """Whether a sentence often begins with the word that stands at a place."""
    word = _FIRST_WORD.match(text, start)
    return (word[0].lower() if word else "") in rules.starters
