"""Cutting a text down to the room there is, at a cost that grows with the room and not the text.

Whatever is drawn goes through here first: a note, a title or a name may have a million characters,
of which a screen shows a few hundred.
"""

from __future__ import annotations

import re

from briefing.text.safe import visible
from briefing.text.width import cells, clusters, is_narrow

ELLIPSIS = "…"
"""Stands where a text goes on outside of what is shown."""

CHARACTERS_A_CELL = 8
"""The most characters that are looked at for each cell: the longest emoji of two cells have ten."""

GLIMPSE = 4_096
"""Characters of a text that are looked at where the room is not known yet: a screen of prose."""

_SPACE = re.compile(r"\s*")


def reach(width_cells: int) -> int:
    """The most characters that are looked at to fill so many cells."""
    return max(0, width_cells) * CHARACTERS_A_CELL


def glimpse(text: str, most: int = GLIMPSE) -> str:
    """The beginning of a text as one safe line, with an ellipsis where the text goes on.

    Args:
        text: What is shown, of any length.
        most: Characters that are looked at, after leading white space.
    """
    begin = _SPACE.match(text).end() if text[:1].isspace() else 0  # type: ignore[union-attr]
    said = visible(" ".join(text[begin : begin + most].split()))
    return f"{said}{ELLIPSIS}" if len(text) - begin > most else said


def beginning(text: str, width_cells: int) -> str:
    """As much of the beginning of a text as fits; no cluster is cut."""
    if is_narrow(text[: max(0, width_cells) + 1]):  # also what would belong to the last of them
        return text[: max(0, width_cells)]
    kept, used = 0, 0
    for _, end, width in clusters(text, 0, min(len(text), reach(width_cells))):
        used += width
        if used > width_cells:
            break
        kept = end
    return text[:kept]


def ending(text: str, width_cells: int) -> str:
    """As much of the end of a text as fits; no cluster is cut."""
    far = max(0, len(text) - reach(width_cells))
    ends = list(clusters(text, far))
    kept, used = len(text), 0
    for start, _, width in reversed(ends):
        used += width
        if used > width_cells:
            break
        kept = start
    return text[kept:]


def is_fitting(text: str, width_cells: int) -> bool:
    """Whether a text fits. What has more characters than `reach` does not, whatever they are."""
    return len(text) <= reach(width_cells) and cells(text) <= width_cells


def shortened(text: str, width_cells: int) -> str:
    """A text that fits, cut at its end with an ellipsis; nothing where there is no room."""
    if width_cells <= 0:
        return ""
    if is_fitting(text, width_cells):
        return text
    return beginning(text, width_cells - 1).rstrip() + ELLIPSIS


def shortened_path(path: str, width_cells: int) -> str:
    """A path that fits, cut at its beginning: the end of a path tells most."""
    if width_cells <= 0:
        return ""
    if is_fitting(path, width_cells):
        return path
    return ELLIPSIS + ending(path, width_cells - 1)
