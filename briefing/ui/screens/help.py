"""The keys, those of where the reader is first; and everything by name. Type to search either."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from briefing.text.i18n import _
from briefing.ui.dialogs.listing import ListDialog
from briefing.ui.keys import Action, Context
from briefing.ui.render.key_rows import command_rows, help_rows
from briefing.ui.render.rows import Row

_FRAME_CELLS = 9
"""Cells of a row that frame, signs and scroll bar take."""


class HelpScreen(ListDialog):
    """Every key of the one table."""

    CSS_PATH: ClassVar[str] = "../dialogs/dialogs.tcss"
    IS_CHOICE: ClassVar[bool] = False

    def __init__(self, actions: Sequence[Action], here: Context) -> None:
        super().__init__(
            _("Keys and signs"),
            name="help-keys",
            placeholder=_("type to search the keys"),
            empty=_("no such key"),
            hint=_("↑ ↓ PgUp PgDn scroll · Esc close · Shift+drag selects as the terminal does"),
        )
        self.actions = actions
        self.here = here

    def show_rows(self, words: str) -> None:
        """Show the keys that fit."""
        room = _room(self.app.size.width)
        rows = help_rows(self.actions, words, here=self.here, width_cells=room)
        self.rows_pane.set_rows(list(rows))

    def enter(self, row: Row) -> None:
        """The list is there to be read."""


class CommandScreen(ListDialog):
    """Everything that a key does here. Answers with the id of an action, or ``heading/3``."""

    CSS_PATH: ClassVar[str] = "../dialogs/dialogs.tcss"

    def __init__(self, actions: Sequence[Action], headings: Sequence[str]) -> None:
        super().__init__(
            _("Commands"),
            name="commands",
            placeholder=_("type to search the commands"),
            empty=_("no such command"),
            hint=_("Enter do it · Esc close"),
        )
        self.actions = actions
        self.headings = headings

    def show_rows(self, words: str) -> None:
        """Show the commands that fit."""
        room = _room(self.app.size.width)
        rows = command_rows(self.actions, self.headings, words, width_cells=room)
        self.rows_pane.set_rows(list(rows))


def _room(width_cells: int) -> int:
    """The room of a row in the frame, whose width the style sheet gives."""
    return min(width_cells * 96 // 100, 100) - _FRAME_CELLS
