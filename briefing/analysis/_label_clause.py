"""What a number means where its clause must be read whole: all that it says up to the number.

These rules are asked last: a few words that stand right beside a number say shorter what it means.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_behind import begins_clause
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import LONGEST, phrase_at_end, phrase_at_start
from briefing.analysis._place import Place, bare
from briefing.model.span import Span

_FEW = 4
"""Words of a subject whose verb is left out, and of what may end a clause behind its number."""


def spent(place: Place) -> Span | None:
    """Where so long is spent: ``36 days in quarantine``."""
    after, words = place.after, place.words
    if place.measure is not Measure.TIME or len(after) < 2:
        return None
    if after[0].low in words.links or after[0].low not in words.complements:
        return None
    before = bare(place.before, words)
    if before and words.leads(before[-1]) and before[-1].low not in words.lasting:
        return None  # "over drie weken", a date
    found = phrase_at_start(after[1:], words, LONGEST - len(after[0].text))
    if found is None or any(t.low in words.measures for t in after if t.span.end <= found.end):
        return None  # "three days in June"
    return Span(after[0].span.start, found.end)


def said_of(place: Place) -> Span | None:
    """What a share does that is itself the subject: ``5 percent live alone``."""
    after, words = place.after, place.words
    if place.measure not in (Measure.SHARE, Measure.NONE) or not after:
        return None
    before = bare(place.before, words)
    is_turned = words.has_late_verbs and bool(before) and _is_finite(before[-1], words)
    if not is_turned and not (begins_clause(before, place) and _may_be_verb(after[0], words)):
        return None
    return _whole(after)


def _is_finite(token: Token, words: ClauseWords) -> bool:
    return token.is_verb or token.low in words.frames


def _may_be_verb(token: Token, words: ClauseWords) -> bool:
    """Whether a word behind a share can only be its verb, known or not."""
    low = token.low
    others = words.complements | words.articles | words.conjunctions | words.qualifiers | words.weak
    is_small = low in others or words.leads(token) or words.adverb.fullmatch(low) is not None
    return token.text[0].islower() and not is_small and (token.is_verb or low not in words.stop)


def begun(place: Place) -> Span | None:
    """What a clause says that begins with a length of time: ``After 22 years Japan closes``."""
    before, words = place.before, place.words
    if place.measure is not Measure.TIME or len(before) > 1 or not place.after:
        return None
    if before and not words.leads(before[0]) and before[0].low not in words.lasting:
        return None
    return _whole(place.after) if any(t.is_verb for t in place.after) else None


def _whole(after: Sequence[Token]) -> Span | None:
    """All that a clause says behind its number, where that is short enough for a label."""
    span = Span(after[0].span.start, after[-1].span.end)
    return span if len(after) > 1 and len(span) <= LONGEST else None


def elliptic(place: Place) -> Span | None:
    """A further subject whose verb stands before: ``Spain has 157,000 cases and Italy`` 143,600."""
    words, rest = place.words, bare(place.before, place.words)
    if place.after or not rest:
        return None
    begin = len(rest)
    while begin and rest[begin - 1].low != "," and rest[begin - 1].low not in words.openers:
        begin -= 1
    part = rest[begin:]
    is_further = any(token.low[0].isdecimal() for token in rest[:begin])
    if not is_further or not 0 < len(part) <= _FEW or words.leads(part[0]):
        return None
    if words.leads(part[-1]) and part[0].low not in words.articles:
        return None  # "frente a los 2.714 millones"
    if any(token.is_verb or not words.goes_on(token) for token in part):
        return None
    return phrase_at_end(part, words)
