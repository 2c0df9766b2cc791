"""Passages that are printed twice, such as a title that is repeated above the text."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.anchoring.tokens import LINE, SENTENCE, Tokens

LONG = 8
"""Words from which on a sentence that stands twice says the same in both places."""
MAX_COPIES = 200
"""Places of a passage's rarest word that are looked at."""
MAX_LINE = 400
"""Words of a line that are compared."""


def twins(tokens: Tokens, passage: tuple[int, int]) -> Iterator[int]:
    """How many tokens away the other copies of a passage begin.

    A copy counts only if the whole line around it is the same, or if both are whole sentences.
    """
    first, last = passage
    strength = LINE
    if last - first >= LONG and _stands_alone(tokens, first, last, SENTENCE):
        strength = SENTENCE
    low, high = first, last
    while tokens.break_before(low) < strength and first - low < MAX_LINE:
        low -= 1
    while tokens.break_before(high) < strength and high - last < MAX_LINE:
        high += 1
    for start in _copies(tokens, low, high):
        if start != low and _stands_alone(tokens, start, start + high - low, strength):
            yield start - low


def _stands_alone(tokens: Tokens, first: int, last: int, strength: int) -> bool:
    return min(tokens.break_before(first), tokens.break_before(last)) >= strength


def _copies(tokens: Tokens, first: int, last: int) -> Iterator[int]:
    """Where the words ``[first, last)`` stand, found by the rarest of them."""
    wanted = tokens.words[first:last]
    places = [tokens.positions[word] for word in wanted]
    by, rarest = min(enumerate(places), key=lambda place: len(place[1]))
    for at in rarest[:MAX_COPIES]:
        if at >= by and tokens.words[at - by : at - by + len(wanted)] == wanted:
            yield at - by
