"""Everything by name: Textual's command palette, which fails when a page is turned too early."""

from __future__ import annotations

from textual.command import CommandPalette
from textual.widgets import OptionList


class Palette(CommandPalette):
    """Takes keys that move in the list once the list has been drawn, and not before.

    Typed ahead, ``:`` and then ``PgDn`` ends Textual's with a ``KeyError``.
    """

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action can be done now."""
        if action == "command_list":
            return all(
                options.scrollable_content_region.height for options in self.query(OptionList)
            )
        return super().check_action(action, parameters)
