"""What a number means where its clause must be read whole: all that it says up to the number.

These rules are asked last: a few words that stand right beside a number say shorter what it means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._clause_around import tokens_after
from briefing.analysis._label_cut import cut
from briefing.analysis._label_predicate import begins_clause
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import (
    LONGEST,
    begin_of_phrase,
    phrase_at_end,
    phrase_at_start,
)
from briefing.analysis._place import Place, bare
from briefing.analysis._subjects import stands_alone
from briefing.model.span import Span

_COMMA = re.compile(r",\s")

_FEW = 4
"""Words of a subject whose verb is left out, and of what may end a clause behind its number."""


def spent(place: Place) -> Span | None:
    """Where so long is spent: ``36 days in quarantine``."""
    after, words = place.after, place.words
    if place.measure is not Measure.TIME or len(after) < 2:
        return None
    low = after[0].low
    is_leading = low in words.complements or low in words.gaps or low in place.phrases.places
    if not is_leading or low in words.links:
        return None
    before = bare(place.before, words)
    if before and words.leads(before[-1]) and before[-1].low not in words.lasting:
        return None  # "over drie weken", a date
    found = phrase_at_start(after[1:], words, LONGEST - len(f"{after[0].text} "))
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
    if is_turned and _has_subject(before[:-1], words):
        return None  # "De bank leverde 3 procent in"
    if not is_turned and not (begins_clause(before, place) and _may_be_verb(after[0], words)):
        return None
    whole = cut(after, words)
    is_sure = after[0].is_verb or is_turned or (whole and whole.end == after[-1].span.end)
    return whole if is_sure else None


def _has_subject(before: Sequence[Token], words: ClauseWords) -> bool:
    """Whether the subject of a verb stands right before it."""
    begin = begin_of_phrase(before, words)
    if begin == len(before):
        return bool(before) and before[-1].low in words.weak
    return not words.leads(before[begin]) and stands_alone(before, begin, words)


def _is_finite(token: Token, words: ClauseWords) -> bool:
    return token.is_verb or token.low in words.frames


@lru_cache(maxsize=8)
def _no_verbs(words: ClauseWords) -> frozenset[str]:
    """Small words that are no verbs."""
    small = words.complements | words.articles | words.conjunctions
    return small | words.qualifiers | words.weak


def _may_be_verb(token: Token, words: ClauseWords) -> bool:
    """Whether a word behind a share can only be its verb, known or not."""
    low = token.low
    is_small = (
        low in _no_verbs(words) or words.leads(token) or words.adverb.fullmatch(low) is not None
    )
    return token.text[0].islower() and not is_small and (token.is_verb or low not in words.stop)


def begun(place: Place) -> Span | None:
    """What a clause says that begins with a length of time: ``After 22 years Japan closes``."""
    before, words = place.before, place.words
    if place.measure is not Measure.TIME or len(bare(before, words)) > 1:
        return None
    if before and not words.leads(before[0]) and before[0].low not in words.lasting:
        return None
    behind = _COMMA.match(place.text, place.span.end)
    after = tokens_after(place.text, behind.end(), words) if behind else place.after
    is_turned = words.has_late_verbs and not behind and bool(before)
    if not is_turned and not any(map(_is_done, after)):
        return None
    if is_turned and after and not _is_finite(after[0], words):  # "in the 22 years of its life"
        verb = next((at for at, one in enumerate(after) if _is_finite(one, words)), len(after))
        return phrase_at_start(after[:verb], words, LONGEST)
    return cut(after, words)


def _is_done(token: Token) -> bool:
    return token.is_verb


def related(place: Place) -> Span | None:
    """What is said of so much with a pronoun behind it: ``the 3 million that they manage``."""
    after, words = place.after, place.words
    if place.measure is Measure.COUNT or len(after) < 2 or words.has_late_verbs:
        return None
    is_pronoun = after[0].low in words.weak and after[0].low in words.openers
    is_pronoun = is_pronoun and after[0].low not in words.conjunctions
    if is_pronoun and place.measure is Measure.TIME and _is_led(place):
        return None  # "explica en 30 minutos que las bandas"
    return cut(after[1:], words) if is_pronoun else None


def _is_led(place: Place) -> bool:
    """Whether a preposition stands before a number, without an article."""
    led = [token for token in place.before if token.low not in place.words.qualifiers]
    return bool(led) and place.words.leads(led[-1])


def done(place: Place) -> Span | None:
    """What is done so long or often, where the verb ends the clause: ``auf einen Sieg wartet``."""
    after, words = list(place.after), place.words
    if not words.has_late_verbs or not after:
        return None
    if place.measure not in (Measure.TIME, Measure.TIMES) or _is_stated(after, words):
        return None
    if after[0].low in words.conjunctions or after[0].low in words.openers:
        return None
    while len(after) > 1 and after[-1].low in words.frames:
        after.pop()
    span = Span(after[0].span.start, place.after[-1].span.end)
    is_clear = all(token.low[0].isalpha() and token.low not in words.weak for token in after)
    return span if is_clear and len(span) <= LONGEST and _is_act(after[-1], words) else None


def _is_act(token: Token, words: ClauseWords) -> bool:
    """Whether a word has the form of a verb at the end of its clause, and is nothing else."""
    low = token.low
    has_form = words.participle.fullmatch(low) or words.verb_forms.fullmatch(low)
    is_other = (
        low in words.stop or low in words.no_verbs or words.leads(token) or low in words.apart
    )
    is_other = is_other or words.adverb.fullmatch(low) is not None or low in words.frames
    return bool(has_form) and token.text[0].islower() and not is_other


def framed(place: Place) -> Span | None:
    """Whose number it is where the verb ends the clause: ``while Acme`` 13 % ``had to cede``."""
    after, words, rest = place.after, place.words, bare(place.before, place.words)
    if not words.has_late_verbs or not 0 < len(after) <= _FEW or place.measure is Measure.COUNT:
        return None
    if not (after[-1].is_verb or after[-1].low in words.frames):
        return None
    if any(map(words.is_noun, after)) and words.has_capital_nouns:
        return None
    begin = begin_of_phrase(rest, words)
    lead = begin - (0 < begin < len(rest) and rest[begin - 1].low in words.articles)
    if begin == len(rest) or not lead or rest[lead - 1].low not in words.openers:
        return None
    return phrase_at_end(rest, words)


def _is_stated(after: Sequence[Token], words: ClauseWords) -> bool:
    """Whether verbs state a number of their subject."""
    return any(words.stating.fullmatch(token.low) for token in after)


def elliptic(place: Place) -> Span | None:
    """A further subject whose verb stands before: ``Spain has 157,000 cases and Italy`` 143,600."""
    words, rest = place.words, bare(place.before, place.words)
    if place.after or not rest:
        return None
    if rest and rest[-1].low == "," and place.before[-1].low in words.articles:
        rest.pop()  # "and industry, the 8.2 %"
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
    if words.stating.fullmatch(part[-1].low):
        return None  # "el índice, el más importante de todos, perdía"
    return phrase_at_end(part, words)


def coordinated(place: Place) -> Span | None:
    """The subject of a verb that "and" joins to another: ``The net has … and will cost`` 200."""
    words, rest = place.words, bare(place.before, place.words)
    if words.has_late_verbs or place.measure in (Measure.TIME, Measure.TIMES):
        return None
    end = len(rest)
    while end and (rest[end - 1].is_verb or words.leads(rest[end - 1])):
        end -= 1
    is_joined = 0 < end < len(rest) and rest[end - 1].low in words.conjunctions
    if not is_joined or not any(words.stating.fullmatch(token.low) for token in rest[end:]):
        return None
    verb = next((at for at, token in enumerate(rest[: end - 1]) if token.is_verb), 0)
    begin = begin_of_phrase(rest[:verb], words)
    is_first = begin == 0 or (begin == 1 and rest[0].low in words.articles)
    return phrase_at_end(rest[:verb], words) if verb and is_first else None
