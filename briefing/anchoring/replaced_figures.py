"""A passage that is a figure alone, and now is another one: nothing of its words is left.

Where words that are the same stand close on both sides in both texts, its position makes it sure:
what stands there now has taken its place.
"""

from __future__ import annotations

from briefing.anchoring.alignment import Alignment
from briefing.anchoring.pairing import NONE
from briefing.anchoring.tokens import LINE

MOST_WORDS = 3
"""Words of a passage that is a figure alone: ``3 May 2020``, ``$ 350``."""
MOST_MORE = 2
"""Words that there may be more of in its place."""
REACH = 4
"""Words on each side that are looked at."""
LEAST_AROUND = 4
"""Words on both sides together that have to be the same, in a row up to the passage."""


def replaced_figure(alignment: Alignment, tokens: tuple[int, int]) -> tuple[int, int] | None:
    """The new tokens ``[first, last)`` in the place of a figure; None where that is not sure.

    Args:
        alignment: The two texts.
        tokens: The old tokens of the passage.
    """
    first, last = tokens
    old, forward = alignment.old, alignment.pairing.forward
    if last - first > MOST_WORDS or not any(_has_digit(word) for word in old.words[first:last]):
        return None
    left, right = _before(alignment, first), _behind(alignment, last)
    if not left or not right or left + right < LEAST_AROUND:
        return None
    place = forward[first - 1] + 1, forward[last]
    is_short = 0 < place[1] - place[0] <= last - first + MOST_MORE
    is_new = all(j == NONE for j in alignment.pairing.backward[place[0] : place[1]])
    return place if is_short and is_new else None


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)


def _before(alignment: Alignment, first: int) -> int:
    """How many words in a row before a passage are the same, in its own line."""
    forward, count = alignment.pairing.forward, 0
    while count < REACH and first - count > 0:
        at = first - count - 1
        if alignment.old.break_before(at + 1) == LINE or forward[at] == NONE:
            break
        if count and forward[at] != forward[at + 1] - 1:
            break
        count += 1
    return count


def _behind(alignment: Alignment, last: int) -> int:
    """How many words in a row behind a passage are the same, in its own line."""
    forward, count = alignment.pairing.forward, 0
    while count < REACH and last + count < len(forward):
        at = last + count
        if alignment.old.break_before(at) == LINE or forward[at] == NONE:
            break
        if count and forward[at] != forward[at - 1] + 1:
            break
        count += 1
    return count
