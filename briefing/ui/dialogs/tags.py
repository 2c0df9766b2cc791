"""The tags of a note, typed on one line."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from briefing.text.i18n import _
from briefing.ui.dialogs.once import Dialog
from briefing.ui.widgets.fields import TagsField
from briefing.ui.widgets.hint import Hint


class TagsDialog(Dialog[tuple[str, ...] | None]):
    """Answers with the tags, or None when it was closed."""

    CSS_PATH: ClassVar[str] = "dialogs.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss_without", show=False),
        Binding("ctrl+s", "save", show=False),
    ]

    def __init__(self, tags: tuple[str, ...]) -> None:
        super().__init__(classes="dialog")
        self.tags = tags

    def compose(self) -> ComposeResult:
        """The line in its frame, with the keys below."""
        with Vertical(classes="frame") as frame:
            frame.border_title = _("Tags")
            yield TagsField(self.tags, placeholder=_("tags, separated by commas"))
            yield Hint(_("Enter save · Esc close"))

    def on_input_submitted(self) -> None:
        """Enter answers."""
        self.action_save()

    def action_save(self) -> None:
        """Answer with what is typed."""
        self.dismiss(self.query_one(TagsField).tags)

    def action_dismiss_without(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
