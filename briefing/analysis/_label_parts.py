"""What a number means that is a part of others: six of the thirteen, five of which."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import Token
from briefing.analysis._label_behind import is_number
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import LONGEST, phrase_at_start
from briefing.analysis._place import BESIDE, Place, is_part
from briefing.model.span import Span


def part_of(place: Place) -> Span | None:
    """Of how many a number is a part: ``six of the 13 victims``."""
    words, rest = place.words, list(place.after)
    if place.measure not in (Measure.NONE, Measure.SHARE):
        return None
    if not rest or rest.pop(0).low not in words.links:
        return None
    while rest and rest[0].low in words.articles:
        rest.pop(0)
    number = next((at for at, one in enumerate(rest[:BESIDE]) if is_number(one, words)), 0)
    if number:
        return _of_the_first(rest, number, place)
    if not rest or not is_number(rest.pop(0), words):
        return None
    while rest and (rest[0].low in words.apart or rest[0].low in words.links):
        rest.pop(0)
    return phrase_at_start(rest, words, LONGEST)


def _of_the_first(rest: Sequence[Token], number: int, place: Place) -> Span | None:
    """The same of those that come first or last: six of the ``top 25 titles``."""
    first, words = rest[0], place.words
    is_led = any(words.leads(one) or one.low in words.weak for one in rest[:number])
    if is_led or not rest[number - 1].text[0].islower():
        return None
    named = [token for token in rest[number + 1 :] if token.low not in words.links]
    most = LONGEST - (named[0].span.start - first.span.start if named else 0)
    found = phrase_at_start(named, words, most)
    return None if found is None else Span(first.span.start, found.end)


def of_which(place: Place) -> Span | None:
    """What is said of so many of those before: ``davon sind 5`` geringfügig beschäftigt."""
    words, after = place.words, place.after
    if not after or place.measure not in (Measure.NONE, Measure.SHARE) or not is_part(place):
        return None
    is_told = words.participle.fullmatch(after[-1].low) or after[-1].is_verb
    if not is_told or any(token.low in words.openers for token in after):
        return None
    said = Span(after[0].span.start, after[-1].span.end)
    return said if len(said) <= LONGEST else None
