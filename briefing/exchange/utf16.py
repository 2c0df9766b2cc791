"""Offsets in UTF-16 units, as programs in a browser count, and in code points, as we count."""

from __future__ import annotations

from bisect import bisect_right

from briefing.model.span import Span


class Units:
    """A text, measured both ways.

    Example::

        text    a   𝄞   b
        ours    0   1   2
        UTF-16  0   1-2 3
    """

    def __init__(self, text: str) -> None:
        self._wide = [index for index, char in enumerate(text) if ord(char) > 0xFFFF]
        # The UTF-16 offset just behind the first half of each wide character.
        self._behind = [index + count + 1 for count, index in enumerate(self._wide)]

    def from_chars(self, offset: int) -> int:
        """The UTF-16 offset of a character."""
        return offset + bisect_right(self._wide, offset - 1)

    def to_chars(self, units: int) -> int:
        """The character at a UTF-16 offset; inside a wide character, that character."""
        return units - bisect_right(self._behind, units)

    def span(self, start: int, end: int) -> Span:
        """The passage between two UTF-16 offsets; it may lie beyond the text, as they may."""
        return Span(self.to_chars(start), self.to_chars(end))
