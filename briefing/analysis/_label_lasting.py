"""What lasts so long, or happens so often: ``closed for`` ten days."""

from __future__ import annotations

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._measures import Measure
from briefing.analysis._place import BESIDE, Place
from briefing.model.span import Span


def lasting(place: Place) -> Span | None:
    """What lasts so long, or happens so often: ``closed for ten days``, ``invoked seven times``."""
    words, rest = place.words, list(place.before)
    turns = place.order in ("capital", "inflected")
    if place.measure is Measure.TIMES:
        while rest and (rest[-1].low in words.qualifiers or words.adverb.fullmatch(rest[-1].low)):
            rest.pop()
    elif place.measure is Measure.TIME and rest and rest[-1].low in words.lasting:
        rest.pop()
    else:
        return None
    if turns and not (rest and rest[-1].is_verb):
        return None
    is_multiple = place.measure is Measure.TIMES
    if not rest or (is_multiple and words.stating.fullmatch(rest[-1].low)):
        return None  # "it would be ten times larger"
    begin = end = len(rest)
    while begin and end - begin < BESIDE and _is_told(rest[begin - 1], words):
        begin -= 1
    told = rest[begin:end]
    if place.measure is Measure.TIME and not any(words.is_act(token) for token in told):
        return None  # "they spoke of wheat for two days"
    return Span(told[0].span.start, told[-1].span.end) if told else None


def _is_told(token: Token, words: ClauseWords) -> bool:
    """Whether a word says what happens."""
    low = token.low
    is_small = words.is_small(token) or low in words.stop or low in words.weak
    return (
        low[0].isalpha() and not is_small and low not in words.modals and low not in words.helpers
    )


def first_in(place: Place) -> Span | None:
    """What is the first of its kind in so long: ``the first visit in ten years``."""
    if place.measure is not Measure.TIME or not place.before:
        return None
    said = place.phrases.first.search(place.text, place.before[0].span.start, place.span.start)
    if said is None or any(t.is_verb for t in place.before if t.span.start >= said.start(1)):
        return None
    return Span(*said.span(1))
