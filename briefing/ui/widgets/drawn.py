"""What widgets that draw themselves line by line have in common."""

from __future__ import annotations

from collections.abc import Iterable

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class LineDrawn(Widget):
    """A widget whose lines leave nothing behind when they are drawn anew.

    Textual's strips remember the parts that they were divided into, and a strip that is not divided
    is its own only part: a ring, which counting references never frees. A page is a thousand
    objects; after some of them the search for rings would take longer than a key.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of a region."""
        return [_Whole(strip, strip.cell_length) for strip in super().render_lines(crop)]


class _Whole(Strip):
    """A strip that forgets that it is its own only part."""

    __slots__ = ()

    def divide(self, cuts: Iterable[int]) -> list[Strip]:
        """The parts between some cells."""
        ends = list(cuts)
        return [self] if ends == [self.cell_length] else list(super().divide(ends))
