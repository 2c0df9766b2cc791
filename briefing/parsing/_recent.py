"""The chunks that were looked at lately, as far as there is room for them."""

from __future__ import annotations

from collections import OrderedDict

from briefing.parsing._builder import Parsed

_LEAST = 3
"""Chunks that are kept however long they are."""


class Recent:
    """Parsed chunks, the one looked at last at the end.

    Args:
        room: Characters of their texts together.
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._chunks: OrderedDict[int, Parsed] = OrderedDict()
        self._characters = 0

    def __len__(self) -> int:
        return len(self._chunks)

    def get(self, index: int) -> Parsed | None:
        """A chunk that is kept, without looking at it."""
        return self._chunks.get(index)

    def look_at(self, index: int) -> Parsed | None:
        """A chunk that is kept; it is the last one to go from now on."""
        parsed = self._chunks.get(index)
        if parsed is not None:
            self._chunks.move_to_end(index)
        return parsed

    def keep(self, index: int, parsed: Parsed) -> None:
        """Keep a chunk; what was not looked at for the longest time makes room for it."""
        self._put(index, parsed)
        while self._characters > self._room and len(self._chunks) > _LEAST:
            _, old = self._chunks.popitem(last=False)
            self._characters -= len(old.chunk.text)

    def keep_if_room(self, index: int, parsed: Parsed) -> None:
        """Keep a chunk that nobody looked at: it pushes none out and is the first one to go."""
        if self._characters + len(parsed.chunk.text) <= self._room:
            self._put(index, parsed)
            self._chunks.move_to_end(index, last=False)

    def _put(self, index: int, parsed: Parsed) -> None:
        self._chunks[index] = parsed
        self._characters += len(parsed.chunk.text)
