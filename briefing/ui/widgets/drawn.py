"""What widgets that draw themselves line by line have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class LineDrawn(Widget):
    """A widget whose lines leave nothing behind when they are drawn anew.

    Textual's strips remember the parts that they were divided into, and a strip that is not divided
    is its own only part: a ring, which counting references never frees. A page is a thousand
    objects; after some of them the search for rings would take longer than a key.
    """

    _wholes: Sequence[tuple[Strip, _Whole]] = ()
    """Of the last frame each line that it was made of, and what was given for it."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of a region; one that is still the same is not made again."""
        drawn = super().render_lines(crop)
        known = zip_longest(drawn, self._wholes[: len(drawn)])
        self._wholes = [
            kept
            if kept is not None and kept[0] is strip
            else (strip, _Whole(strip, strip.cell_length))
            for strip, kept in known
        ]
        return [whole for _strip, whole in self._wholes]


class _Whole(Strip):
    """A strip that forgets that it is its own only part."""

    __slots__ = ()

    def divide(self, cuts: Iterable[int]) -> list[Strip]:
        """The parts between some cells."""
        ends = list(cuts)
        return [self] if ends == [self.cell_length] else list(super().divide(ends))
