"""Where a piece of a clause begins that stands before its number."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._noun_phrases import LONGEST, begin_of_phrase
from briefing.analysis._place import Place

_FEWEST = 5
"""Words of a phrase of its own with its comma, preposition and article."""


def behind_report(tokens: Sequence[Token], begin: int, end: int, words: ClauseWords) -> int:
    """Where a piece begins behind who says it: ``a expliqué que cette | pièce``."""
    for at in range(begin, end - 1):
        token = tokens[at]
        is_that = token.low in words.openers and token.low in words.weak
        if at > begin and is_that and token.low not in words.conjunctions:
            return at + 1 + (tokens[at + 1].low in words.articles)
        if not words.is_act(token) and token.low not in words.helpers:
            break
    return begin


def behind_comma(tokens: Sequence[Token], begin: int, end: int, words: ClauseWords) -> int:
    """Where a piece begins behind another phrase: ``Lanson, pour une | facture s'élevant``."""
    comma = next((at for at in range(end - 1, begin, -1) if tokens[at].low == ","), None)
    if comma is None or words.plain_past or words.has_late_verbs or end - comma < _FEWEST:
        return begin
    is_led = words.leads(tokens[comma + 1]) and tokens[comma + 2].low in words.articles
    behind = tokens[comma + 3 : end]
    lows = [one.low.rpartition("'")[2] for one in behind]
    has_act = any(words.is_act(one) for one in behind) or any(map(words.nonfinite.fullmatch, lows))
    return comma + 3 if is_led and has_act and words.is_noun(behind[0]) else begin


def before_negation(tokens: Sequence[Token], begin: int, end: int, place: Place) -> int:
    """Where a piece begins whose first word is negated: ``alimentari non | lavorati``."""
    words = place.words
    is_negated = begin > 1 and tokens[begin - 1].low in place.phrases.negations
    if not is_negated or tokens[begin].is_verb or not words.is_noun(tokens[begin - 2]):
        return begin
    head = begin_of_phrase(tokens[: begin - 1], words)
    while head < begin - 2 and words.is_small(tokens[head]):
        head += 1
    is_short = tokens[end - 1].span.end - tokens[head].span.start <= LONGEST
    return head if is_short else begin - 2
