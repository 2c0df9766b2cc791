"""What a number that is itself the subject of its clause is said to be or do."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_cut import cut
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import LONGEST, phrase_at_start
from briefing.analysis._place import Place, is_part
from briefing.model.span import Span


def predicate(place: Place) -> Span | None:
    """What a number that is itself the subject is said to be or do: ``35 are missing``."""
    words, after, before = place.words, place.after, list(place.before)
    if len(before) > 1 and before[-1].low in words.links and before[-2].low in words.vague:
        del before[-2:]  # "a total of"
    while before and before[-1].low in words.articles:
        before.pop()
    if not after:
        return None
    if place.measure is Measure.NONE and after[0].low in words.articles:
        return phrase_at_start(after[1:], words, LONGEST) if _is_turned(before, words) else None
    low = after[0].low
    is_skipped = (low in words.weak or low in words.complements) and low not in words.conjunctions
    is_not = low in place.phrases.negations and not words.has_late_verbs
    start = after[0].span.start
    if len(after) > 1 and (is_skipped or is_not) and after[1].is_verb:
        after = after[1:]  # "un 20 % lo hace", "fünf davon haben", "5 % não sabem"
    if not after[0].is_verb or not begins_clause(before, place):
        return None
    if place.text[: place.span.start].endswith("("):
        return None  # what stands behind the bracket is said of what stands before it
    said = _said(after, words)
    return Span(start, said.end) if is_not and said is not None else said


def _said(after: Sequence[Token], words: ClauseWords) -> Span | None:
    """What the verb says that stands behind a number."""
    has_participle = len(after) > 1 and words.participle.fullmatch(after[1].low) is not None
    if after[0].low in words.helpers and has_participle:
        return _remainder(after, words)  # "9,300 have suffered damage"
    return _called(after, words) or cut(after, words) or _remainder(after, words)


def _called(after: Sequence[Token], words: ClauseWords) -> Span | None:
    """What a number is said to be: ``of whom 80 were`` children."""
    rest = list(after)
    while rest and rest[0].low in words.copulas:
        rest.pop(0)
    if len(rest) == len(after) or not rest or words.participle.fullmatch(rest[0].low):
        return None
    while rest and rest[0].low in words.articles:
        rest.pop(0)
    is_led = bool(rest) and words.leads(rest[0])
    return None if is_led else phrase_at_start(rest, words, LONGEST)


def _is_turned(before: Sequence[Token], words: ClauseWords) -> bool:
    """Whether a verb ends here whose subject or object follows: ``eleva a 4.000 el número``."""
    if not before or before[-1].is_verb:
        return bool(before)
    is_led = before[-1].low in words.changes and len(before) > 1
    return is_led and before[-2].text.islower() and not words.is_small(before[-2])


def begins_clause(before: Sequence[Token], place: Place) -> bool:
    """Whether what ends here is all of a clause before its subject."""
    if not before or before[-1].low in place.words.openers or before[-1].low == ",":
        return True
    return is_part(place)


def _remainder(after: Sequence[Token], words: ClauseWords) -> Span | None:
    """All that a clause says of its number, up to the next one: ``32 won and 9 lost``."""
    number = next((at for at, one in enumerate(after) if one.low[0].isdecimal()), len(after))
    said = list(after[:number])
    while said and number < len(after) and (words.is_small(said[-1]) or words.leads(said[-1])):
        said.pop()
    if len(said) < 2:
        is_act = bool(said) and said[0].is_verb and said[0].low not in words.helpers
        return said[0].span if is_act and said[0].low not in words.copulas else None
    whole = Span(said[0].span.start, said[-1].span.end)
    is_told = said[-1].low not in words.qualifiers and not words.adverb.fullmatch(said[-1].low)
    return whole if is_told and len(whole) <= LONGEST else None
