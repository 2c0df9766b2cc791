"""The texts of the chunks: one by one until all are known, then as parts of the whole."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from threading import RLock


class Texts:
    """What each chunk says. Chunks are joined by one newline; those without text take none.

    Several threads may ask and tell: a key wants the whole text while the notes are read aside.

    Args:
        count: How many chunks there are.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._known = 0
        self._parts: list[str | None] | None = [None] * count
        self._whole = ""
        self._starts = array("Q", [0])
        self._next = 0
        self._turn = RLock()

    def __getitem__(self, index: int) -> str | None:
        """The text of a chunk; None while it is not known."""
        parts = self._parts
        if parts is not None:
            return parts[index]
        start = self._starts[index]
        return self._whole[start : max(start, self._starts[index + 1] - 1)]

    @property
    def is_complete(self) -> bool:
        """Whether all texts are known."""
        return self._known == self._count

    def put(self, index: int, text: str) -> None:
        """Tell the text of a chunk."""
        with self._turn:
            if self._parts is not None and self._parts[index] is None:
                self._parts[index] = text
                self._known += 1

    def next_unknown(self) -> int | None:
        """The first chunk whose text is not known."""
        with self._turn:
            if self._parts is None:
                return None
            while self._next < self._count and self._parts[self._next] is not None:
                self._next += 1
            return self._next if self._next < self._count else None

    def lengths(self, guesses: Sequence[int]) -> list[int]:
        """Characters of each text; of those not known yet, what is guessed."""
        texts = self._parts or map(self.__getitem__, range(self._count))
        pairs = zip(texts, guesses, strict=True)
        return [guess if text is None else len(text) for text, guess in pairs]

    def start(self, index: int) -> int | None:
        """The first character of a chunk in the whole; None while an earlier text is unknown."""
        starts = self._starts
        with self._turn:
            while len(starts) <= index:
                text = self[len(starts) - 1]
                if text is None:
                    return None
                starts.append(starts[-1] + (len(text) + 1 if text else 0))
            return starts[index]

    def counted(self) -> tuple[int, int]:
        """How many chunks have a known start, and the start of the last of them."""
        return min(len(self._starts), self._count), self._starts[-1]

    def chunk_at(self, start: int) -> int:
        """The chunk of a character of the whole, among those with a known start."""
        return bisect_right(self._starts, start, 0, min(len(self._starts), self._count)) - 1

    def join(self) -> str:
        """The whole text; from then on it is all that is kept. Every text must be known."""
        with self._turn:
            if self._parts is not None:
                self.start(self._count)
                self._whole = "\n".join(text for text in self._parts if text)
                self._parts = None
            return self._whole
