"""Where exactly something was struck or added, when the words alone leave a choice.

If ``a b`` was struck from ``x a b a b y``, either copy may be the one that is gone, and anything
in between: ``b a``. People strike and add whole lines and sentences, so the cut is slid to where
the text has its strongest breaks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.anchoring.pairing import NONE, Pairing, free_runs
from briefing.anchoring.tokens import Tokens

MAX_SLIDE = 400
"""Words that a cut is moved at most."""

Repair = Callable[[int, int], None]


def slide(pairing: Pairing) -> None:
    """Slide struck and added stretches to the strongest breaks."""
    for first, last in list(free_runs(pairing.forward)):
        _slide_run(
            pairing.old, pairing.forward, pairing.old_tokens, (first, last), pairing.change_old
        )
    for first, last in list(free_runs(pairing.backward)):
        _slide_run(
            pairing.new, pairing.backward, pairing.new_tokens, (first, last), pairing.change_new
        )


def _slide_run(
    words: Sequence[int],
    counterpart: Sequence[int],
    tokens: Tokens,
    run: tuple[int, int],
    change: Repair,
) -> None:
    first, last = run
    if first > 0 and last < len(words) and counterpart[last] != counterpart[first - 1] + 1:
        return
    left = right = 0
    while (
        left < MAX_SLIDE and first - left > 0 and words[first - left - 1] == words[last - left - 1]
    ):
        if counterpart[first - left - 1] == NONE:
            break
        left += 1
    while right < MAX_SLIDE and last + right < len(words):
        if words[first + right] != words[last + right] or counterpart[last + right] == NONE:
            break
        right += 1
    if left or right:
        steps = sorted(range(-left, right + 1), key=abs)
        _move(max(steps, key=lambda by: _cut(tokens, first + by, last + by)), first, last, change)


def _move(by: int, first: int, last: int, change: Repair) -> None:
    """Hand the counterparts over, one word at a time."""
    for step in range(by):
        change(last + step, first + step)
    for step in range(-by):
        change(first - step - 1, last - step - 1)


def _cut(tokens: Tokens, first: int, last: int) -> int:
    """How natural it is to take ``[first, last)`` out."""
    return tokens.break_before(first) + tokens.break_before(last)
