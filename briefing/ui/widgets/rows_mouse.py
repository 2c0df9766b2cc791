"""What the mouse does in a list of rows: the wheel, clicks, and drags on the scroll bar."""

from __future__ import annotations

from textual import events
from textual.geometry import Offset

from briefing.ui.render.scrollbar import thumb_rows
from briefing.ui.widgets.drawn import LineDrawn

_WHEEL_LINES = 3


class RowsMouse(LineDrawn):
    """The part of a list that listens to the mouse."""

    _first_line = 0
    _is_dragging_bar = False
    _pressed: tuple[Offset, int] | None = None

    # -- what it asks of the list -----------------------------------------------------------

    @property
    def _line_count(self) -> int:
        """The lines of all rows."""
        raise NotImplementedError

    def click_line(self, line: int) -> None:
        """Enter the row of a line."""
        raise NotImplementedError

    def scroll_to_line(self, line: int) -> None:
        """Scroll without moving the cursor; never past either end."""
        raise NotImplementedError

    def _thumb(self) -> range:
        """The rows of the widget that the scroll bar takes."""
        rows, lines = self.size.height, self._line_count
        return thumb_rows(rows, lines, self._first_line / max(1, lines - rows))

    # -- what happens -----------------------------------------------------------------------

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel turns: scroll without moving the cursor."""
        event.stop()
        self.scroll_to_line(self._first_line + _WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel turns: scroll without moving the cursor."""
        event.stop()
        self.scroll_to_line(self._first_line - _WHEEL_LINES)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The scroll bar is taken hold of, or a row is pressed.

        That gives the list the keys, and perhaps another height: the row is the one that was under
        the mouse when it went down.
        """
        self.capture_mouse()
        above, left = self.gutter.top, self.gutter.left
        has_bar = self._line_count > self.size.height
        if has_bar and event.x - left == self.size.width - 1:
            self._is_dragging_bar = True
            self._drag_bar(event)
        else:
            is_row = event.y >= above
            line = self._first_line + event.y - above if is_row else self._line_count
            self._pressed = (event.screen_offset, line)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The bar follows."""
        if self._is_dragging_bar:
            self._drag_bar(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The bar is let go, or the row that was pressed is chosen, as Enter does."""
        pressed, self._pressed = self._pressed, None
        self._is_dragging_bar = False
        self.release_mouse()
        if pressed is not None and pressed[0] == event.screen_offset:
            self.click_line(pressed[1])

    def _drag_bar(self, event: events.MouseEvent) -> None:
        """Scroll to the share of the list that the mouse points at."""
        row = event.screen_y - self.content_region.y
        share = min(1.0, max(0.0, row / max(1, self.size.height - 1)))
        self.scroll_to_line(round(share * (self._line_count - self.size.height)))
