"""What a number means by the words before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_other import is_left
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import LONGEST, begin_of_phrase, head_of_phrase, phrase_at_end
from briefing.analysis._place import BESIDE, Place, bare, is_part
from briefing.analysis._subjects import begin_of_verbs, stands_alone, subject
from briefing.model.span import Span

_VERSUS_REACH = 40
"""Characters before a number in which what sets it against another stands."""


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
    if place.measure is Measure.TIME and not any(_is_done(token, words) for token in told):
        return None  # "they spoke of wheat for two days"
    return Span(told[0].span.start, told[-1].span.end) if told else None


def _is_done(token: Token, words: ClauseWords) -> bool:
    return token.is_verb or words.participle.fullmatch(token.low) is not None


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


def harmed(place: Place) -> Span | None:
    """What was done to so many: ``The blast killed 12``, ``und 40 verletzt``."""
    if place.measure is not Measure.NONE or not place.before:
        return None
    is_further = place.before[-1].low in place.words.conjunctions
    if place.order == "capital" and is_further and len(place.after) == 1:
        only = place.after[0]
        return only.span if place.words.participle.fullmatch(only.low) else None
    said = place.phrases.harm.search(place.text, place.before[0].span.start, place.span.start)
    return Span(*said.span(1)) if said else None


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


def passive(place: Place) -> Span | None:
    """What was done to so much: ``vennero trovati 2 milioni``."""
    words, rest = place.words, bare(place.before, place.words)
    if place.order != "postposed" or len(rest) < 2:
        return None
    if not rest[-2].is_verb or not words.participle.fullmatch(rest[-1].low):
        return None
    if rest[-2].low in words.helpers:
        return None  # "ha pagato" says what somebody does
    return Span(rest[-2].span.start, rest[-1].span.end)


def moved(place: Place) -> Span | None:
    """What a clause changes to a number, or by it: ``raise the limit to $500``."""
    return _moved_by(place.before, place.words)


def _moved_by(before: Sequence[Token], words: ClauseWords) -> Span | None:
    rest = bare(before, words)
    if len(rest) > BESIDE and rest[-2].low in words.articles and rest[-3].low in words.changes:
        del rest[-2:]  # "from the current $500"
    if not rest or rest[-1].low not in words.changes:
        return None
    rest.pop()
    while rest and words.is_aside(rest[-1]) and words.goes_on(rest[-1]):
        rest.pop()
    begin = begin_of_phrase(rest, words)
    has_article = begin > 1 and rest[begin - 1].low in words.articles
    if not has_article or begin == len(rest) or words.leads(rest[begin - 2]):
        return None  # where it begins the clause it is the subject
    return phrase_at_end(rest, words)


def act(place: Place) -> Span | None:
    """Who does what with so much: ``The firm will invest $5 million``."""
    words, rest = place.words, bare(place.before, place.words)
    if place.measure in (Measure.TIMES, Measure.TIME) or not rest or is_part(place):
        return None
    if not _is_act(rest, words):
        return None
    begin = begin_of_verbs(rest, [len(rest) - 1], words)
    first = begin_of_phrase(rest[:begin], words)
    if place.measure is Measure.NONE and (begin == 0 or rest[begin - 1].low == ","):
        return Span(rest[begin].span.start, rest[-1].span.end)
    if first == begin or not stands_alone(rest[:begin], first, words):
        return None
    lead = first - (first > 0 and rest[first - 1].low in words.articles)
    if lead > 0 and not (rest[lead - 1].low == "," or rest[lead - 1].low in words.openers):
        return None
    whole = Span(rest[first].span.start, rest[-1].span.end)
    return whole if len(whole) <= LONGEST and any(map(words.is_noun, rest[first:begin])) else None


def _is_act(rest: Sequence[Token], words: ClauseWords) -> bool:
    """Whether some words end in a verb that has its number as object."""
    last = rest[-1]
    if last.low in words.modals or last.low in words.helpers or last.low in words.frames:
        return False
    if words.stating.fullmatch(last.low):
        return False
    is_past = words.plain_past and words.participle.fullmatch(last.low) is not None
    return last.is_verb or is_past


def subject_of(place: Place) -> Span | None:
    """The subject of the clause's verb: ``The toll rose to 21``."""
    is_none = place.measure is Measure.TIMES or is_part(place)
    found = None if is_none else subject(place.before, place.after, place.words)
    return None if found and is_left(found, place) else found
