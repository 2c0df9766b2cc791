"""Pieces of a clause that are said of another number, or that another clause parts from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._place import Place
from briefing.model.span import Span

_AMOUNT = re.compile(r"(?!(?:19|20)\d\d\Z)\d[\d.,]*")
"""Digits that are no year."""

_FEW_SPACES = 2
"""Spaces that a noun with its adjective has not."""


def is_left(piece: Span, place: Place) -> bool:
    """Whether a pronoun begins another clause behind a piece: ``trade`` went on, it rose by 5 %."""
    words, before = place.words, place.before
    if not words.has_late_verbs or not before or piece.start >= place.span.start:
        return False
    return any(
        one.low == "," and one.span.start >= piece.end and _is_pronoun(two, words)
        for one, two in pairwise(before)
    )


def _is_pronoun(token: Token, words: ClauseWords) -> bool:
    """Whether a word stands for a noun, and joins no clause to it."""
    low = token.low
    return low in words.weak and low not in words.articles and low not in words.openers


def is_told_of(piece: Span, numbers: Sequence[Span], place: Place) -> bool:
    """Whether another number stands between: ``costs`` fell by 5 % in three years.

    Nor is it what was counted itself: 40 ``clerks``.
    """
    others = [one.span for one in place.before if _AMOUNT.fullmatch(one.low)]
    if any(piece.end <= one.start < place.span.start for one in (*numbers, *others)):
        return True
    is_noun = piece.of(place.text).count(" ") < _FEW_SPACES
    return is_noun and any(number.end + 1 == piece.start for number in numbers)


def counts_other(tokens: Sequence[Token], words: ClauseWords) -> bool:
    """Whether some words begin with another count that is joined to more: ``três e feriu``."""
    low = tokens[0].low
    is_count = low not in words.articles and words.numbers.fullmatch(low) is not None
    return is_count and any(token.low in words.conjunctions for token in tokens)


def parts(tokens: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether a word begins another clause, or what stands for one: ``it rises, with Rome at``."""
    low = tokens[at].low
    if low in words.gaps and tokens[at - 1].low == ",":
        return True
    is_joint = low in words.conjunctions
    if low in words.openers and not is_joint and tokens[at - 1].low in words.conjunctions:
        return True  # "diputado y donde obtuvo"
    if low not in words.openers or low in words.weak:
        return False
    is_small = low in words.conjunctions or low in words.prepositions or low in words.inside
    return not is_small or (at + 1 < len(tokens) and tokens[at + 1].low in words.weak)
