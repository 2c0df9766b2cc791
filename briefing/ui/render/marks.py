"""The marks that lie over the text, and which of them touch a line.

Most are known in the characters of the whole reading text. Some must be drawn where nothing before
is parsed yet, as the hits of a search: those are asked for chunk by chunk.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from briefing.model.article import Document
from briefing.model.line import Line
from briefing.model.mark import Mark, MarkKind
from briefing.model.span import Span
from briefing.ui.render.lines import LocalMark
from briefing.ui.render.viewport import VisibleLine

Passages = Callable[[int], Sequence[tuple[int, int]]]
"""Gives the passages of a chunk: first character and character after the last one, local to it."""


class Marks:
    """All marks of an article; what touches a line is found without looking at the others."""

    def __init__(self) -> None:
        self._standing: Sequence[Mark] = ()
        self._longest = 0
        self._overlays: dict[MarkKind, Sequence[Span]] = {}
        self._passages: dict[MarkKind, Passages] = {}

    def stand(self, marks: Sequence[Mark]) -> None:
        """Take the marks that are there whatever the reader does, sorted by their start."""
        self._standing = marks
        self._longest = max((len(mark.span) for mark in marks), default=0)

    def lay_over(self, kind: MarkKind, spans: Sequence[Span]) -> None:
        """Take the passages of one kind for now, sorted and without overlap."""
        self._overlays[kind] = spans

    def lay_in_chunks(self, kind: MarkKind, passages: Passages | None) -> None:
        """Take what gives the passages of one kind, sorted; None takes them away."""
        self._passages.pop(kind, None)
        if passages is not None:
            self._passages[kind] = passages

    def on(self, seen: VisibleLine, document: Document) -> list[LocalMark]:
        """The marks that touch a line, in the characters of its chunk."""
        here = [
            LocalMark(first, last, Mark(Span(first, last), kind))
            for kind, passages in self._passages.items()
            for first, last in _within(passages(seen.chunk), seen.line)
        ]
        start = document.start(seen.chunk)
        if start is None:
            return here
        line = Span(start + seen.line.start, start + max(seen.line.end, seen.line.start + 1))
        found = [m for m in self._near(line) if m.span.overlaps(line)]
        for kind, spans in self._overlays.items():
            found += [Mark(span, kind) for span in _touching(spans, line)]
        return here + [LocalMark(m.span.start - start, m.span.end - start, m) for m in found]

    def _near(self, line: Span) -> Sequence[Mark]:
        """The standing marks that begin close enough before a line's end to reach into it."""
        first = bisect_right(
            self._standing, line.start - self._longest - 1, key=lambda mark: mark.span.start
        )
        last = bisect_right(self._standing, line.end, key=lambda mark: mark.span.start)
        return self._standing[first:last]


def _within(passages: Sequence[tuple[int, int]], line: Line) -> Sequence[tuple[int, int]]:
    """The passages of a chunk that may touch a line of it."""
    first = bisect_right(passages, line.start, key=lambda passage: passage[1])
    last = bisect_right(passages, max(line.end, line.start + 1) - 1, key=lambda one: one[0])
    return passages[first:last]


def _touching(spans: Sequence[Span], line: Span) -> Sequence[Span]:
    """The passages that share a character with a line; ``spans`` are sorted, without overlap."""
    first = bisect_right(spans, line.start, key=lambda span: span.end)
    last = bisect_right(spans, line.end - 1, key=lambda span: span.start)
    return spans[first:last]
