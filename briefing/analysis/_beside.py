"""Numbers that stand side by side in one sentence, which says nothing twice."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefing.model.span import Span

_REACH = 240
"""Characters between two numbers of one sentence that are looked at."""

_ENDS = re.compile(r"[.:!?…][\"'”’»“)\]]*\s|\n|(?<=[^\W\d_A-Z]{2})[.!?…](?=[^\W\d_a-z][^\W\d_A-Z])")
"""What ends a sentence, or looks like that: where it is not sure, the numbers are not beside. The
next sentence may be glued to its stop."""

_AGAIN = re.compile(r"\W{0,3}")
"""Between a number and the bracket that tells it again: thirty (30) days."""

_JOINT = re.compile(r"\s[^\W\d_]{1,3}\s")
"""Between two words that say one number twice."""


def are_beside(text: str, one: Span, other: Span) -> bool:
    """Whether two numbers stand in one sentence of a text, and the second is no gloss."""
    first, second = sorted((one, other))
    if not first.end <= second.start <= first.end + _REACH:
        return False
    between = text[first.end : second.start]
    return _ENDS.search(between) is None and _AGAIN.fullmatch(between) is None


def is_beside_any(text: str, span: Span, others: Sequence[Span]) -> bool:
    """Whether a number stands in one sentence with one of others, which are in order."""
    at = bisect_left(others, span)
    return any(are_beside(text, span, other) for other in others[max(0, at - 1) : at + 1])


def is_doubled(text: str, first: Span, again: Span) -> bool:
    """Whether nothing but a joint stands between two numbers: thousands and thousands."""
    return _JOINT.fullmatch(text[first.end : again.start]) is not None
