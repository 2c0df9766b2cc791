"""A list of rows, drawn line by line: outline, panels and the list of all notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.geometry import Offset
from textual.message import Message

from briefing.ui.render.rows import Row, index_of
from briefing.ui.widgets.rows_drawn import RowsDrawn


class RowsPane(RowsDrawn, can_focus=True):
    """Rows with a cursor."""

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
        super().__init__(name)
        self.name_above = title
        """What stands above its rows."""
        self.empty = empty
        self.long_lines = long_lines
        self.ground = ground
        self._was_used = False
        self._entitled = self.border_title = self._title()

    def set_rows(
        self, rows: Sequence[Row], *, count: str | None = None, is_growing: bool = False
    ) -> None:
        """Show other rows; the cursor stays on the same entry where it is still there.

        Args:
            rows: What is shown from now on.
            count: What stands beside the title.
            is_growing: Whether more is to come, so that a list without rows is not empty yet.
        """
        here, held, before = self.chosen, self._held_row(), self._in_view()
        self.rows, self._starts, self._is_growing = rows, None, is_growing
        self._made.clear()
        same = index_of(rows, here.ref) if here is not None and here.ref else None
        if same is not None and (self._was_used or self.cursor > 0):
            self.set_reactive(RowsPane.cursor, same)
        self.set_reactive(RowsPane.cursor, max(0, min(self.cursor, len(rows) - 1)))
        self._entitle(self._title(count))
        self._hold(*held)
        self._refresh_what_differs(before)

    def _entitle(self, title: str) -> None:
        """Say something else above the rows; Textual would draw them all, even for the same."""
        if title != self._entitled:
            self._entitled = self.border_title = title

    def _title(self, count: str | None = None) -> str:
        """What stands above the rows; where there are none, that."""
        name = self.name_above
        if name and not self.rows:
            said = "…" if self._is_growing else f": {self.empty}"
            return f" {name}{said if self.empty or self._is_growing else ''} "
        return f" {name} {count} " if count else f" {name} " if name else ""

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
            self._first_line = self._within_ends(self._start(index) - below)
        if index in (None, self.cursor):
            self._show_cursor()

    def point_at(self, ref: str) -> None:
        """Move the cursor to the row of a reference, if it is there."""
        index = index_of(self.rows, ref)
        if index is not None:
            self.cursor = index

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

    def watch_cursor(self, before: int, now: int) -> None:
        """Keep the cursor in view; where nothing scrolls, two rows are drawn and no others."""
        first = self._first_line
        self._show_cursor()
        if self._first_line == first:
            self._refresh_row(before)
            self._refresh_row(now)
        else:
            self.refresh()
        if self.chosen is not None:
            self.post_message(self.CursorMoved(self, self.chosen))

    def watch_current(self) -> None:
        """Show which row is being read; follow it while the reader is not in this list."""
        if self.current is not None and not self.has_focus:
            self.set_reactive(RowsPane.cursor, self.current)
            self._show_cursor()
        self.refresh()

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
        self._first_line = self._within_ends(line)
        self.refresh()

    def _within_ends(self, line: int) -> int:
        return max(0, min(max(0, self._line_count - self.size.height), line))
