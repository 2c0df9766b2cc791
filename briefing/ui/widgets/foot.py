"""The foot of a screen with lists: what is shown and what is under way, and the keys below."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style as Pen
from textual.reactive import reactive
from textual.strip import Strip

from briefing.text.fitting import shortened
from briefing.text.width import cells
from briefing.ui.render.palette import Palette
from briefing.ui.widgets.drawn import LineDrawn
from briefing.ui.widgets.status import keys_strip


class ListFoot(LineDrawn):
    """Two lines; the second, the keys, goes first where room is short."""

    said: reactive[str] = reactive("")
    """Where the reader is."""
    progress: reactive[str] = reactive("")
    """What is under way, at the right."""
    asking: reactive[str] = reactive("")
    """What else is, beside it."""
    keys: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """Key and label, the most useful first."""

    def __init__(self) -> None:
        super().__init__(id="foot")
        self._palette = Palette({})

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self._palette = palette
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one of the two lines."""
        under = self._palette.pen("status")
        strip = self._draw_said() if y == 0 else self._draw_keys()
        return strip.adjust_cell_length(self.size.width, under).apply_style(under)

    def _draw_said(self) -> Strip:
        under_way = " · ".join(filter(None, (self.asking, self.progress)))
        width, right = self.size.width, f"{under_way} " if under_way else ""
        left = shortened(self.said, max(0, width - cells(right) - 2))
        gap = " " * max(1, width - cells(left) - cells(right) - 1)
        return Strip([Segment(f" {left}", Pen(bold=True)), Segment(gap), Segment(right)])

    def _draw_keys(self) -> Strip:
        return keys_strip(self.keys, self.size.width, self._palette)
