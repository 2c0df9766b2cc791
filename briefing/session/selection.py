"""Selecting a passage by keyboard: by sentence, by word, from either end.

::

    anchor ──────────────▶ edge        the edge moves; `turned` swaps the two
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.model.article import Article
from briefing.model.span import Span

_REACH = 20_000
"""How many characters on each side of an edge are looked at for the next sentence or word."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A passage with one end that moves."""

    anchor: int
    """The end that stays, a character of the reading text."""
    edge: int
    """The end that moves."""

    @property
    def span(self) -> Span:
        """The passage."""
        return Span(min(self.anchor, self.edge), max(self.anchor, self.edge))

    @property
    def moving(self) -> int:
        """The character at the end that moves."""
        return max(self.span.start, self.edge - 1)

    def turned(self) -> Selection:
        """The same passage, moved at its other end."""
        return Selection(self.edge, self.anchor)


def select_span(span: Span) -> Selection:
    """Select a passage; its end moves."""
    return Selection(span.start, span.end)


def moved_in(article: Article, selection: Selection, count: int, *, by_word: bool) -> Selection:
    """Move the edge so many words or sentences on (back, if negative)."""
    if by_word:
        return move_by_word(selection, article.text, count)
    return move_by_sentence(selection, article.text, article.language, count)


def move_by_sentence(
    selection: Selection, text: str, language: str | None, count: int
) -> Selection:
    """Move the edge ``count`` sentences on (back, if negative)."""
    return _moved(selection, _sentences(text, language, selection.edge), count)


def move_by_word(selection: Selection, text: str, count: int) -> Selection:
    """Move the edge ``count`` words on (back, if negative)."""
    from briefing.analysis import words

    return _moved(selection, words.split(text, _around(text, selection.edge)), count)


def sentence_at(text: str, language: str | None, offset: int) -> Span | None:
    """The sentence that holds a character, or else the one that ends last before it."""
    spans = _sentences(text, language, offset)
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[index] if index >= 0 else None


def _moved(selection: Selection, spans: Sequence[Span], count: int) -> Selection:
    step = _forward if count > 0 else _backward
    for _ in range(abs(count)):
        selection = step(selection, spans)
    return selection


def _forward(selection: Selection, spans: Sequence[Span]) -> Selection:
    """Grow at the end, or shrink at the start.

    A selection is never empty: where it cannot shrink any more it grows on the other side.
    """
    anchor, edge = selection.anchor, selection.edge
    if edge < anchor:
        inner = next((s.start for s in spans if edge < s.start < anchor), None)
        if inner is not None:
            return replace(selection, edge=inner)
    whole = selection.span
    end = next((s.end for s in spans if s.end > whole.end), whole.end)
    return Selection(whole.start, end)


def _backward(selection: Selection, spans: Sequence[Span]) -> Selection:
    """Shrink at the end, or grow at the start; the mirror of `_forward`."""
    anchor, edge = selection.anchor, selection.edge
    if edge > anchor:
        inner = next((s.end for s in reversed(spans) if anchor < s.end < edge), None)
        if inner is not None:
            return replace(selection, edge=inner)
    whole = selection.span
    start = next((s.start for s in reversed(spans) if s.start < whole.start), whole.start)
    return Selection(whole.end, start)


def _sentences(text: str, language: str | None, offset: int) -> list[Span]:
    from briefing.analysis import sentences

    return sentences.split(text, language, _around(text, offset))


def _around(text: str, offset: int) -> Span:
    """Whole lines around a character, so that a sentence at the rim is not cut."""
    start = text.rfind("\n", 0, max(0, offset - _REACH)) + 1
    end = text.find("\n", min(len(text), offset + _REACH))
    return Span(start, len(text) if end < 0 else end)
