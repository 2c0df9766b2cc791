"""What a reader may choose about the layout."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.records import dataclass

_ROOM_FOR_SIGNS = 30
"""Cells of a line that what tells a picture from the text may stand in: 80 columns leave 39 beside
the panels."""


@dataclass(frozen=True, slots=True)
class LayoutOptions:
    """Choices that change where lines end."""

    wrap_code: bool = True
    """Whether long lines of code go on below, with a mark; otherwise they are cut at the edge."""
    code_offset_cells: int = 0
    """How many cells of cut code have been scrolled out at the left."""
    image_names: bool = True
    """Whether signs stand around the words of a picture, and its file where it has none."""

    def on(self, width_cells: int) -> LayoutOptions:
        """The same for lines of a width; narrow ones have no room for signs around pictures."""
        return self if width_cells >= _ROOM_FOR_SIGNS else replace(self, image_names=False)


DEFAULTS = LayoutOptions()
"""What holds unless the reader chooses."""
