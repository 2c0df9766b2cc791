"""What a number means where its clause must be read whole: all that it says up to the number.

These rules are asked last: a few words that stand right beside a number say shorter what it means.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

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
    if place.measure is not Measure.SHARE or not after:
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


def told(place: Place) -> Span | None:
    """All that a short clause says up to its number: ``venues must not play music above`` 85."""
    words, rest = place.words, list(place.before)
    while rest and _is_joint(rest[-1], words):
        rest.pop()
    if rest and rest[-1].low in words.openers:
        return None  # the number begins another clause
    part = _part(rest, words)
    if not part or part[-1].span.end - part[0].span.start > LONGEST:
        return None
    if any(_is_unclear(token, words) for token in part):
        return None
    verbs = _verbs(part, words)
    if not verbs or not (words.has_late_verbs or _are_one(part[verbs[0] : verbs[-1]], words)):
        return None
    if any(one.low in words.conjunctions and two.is_verb for one, two in pairwise(part)):
        return None
    telling = [token for token in part if _tells(token, words)]
    return Span(part[0].span.start, part[-1].span.end) if len(telling) > 1 else None


def _verbs(part: Sequence[Token], words: ClauseWords) -> list[int]:
    """Where the verbs of some words stand: also one that "to" leads to right before a number."""
    found = [at for at, token in enumerate(part) if _is_done(token, words)]
    is_led = len(part) >= _FEW and part[-2].low in words.markers
    return [*found, len(part) - 1] if is_led else found


def _are_one(between: Sequence[Token], words: ClauseWords) -> bool:
    """Whether no noun parts the verbs of a clause: two of them say two things."""
    return not any(words.is_noun(token) for token in between if not _is_part_of_verb(token, words))


def _is_part_of_verb(token: Token, words: ClauseWords) -> bool:
    return words.participle.fullmatch(token.low) is not None or token.low in words.bases


def _is_unclear(token: Token, words: ClauseWords) -> bool:
    """Whether a word makes a clause say less than it seems: a pronoun, a mark, another number."""
    low = token.low
    return not low[0].isalpha() or (low in words.weak and low not in words.conjunctions)


def _is_joint(token: Token, words: ClauseWords) -> bool:
    """Whether a word only joins a number to its clause."""
    low = token.low
    small = words.links | words.changes | words.sizes | words.lasting | words.articles
    is_bound = low in small or low in words.qualifiers or low in words.gaps
    return is_bound or words.leads(token) or words.adverb.fullmatch(low) is not None


def _part(rest: Sequence[Token], words: ClauseWords) -> list[Token]:
    """The last clause of some words, without the small words that it begins with."""
    begin = next(
        (at + 1 for at in range(len(rest) - 1, -1, -1) if _opens(rest, at, words)),
        0,
    )
    part = list(rest[begin:])
    while part and _is_opening(part[0], words):
        part.pop(0)
    return part


def _opens(rest: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether a clause with a verb begins behind a word, and not only a further noun."""
    low = rest[at].low
    if low != "," and (low not in words.openers or words.leads(rest[at])):
        return False
    is_joint = low in words.conjunctions and not _verbs(rest[:at], words)
    return not is_joint and bool(_verbs(rest[at + 1 :], words))


def _is_opening(token: Token, words: ClauseWords) -> bool:
    low = token.low
    is_small = low in words.weak or low in words.articles or low in words.openers
    return is_small or words.adverb.fullmatch(low) is not None


def _is_done(token: Token, words: ClauseWords) -> bool:
    return token.is_verb or token.low in words.frames


def _tells(token: Token, words: ClauseWords) -> bool:
    """Whether a word says something: a noun, or a verb that is more than a help to another."""
    low = token.low
    if token.is_verb:
        return low not in words.helpers | words.modals | words.frames | words.stop
    is_participle = words.participle.fullmatch(low) is not None
    return words.is_noun(token) or (is_participle and low not in words.stop)
