"""A chunk that is laid out, or only measured, a few lines at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from briefing.model.line import Line

_LINES_A_STEP = 32
"""Lines that are laid out between two looks at the clock: about a millisecond."""
_ROWS_A_STEP = 128
"""Rows that are counted meanwhile."""


class Part:
    """The lines of a chunk.

    Args:
        index: Which chunk it is.
        lines: Its lines, made when they are asked for.
    """

    def __init__(self, index: int, lines: Iterator[Line]) -> None:
        self.index = index
        self.done: list[Line] = []
        self._lines = lines

    @property
    def rows(self) -> int:
        """How many lines there are so far."""
        return len(self.done)

    def is_done(self) -> bool:
        """Lay out a few lines more; whether they were the last."""
        before = len(self.done)
        self.done += islice(self._lines, _LINES_A_STEP)
        return len(self.done) - before < _LINES_A_STEP


class Count:
    """The number of a chunk's lines.

    Args:
        index: Which chunk it is.
        counts: Numbers whose sum it is, a step of little work for each.
    """

    def __init__(self, index: int, counts: Iterator[int]) -> None:
        self.index = index
        self.rows = 0
        self._counts = counts

    def is_done(self) -> bool:
        """Count a few rows more; whether they were the last."""
        counted = list(islice(self._counts, _ROWS_A_STEP))
        self.rows += sum(counted)
        return len(counted) < _ROWS_A_STEP
