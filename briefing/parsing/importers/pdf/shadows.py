"""Lines that are drawn again at their place, as a shadow or to look bold."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefing.parsing.importers.pdf.lines import Stretch

_SHADOW, _SHARED = 0.2, 0.3
"""Times the size of the type: how far words are above those that they are drawn on again; and how
much of their width they share with them."""


def drawn_once(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """The lines without those that are drawn again where one stands already."""
    places = defaultdict[str, list[Stretch]](list)
    for stretch in stretches:
        drawn, reach = places[stretch.text], _SHADOW * stretch.size
        low = bisect_left(drawn, stretch.base - reach, key=_base)
        high = bisect_right(drawn, stretch.base + reach, low, key=_base)
        if not any(_is_same_place(stretch, other) for other in drawn[low:high]):
            drawn.insert(bisect_right(drawn, stretch.base, key=_base), stretch)
            yield stretch


def _base(stretch: Stretch) -> float:
    return stretch.base


def _is_same_place(one: Stretch, other: Stretch) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    is_level = abs(one.base - other.base) < _SHADOW * one.size
    return is_level and shared > _SHARED * (one.right - one.left)
