"""What stands beside the text, with a border that the mouse can move."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual import events
from textual.containers import Vertical
from textual.message import Message

from briefing.ui.render.sharing import shared_heights
from briefing.ui.widgets.rows import RowsPane


class SideBox(Vertical):
    """The outline or the panels. Tells how wide it is wanted while its inner border is dragged.

    Args:
        side: ``outline``, whose border is at the right, or ``panels``, at the left.
    """

    @dataclass
    class Dragged(Message):
        """The border is being moved, or was."""

        side: str
        """Whose border."""
        width_cells: int
        """How wide the box would be."""
        is_done: bool
        """Whether the button is up again."""

    def __init__(self, side: str) -> None:
        super().__init__(id=f"{side}-box")
        self.side = side
        self._is_dragged = False

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A drag begins on the border."""
        if event.button == 1 and self._width_to(event) == self.region.width:
            self._is_dragged = True
            self.capture_mouse()
            event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The drag goes on."""
        self._tell(event, is_done=False)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The drag ends."""
        self._tell(event, is_done=True)
        self._is_dragged = False
        self.release_mouse()

    def _tell(self, event: events.MouseEvent, *, is_done: bool) -> None:
        if self._is_dragged:
            self.post_message(self.Dragged(self.side, self._width_to(event), is_done))

    def _width_to(self, event: events.MouseEvent) -> int:
        """How wide the box is up to the cell under the mouse."""
        if self.side == "outline":
            return event.screen_x + 1 - self.region.x
        return self.region.right - event.screen_x


class PanelStack(SideBox):
    """The panels, one above the other: they share the height by what they hold and which is used.

    Whoever fills a panel, hides one or moves the focus has them share it anew.
    """

    def __init__(self) -> None:
        super().__init__("panels")

    def on_resize(self) -> None:
        """There is another height to share, and words break elsewhere."""
        self.share()

    def share(self) -> None:
        """Give each panel its height."""
        panes = list(self._shown())
        if panes and self.size.height:
            used = next((index for index, pane in enumerate(panes) if pane.has_focus), None)
            needs = [pane.lines_at(self.size.width) for pane in panes]
            for pane, height in zip(
                panes, shared_heights(needs, self.size.height, used), strict=True
            ):
                pane.styles.height = height

    def _shown(self) -> Iterator[RowsPane]:
        for pane in self.children:
            if isinstance(pane, RowsPane) and pane.display:
                yield pane
