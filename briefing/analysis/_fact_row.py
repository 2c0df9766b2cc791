"""A fact, and all places that state it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from briefing.model.figure import Figure, Qualifier

_WEAK = (Qualifier.UP_TO, Qualifier.ADDITIONAL)
"""Qualifiers that say less than none."""


class Row:
    """A fact, and all places that state it so far."""

    def __init__(self, figure: Figure, title_end: int = 0) -> None:
        """Begin with the first figure that states it.

        Args:
            figure: The figure.
            title_end: The first character after the title.
        """
        self.figure = figure
        """What it says, without the places that were joined."""
        self.spans = [*figure.passages]
        """Where it is stated, in order."""
        self._title_end = title_end
        self._is_plain = self._is_plain_in_text(figure)
        self._said = {figure.qualifier: (len(figure.passages), figure)}

    def join(self, other: Figure) -> None:
        """Add the places of another figure that states it, and what that says more."""
        for span in other.passages:
            at = bisect_left(self.spans, span)
            if self.spans[at : at + 1] != [span]:
                self.spans.insert(at, span)
        self._is_plain = self._is_plain or self._is_plain_in_text(other)
        times, first = self._said.get(other.qualifier, (0, other))
        self._said[other.qualifier] = times + len(other.passages), first
        self.figure = self._fuller(other)

    def whole(self) -> Figure:
        """The figure with all its places, in order, as exact as most of them say that it is.

        Where two say so equally often, it is the more careful one: a title rounds.
        """
        if len(self.spans) == 1:
            return self.figure
        row = self.figure
        times, most = max(self._said.values(), key=lambda said: said[0])
        if most.qualifier not in _WEAK and times > self._said[row.qualifier][0]:
            row = replace(most, label=row.label, snippet=row.snippet, unit=most.unit or row.unit)
        return replace(row, places=tuple(self.spans))

    def _is_plain_in_text(self, figure: Figure) -> bool:
        """Whether it is no title, which rounds, that says plainly how many there are."""
        last = figure.passages[-1:]
        return figure.qualifier is None and bool(last) and last[0].start >= self._title_end

    def _says_more(self, other: Figure) -> bool:
        """Whether a figure says how exact a number is that the row says plainly, or the other way.

        What the text once says to be so many is no mere "up to" so many, nor so many more.
        """
        row, said = self.figure.qualifier, other.qualifier
        if row in _WEAK:
            return said is None and (self._is_plain or row is not Qualifier.UP_TO)
        if row is not None or said is None or said is Qualifier.ADDITIONAL:
            return False
        return said is not Qualifier.UP_TO or not self._is_plain

    def _fuller(self, other: Figure) -> Figure:
        """What the row says, with what another figure of the same fact says more."""
        row = self.figure
        better = (
            other if row.label is None and other.label is not None and row.unit is None else row
        )
        is_bare = row.unit is None and row.qualifier is other.qualifier
        is_named = is_bare and other.unit is not None  # "rebels kill two", "two people"
        first = other if is_named or self._says_more(other) else row
        label = better.label or other.label
        snippet = None if label is not None else first.snippet
        if first is row and (label, snippet) == (row.label, row.snippet):
            return row
        return replace(first, label=label, snippet=snippet)
