"""What a reader may choose about the layout."""

from __future__ import annotations

from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True)
class LayoutOptions:
    """Choices that change where lines end."""

    wrap_code: bool = True
    """Whether long lines of code go on below, with a mark; otherwise they are cut at the edge."""
    code_offset_cells: int = 0
    """How many cells of cut code have been scrolled out at the left."""
    image_names: bool = True
    """Whether the name of an image's file stands behind its alternative text."""


DEFAULTS = LayoutOptions()
"""What holds unless the reader chooses."""
