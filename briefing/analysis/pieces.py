"""The pieces of a text that analysis reads one after another, each on its own.

A piece is a line of the reading text, for no figure, name or sentence goes on in the next one. A
line that is very long is cut between two of its sentences, so that each piece is read in a moment.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.analysis import sentences
from briefing.model.span import Span

LONGEST = 2_000
"""Characters of a piece."""


def pieces(text: str, language: str | None, span: Span | None = None) -> Iterator[Span]:
    """The pieces of a text in order, without the newlines between them and without empty ones."""
    span = span or Span(0, len(text))
    start = span.start
    while start < span.end:
        newline = text.find("\n", start, span.end)
        end = span.end if newline < 0 else newline
        while end - start > LONGEST:
            cut = _cut(text, language, Span(start, start + LONGEST))
            yield Span(start, cut)
            start = cut
        if start < end:
            yield Span(start, end)
        start = end + 1


def _cut(text: str, language: str | None, window: Span) -> int:
    """Where the last sentence of a window begins; else behind its last space, else its end."""
    *_earlier, last = sentences.split(text, language, window) or [window]
    if last.start > window.start:
        return last.start
    return text.rfind(" ", window.start + 1, window.end) + 1 or window.end
