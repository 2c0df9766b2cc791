"""Lines of a dialog that say less where there is less room, and never stop in the middle."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from briefing.text.fitting import glimpse
from briefing.text.width import cells
from briefing.ui.render.rows import Row, Words, wrap_row

_BETWEEN = " · "


class Hint(Widget):
    """Keys and what they do, the most useful first; those that do not fit are left out."""

    def __init__(self, words: str = "", *, name: str | None = None) -> None:
        super().__init__(id=name, classes="hint")
        self.words = words

    def say(self, words: str) -> None:
        """Say something else."""
        self.words = words
        self.refresh()

    def render(self) -> Content:
        """As many whole parts as there is room for."""
        return Content(fitting(self.words, self.size.width))


class Quote(Widget):
    """A passage on a few lines, with an ellipsis where it goes on."""

    def __init__(self, words: str, *, name: str) -> None:
        super().__init__(id=name)
        self.words = glimpse(words)
        self.most_lines = 2

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes, and no more than it may have."""
        del container, viewport
        return len(self._lines(width))

    def render(self) -> Content:
        """The lines."""
        return Content("\n".join(self._lines(self.size.width)))

    def _lines(self, width_cells: int) -> list[str]:
        row = Row((Words(self.words),), max_lines=self.most_lines)
        return ["".join(part.text for part in line) for line in wrap_row(row, max(1, width_cells))]


def fitting(words: str, width_cells: int) -> str:
    """The first parts of a line that fit, at least one."""
    first, *others = words.split(_BETWEEN)
    said = first
    for part in others:
        longer = f"{said}{_BETWEEN}{part}"
        if cells(longer) > width_cells:
            break
        said = longer
    return said
