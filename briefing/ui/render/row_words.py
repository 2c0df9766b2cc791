"""Rows of a panel as words, wrapped into the lines of a narrow column; nothing here draws them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from briefing.model.records import dataclass, replace
from briefing.model.span import Span
from briefing.text.fitting import ELLIPSIS, beginning, reach
from briefing.text.safe import visible
from briefing.ui.render.breaking import broken

HERE = "›"
"""Stands beside the sign of the row that is marked."""

MOST_LINES = 60
"""So many lines a row has at most; what is longer goes on behind an ellipsis."""


@dataclass(frozen=True, slots=True)
class Words:
    """Neighbouring words of a row that look alike."""

    text: str
    """The words. A newline ends a line; a tab is not expected."""
    look: str = ""
    """A name of the palette; empty for plain."""
    bold: bool = False
    """Whether they are set in bold."""
    italic: bool = False
    """Whether they are set in italics."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a panel."""

    words: tuple[Words, ...]
    """What it says."""
    spans: tuple[Span, ...] = ()
    """The passages it points at, in the order that Enter visits them."""
    ref: str = ""
    """What it stands for: a note's id, a heading's number."""
    sign: str = " "
    """One cell before the first line."""
    max_lines: int | None = None
    """Cut with an ellipsis after so many lines; None: as many as it takes, up to `MOST_LINES`."""
    indent_cells: int = 0
    """How far it is set in."""
    hang_cells: int = 0
    """How much further its lines after the first are set in."""
    aside: Words | None = None
    """What stands at the right end of its first line."""
    aside_cells: int = 0
    """The room that is kept for that."""
    is_heading: bool = False
    """Whether it only stands above a group of others."""
    line: str = ""
    """What stands before it where there is room for a line: where in the text its passages lie."""

    @property
    def text(self) -> str:
        """What it says, without looks."""
        return "".join(words.text for words in self.words)


def lead_of(sign: str, *, is_marked: bool) -> str:
    """The two cells before the words: what the row is, and whether the reader is there."""
    if not is_marked:
        return f"{sign} "
    return f"{HERE} " if sign.isspace() else f"{sign}{HERE}"


def wrap_row(row: Row, width_cells: int) -> list[list[Words]]:
    """Break a row into lines of at most so many cells, at spaces where there are any.

    No more of it is looked at than its lines can hold.
    """
    first_cells = max(1, width_cells - (row.aside_cells and row.aside_cells + 1))
    width_cells = max(1, width_cells - row.hang_cells)
    most = min(row.max_lines or MOST_LINES, MOST_LINES)
    words, goes_on = _looked_at(row.words, reach(width_cells * most))
    text = visible("".join(part.text for part in words).replace("\n", " "))
    breaks = list(islice(broken(text, width_cells, first_cells), most + 1))
    kept, is_cut = [line.span for line in breaks[:most]], goes_on or len(breaks) > most
    if is_cut and kept:
        room = first_cells if len(kept) == 1 else width_cells
        last = beginning(text[kept[-1].start :], room - 1)
        kept[-1] = Span(kept[-1].start, kept[-1].start + len(last))
    lines = [list(_slice(words, text, span)) for span in kept]
    for line, at in zip(lines, breaks[: len(kept) - is_cut], strict=False):
        if at.is_divided:
            line.append(replace(line[-1], text="-"))
    if is_cut and lines:
        lines[-1].append(Words(ELLIPSIS))
    return lines or [[]]


def _looked_at(words: Sequence[Words], characters: int) -> tuple[list[Words], bool]:
    """The first so many characters of some words, and whether they go on."""
    kept: list[Words] = []
    for part in words:
        if characters <= 0:
            return kept, True
        kept.append(replace(part, text=part.text[:characters]))
        characters -= len(part.text)
    return kept, characters < 0


def _slice(words: Sequence[Words], text: str, span: Span) -> Iterator[Words]:
    """The part of the words that lies in a span of their joined text."""
    starts = [0]
    for part in words:
        starts.append(starts[-1] + len(part.text))
    for part, (start, end) in zip(words, pairwise(starts), strict=True):
        first, last = max(start, span.start), min(end, span.end)
        if first < last:
            yield replace(part, text=text[first:last])
