"""Where the column of text stands in the screen: shared by the reader and by its first page."""

from __future__ import annotations

from collections.abc import Mapping

MEASURE_CELLS = 88
"""The widest column of text: about 75 characters a line with room for lists, at the upper end of
what is comfortable to read (Bringhurst, The Elements of Typographic Style, 2.1.2: 45 to 75)."""

GUTTER_CELLS = 3
"""Left of the text: two signs and a space."""

BAR_CELLS = 1
"""Right of the text: the scroll bar."""

WIDE_CELLS = 120
"""From here on outline, text and panels stand side by side."""
MEDIUM_CELLS = 80
"""From here on the text has one of them beside it; below, they lie over it."""

LONE_OUTLINE, LONE_PANELS = "lone_outline", "lone_panels"
"""How the choice of the one side is called among the choices of what is shown."""

OUTLINE_CELLS, PANELS_CELLS = 24, 36
"""How wide the sides are; the style sheet says the same."""

LOW_ROWS = 20
"""Below this the status line is one row and not two."""


def side_of(shown: Mapping[str, bool]) -> str | None:
    """What the user chose to see where there is room for one side; at first the panels."""
    if shown.get(LONE_OUTLINE, False):
        return "outline"
    return "panels" if shown.get(LONE_PANELS, True) else None


def column_cells(pane_cells: int, measure_cells: int = MEASURE_CELLS) -> int:
    """The width of the column of text in a pane."""
    return max(8, min(measure_cells, pane_cells - GUTTER_CELLS - BAR_CELLS - 1))


def left_cells(pane_cells: int, column: int) -> int:
    """Empty cells before the gutter, which centre the column."""
    return max(0, (pane_cells - BAR_CELLS - column - GUTTER_CELLS) // 2)
