"""A scroll bar one cell wide, drawn from a share and not from a row count."""

from __future__ import annotations

from rich.segment import Segment

from briefing.ui.render.palette import Palette

_THUMB, _TRACK = "┃", "│"


def thumb_rows(height: int, whole: int, before: float) -> range:
    """Which rows of the bar the thumb covers.

    Args:
        height: Rows of the view and of the bar.
        whole: Rows of the content, perhaps estimated.
        before: How much of what can be scrolled lies above the view: 0 to 1.
    """
    if whole <= height or height <= 0:
        return range(0)
    length = max(1, round(height * height / whole))
    first = round((height - length) * min(1.0, max(0.0, before)))
    return range(first, first + length)


def draw_cell(row: int, thumb: range, palette: Palette) -> Segment:
    """One cell of the bar; blank where everything is in view."""
    if not thumb:
        return Segment(" ")
    if row in thumb:
        return Segment(_THUMB, palette.pen("border"))
    return Segment(_TRACK, palette.pen("rule"))
