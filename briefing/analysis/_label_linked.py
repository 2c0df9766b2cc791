"""The noun before its number, with or without a small word between: ``a fine of`` £1,000."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import begin_of_phrase, head_of_phrase, phrase_at_end
from briefing.analysis._place import BESIDE, Place, bare
from briefing.analysis._subjects import stands_alone, subject
from briefing.model.span import Span

_VERSUS_REACH = 40
"""Characters before a number in which what sets it against another stands."""


def adjacent(place: Place) -> Span | None:
    """The noun right before its number: ``Its value around $30,000 is …``."""
    words, before = place.words, place.before
    if not before or not words.is_noun(before[-1]) or place.order in ("capital", "inflected"):
        return None
    begin = begin_of_phrase(before, words)
    if begin == len(before):
        return None
    has_article = begin > 0 and before[begin - 1].low in words.articles
    lead = begin - 1 - has_article
    if place.is_bound and lead >= 0 and before[lead].low in words.gaps:
        return phrase_at_end(before, words)  # "with a rent up to $900"
    if not stands_alone(before, begin, words):
        return None
    is_subject = begin == 0 and bool(place.after) and place.after[0].is_verb
    is_postposed = place.order == "postposed" and has_article and place.is_qualified
    return phrase_at_end(before, words) if is_subject or is_postposed else None


def gapped(place: Place) -> Span | None:
    """What has its number without a verb: ``, Spain with 5 %``."""
    words, rest = place.words, bare(place.before, place.words)
    if not rest or rest[-1].low not in words.gaps:
        return None
    rest.pop()
    if has_comma := bool(rest) and rest[-1].low == ",":
        rest.pop()
    if rest and rest[-1].low in words.months:
        is_time = not has_comma and len(rest) > 1 and rest[-2].low in place.phrases.places
        return None if is_time else rest[-1].span  # "in August with 5 %"; ", August with 5 %"
    begin = begin_of_phrase(rest, words)
    if begin and rest[begin - 1].low in words.articles:
        begin -= 1
    if begin == len(rest) or (rest[begin].low in words.inside and begin + 1 == len(rest)):
        return None
    is_apart = begin > 0 and (rest[begin - 1].low == "," or rest[begin - 1].low in words.openers)
    is_apart = is_apart or _is_further(rest, begin, words)
    is_noun = words.is_noun(rest[-1]) and not words.participle.fullmatch(rest[-1].low)
    is_noun = is_noun and not words.leads(rest[begin]) and not _is_stating(rest[-1], words)
    return phrase_at_end(rest, words) if is_apart and is_noun else None


def _is_stating(token: Token, words: ClauseWords) -> bool:
    """Whether a word is a verb that states a number, whether it is known as a verb or not."""
    return token.text[0].islower() and words.stating.fullmatch(token.low) is not None


def _is_further(rest: Sequence[Token], begin: int, words: ClauseWords) -> bool:
    """Whether a noun is joined to a number before it: ``was 81 million and profit`` at 64."""
    at = begin if rest[begin].low in words.conjunctions else begin - 1
    if at < 1 or rest[at].low not in words.conjunctions:
        return False
    low = rest[at - 1].low
    return low[0].isdecimal() or low in words.apart or low in words.measures


def valued(place: Place) -> Span | None:
    """What a link of several words joins to its number: ``goods to the value of £1,000``."""
    link, words = _phrase_of_link(place), place.words
    if link is None or place.measure is Measure.TIMES:
        return None
    before = [token for token in place.before if token.span.end <= link.start()]
    found = phrase_at_end(before, words)
    has_subject = found is None and not any(token.low == "," for token in before)
    return subject(before, place.after, words) if has_subject else found


def linked(place: Place) -> Span | None:
    """The noun that a small word joins to the number: ``a fine of £1,000``."""
    if _is_on_top(place):
        return None
    return None if _phrase_of_link(place) else _linked_to(place.before, place.words)


def _is_on_top(place: Place) -> bool:
    """Whether words that only end in a link set a number against another: ``on top of`` £5."""
    begin, start = max(0, place.span.start - _VERSUS_REACH), place.span.start
    said = place.phrases.versus.search(place.text, begin, start)
    return said is not None and said[0].count(" ") > 1


def _phrase_of_link(place: Place) -> re.Match[str] | None:
    rest = list(place.before)
    while rest and place.words.adverb.fullmatch(rest[-1].low):
        rest.pop()  # "in Höhe von insgesamt"
    return (
        place.phrases.link.search(place.text, rest[0].span.start, rest[-1].span.end)
        if rest
        else None
    )


def _linked_to(before: Sequence[Token], words: ClauseWords) -> Span | None:
    rest = bare(before, words)
    if not rest or rest[-1].low not in words.links:
        return None
    if len(rest) > 1 and rest[-2].low in words.conjunctions:
        return None  # "5 millones en Roma y de otros 6"
    is_plain = not any(token.low in words.articles for token in before[len(rest) :])
    if len(rest) > BESIDE and rest[-2].low == "," and is_plain and not words.has_capital_nouns:
        rest = [*rest[:-2], rest[-1]]  # "a positive change, of 0.5 %", not "of these 50"
    begin = begin_of_phrase(rest[:-1], words)
    is_apart = begin == 0 or rest[begin - 1].low == ","
    if is_apart and not any(_is_thing(token, words) for token in rest[begin:-1]):
        return None  # "the tremor, at first estimated at 5"
    is_aside = len(rest) < len(before) and rest[-2] is not before[len(rest) - 2]
    if is_aside and begin < len(rest) - 1 and rest[begin].low in words.measures:
        return None  # "a rise, on the year before, of 3 %"
    return phrase_at_end(rest[:-1], words)


def _is_thing(token: Token, words: ClauseWords) -> bool:
    """Whether a word is a noun, and no participle."""
    return words.is_noun(token) and not words.participle.fullmatch(token.low)


def sized(place: Place) -> Span | None:
    """What comes in a size, or for a price: ``rate bimestrali da 100mila euro``."""
    words, before = place.words, bare(place.before, place.words)
    if len(before) < BESIDE or before[-1].low not in words.sizes:
        return None
    if place.measure in (Measure.TIME, Measure.TIMES, Measure.SHARE):
        return None
    rest = before[:-1]
    begin = begin_of_phrase(rest, words)
    has_noun = any(_is_thing(token, words) for token in rest[begin:])
    head = rest[-1] if words.has_capital_nouns else rest[begin] if begin < len(rest) else None
    if begin == len(rest) or not has_noun or head is None or not words.is_noun(head):
        return None  # "it has risen from 3 %"
    if words.plain_past and begin and words.leads(rest[begin - 1]):
        return None  # "it was sold at Harrods for £5"
    if begin and len(rest) - begin == 1 and words.stating.fullmatch(rest[begin - 1].low):
        return None  # "la posizione è positiva per 189 milioni"
    return head_of_phrase(rest, words)


def listed(place: Place) -> Span | None:
    """Where or for whom a further number holds: ``5 % in Italy, in Spain 7 %``."""
    words, rest = place.words, bare(place.before, place.words)
    begin = len(rest)
    while begin and words.goes_on(rest[begin - 1]) and not words.leads(rest[begin - 1]):
        begin -= 1
    if not 1 < begin < len(rest) or not words.leads(rest[begin - 1]):
        return None
    mark = rest[begin - 2].low
    is_further = any(token.low[0].isdecimal() for token in rest[: begin - 1])
    if not is_further or not (mark == "," or mark in words.conjunctions):
        return None
    found = phrase_at_end(rest[begin:], words)
    return None if found is None else Span(rest[begin - 1].span.start, found.end)
