"""What a session is told of the screen: which part of the text is on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from briefing.model.article import Document
from briefing.model.records import dataclass
from briefing.model.span import Place

Passage = tuple[Place, Place]
"""The first character of a passage and the one after its last, both counted from the same chunk."""

START = Place(0, 0)
"""Where every text begins."""


class InView(Protocol):
    """What of the text is on the screen."""

    @property
    def first(self) -> Place:
        """The first character in view."""

    @property
    def last(self) -> Place:
        """The character after the last one in view."""


@dataclass(frozen=True, slots=True)
class Still:
    """A view that does not move: of an article that is not shown now."""

    first: Place = START
    """The first character in view."""
    last: Place = START
    """The character after the last one in view."""


def within_chunk(passage: Passage, document: Document, chunk: int) -> Sequence[tuple[int, int]]:
    """A passage in the characters of a chunk, where it touches that chunk."""
    if chunk < passage[0].chunk:
        return ()
    start, end = (place.offset for place in passage)
    for gone in range(passage[0].chunk, chunk):
        length = len(document.chunk(gone).text)
        start, end = start - length - 1, end - length - 1
        if end <= 0:
            return ()
    return ((max(start, 0), end),)
