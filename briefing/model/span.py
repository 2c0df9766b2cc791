"""Places in an article: the three coordinate spaces and the value that names a passage.

Three spaces exist, and a name always says which one it means:

==================  =====================================================  ====================
space               counts                                                 names
==================  =====================================================  ====================
source line         1-based lines of the article's file                    ``line_number``
reading-text char   0-based characters (code points) of the reading text   ``start``, ``end``
screen cell         0-based columns and rows of the terminal               ``…_cells``, ``row``
==================  =====================================================  ====================

The *reading text* is the plain text a reader sees, without markup. It begins with the title on a
line of its own; blocks are separated by one newline.

A `Span` counts in the reading text of the whole article::

    L a   C o r e a   d e l   N o r d
    0 1 2 3               …
          ^ Span(3, 8) is "Corea": start is in, end is out

A long article is parsed chunk by chunk, and the characters before a chunk may not be counted yet.
A `Place` names a spot without that sum: the chunk, and the character inside the chunk's own text.
"""

from __future__ import annotations

from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A passage: ``[start, end)`` in 0-based characters of a reading text."""

    start: int
    """The first character of the passage."""
    end: int
    """The character after the last one."""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """A span is a value, never a condition: an empty one is still a place."""
        return True

    def holds(self, offset: int) -> bool:
        """Whether the character at ``offset`` belongs to the passage."""
        return self.start <= offset < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies inside this passage."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two passages share a character."""
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> Span:
        """The same length, ``by`` characters further on (or back, if negative)."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """The passage itself, cut out of ``text``."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in an article whose earlier chunks need not be parsed yet."""

    chunk: int
    """0-based index of the chunk."""
    offset: int
    """0-based character into that chunk's own text."""
