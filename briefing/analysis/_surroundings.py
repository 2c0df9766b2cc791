"""The words around a number: two that stand in the same company are hardly of two things."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analysis._kinds import Kinds
from briefing.model.span import Span

_REACH = 60
"""Characters on each side of a number that are looked at, within its sentence."""

_SENTENCE = 240
"""The same where several words must be shared."""

_SEVERAL = 4
"""So many words that two sentences share tell as much as one right beside both numbers."""

_MOST = 6
"""Places of a row that are looked at."""

_ENDS = re.compile(r"[.!?…]\s|\n")

_TELLING = re.compile(r"[^\W\d_]{6,}")
"""Shorter words are often those of grammar."""

_STEM = 6
"""Letters of a word that tell it apart from another, whatever its ending."""


def share_company(text: str, one: Sequence[Span], other: Sequence[Span], kinds: Kinds) -> bool:
    """Whether a telling word, which is no measure, stands near some of both of two rows' numbers.

    Several do where they are farther off in both sentences.

    Args:
        text: The text.
        one: Where the first row's numbers stand; of many the first are looked at.
        other: The same of the second row.
        kinds: What units say.
    """
    for reach, fewest in ((_REACH, 1), (_SENTENCE, _SEVERAL)):
        companies = [(span, _company(text, span, kinds, reach)) for span in other[:_MOST]]
        for span in one[:_MOST]:
            own = _company(text, span, kinds, reach)
            for far, words in companies:
                if _are_far(text, span, far, reach) and len(own & words) >= fewest:
                    return True
    return False


def _are_far(text: str, one: Span, other: Span, reach: int) -> bool:
    """Whether what is looked at around two numbers is not the same words."""
    first, second = sorted((one, other))
    if reach > _REACH:
        return _ENDS.search(text, first.end, second.start) is not None
    return second.start - first.end > 2 * reach


def _company(text: str, span: Span, kinds: Kinds, reach: int) -> frozenset[str]:
    before = _ENDS.split(text[max(0, span.start - reach) : span.start])[-1]
    behind = _ENDS.split(text[span.end : span.end + reach], maxsplit=1)[0]
    words = _TELLING.findall(f"{before} {behind}")
    return frozenset(word.lower()[:_STEM] for word in words if not kinds.measures(word))
