"""What a clause does to so much, or who does it, by the verb before the number."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_other import is_left
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import LONGEST, begin_of_phrase, phrase_at_end
from briefing.analysis._place import BESIDE, Place, bare, is_part
from briefing.analysis._subjects import begin_of_subject, begin_of_verbs, subject
from briefing.model.span import Span


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
    if place.measure is Measure.NONE and (begin == 0 or rest[begin - 1].low == ","):
        return Span(rest[begin].span.start, rest[-1].span.end)
    first = begin_of_subject(rest[:begin], words)
    if first is None:
        return None
    whole = Span(rest[first].span.start, rest[-1].span.end)
    return whole if len(whole) <= LONGEST else None


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
