"""Labels that do not break off: each ends in a word that may be the last, and has its subject.

"They expect between" leads to two numbers, "are considered" to what they are, and "serves" has no
subject. Such a label is mended with words beside it, or left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.analysis._clause import Token
from briefing.analysis._noun_phrases import LONGEST
from briefing.analysis._place import Place
from briefing.languages.phrases import any_of
from briefing.model.span import Span

_FEW = 4
"""Words that a label may go on with where it would break off."""

_NEAR = 3
"""Words behind "and" in which another number may stand."""


def finished(parts: Sequence[Span], place: Place) -> Sequence[Span]:
    """The parts of a label, none of which breaks off; none at all where one is not to be mended."""
    if not parts:
        return parts
    first = _with_subject(parts[0], parts, place)
    found = [first, *parts[1:]]
    ended = [] if None in found else [_ended(one, place) for one in found if one is not None]
    return [one for one in ended if one is not None] if ended and None not in ended else ()


def _tokens(part: Span, place: Place) -> tuple[Sequence[Token], list[Token]]:
    """The words around a part, and its own."""
    around = place.around(part)
    return around, [one for one in around if part.start <= one.span.start < part.end]


def _ended(part: Span, place: Place) -> Span | None:
    """A part that ends where it may."""
    words, (around, own) = place.words, _tokens(part, place)
    if not own:
        return part
    if part.end <= place.span.start:
        kept = own[:-1] if own[-1].low in words.between else own
        return Span(part.start, kept[-1].span.end) if kept else None
    if _unfinished(place.own.labels.unfinished).fullmatch(own[-1].low):
        return _longer(part, around, place)
    kept = _before_other(own, around, place)
    return Span(part.start, max(place.span.end, kept[-1].span.end)) if kept else None


def _before_other(own: list[Token], around: Sequence[Token], place: Place) -> list[Token]:
    """Some words up to those that lead to another number: are damaged ``and another`` 40."""
    words = place.words
    for at, one in enumerate(own):
        if at and one.low in words.conjunctions and not words.is_count(own[at - 1]):
            begin = around.index(one) + 1
            if any(words.is_count(near) for near in around[begin : begin + _NEAR]):
                return own[:at]
    return own


def _longer(part: Span, around: Sequence[Token], place: Place) -> Span | None:
    """A part with the rest of its clause, where that is short and has no other number."""
    rest = [one for one in around if one.span.start >= part.end]
    is_short = 0 < len(rest) <= _FEW and rest[-1].span.end - part.start <= LONGEST
    if not is_short or any(place.words.is_count(one) for one in rest):
        return None
    is_open = place.words.is_small(rest[-1]) or place.words.leads(rest[-1])
    return None if is_open else Span(part.start, rest[-1].span.end)


def _with_subject(part: Span, parts: Sequence[Span], place: Place) -> Span | None:
    """A lone verb before its number with the noun that its pronoun stands for: works that serve."""
    words, (around, own) = place.words, _tokens(part, place)
    is_lone = len(own) == 1 and own[0].is_verb and part.end <= place.span.start
    if not is_lone or not words.plain_past or len(parts) == 1:
        return part
    if words.participle.fullmatch(own[0].low):
        return part
    verb = at = around.index(own[0])
    pronouns = words.weak | words.openers - words.conjunctions
    while at and (around[at - 1].low in pronouns or around[at - 1].low == ","):
        at -= 1
    if not 0 < at < verb or not words.is_noun(around[at - 1]):
        return None
    found = Span(around[at - 1].span.start, part.end)
    return found if len(found) + sum(map(len, parts[1:])) < LONGEST else None


@lru_cache(maxsize=8)
def _unfinished(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(phrases))
