"""What the keys of a panel do to the cursor of a list, on whichever screen it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from briefing.ui.widgets.rows import RowsPane

_FAR = 1_000_000_000
"""Rows to the end of any list."""

CURSOR_ACTIONS = (
    "row_down", "row_up", "row_page_down", "row_page_up", "first_row", "last_row", "choose",
)  # fmt: skip
"""The actions that are about the cursor of a list."""


def cursor_commands(pane: RowsPane) -> dict[str, Callable[[], object]]:
    """The actions that move the cursor of a list, and that choose the row under it.

    Args:
        pane: The list.
    """
    return {
        "row_down": partial(pane.move, 1),
        "row_up": partial(pane.move, -1),
        "row_page_down": partial(pane.move_page, 1),
        "row_page_up": partial(pane.move_page, -1),
        "first_row": partial(pane.move, -_FAR),
        "last_row": partial(pane.move, _FAR),
        "choose": pane.choose,
    }
