"""How a list of rows is drawn: only what is in view, and what did not change only once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from briefing.ui.render.palette import Palette
from briefing.ui.render.rows import CURRENT, CURSOR, Row, Words, draw_row, with_line
from briefing.ui.render.scrollbar import draw_cell
from briefing.ui.widgets.rows_measured import RowsMeasured

_KEPT_LINES = 400
"""Lines, and rows, that are kept as they were drawn: some pages."""


class _Line(NamedTuple):
    """All that a line of the view is drawn from."""

    row: Row | None
    """The row that it is a part of; None below the last."""
    within: int
    """Which of the lines of that row it is, 0-based."""
    look: str | None
    """How the row stands out, as `draw_row` asks for it."""
    bar: Segment
    """Its part of the scroll bar."""


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
        self._made: dict[int, Row] = {}
        self._drawn: dict[tuple[Row, int, str | None], list[Strip]] = {}
        self._lines: dict[tuple[_Line, int], Strip] = {}

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self._redraw_all()

    def redraw(self, index: int) -> None:
        """Draw one row anew; it has the same height."""
        self._made.pop(index, None)
        self._refresh_row(index)

    def watch_has_lines(self) -> None:
        """Draw all rows anew. Those that have a line have one line of words."""
        self._redraw_all()

    def _redraw_all(self) -> None:
        for kept in (self._made, self._drawn, self._lines):
            kept.clear()
        self.refresh()

    def _refresh_row(self, index: int) -> None:
        """Have the lines of one row drawn, as far as they are in view, and no others."""
        width, height = self.size
        if index < len(self.rows) and width:
            top = self._start(index) - self._first_line
            region = Region(0, top, width, self._height(index))
            self._refresh_regions([region.intersection(Region(0, 0, width, height))])

    def _refresh_what_differs(self, before: Sequence[_Line]) -> None:
        """Have those lines drawn that are not drawn from the same as before, and no others."""
        if not before:
            self.refresh()
        lines = zip(before, self._in_view(), strict=True)
        differing = (y for y, (was, now) in enumerate(lines) if was != now)
        self._refresh_regions([Region(0, y, self.size.width, 1) for y in differing])

    def _refresh_regions(self, regions: Sequence[Region]) -> None:
        if found := [region for region in regions if region]:
            self.refresh(*found)

    def _in_view(self) -> list[_Line]:
        """What the lines of the view are drawn from."""
        thumb, begins = self._thumb(), self._begins
        return [self._line(y, thumb, begins) for y in range(self.size.height)]

    def _line(self, y: int, thumb: range, begins: Sequence[int]) -> _Line:
        line, bar = self._first_line + y, draw_cell(y, thumb, self._palette)
        if not self.rows:
            words = "…" if self._is_growing else self.empty
            return _Line(Row((Words(words, "muted"),)), y, None, bar)
        if line >= begins[len(self.rows)]:
            return _Line(None, 0, None, bar)
        index = bisect_right(begins, line) - 1
        return _Line(self._row(index), line - begins[index], self._look_of(index), bar)

    def _row(self, index: int) -> Row:
        """A row as it was when it was drawn."""
        if index not in self._made:
            if len(self._made) >= _KEPT_LINES:
                self._made.clear()
            self._made[index] = self.rows[index]
        return self._made[index]

    def _look_of(self, index: int) -> str | None:
        if index == self.cursor and (self.has_focus or self.is_led):
            return CURSOR
        return CURRENT if index == self.current else None

    def render_line(self, y: int) -> Strip:
        """Draw one line of the view."""
        line, width = self._line(y, self._thumb(), self._begins), self.size.width
        if (line, width) not in self._lines:
            if len(self._lines) >= _KEPT_LINES:
                self._lines.clear()
            ground = self._palette.ground(self.ground)
            segments = [*self._draw(line, max(1, width - 1)), line.bar]
            self._lines[line, width] = Strip(Segment.apply_style(segments, ground), width)
        return self._lines[line, width]

    def _draw(self, line: _Line, width: int) -> Strip:
        """One line without the scroll bar."""
        drawn = [] if line.row is None else self._drawn_row(line.row, width, line.look)
        return drawn[line.within] if line.within < len(drawn) else Strip.blank(width)

    def _drawn_row(self, row: Row, width: int, look: str | None) -> list[Strip]:
        """A row, drawn once: what is read moves on by one row, and the others stay as they are."""
        key = (row, width, look)
        if key not in self._drawn:
            if len(self._drawn) >= _KEPT_LINES:
                self._drawn.clear()
            said = with_line(row) if self.has_lines else row
            self._drawn[key] = draw_row(said, width, self._palette, look)
        return self._drawn[key]
