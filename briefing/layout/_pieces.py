"""Ranges of characters to pieces: cut where the style changes, with marks and tabs drawn in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from briefing.layout._prefix import decoration
from briefing.model.article import Block, Run, Style
from briefing.model.line import Piece, Role
from briefing.text.width import cells

TAB = 4
"""Cells from one tab stop to the next in code."""


class Painter:
    """Cuts the text of one block into pieces.

    Args:
        text: The chunk's text, safe for a terminal.
        block: The block.
        role: What its words are.
    """

    def __init__(self, text: str, block: Block, role: Role = Role.TEXT) -> None:
        self.text = text
        self.role = role
        self.level = block.level
        self.first = block.span.start
        self.marks = [run for run in block.runs if run.style & Style.FOOTNOTE_MARK]
        self.runs = [run for run in block.runs if not run.style & Style.FOOTNOTE_MARK]
        self.ends = [run.span.end for run in self.runs]

    def extra(self) -> dict[int, int]:
        """Cells that footnote marks need, by the character before which they are wrapped."""
        widths: dict[int, int] = {}
        for run in self.marks:
            at = max(run.span.start - 1, 0)
            widths[at] = widths.get(at, 0) + cells(mark_text(run))
        return widths

    def pieces(self, start: int, end: int, until: int) -> Iterator[Piece]:
        """The characters from ``start`` to ``end``, with the footnote marks that follow them.

        Args:
            start: The line's first character.
            end: The character after its last one.
            until: Where the next line begins: marks among swallowed spaces are drawn here.
        """
        position = start
        for mark in self.marks:
            at = mark.span.start
            if start < at <= until or at == start == self.first:
                yield from self._styled(position, at)
                position = at
                yield decoration(mark_text(mark), Style.FOOTNOTE_MARK, mark.address)
        yield from self._styled(position, end)

    def _styled(self, start: int, end: int) -> Iterator[Piece]:
        position = start
        index = bisect_right(self.ends, start)
        while position < end:
            run = self.runs[index] if index < len(self.runs) else None
            if run is None or run.span.start >= end:
                yield self._piece(position, end, None)
                return
            if run.span.start > position:
                yield self._piece(position, run.span.start, None)
                position = run.span.start
            stop = min(run.span.end, end)
            yield self._piece(position, stop, run)
            position = stop
            index += 1

    def _piece(self, start: int, end: int, run: Run | None) -> Piece:
        shown = self.text[start:end]
        if "\t" in shown or "\n" in shown:
            shown = shown.replace("\t", " ").replace("\n", " ")
        if run is None:
            return Piece(shown, start, self.role, level=self.level)
        return Piece(shown, start, self.role, run.style, self.level, run.address)


def mark_text(run: Run) -> str:
    """How a footnote is named in the text."""
    return f"[{run.address}]"
