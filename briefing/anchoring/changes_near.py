"""What changed around one place of two long texts, told before the rest is compared.

The place is held by words on both sides of it that stand once in either text. What moved there
from far away looks like words that came: it is told as what it is once all is compared.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.anchoring.changes import changes
from briefing.model.change import Change
from briefing.model.span import Span

MARGIN = 4000
"""Characters on both sides of a place that are compared too."""
HELD = 60
"""Characters by which a place is found in the other text."""
TRIES = 40
"""How often other characters are tried, half as many further out each time."""


def changes_near(old: str, new: str, place: Span) -> list[Change]:
    """The changes around a place, in the order of the newer text; none where nothing holds it.

    Args:
        old: The older text.
        new: The newer text.
        place: Where to look, in the newer text.
    """
    begin = _held(old, new, max(0, place.start - MARGIN), -1)
    end = _held(old, new, min(len(new), place.end + MARGIN), 1)
    if begin is None or end is None or begin[0] > end[0]:
        return []
    found = changes(old[begin[0] : end[0]], new[begin[1] : end[1]])
    return [
        replace(
            change,
            old_span=change.old_span.moved(begin[0]),
            span=change.span.moved(begin[1]),
        )
        for change in found
    ]


def _held(old: str, new: str, at: int, step: int) -> tuple[int, int] | None:
    """A place of both texts, from one of the newer text on outwards; the ends hold themselves."""
    for number in range(TRIES):
        here = at + step * number * HELD // 2
        if here <= 0:
            return 0, 0
        if here >= len(new):
            return len(old), len(new)
        words = new[here : here + HELD]
        first = old.find(words)
        if first >= 0 and old.find(words, first + 1) < 0 and new.find(words) == here:
            return first, here
    return None
