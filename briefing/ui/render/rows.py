"""Rows of a panel: words with looks, wrapped into the lines of a narrow column."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import overload

from rich.segment import Segment
from rich.style import Style as Pen
from textual.strip import Strip

from briefing.model.anchor import Wording
from briefing.model.span import Span
from briefing.text.fitting import ELLIPSIS, beginning, glimpse, reach
from briefing.text.i18n import _
from briefing.text.safe import visible
from briefing.text.width import cells
from briefing.ui.render.breaking import broken
from briefing.ui.render.density import density_runs
from briefing.ui.render.palette import Palette

BESIDE_WORDS = 3
"""Cells of a row that its words do not have: the space around them, and the scroll bar."""
MEASURED_ROWS = 400
"""Up to so many rows are wrapped to know their heights; longer lists have one height a row."""

CURSOR = "panel-cursor"
"""The look of the row under the cursor, in the list that has the keys."""
CURRENT = "current"
"""The look of the row that stands for what is being read: only its words stand out."""
HERE = "›"
"""Stands beside the sign of either."""

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


def wordings(changed: Wording) -> tuple[Words, ...]:
    """A quote that reads otherwise in the text now, in both wordings."""
    return (
        Words(_("was") + " ", "uncertain"),
        Words(f"«{glimpse(changed.was)}»", "quote", italic=True),
        Words(" " + _("now") + " ", "uncertain"),
        Words(f"«{glimpse(changed.now)}»", "quote", italic=True),
    )


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


class LazyRows(Sequence[Row]):
    """Rows that are made when they are looked at."""

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self.row_at(at) for at in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        return self.row_at(index % len(self))

    @abstractmethod
    def row_at(self, index: int) -> Row:
        """Make the row of an index from 0 on."""

    @abstractmethod
    def index_of(self, ref: str) -> int | None:
        """Where the row of a reference stands, found without making the others."""


def index_of(rows: Sequence[Row], ref: str) -> int | None:
    """Where the row of a reference stands; None where there is none."""
    if isinstance(rows, LazyRows):
        return rows.index_of(ref)
    return next((n for n, row in enumerate(rows) if row.ref == ref), None)


def with_line(row: Row) -> Row:
    """The row with its line aside, where it has one."""
    if row.aside is None or not row.line:
        return row
    said = f"{row.line} {row.aside.text:>{row.aside_cells}}"
    return replace(row, aside=replace(row.aside, text=said), aside_cells=cells(said))


def draw_row(
    row: Row, width_cells: int, palette: Palette, cursor: str | None = None
) -> list[Strip]:
    """Draw a row.

    Args:
        row: What to draw.
        width_cells: The width to fill.
        palette: The colours.
        cursor: `CURSOR`, `CURRENT`, or None for any other row.
    """
    under = _under(cursor, palette)
    margin = " " * row.indent_cells
    text_cells = max(1, width_cells - 2 - row.indent_cells)
    strips = []
    for number, line in enumerate(wrap_row(row, text_cells)):
        margin += " " * row.hang_cells if number == 1 else ""
        lead = margin + (_lead(row.sign, cursor) if number == 0 else "  ")
        segments = [Segment(lead, under)]
        segments += [_segment(words, palette, cursor, under) for words in line]
        strip = Strip(segments).adjust_cell_length(width_cells, under)
        if row.aside is not None and number == 0:
            end = Strip(_segments_aside(row.aside, palette, cursor, under))
            room = max(0, width_cells - end.cell_length)
            strip = Strip([*strip.crop(0, room), *end]).adjust_cell_length(width_cells, under)
        strips.append(strip)
    return strips


def _under(cursor: str | None, palette: Palette) -> Pen:
    """The style under all of a row."""
    if cursor == CURRENT:
        return palette.pen("heading") + Pen(bold=True)
    if cursor is None:
        return Pen()
    return palette.pen(cursor) if palette.has_color else Pen(reverse=True)


def _lead(sign: str, cursor: str | None) -> str:
    """The two cells before the words: what the row is, and whether the reader is there."""
    if cursor is None:
        return f"{sign} "
    return f"{HERE} " if sign.isspace() else f"{sign}{HERE}"


def _segment(words: Words, palette: Palette, cursor: str | None, under: Pen) -> Segment:
    pen = Pen(bold=words.bold or None, italic=words.italic or None)
    if words.look and not cursor:
        pen = palette.pen(words.look) + pen
    return Segment(words.text, under + pen)


def _segments_aside(
    words: Words, palette: Palette, cursor: str | None, under: Pen
) -> Iterator[Segment]:
    """What stands aside; where a line says that there is nothing, it is drawn as a rule is."""
    for text, is_there in density_runs(words.text):
        run = replace(words, text=text, look=words.look if is_there else "rule")
        yield _segment(run, palette, cursor, under)


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


def starts_of(rows: Sequence[Row], width_cells: int) -> list[int]:
    """The lines where rows begin, and the line after the last of them."""
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(wrap_row(row, max(1, width_cells - row.indent_cells))))
    return starts


def draw_words(words: str, y: int, width: int, palette: Palette) -> Strip:
    """One line of a list that has nothing but a few words to show."""
    drawn = draw_row(Row((Words(words, "muted"),)), max(1, width), palette)
    return drawn[y] if y < len(drawn) else Strip.blank(max(0, width))
