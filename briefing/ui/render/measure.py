"""Where the column of text stands in the screen: shared by the reader and by its first page."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from briefing.text.i18n import _

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
"""How wide the sides are where nothing else was chosen and the text needs all the rest."""
SIDE_CELLS: Mapping[str, range] = {"outline": range(16, 61), "panels": range(24, 101)}
"""How wide they may be made."""
_ROOMY_CELLS: Mapping[str, int] = {"outline": 40, "panels": 60}
"""How wide they grow by themselves in a wide terminal, once the text has its measure."""
_TEXT_CELLS = 32
"""What the text keeps at least."""

MIN_WIDTH_CELLS, MIN_HEIGHT_CELLS = 40, 12
"""Below this a screen only says that it is too small."""

FOOT_ROWS = 3
"""Below the text: what there is to tell, where the reader is, and the keys."""
LOW_ROWS = 20
"""Below this there is only one row, of where the reader is; what is told lies over it."""


def side_of(shown: Mapping[str, bool]) -> str | None:
    """What the user chose to see where there is room for one side; at first the panels."""
    if shown.get(LONE_OUTLINE, False):
        return "outline"
    return "panels" if shown.get(LONE_PANELS, True) else None


def size_name(side: str, width_cells: int) -> str:
    """How the width of a side is called among the choices of sizes: it is another one alone."""
    lone = {"outline": LONE_OUTLINE, "panels": LONE_PANELS}
    return side if width_cells >= WIDE_CELLS else lone[side]


def side_cells(
    width_cells: int, sides: Collection[str], sizes: Mapping[str, int]
) -> dict[str, int]:
    """How wide the sides of the text are.

    Args:
        width_cells: The width of the screen.
        sides: Which of ``outline`` and ``panels`` stand beside the text.
        sizes: What the user chose, by `size_name`; more than there is room for gives way.
    """
    usual = _usual_cells(width_cells)
    found = dict.fromkeys(SIDE_CELLS, 0)
    room = width_cells - _TEXT_CELLS
    for side in sorted(sides, key=list(SIDE_CELLS).index):
        limits = SIDE_CELLS[side]
        others = sum(SIDE_CELLS[other][0] for other in sides if other != side and not found[other])
        wanted = sizes.get(size_name(side, width_cells), usual[side])
        found[side] = max(limits[0], min(wanted, limits[-1], room - others))
        room -= found[side]
    return found


def _usual_cells(width_cells: int) -> dict[str, int]:
    """What a wide terminal has to spare goes to the sides, most of it to the panels."""
    text_cells = MEASURE_CELLS + GUTTER_CELLS + BAR_CELLS + 1
    spare = max(0, width_cells - OUTLINE_CELLS - PANELS_CELLS - text_cells)
    return {
        "outline": min(_ROOMY_CELLS["outline"], OUTLINE_CELLS + spare * 2 // 5),
        "panels": min(_ROOMY_CELLS["panels"], PANELS_CELLS + spare * 3 // 5),
    }


def column_cells(pane_cells: int, measure_cells: int = MEASURE_CELLS) -> int:
    """The width of the column of text in a pane."""
    return max(8, min(measure_cells, pane_cells - GUTTER_CELLS - BAR_CELLS - 1))


def left_cells(pane_cells: int, column: int) -> int:
    """Empty cells before the gutter, which centre the column."""
    return max(0, (pane_cells - BAR_CELLS - column - GUTTER_CELLS) // 2)


def too_small(width_cells: int, height: int) -> str | None:
    """What is said of a terminal that has not the least size; None of one that has."""
    if width_cells >= MIN_WIDTH_CELLS and height >= MIN_HEIGHT_CELLS:
        return None
    text = _("The terminal is too small: {width}×{height}, needed {min_w}×{min_h}")
    least = {"min_w": MIN_WIDTH_CELLS, "min_h": MIN_HEIGHT_CELLS}
    return text.format(width=width_cells, height=height, **least)
