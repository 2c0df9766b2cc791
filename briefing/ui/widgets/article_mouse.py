"""What the mouse does in the text: the wheel, clicks, drags over words and on the scroll bar."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.geometry import Offset
from textual.message import Message

from briefing.model.span import Place
from briefing.ui.render.links import ShownLink
from briefing.ui.render.measure import BAR_CELLS
from briefing.ui.widgets.drawn import LineDrawn

_WHEEL_ROWS = 3


class ArticleMouse(LineDrawn):
    """The part of the article's pane that listens to the mouse, and tells what it points at."""

    @dataclass
    class Clicked(Message, namespace="article_pane"):
        """A character was clicked."""

        place: Place
        """Which one."""
        times: int
        """1, 2 or 3 clicks in a row."""
        link: ShownLink | None = None
        """The link that it belongs to."""

    @dataclass
    class Dragged(Message, namespace="article_pane"):
        """The mouse was drawn over a passage."""

        start: Place
        """Where the button went down."""
        end: Place
        """The character after the one it is over now."""
        is_done: bool
        """Whether the button is up again."""

    _pressed_at: Place | None = None
    _was_dragged = False
    _is_dragging_bar = False

    # -- what it asks of the pane -----------------------------------------------------------

    def move_rows(self, rows: int) -> None:
        """Scroll by lines."""
        raise NotImplementedError

    def scroll_bar_to(self, y: int) -> None:
        """Scroll so that the bar is where the mouse is."""
        raise NotImplementedError

    def place_under(self, offset: Offset) -> Place | None:
        """The character under a point of the widget; the nearest one on its line."""
        raise NotImplementedError

    def link_under(self, offset: Offset) -> ShownLink | None:
        """The link under a point of the widget."""
        raise NotImplementedError

    # -- what happens -----------------------------------------------------------------------

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel turns: some lines down."""
        event.stop()
        self.move_rows(_WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel turns: some lines up."""
        event.stop()
        self.move_rows(-_WHEEL_ROWS)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A drag begins, over text or on the scroll bar."""
        if event.button != 1:
            return
        self.capture_mouse()
        self._was_dragged = False
        if event.x >= self.size.width - BAR_CELLS:
            self._is_dragging_bar = self._was_dragged = True
            self.scroll_bar_to(event.y)
        else:
            self._pressed_at = self.place_under(event.offset)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """A drag goes on."""
        if self._is_dragging_bar:
            self.scroll_bar_to(event.y)
        elif self._pressed_at is not None:
            self._scroll_at_the_rim(event.y)
            self._tell_drag(event.offset, is_done=False)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """A drag ends."""
        self.release_mouse()
        if self._pressed_at is not None:
            self._tell_drag(event.offset, is_done=True)
        self._pressed_at, self._is_dragging_bar = None, False

    def on_click(self, event: events.Click) -> None:
        """A character was clicked. A terminal's drag ends with a click, too: that is none."""
        if self._was_dragged:
            return
        place = self.place_under(event.offset)
        if place is not None and event.x < self.size.width - BAR_CELLS:
            self.post_message(self.Clicked(place, event.chain, self.link_under(event.offset)))

    def _scroll_at_the_rim(self, y: int) -> None:
        if y < 0:
            self.move_rows(-1)
        elif y >= self.size.height:
            self.move_rows(1)

    def _tell_drag(self, offset: Offset, *, is_done: bool) -> None:
        start, end = self._pressed_at, self.place_under(offset)
        if start is None or end is None or start == end:
            return
        start, end = min(start, end), max(start, end)
        end = Place(end.chunk, end.offset + 1)
        self._was_dragged = True
        self.post_message(self.Dragged(start, end, is_done))
