"""A list of rows, drawn line by line: outline, panels and the list of all notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefing.ui.render.palette import Palette
from briefing.ui.render.rows import (
    CURRENT,
    CURSOR,
    Row,
    draw_row,
    draw_words,
    index_of,
    with_line,
)
from briefing.ui.render.scrollbar import draw_cell
from briefing.ui.widgets.rows_measured import RowsMeasured

_KEPT_ROWS = 400
"""Rows that are kept as they were drawn: some pages."""


class RowsPane(RowsMeasured, can_focus=True):
    """Rows with a cursor. Draws what is in view; 200,000 rows cost no more than ten."""

    cursor: reactive[int] = reactive(0)
    """0-based index of the chosen row."""
    current: reactive[int | None] = reactive(None)
    """0-based index of the row that stands for what is being read; None for none."""
    has_lines: reactive[bool] = reactive(False)
    """Whether there is room for the lines that rows have."""

    @dataclass
    class Chosen(Message):
        """A row was entered."""

        pane: RowsPane
        """Which list."""
        row: Row
        """Which row."""

    @dataclass
    class CursorMoved(Message):
        """Another row is under the cursor."""

        pane: RowsPane
        """Which list."""
        row: Row
        """Which row."""

    def __init__(
        self,
        *,
        name: str,
        title: str = "",
        empty: str = "",
        long_lines: int = 2,
        ground: str = "surface",
    ) -> None:
        """Make an empty list.

        Args:
            name: Its id in the style sheet.
            title: What stands in its border.
            empty: What it says when it has no rows.
            long_lines: Lines a row has in a long list.
            ground: The name of the colour it stands on.
        """
        super().__init__(id=name)
        self.name_above = title
        """What stands above its rows."""
        self.empty = empty
        self.long_lines = long_lines
        self.ground = ground
        self._palette = Palette({})
        self._drawn: dict[tuple[int, int, str | None], list[Strip]] = {}
        self._was_used = self._is_growing = False
        self.is_led = False
        """Whether keys move its cursor although another widget has the focus."""
        self.border_title = self._title()

    def set_rows(
        self, rows: Sequence[Row], *, count: str | None = None, is_growing: bool = False
    ) -> None:
        """Show other rows; the cursor stays on the same entry where it is still there.

        Args:
            rows: What is shown from now on.
            count: What stands beside the title.
            is_growing: Whether more is to come, so that a list without rows is not empty yet.
        """
        here, held = self.chosen, self._held_row()
        self.rows, self._starts, self._is_growing = rows, None, is_growing
        self._drawn.clear()
        same = index_of(rows, here.ref) if here is not None and here.ref else None
        if same is not None and (self._was_used or self.cursor > 0):
            self.set_reactive(RowsPane.cursor, same)
        self.set_reactive(RowsPane.cursor, max(0, min(self.cursor, len(rows) - 1)))
        self.border_title = self._title(count)
        self._hold(*held)
        self.refresh()

    def _title(self, count: str | None = None) -> str:
        """What stands above the rows; where there are none, that."""
        name = self.name_above
        if name and not self.rows:
            said = "…" if self._is_growing else f": {self.empty}"
            return f" {name}{said if self.empty or self._is_growing else ''} "
        return f" {name} {count} " if count else f" {name} " if name else ""

    def redraw(self, index: int) -> None:
        """Draw one row anew; it has the same height."""
        if index < len(self.rows) and self.size.width:
            self._drawn = {key: drawn for key, drawn in self._drawn.items() if key[0] != index}
            top = self._start(index) - self._first_line
            left = self.content_region.x - self.region.x
            above = self.content_region.y - self.region.y
            self.refresh(Region(left, above + top, self.size.width, self._height(index)))

    def _held_row(self) -> tuple[str, int]:
        """The row that should not move on the screen, and how far below the top it stands."""
        if not self.rows:
            return "", 0
        at, line = min(self.cursor, len(self.rows) - 1), self._first_line  # they may be fewer now
        if line <= self._start(at) < line + self.size.height:
            return self.rows[at].ref, self._start(at) - line
        index = self._row_at(line)  # the wheel has turned the cursor out of view
        return self.rows[index].ref, self._start(index) - line

    def _hold(self, ref: str, below: int) -> None:
        """Scroll so that a row stands where it stood; without it, so that the cursor is seen."""
        index = index_of(self.rows, ref) if ref and (self._was_used or self._first_line) else None
        if index is not None:
            self.scroll_to_line(self._start(index) - below)
        if index in (None, self.cursor):
            self._show_cursor()

    def point_at(self, ref: str) -> None:
        """Move the cursor to the row of a reference, if it is there."""
        index = index_of(self.rows, ref)
        if index is not None:
            self.cursor = index

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self._drawn.clear()
        self.refresh()

    @property
    def chosen(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def caret(self) -> Offset | None:
        """The cell of the screen where the row under the cursor begins."""
        row = max(0, self._start(self.cursor) - self._first_line) if self.rows else 0
        return self.content_region.offset + Offset(0, row)

    def move(self, rows: int) -> None:
        """Move the cursor; it stops at either end."""
        self.cursor = max(0, min(len(self.rows) - 1, self.cursor + rows))

    def move_page(self, pages: int) -> None:
        """Move the cursor by what is in view."""
        self.move(pages * max(1, self.size.height // max(1, self._height(self.cursor))))

    def choose(self) -> None:
        """Enter the row under the cursor."""
        if self.chosen is not None:
            self.post_message(self.Chosen(self, self.chosen))

    def watch_cursor(self) -> None:
        """Keep the cursor in view."""
        self._show_cursor()
        self.refresh()
        if self.chosen is not None:
            self.post_message(self.CursorMoved(self, self.chosen))

    def watch_has_lines(self) -> None:
        """Draw all rows anew. Those that have a line have one line of words."""
        self._drawn.clear()
        self.refresh()

    def watch_current(self) -> None:
        """Show which row is being read; follow it while the reader is not in this list."""
        if self.current is not None and not self.has_focus:
            self.set_reactive(RowsPane.cursor, self.current)
            self._show_cursor()
        self.refresh()

    # -- drawing ----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one line of the view."""
        width = self.size.width
        line = self._first_line + y
        if not self.rows:
            strip = self._draw_empty(y, width - 1)
        elif line >= self._line_count:
            strip = Strip.blank(width - 1)
        else:
            strip = self._draw(line, width - 1)
        return Strip([*strip, draw_cell(y, self._thumb(), self._palette)], width).apply_style(
            self._palette.ground(self.ground)
        )

    def _draw(self, line: int, width: int) -> Strip:
        index = self._row_at(line)
        cursor = None
        if index == self.cursor and (self.has_focus or self.is_led):
            cursor = CURSOR
        elif index == self.current:
            cursor = CURRENT
        drawn = self._drawn_row(index, width, cursor)
        within = line - self._start(index)
        return drawn[within] if within < len(drawn) else Strip.blank(width)

    def _drawn_row(self, index: int, width: int, cursor: str | None) -> list[Strip]:
        """A row, drawn once: what is read moves on by one row, and the others stay as they are."""
        key = (index, width, cursor)
        if key not in self._drawn:
            if len(self._drawn) >= _KEPT_ROWS:
                self._drawn.clear()
            row = with_line(self.rows[index]) if self.has_lines else self.rows[index]
            self._drawn[key] = draw_row(row, width, self._palette, cursor)
        return self._drawn[key]

    def _draw_empty(self, y: int, width: int) -> Strip:
        words = "…" if self._is_growing else self.empty
        return draw_words(words, y, width, self._palette)

    # -- scrolling --------------------------------------------------------------------------

    def _show_cursor(self) -> None:
        """Scroll as little as it takes to see the whole row under the cursor."""
        height = self.size.height
        if height == 0 or not self.rows:
            self._first_line = 0
            return
        start, end = self._start(self.cursor), self._start(self.cursor + 1)
        if start < self._first_line:
            self._first_line = start
        elif end > self._first_line + height:
            self._first_line = min(start, end - height)
        self._first_line = max(0, min(self._first_line, self._line_count - height))

    # -- what happens -----------------------------------------------------------------------

    def on_resize(self) -> None:
        """Words break elsewhere; the row under the cursor stays in view."""
        self._show_cursor()
        self.refresh()

    def on_focus(self) -> None:
        """Draw the cursor as one that keys move."""
        self._was_used = True
        self.refresh()

    def on_blur(self) -> None:
        """Draw the cursor as one that keys do not move."""
        self.refresh()

    def click_line(self, line: int) -> None:
        """Enter the row of a line."""
        if self.rows and line < self._line_count:
            self.cursor = self._row_at(line)
            self.choose()

    def scroll_to_line(self, line: int) -> None:
        """Scroll without moving the cursor; never past either end."""
        self._first_line = max(0, min(max(0, self._line_count - self.size.height), line))
        self.refresh()
