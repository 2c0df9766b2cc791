"""Pieces of a clause that may say what its number means, whatever joins them to it.

Noun phrases and verbs on both sides of the number, each cut at the edges of its phrase. Rules that
know the build of a clause propose others; which one is taken is told by `_label_choice`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_other import is_left, is_told_of
from briefing.analysis._label_told import is_joint
from briefing.analysis._label_whole import whole
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import (
    LONGEST,
    begin_of_phrase,
    head_of_phrase,
    phrase_at_end,
    phrase_at_start,
)
from briefing.analysis._place import BESIDE, Place, bare, is_alone, is_vague
from briefing.analysis._subjects import begin_of_verbs, stands_alone
from briefing.model.span import Span

_NOUNS = 7
"""Noun phrases before a number that are looked at."""

_BEHIND = 4
"""Noun phrases behind it."""

_VERBS = 8
"""Words up to the number in which a verb may begin what is said of it."""

_NEAR = 6
"""Words behind a number in which a verb is looked for."""


def pieces(place: Place) -> Iterator[tuple[str, Span]]:
    """The pieces of a clause that a label may be, each with the name of its kind."""
    numbers = [token.span for token in (*place.before, *place.after) if _counts(token, place)]
    looked_at: dict[Span | None, Span | None] = {}
    for name, piece in _every(place):
        if piece not in looked_at:  # most are proposed as several kinds
            looked_at[piece] = _said_by(piece, numbers, place)
        if (found := looked_at[piece]) is not None:
            yield name, found
    if (counted := counted_before(place)) is not None and not is_vague(counted, place):
        yield "counted noun", counted
    if (alone := _verb_alone(place)) is not None and not is_vague(alone, place):
        yield "lone verb", alone


def _said_by(piece: Span | None, numbers: Sequence[Span], place: Place) -> Span | None:
    """What a piece says, whole; None where that is nothing, or is said of another number."""
    if piece is None or not 1 < len(piece) <= LONGEST or is_vague(piece, place):
        return None
    if any(piece.start <= number.start < piece.end for number in numbers):
        return None
    if is_left(piece, place):
        return None
    is_of_other = place.measure is Measure.TIME and is_told_of(piece, numbers, place)
    if is_of_other or (piece.start >= place.span.end and is_alone(place)):
        return None
    return whole(piece, place)


def _counts(token: Token, place: Place) -> bool:
    """Whether a word is a number itself: ``from three games``, ``risen by 3% and reaching``."""
    words, text, end = place.words, place.text, token.span.end
    if token.low[0].isdecimal():
        return text[end : end + 1] == "%" or text[end + 1 : end + 2] == "%"
    is_scale = token.low in words.apart and token.low not in words.months
    is_named = words.numbers.fullmatch(token.low) is not None
    return token.low not in words.articles and (is_scale or is_named)


def _every(place: Place) -> Iterator[tuple[str, Span | None]]:
    words, before = place.words, _without_link(place)
    yield from _noun_phrases(before, words)
    yield from ((f"parted {name}", piece) for name, piece in _noun_phrases(place.outside, words))
    yield from (("verb", span) for span in _from_verbs(before, words))
    yield from _behind(place)
    yield "verb behind", _said_behind(place.after, words)


def _noun_phrases(before: Sequence[Token], words: ClauseWords) -> Iterator[tuple[str, Span | None]]:
    """The noun phrases before a number, the nearest first."""
    ends = [end for end in range(len(before), 0, -1) if _ends_phrase(before, end, words)]
    for end in ends[:_NOUNS]:
        some = before[:end]
        whole = phrase_at_end(some, words)
        yield "noun phrase", whole
        yield "beginning of a noun phrase", head_of_phrase(some, words)
        yield "noun", _noun(some, words)
        if whole is not None and stands_alone(before, begin_of_phrase(some, words), words):
            yield "noun with verb", _with_verbs(whole, before[end:], words)


def _without_link(place: Place) -> Sequence[Token]:
    """The words before a number without those that join it to a noun: ``a fine to the tune of``.

    Or set it against another: ``a fine of £5 instead of``.
    """
    start = place.before[0].span.start if place.before else place.span.start
    link = place.phrases.link.search(place.text, start, place.span.start)
    link = link or place.phrases.versus.search(place.text, start, place.span.start)
    if link is None:
        return place.before
    return [token for token in place.before if token.span.end <= link.start()]


def _ends_phrase(tokens: Sequence[Token], end: int, words: ClauseWords) -> bool:
    """Whether a noun phrase ends before a word."""
    if words.is_small(tokens[end - 1]) or not words.is_noun(tokens[end - 1]):
        return False
    if end == len(tokens) and _is_of_number(tokens, words):
        return False  # "a revised 4 %"
    following = tokens[end] if end < len(tokens) else None
    return following is None or not _goes_on(following, words)


def _is_of_number(tokens: Sequence[Token], words: ClauseWords) -> bool:
    """Whether the participle before a number is said of that."""
    is_led = len(tokens) > 1 and tokens[-2].low in words.articles
    return is_led and words.plain_past and words.participle.fullmatch(tokens[-1].low) is not None


def _goes_on(token: Token, words: ClauseWords) -> bool:
    """Whether a word belongs to the noun beside it, and leads to no other."""
    return words.goes_on(token) and not words.leads(token) and not words.is_small(token)


def _noun(tokens: Sequence[Token], words: ClauseWords) -> Span:
    """The noun that some words end in, with what stands right before it."""
    begin = len(tokens) - 1
    while begin and _goes_on(tokens[begin - 1], words):
        begin -= 1
    return Span(tokens[begin].span.start, tokens[-1].span.end)


def _with_verbs(phrase: Span, rest: Sequence[Token], words: ClauseWords) -> Span | None:
    """A noun phrase with the verbs right behind it."""
    end = 0
    while end < len(rest) and _is_of_verb(rest[end], words):
        end += 1
    while end and not words.is_act(rest[end - 1]):
        end -= 1
    if not (words.plain_past or any(token.is_verb for token in rest[:end])):
        return None
    behind = rest[end:]
    if behind and behind[0].low in words.weak and behind[0].low not in words.articles:
        return None  # "the house sold it for"
    if any(map(words.is_number, behind)):
        return None  # what was said of another number
    return Span(phrase.start, rest[end - 1].span.end) if end else None


def _is_of_verb(token: Token, words: ClauseWords) -> bool:
    """Whether a word may stand in a verb of several words."""
    is_small = token.low in _beside_verbs(words)
    return is_small or words.is_act(token) or words.adverb.fullmatch(token.low) is not None


@lru_cache(maxsize=8)
def _beside_verbs(words: ClauseWords) -> frozenset[str]:
    """Small words that stand in a verb of several words."""
    return words.weak | words.modals | words.helpers | words.markers


def _from_verbs(before: Sequence[Token], words: ClauseWords) -> Iterator[Span]:
    """From each verb near a number all that is said up to that."""
    rest = bare(before, words)
    while rest and is_joint(rest[-1], words):
        rest.pop()
    for begin in range(max(0, len(rest) - _VERBS), len(rest)):
        if words.is_act(rest[begin]) and _says_one_thing(rest[begin:], words):
            yield Span(rest[begin].span.start, rest[-1].span.end)


def counted_before(place: Place) -> Span | None:
    """What the number before counts, for one without a unit: ``86 votes`` for and 13 against."""
    words, tokens = place.words, [*place.earlier, *place.before]
    if place.measure is not Measure.NONE:
        return None
    for at in range(len(tokens) - 1, 0, -1):
        is_number = tokens[at - 1].low[0].isdecimal() or _counts(tokens[at - 1], place)
        if is_number and words.is_noun(tokens[at]) and tokens[at].low not in words.apart:
            return phrase_at_start(_plainly(tokens[at : at + BESIDE], words), words, LONGEST)
    return None


def _plainly(tokens: Sequence[Token], words: ClauseWords) -> Sequence[Token]:
    """A noun without what is said of so many alone: ``votes`` in favour, ``kilos`` of rice."""
    ends = (at for at, token in enumerate(tokens) if at and words.leads(token))
    return tokens[: next(ends, len(tokens))]


def _verb_alone(place: Place) -> Span | None:
    """What is done with so much, where no noun stands before: ``She lost 5 pounds``."""
    words, rest = place.words, bare(place.before, place.words)
    if not rest or not words.is_act(rest[-1]) or any(map(words.is_noun, rest)):
        return None
    begin = begin_of_verbs(rest, [len(rest) - 1], words)
    while begin < len(rest) - 1 and not words.is_act(rest[begin]):
        begin += 1
    return Span(rest[begin].span.start, rest[-1].span.end)


def _says_one_thing(tokens: Sequence[Token], words: ClauseWords) -> bool:
    """Whether words from a verb on say one thing: with a noun, and without another clause."""
    acts = [at for at, token in enumerate(tokens) if words.is_act(token)]
    if not all(_is_of_verb(token, words) for token in tokens[acts[0] : acts[-1]]):
        return False
    behind = tokens[acts[-1] + 1 :]
    pointing = _pointing(words)
    if any(one.low in pointing for one in behind) or not any(map(words.is_noun, behind)):
        return False
    has_bare_nouns = words.has_late_verbs or words.plain_past
    return has_bare_nouns or any(one.low in words.articles for one in behind)


@lru_cache(maxsize=8)
def _pointing(words: ClauseWords) -> frozenset[str]:
    """What stands for what another clause names, or opens one."""
    return (words.weak | words.openers) - words.articles - words.prepositions


def _behind(place: Place) -> Iterator[tuple[str, Span | None]]:
    """The noun phrases behind a number, and with what leads to them."""
    after, words, found = place.after, place.words, 0
    for begin, token in enumerate(after):
        if token.low in words.between or (begin and after[begin - 1].low in words.between):
            return  # "between the first quarter and the second"
        if words.opens_inner(token) and token.low not in words.weak:
            return  # "as prices rose"
        if place.phrases.against.match(place.text, token.span.start):
            return  # "against 5 %"
        if words.is_small(token) or not _may_begin(after, begin, words):
            continue
        if begin and after[begin - 1].low in place.phrases.rates:
            continue  # "per barrel"
        phrase = phrase_at_start(after[begin:], words, LONGEST)
        if phrase is None or words.participle.fullmatch(phrase.of(place.text).lower()):
            continue
        yield "noun phrase behind", phrase
        lead = _back(after, begin, lambda one: words.is_small(one) and not words.leads(one))
        if lead and words.leads(after[lead - 1]):
            yield "phrase behind", Span(after[lead - 1].span.start, phrase.end)
        found += 1
        if found == _BEHIND:
            return


def _may_begin(after: Sequence[Token], begin: int, words: ClauseWords) -> bool:
    """Whether a noun phrase may begin at a word: at the number, or behind a small word."""
    before = after[begin - 1]
    return not begin or words.leads(before) or words.is_small(before)


def _back(tokens: Sequence[Token], end: int, holds: Callable[[Token], bool]) -> int:
    """How far back before a word all words are such."""
    while end and holds(tokens[end - 1]):
        end -= 1
    return end


def _said_behind(after: Sequence[Token], words: ClauseWords) -> Span | None:
    """From the verb behind a number what is said, as long as a label may be."""
    verb = next((at for at, token in enumerate(after[:_NEAR]) if token.is_verb), None)
    if verb is None:
        return None
    start = after[verb].span.start
    number = next((at for at, one in enumerate(after) if one.low[0].isdecimal()), len(after))
    for token in reversed(after[verb + 1 : number]):
        is_torn = words.is_small(token) or words.leads(token)
        if not is_torn and token.span.end - start <= LONGEST:
            said = after[verb : after.index(token) + 1]
            is_told = not words.has_capital_nouns or any(map(words.is_noun, said))
            return Span(start, token.span.end) if is_told else None
    return None
