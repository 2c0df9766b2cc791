"""The line that takes what is to be added to a library: a path or an address."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from briefing.text.i18n import _
from briefing.ui.dialogs.once import Dialog
from briefing.ui.widgets.fields import Field
from briefing.ui.widgets.hint import Hint


class AddDialog(Dialog[str | None]):
    """Answers with what was typed, or None when it was closed."""

    CSS_PATH: ClassVar[str] = "dialogs.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss_without", show=False)]

    def __init__(self) -> None:
        super().__init__(classes="dialog")

    def compose(self) -> ComposeResult:
        """The line in its frame, with the keys below."""
        with Vertical(classes="frame") as frame:
            frame.border_title = _("Add to the library")
            yield Field(placeholder=_("a file, a folder, a web address or a feed"), compact=True)
            yield Hint(_("Enter add · Esc close"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter answers."""
        self.dismiss(event.value.strip() or None)

    def action_dismiss_without(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
