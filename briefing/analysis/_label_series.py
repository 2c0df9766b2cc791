"""What a number means that stands beside another of the same kind: what that one means."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._measures import Measure
from briefing.analysis._place import Place

_YEAR = re.compile(r"(?:19|20)\d\d")


def sibling(place: Place) -> Place | None:
    """The number that another is joined to, changed to, or set against; None where there is none.

    ``5,000, 10,000 and up to 20,000``, ``rose 12 points to 4,980``, ``35 million, against 28``.
    """
    rest = _before_joint(place)
    while rest and not place.words.is_number(rest[-1]):
        if not _belongs(rest[-1], place.words):
            return None
        rest.pop()
    if not rest or _YEAR.fullmatch(rest[-1].low):
        return None
    while len(rest) > 1 and place.words.is_number(rest[-2]):
        rest.pop()  # "100 mil"
    return replace(place, span=rest[-1].span, unit=None, before=rest[:-1], after=())


def _before_joint(place: Place) -> list[Token]:
    """The words before what joins a number to the one before it; none where nothing does."""
    words, rest = place.words, list(place.before)
    is_time = place.measure in (Measure.TIME, Measure.TIMES)
    start = rest[0].span.start if rest else place.span.start
    said = None if is_time else place.phrases.versus.search(place.text, start, place.span.start)
    joints = _joints(words, is_time=is_time)
    is_joined = said is not None
    if said is not None:
        rest = [token for token in rest if token.span.end <= said.start()]
    while rest and _is_exact(rest[-1], words) and rest[-1].low not in joints:
        rest.pop()
    while rest and (rest[-1].low in joints or rest[-1].low == ","):
        rest.pop()
        is_joined = True
    return rest if is_joined else []


@lru_cache(maxsize=16)
def _joints(words: ClauseWords, *, is_time: bool) -> frozenset[str]:
    """What joins a number to the one before it."""
    joints = words.conjunctions | words.spans
    return joints if is_time else joints | (words.changes - words.links)


def _is_exact(token: Token, words: ClauseWords) -> bool:
    """Whether a word says only how exact a number is."""
    low = token.low
    is_small = low in words.articles or low in words.qualifiers
    return is_small or words.adverb.fullmatch(low) is not None


def _belongs(token: Token, words: ClauseWords) -> bool:
    """Whether a word belongs to the number before it: its scale, its measure, "of"."""
    low = token.low
    if low in words.months or low == ",":
        return False
    is_part = low in words.measures or low in words.apart or low in words.links
    return is_part or not low[0].isalnum()
