"""How a list of rows is drawn: only what is in view, and what did not change only once."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from briefing.ui.render.palette import Palette
from briefing.ui.render.rows import CURRENT, CURSOR, draw_row, draw_words, with_line
from briefing.ui.render.scrollbar import draw_cell
from briefing.ui.widgets.rows_measured import RowsMeasured

_KEPT_ROWS = 400
"""Rows that are kept as they were drawn: some pages."""


class RowsDrawn(RowsMeasured):
    """The part of a list that draws its lines; 200,000 rows cost no more than ten."""

    cursor: reactive[int] = reactive(0, repaint=False)
    """0-based index of the chosen row."""
    current: reactive[int | None] = reactive(None, repaint=False)
    """0-based index of the row that stands for what is being read; None for none."""
    has_lines: reactive[bool] = reactive(False, repaint=False)
    """Whether there is room for the lines that rows have."""

    empty = ""
    """What it says when it has no rows."""
    ground = "surface"
    """The name of the colour it stands on."""
    is_led = False
    """Whether keys move its cursor although another widget has the focus."""
    _is_growing = False

    def __init__(self, name: str) -> None:
        """Draw nothing yet.

        Args:
            name: Its id in the style sheet.
        """
        super().__init__(id=name)
        self._palette = Palette({})
        self._drawn: dict[tuple[int, int, str | None], list[Strip]] = {}
        self._lines: dict[tuple[int, int, int, str | None, Segment], Strip] = {}

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self._redraw_all()

    def redraw(self, index: int) -> None:
        """Draw one row anew; it has the same height."""
        self._drawn = {key: drawn for key, drawn in self._drawn.items() if key[0] != index}
        self._lines = {key: drawn for key, drawn in self._lines.items() if key[0] != index}
        self._refresh_row(index)

    def watch_has_lines(self) -> None:
        """Draw all rows anew. Those that have a line have one line of words."""
        self._redraw_all()

    def _redraw_all(self) -> None:
        self._forget_drawn()
        self.refresh()

    def _forget_drawn(self) -> None:
        self._drawn.clear()
        self._lines.clear()

    def _refresh_row(self, index: int) -> None:
        """Have the lines of one row drawn, as far as they are in view, and no others."""
        if index < len(self.rows) and self.size.width:
            top = self._start(index) - self._first_line
            self.refresh(Region(0, top, self.size.width, self._height(index)))

    def render_line(self, y: int) -> Strip:
        """Draw one line of the view."""
        width, line = self.size.width, self._first_line + y
        bar = draw_cell(y, self._thumb(), self._palette)
        if not self.rows:
            return self._whole(self._draw_empty(y, width - 1), bar, width)
        if line >= self._line_count:
            return self._whole(Strip.blank(width - 1), bar, width)
        index = self._row_at(line)
        key = (index, line - self._start(index), width, self._look_of(index), bar)
        if key not in self._lines:
            if len(self._lines) >= _KEPT_ROWS:
                self._lines.clear()
            self._lines[key] = self._whole(self._draw(*key[:4]), bar, width)
        return self._lines[key]

    def _whole(self, strip: Strip, bar: Segment, width: int) -> Strip:
        """A line with its part of the scroll bar."""
        ground = self._palette.ground(self.ground)
        return Strip(Segment.apply_style([*strip, bar], ground), width)

    def _look_of(self, index: int) -> str | None:
        """How a row stands out, as `draw_row` asks for it."""
        if index == self.cursor and (self.has_focus or self.is_led):
            return CURSOR
        return CURRENT if index == self.current else None

    def _draw(self, index: int, within: int, width: int, look: str | None) -> Strip:
        """One line of a row, without the scroll bar."""
        drawn = self._drawn_row(index, width - 1, look)
        return drawn[within] if within < len(drawn) else Strip.blank(width - 1)

    def _drawn_row(self, index: int, width: int, look: str | None) -> list[Strip]:
        """A row, drawn once: what is read moves on by one row, and the others stay as they are."""
        key = (index, width, look)
        if key not in self._drawn:
            if len(self._drawn) >= _KEPT_ROWS:
                self._drawn.clear()
            row = with_line(self.rows[index]) if self.has_lines else self.rows[index]
            self._drawn[key] = draw_row(row, width, self._palette, look)
        return self._drawn[key]

    def _draw_empty(self, y: int, width: int) -> Strip:
        words = "…" if self._is_growing else self.empty
        return draw_words(words, y, width, self._palette)
