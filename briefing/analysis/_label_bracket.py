"""What a number in a bracket means: what the bracket names, or what stands before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.analysis import _label_behind as behind
from briefing.analysis._clause import Token
from briefing.analysis._clause_around import tokens_before
from briefing.analysis._label_cut import cut
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import head_of_phrase, phrase_at_end
from briefing.analysis._place import Place
from briefing.model.span import Span

_REACH = 24
"""Characters before a number in which its bracket opens."""

_FEW_WORDS = 7
"""Words of an amount with its rate: ``20 million yen a year``."""

_FEW_INSIDE = 3
"""Words between the sign of a bracket and its number."""

_YEAR = re.compile(r"(?:19|20)\d\d")


def named_inside(place: Place) -> Span | None:
    """What a bracket names before its number: ``the team (average age 20 years)``.

    Where a small word leads to that, it is said of what stands before the bracket.
    """
    before, words = place.before, place.words
    if not 0 < len(before) <= _FEW_INSIDE or not words.is_noun(before[-1]):
        return None
    if place.text[before[0].span.start - 1] != "(" or any(one.is_verb for one in before):
        return None
    if not words.leads(before[0]):
        return phrase_at_end(before, words)
    return phrase_at_end(place.outside, words)


def bracketed(place: Place, label_of: Callable[[Place], Span | None]) -> Span | None:
    """What stands before a bracket that holds the number: ``Curaçao (66.7)``.

    Args:
        place: The number in its bracket.
        label_of: What tells what another number means, for one that is told again.
    """
    text, words = place.text, place.words
    begin = max(0, place.span.start - _REACH)
    opening = place.phrases.opening.search(text, begin, place.span.start)
    rest = tokens_before(text, opening.start(), words) if opening else []
    if opening and (told := _told_in_bracket(place)) is not None:
        return told
    if not rest or _YEAR.fullmatch(rest[-1].low):
        return None
    if rest[-1].low in words.months:
        return rest[-1].span
    start = rest[0].span.start
    is_torn = text[start - 2 : start] == ") " and rest[0].low not in words.conjunctions
    amount = _amount_before(rest, place)
    if not is_torn and amount is None and (found := phrase_at_end(rest, words)):
        return _described(found, rest, place) or _named_in(found, rest, place)
    while amount is None and rest and rest[-1].low in {"%", *words.measures, *words.links}:
        rest.pop()
    rest = rest if amount is None else rest[: amount + 1]
    if not rest or not rest[-1].low[0].isdecimal():
        return None
    while len(rest) > 1 and rest[-2].low[0].isdecimal():
        rest.pop()  # "625 131"
    return label_of(replace(place, span=rest[-1].span, unit=None, before=rest[:-1], after=()))


def _told_in_bracket(place: Place) -> Span | None:
    """What a bracket itself says of its number: ``(5 % in Italy)``, ``(5 % pays the state)``."""
    after, words = place.after, place.words
    is_all = place.text.startswith(")", place.span.end)
    if is_all or not after or after[0].low in words.links:
        return None
    told = cut(after, words) if after[0].is_verb else behind.following(place)
    return None if told is None or _is_time(told, after, place) else told


def _is_time(told: Span, after: Sequence[Token], place: Place) -> bool:
    """Whether a bracket tells only when its number holds: ``(5 million at the end of May)``."""
    nouns = [one.low for one in after if one.span.end <= told.end and place.words.is_noun(one)]
    is_plain = not place.words.has_capital_nouns
    return is_plain and all(low in place.words.measures | place.words.vague for low in nouns)


def _described(found: Span, rest: Sequence[Token], place: Place) -> Span | None:
    """The subject of the verb behind which one bare word stands: ``support remains weak (19%)``."""
    words = place.words
    tokens = [token for token in rest if token.span.start < found.end]
    if not tokens or tokens[-1].span != found or tokens[-1].text[0].isupper():
        return None
    end = len(tokens) - 1
    while end and (tokens[end - 1].is_verb or words.adverb.fullmatch(tokens[end - 1].low)):
        end -= 1
    has_verb = any(token.is_verb for token in tokens[end:])
    return head_of_phrase(tokens[:end], words) if has_verb else None


def _named_in(found: Span, rest: Sequence[Token], place: Place) -> Span:
    """A phrase without the participle that leads to it: ``followed by`` Italy (229)."""
    tokens = [token for token in rest if found.start <= token.span.start < found.end]
    is_led = len(tokens) > 1 and place.words.leads(tokens[1])
    if is_led and len(tokens) > 2 and place.words.participle.fullmatch(tokens[0].low):
        return Span(tokens[2].span.start, found.end)
    return found


def _amount_before(rest: Sequence[Token], place: Place) -> int | None:
    """The number that a bracket tells again in another measure: ``10 million crowns ($1m)``."""
    if place.measure not in (Measure.MONEY, Measure.SIZE):
        return None
    at = len(rest) - 2
    at -= at > 0 and rest[at].low in place.words.measures  # "3,000 dólares singapurenses"
    while at >= 0 and rest[at].low in place.words.links | place.words.apart:
        at -= 1
    if at >= 0 and rest[at].low[0].isdecimal():
        return at
    return _rate_before(rest, place)


def _rate_before(rest: Sequence[Token], place: Place) -> int | None:
    """The same number where it is so much a time: ``20 million yen a year ($1m)``."""
    words, at = place.words, len(rest) - 1
    if rest[-1].low not in words.measures:
        return None
    floor = max(0, len(rest) - _FEW_WORDS)
    while at > floor and not rest[at].low[0].isdecimal():
        at -= 1
    between = rest[at + 1 :]
    is_plain = all(
        words.is_small(one) or one.low in words.measures or one.low in words.apart
        for one in between
    )
    return at if rest[at].low[0].isdecimal() and len(between) > 1 and is_plain else None
