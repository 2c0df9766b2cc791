"""What the verb at the end of a clause says of what is counted in it."""

from __future__ import annotations

from briefing.analysis._label_counted_end import is_participle
from briefing.analysis._place import Place, bare


def late(place: Place) -> int | None:
    """The end of a clause that its verb ends: Gestern wurden 12 Bäume ``im Park gefällt``."""
    words, after, lead = place.words, place.after, bare(place.before, place.words)
    if not lead or lead[-1].low not in words.frames:
        return None
    is_clear = all(one.low[0].isalpha() and not words.opens_inner(one) for one in after)
    return after[-1].span.end if is_clear and is_participle(after[-1], words) else None
