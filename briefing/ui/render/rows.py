"""Rows of a panel, drawn: words with looks in the lines of a narrow column."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import overload

from rich.segment import Segment
from rich.style import Style as Pen
from textual.strip import Strip

from briefing.model.anchor import Wording
from briefing.model.records import replace
from briefing.text.fitting import glimpse
from briefing.text.i18n import _
from briefing.text.width import cells
from briefing.ui.render.density import density_runs
from briefing.ui.render.palette import Palette
from briefing.ui.render.row_words import HERE, MOST_LINES, Row, Words, lead_of, wrap_row

__all__ = [
    "BESIDE_WORDS", "CURRENT", "CURSOR", "HERE", "MEASURED_ROWS", "MOST_LINES", "LazyRows", "Row",
    "Words", "draw_row", "index_of", "starts_of", "with_line", "wordings", "wrap_row",
]  # fmt: skip

BESIDE_WORDS = 3
"""Cells of a row that its words do not have: the space around them, and the scroll bar."""
MEASURED_ROWS = 400
"""Up to so many rows are wrapped to know their heights; longer lists have one height a row."""

CURSOR = "panel-cursor"
"""The look of the row under the cursor, in the list that has the keys."""
CURRENT = "current"
"""The look of the row that stands for what is being read: only its words stand out."""


def wordings(changed: Wording) -> tuple[Words, ...]:
    """A quote that reads otherwise in the text now, in both wordings."""
    return (
        Words(_("was") + " ", "uncertain"),
        Words(f"«{glimpse(changed.was)}»", "quote", italic=True),
        Words(" " + _("now") + " ", "uncertain"),
        Words(f"«{glimpse(changed.now)}»", "quote", italic=True),
    )


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
        lead = margin + (lead_of(row.sign, is_marked=bool(cursor)) if number == 0 else "  ")
        segments = [Segment(lead, under)]
        segments += [_segment(words, palette, cursor, under) for words in line]
        room, aside = width_cells, list[Segment]()
        if row.aside is not None and number == 0:
            aside = list(_segments_aside(row.aside, palette, cursor, under))
            room = max(0, width_cells - Segment.get_line_length(aside))
        strip = Strip(segments).adjust_cell_length(room, under)
        if aside:
            strip = Strip([*strip, *aside]).adjust_cell_length(width_cells, under)
        strips.append(strip)
    return strips


def _under(cursor: str | None, palette: Palette) -> Pen:
    """The style under all of a row."""
    if cursor == CURRENT:
        return palette.pen("heading") + Pen(bold=True)
    if cursor is None:
        return Pen()
    return palette.pen(cursor) if palette.has_color else Pen(reverse=True)


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


def starts_of(rows: Sequence[Row], width_cells: int) -> list[int]:
    """The lines where rows begin, and the line after the last of them."""
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(wrap_row(row, max(1, width_cells - row.indent_cells))))
    return starts
