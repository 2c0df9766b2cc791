"""A fact, and all places that state it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from briefing.model.figure import Figure, Qualifier

_WEAK = (Qualifier.UP_TO, Qualifier.ADDITIONAL)
"""Qualifiers that say less than none."""


class Row:
    """A fact, and all places that state it so far."""

    def __init__(self, figure: Figure) -> None:
        """Begin with the first figure that states it."""
        self.figure = figure
        """What it says, without the places that were joined."""
        self.spans = [*figure.passages]
        """Where it is stated, in order."""

    def join(self, other: Figure) -> None:
        """Add the places of another figure that states it, and what that says more."""
        for span in other.passages:
            at = bisect_left(self.spans, span)
            if self.spans[at : at + 1] != [span]:
                self.spans.insert(at, span)
        self.figure = _fuller(self.figure, other)

    def whole(self) -> Figure:
        """The figure with all its places, in order."""
        if len(self.spans) == 1:
            return self.figure
        return replace(self.figure, places=tuple(self.spans))


def _says_more(other: Figure, row: Figure) -> bool:
    """Whether a figure says how exact a number is that a row says plainly, or the other way.

    What is once said to be so many is no mere "up to" so many, nor so many more.
    """
    if row.qualifier in _WEAK:
        return other.qualifier is None
    return row.qualifier is None and other.qualifier is not None and other.qualifier not in _WEAK


def _fuller(row: Figure, other: Figure) -> Figure:
    """A row with what another figure of the same fact says more."""
    better = other if row.label is None and other.label is not None and row.unit is None else row
    first = other if _says_more(other, row) else row
    label = better.label or other.label
    snippet = None if label is not None else first.snippet
    if first is row and (label, snippet) == (row.label, row.snippet):
        return row
    return replace(first, label=label, snippet=snippet)
