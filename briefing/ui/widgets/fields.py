"""Lines to type in."""

from __future__ import annotations

from textual.widgets import Input


class Field(Input):
    """A line whose cursor stands still: nothing blinks, and nothing is drawn while nobody types."""

    def on_mount(self) -> None:
        """Keep the cursor steady."""
        self.cursor_blink = False
