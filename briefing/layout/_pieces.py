"""Ranges of characters to pieces: cut where the style changes, with marks and tabs drawn in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from briefing.layout._prefix import decoration
from briefing.layout.options import DEFAULTS, LayoutOptions
from briefing.model.article import Block, Run, Style
from briefing.model.line import Piece, Role
from briefing.model.span import Span
from briefing.text.fitting import reach
from briefing.text.i18n import _
from briefing.text.safe import one_line
from briefing.text.width import cells, is_narrow

TAB = 4
"""Cells from one tab stop to the next in code."""
LONGEST_NAME = 24
"""Characters of an image's file name that are shown."""

MARKING = Style.FOOTNOTE_MARK | Style.IMAGE
"""What may have a mark beside its characters, or instead of any."""


class Painter:
    """Cuts the text of one block into pieces.

    Args:
        text: The chunk's text, safe for a terminal.
        block: The block.
        role: What its words are.
        options: The reader's choices.
    """

    def __init__(
        self, text: str, block: Block, role: Role = Role.TEXT, options: LayoutOptions = DEFAULTS
    ) -> None:
        self.text = text
        self.role = role
        self.level = block.level
        marks = list(_marks(block, options))
        self.marks = [mark for _, mark in marks]
        self.places = [place for place, _ in marks]
        self.runs = [run for run in block.runs if len(run.span)]
        self.ends = [run.span.end for run in self.runs]

    @cached_property
    def extra(self) -> dict[int, int]:
        """Cells that marks need, by the character before them."""
        widths: dict[int, int] = {}
        for place, mark in zip(self.places, self.marks, strict=True):
            at = max(place - 1, 0)
            widths[at] = widths.get(at, 0) + cells(mark.text)
        return widths

    def cells_of(self, span: Span) -> int:
        """The cells that a stretch takes on one line, its marks included."""
        if not self.places:
            return cells(span.of(self.text))
        first, last = bisect_left(self.places, span.start), bisect_right(self.places, span.end)
        marks = sum(cells(mark.text) for mark in self.marks[first:last])
        return cells(span.of(self.text)) + marks

    def widest_mark(self, span: Span) -> int:
        """The most cells that one character takes with its marks; 0 where none has any."""
        if not self.extra:
            return 0
        most = max((self.extra.get(at, 0) for at in range(span.start - 1, span.end)), default=0)
        return most + 2 if most else 0

    def plain_piece(self, span: Span) -> Piece | None:
        """A stretch as one piece whose characters take a cell each; None where it is not so simple.

        Most cells of long tables are.
        """
        shown = self.text[span.start : span.end]
        if self.marks or self.runs or not shown or shown[-1] == " " or not is_narrow(shown):
            return None
        return Piece(shown, span.start, self.role, level=self.level)

    def pieces(self, start: int, end: int, until: int, *, begins: bool) -> Iterator[Piece]:
        """The characters from ``start`` to ``end``, with the marks that follow them.

        Args:
            start: The line's first character.
            end: The character after its last one.
            until: Where the next line begins: marks among swallowed spaces are drawn here.
            begins: Whether it is the first line of its block or cell. On any other, a mark before
                the first character was drawn on the line above.
        """
        position = start
        first = bisect_left(self.places, start) if begins else bisect_right(self.places, start)
        for index in range(first, bisect_right(self.places, until)):
            yield from self._styled(position, self.places[index])
            position = self.places[index]
            yield self.marks[index]
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


def _marks(block: Block, options: LayoutOptions) -> Iterator[tuple[int, Piece]]:
    """What is drawn between the characters: numbers of footnotes, signs around pictures."""
    for run in block.runs:
        if run.style & Style.FOOTNOTE_MARK:
            yield run.span.start, decoration(f"[{run.address}]", run.style, run.address)
        elif run.style & Style.IMAGE and options.image_names:
            yield from _around_picture(run)


def _around_picture(run: Run) -> Iterator[tuple[int, Piece]]:
    """What tells the words that stand for a picture from those of the text.

    Where there are none, its file stands for it, or its kind where the picture itself is there.
    """
    words = "" if len(run.span) else _image_name(run.address or "")
    before, _words, after = _("[picture: {words}]").partition("{words}")
    yield run.span.start, decoration(before + words, run.style, run.address)
    yield run.span.end, decoration(after, run.style, run.address)


def _image_name(address: str) -> str:
    """An address in few words: its file, or its kind where the image itself is in it."""
    if address.startswith("data:"):
        return "data"
    path = address.partition("?")[0].rstrip("/")[-reach(LONGEST_NAME) :]
    name = one_line(path.rpartition("/")[2]) or "…"
    return name if len(name) <= LONGEST_NAME else f"…{name[1 - LONGEST_NAME :]}"
