"""What a short clause says up to its number, where no words beside the number say it shorter.

A clause that is too long for a label is taken from its subject on, or from its verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import LONGEST, begin_of_phrase
from briefing.analysis._place import Place
from briefing.model.span import Span

_YEAR = re.compile(r"(?:19|20)\d\d")

_FEW = 4
"""Words of a clause whose last one may be a verb that is not known."""


def told(place: Place) -> Span | None:
    """All that a short clause says up to its number: ``venues must not play music above`` 85."""
    words, rest = place.words, list(place.before)
    while rest and is_joint(rest[-1], words):
        joint = rest.pop()
        if len(rest) > 1 and rest[-1].low == "," and joint.low in words.gaps:
            rest.pop()  # "was measured there in 2015, with"
    rest = _without_time(rest, words)
    if rest and rest[-1].low in words.openers:
        return None  # the number begins another clause
    begin = _begin(rest, words)
    for start, part in _parts(rest, begin, words):
        said = _telling(part, words)
        span = Span(rest[start].span.start, (said or part)[-1].span.end)
        is_multiple = place.measure is Measure.TIMES and words.stating.fullmatch(part[-1].low)
        if is_multiple:
            return None  # "it would be ten times larger"
        is_headed = span.start < part[0].span.start
        if len(span) <= LONGEST and _is_whole(part, words, least=2 - is_headed):
            return span
    return None


def _is_torn(part: Sequence[Token], words: ClauseWords) -> bool:
    """Whether some words begin with a number of which more stands before: ``of six months to``."""
    return len(part) > 1 and words.leads(part[0]) and bool(words.numbers.fullmatch(part[1].low))


def _without_time(rest: list[Token], words: ClauseWords) -> list[Token]:
    """A clause without a time that is set off before its number: ``will get, each year,``."""
    commas = [at for at, token in enumerate(rest) if token.low == ","]
    if len(commas) < 2 or commas[-1] != len(rest) - 1:
        return rest
    aside = rest[commas[-2] + 1 : -1]
    is_time = any(token.low in words.measures for token in aside)
    return rest[: commas[-2]] if is_time and not any(map(words.is_noun, aside)) else rest


def _parts(
    rest: Sequence[Token], begin: int, words: ClauseWords
) -> Iterator[tuple[int, Sequence[Token]]]:
    """A clause with where its label begins: at the noun it is said of, itself, or at its verb."""
    opening = begin
    while opening < len(rest) and _is_opening(rest[opening], words):
        opening += 1
    if opening + 1 < len(rest) and words.leads(rest[opening]) and not words.has_late_verbs:
        opening += 2 * (rest[opening + 1].low in words.months)  # "A giugno sono stati spesi"
    part = rest[opening:]
    verbs = _verbs(part, words)
    if not verbs:
        return
    is_inner = begin > 1 and _is_inside(rest, begin, words)
    if is_inner or (verbs[0] == 0 and begin and _is_relative(rest, begin, words)):
        named = _antecedent(rest, begin, part[-1].span.end - LONGEST, words)
        if rest[named].low not in words.openers:
            yield named, part
    yield opening, part
    first = verbs[0] if words.has_late_verbs else _first_of(part, verbs[-1], words)
    subject = begin_of_phrase(part[:first], words)
    if _is_torn(part[subject:first], words):
        return
    if 0 < subject < first and _may_begin(part, subject, words):
        yield opening + subject, part[subject:]
    if not words.stating.fullmatch(part[first].low):
        yield opening + first, part[first:]


def _is_inside(rest: Sequence[Token], begin: int, words: ClauseWords) -> bool:
    """Whether a clause stands behind its noun without a comma: ``boten dat een`` haven."""
    opener, noun = rest[begin - 1], rest[begin - 2]
    is_pronoun = opener.low in words.openers and opener.low in words.weak
    return words.has_late_verbs and is_pronoun and words.is_noun(noun) and not noun.is_verb


def _telling(part: Sequence[Token], words: ClauseWords) -> Sequence[Token]:
    """A clause without the words at its end that only lead to the number: ``has been``."""
    end = len(part)
    while end and (part[end - 1].low in words.vague or not _tells(part[end - 1], words)):
        if _ends_compound(part[:end], words):
            break  # "has moved its lending rate"
        end -= 1
    return part[:end]


def _ends_compound(part: Sequence[Token], words: ClauseWords) -> bool:
    """Whether a word that says nothing alone is the head of a compound: ``its lending rate``."""
    if not words.plain_past or len(part) < _FEW - 1 or not words.is_noun(part[-1]):
        return False
    before = part[-2]
    is_plain = words.is_noun(before) and not before.is_verb and not words.is_small(before)
    return is_plain and before.low not in words.vague


def _may_begin(part: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether a subject may begin at a word: it is none that a preposition leads to or a part."""
    before = part[at - 1]
    lead = part[at - 2] if at > 1 and before.low in words.articles else before
    is_led = words.leads(lead) or before.low in words.conjunctions
    return not is_led and (before.low[0].isalpha() or part[at].low in words.articles)


def _is_relative(rest: Sequence[Token], begin: int, words: ClauseWords) -> bool:
    """Whether a clause begins with a pronoun for the noun right before it."""
    low, before = rest[begin].low, rest[begin - 1]
    is_opener = before.low in words.openers and before.low in words.weak
    is_led = before.low == "," and (low in words.openers or low in words.articles)
    return is_opener or (is_led and low in words.weak)


def _antecedent(rest: Sequence[Token], begin: int, floor: int, words: ClauseWords) -> int:
    """Where the noun phrase begins that stands right before a clause, not before a character."""
    end = begin
    while end and _is_between(rest[end - 1], words):
        end -= 1
    head = begin_of_phrase(rest[:end], words)
    first = head
    while head < end and rest[head].span.start < floor:
        head = next((at for at in range(head + 1, end) if rest[at].low in words.inside), end)
    while head < end and words.is_small(rest[head]):
        head += 1
    is_last = head > first and head == end - 1 and rest[first].span.start < floor
    if head < end and (is_last or rest[head].low in words.measures):
        return begin  # "giudice del | lavoro, che"
    is_noun = any(map(words.is_noun, rest[head:end]))
    around = rest[max(0, head - 1) : end]
    is_counted = any(_is_unclear(around, at, words) for at in range(len(around)))
    return head if is_noun and not is_counted else begin


def _is_between(token: Token, words: ClauseWords) -> bool:
    """Whether a word stands between a noun and the clause that is said of it."""
    return token.low == "," or token.low in words.openers or words.leads(token)


def _is_whole(part: Sequence[Token], words: ClauseWords, least: int) -> bool:
    """Whether some words say one thing that is clear without others, in so many that tell."""
    verbs = _verbs(part, words)
    if not verbs or not (words.has_late_verbs or _are_one(part[verbs[0] : verbs[-1]], words)):
        return False
    if least > 1 and _lacks_subject(part, words):
        return False
    if any(_is_unclear(part, at, words) for at in range(len(part))):
        return False
    if any(one.low in words.conjunctions and two.is_verb for one, two in pairwise(part)):
        return False
    return sum(_tells(token, words) for token in part) >= least


def _lacks_subject(part: Sequence[Token], words: ClauseWords) -> bool:
    """Whether some words say of nothing that it is so much, or only when and why it is.

    Where verbs stand late another clause may begin inside, without a comma.
    """
    is_plain = len(part) > 1 and not (part[1].is_verb or words.has_late_verbs)
    if is_plain and part[0].is_verb and words.stating.fullmatch(part[0].low):
        return True
    if words.leads(part[0]) and not any(token.is_verb for token in _telling(part, words)):
        return True
    return words.has_late_verbs and any(
        words.opens_inner(token) and not words.leads(token) for token in part[1:]
    )


def _begin(rest: Sequence[Token], words: ClauseWords) -> int:
    """Where the last clause of some words begins."""
    return next(
        (at + 1 for at in range(len(rest) - 1, -1, -1) if _opens(rest, at, words)),
        0,
    )


def _verbs(part: Sequence[Token], words: ClauseWords) -> list[int]:
    """Where the verbs of some words stand: also one that "to" leads to right before a number."""
    found = [at for at, token in enumerate(part) if _is_done(token, words)]
    is_led = len(part) >= _FEW and part[-2].low in words.markers
    return [*found, len(part) - 1] if is_led else found


def _first_of(part: Sequence[Token], last: int, words: ClauseWords) -> int:
    """Where the verbs begin of which this is the last."""
    while last and (_is_done(part[last - 1], words) or part[last - 1].low in words.weak):
        last -= 1
    return last


def _are_one(between: Sequence[Token], words: ClauseWords) -> bool:
    """Whether no noun parts the verbs of a clause: two of them say two things."""
    return not any(words.is_noun(token) for token in between if not _is_part_of_verb(token, words))


def _is_part_of_verb(token: Token, words: ClauseWords) -> bool:
    return words.participle.fullmatch(token.low) is not None or token.low in words.bases


def _is_unclear(part: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether a word makes a clause say less than it seems: a pronoun, a mark, another number."""
    low = part[at].low
    if low in words.articles and at + 1 < len(part) and not part[at + 1].is_verb:
        return False
    is_pronoun = low in words.weak and low not in words.conjunctions and low not in words.clitics
    return is_pronoun or not (low[0].isalpha() or _YEAR.fullmatch(low))


@lru_cache(maxsize=8)
def _joints(words: ClauseWords) -> frozenset[str]:
    """Small words that only join a number to its clause."""
    small = words.links | words.changes | words.sizes | words.lasting | words.articles
    return small | words.qualifiers | words.gaps


def is_joint(token: Token, words: ClauseWords) -> bool:
    """Whether a word only joins a number to its clause."""
    low = token.low
    is_bound = low in _joints(words) or _YEAR.fullmatch(low) is not None
    return is_bound or words.leads(token) or words.adverb.fullmatch(low) is not None


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


@lru_cache(maxsize=8)
def _helping(words: ClauseWords) -> frozenset[str]:
    """Verbs that say nothing alone."""
    return words.helpers | words.modals | words.frames | words.stop


def _tells(token: Token, words: ClauseWords) -> bool:
    """Whether a word says something: a noun, or a verb that is more than a help to another."""
    low = token.low
    if token.is_verb:
        return low not in _helping(words)
    is_participle = words.participle.fullmatch(low) is not None
    return words.is_noun(token) or (is_participle and low not in words.stop)
