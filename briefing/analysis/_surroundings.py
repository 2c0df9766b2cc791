"""The words around a number: two that stand in the same company are hardly of two things."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analysis._kinds import Kinds
from briefing.model.span import Span

_REACH = 60
"""Characters on each side of a number that are looked at, within its sentence."""

_MOST = 6
"""Places of a row that are looked at."""

_ENDS = re.compile(r"[.!?…]\s|\n")

_TELLING = re.compile(r"[^\W\d_]{6,}")
"""Shorter words are often those of grammar."""

_STEM = 6
"""Letters of a word that tell it apart from another, whatever its ending."""


def share_company(text: str, one: Sequence[Span], other: Sequence[Span], kinds: Kinds) -> bool:
    """Whether a telling word, which is no measure, stands near some of both of two rows' numbers.

    Args:
        text: The text.
        one: Where the first row's numbers stand; of many the first are looked at.
        other: The same of the second row.
        kinds: What units say.
    """
    companies = [(span, _company(text, span, kinds)) for span in other[:_MOST]]
    for span in one[:_MOST]:
        own = _company(text, span, kinds)
        for far, words in companies:
            if _are_far(span, far) and not own.isdisjoint(words):
                return True
    return False


def _are_far(one: Span, other: Span) -> bool:
    """Whether what is looked at around two numbers is not the same words."""
    first, second = sorted((one, other))
    return second.start - first.end > 2 * _REACH


def _company(text: str, span: Span, kinds: Kinds) -> frozenset[str]:
    before = _ENDS.split(text[max(0, span.start - _REACH) : span.start])[-1]
    behind = _ENDS.split(text[span.end : span.end + _REACH], maxsplit=1)[0]
    words = _TELLING.findall(f"{before} {behind}")
    return frozenset(word.lower()[:_STEM] for word in words if not kinds.measures(word))
