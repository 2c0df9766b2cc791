"""Pieces of a clause that are said of another number, or of what a pronoun parts from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.analysis._place import Place
from briefing.model.span import Span

_AMOUNT = re.compile(r"(?!(?:19|20)\d\d\Z)\d[\d.,]*")
"""Digits that are no year."""

_FEW_SPACES = 2
"""Spaces that a noun with its adjective has not."""


def is_left(piece: Span, place: Place) -> bool:
    """Whether a pronoun begins another clause behind a piece: ``trade`` went on, it rose by 5 %."""
    words, rest = place.words, [one for one in place.before if one.span.start >= piece.end]
    return words.has_late_verbs and any(
        one.low == "," and two.low in words.weak and two.low not in words.articles | words.openers
        for one, two in pairwise(rest)
    )


def is_told_of(piece: Span, numbers: Sequence[Span], place: Place) -> bool:
    """Whether another number stands between: ``costs`` fell by 5 % in three years.

    Nor is it what was counted itself: 40 ``clerks``.
    """
    others = [one.span for one in place.before if _AMOUNT.fullmatch(one.low)]
    if any(piece.end <= one.start < place.span.start for one in (*numbers, *others)):
        return True
    is_noun = piece.of(place.text).count(" ") < _FEW_SPACES
    return is_noun and any(number.end + 1 == piece.start for number in numbers)
