"""Lines to type in."""

from __future__ import annotations

import re

from textual.events import Paste
from textual.widgets import Input

_BREAKS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""What ends a line, as `str.splitlines` has it; several in a row are one break."""


class Field(Input):
    """A line whose cursor stands still: nothing blinks, and nothing is drawn while nobody types."""

    def on_mount(self) -> None:
        """Keep the cursor steady."""
        self.cursor_blink = False

    def on_paste(self, event: Paste) -> None:
        """Take all that is pasted: in one line, a line break is a space."""
        event.prevent_default()
        event.stop()
        self.replace(_BREAKS.sub(" ", event.text), *self.selection)
