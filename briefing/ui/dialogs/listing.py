"""A list with a line above it that narrows it down while it is typed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from briefing.ui.dialogs.once import Dialog
from briefing.ui.render.rows import Row
from briefing.ui.widgets.fields import Field
from briefing.ui.widgets.hint import Hint
from briefing.ui.widgets.rows import RowsPane


class ListDialog(Dialog[str | None]):
    """Answers with the reference of the row that was entered; with None when it was closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss_without", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move_page(1)", show=False, priority=True),
        Binding("pageup", "move_page(-1)", show=False, priority=True),
    ]

    IS_CHOICE: ClassVar[bool] = True
    """Whether the row under the cursor can be entered, and so is shown."""

    def __init__(self, title: str, *, name: str, placeholder: str, empty: str, hint: str) -> None:
        """Make an empty list.

        Args:
            title: What stands in its frame.
            name: The id of the list in the style sheet.
            placeholder: What the empty line says.
            empty: What the list says when nothing fits what is typed.
            hint: The keys at its foot.
        """
        super().__init__(classes="dialog")
        self.dialog_title = title
        self.list_name = name
        self.placeholder = placeholder
        self.empty = empty
        self.hint = hint

    def compose(self) -> ComposeResult:
        """The line, the list, and the keys below."""
        with Vertical(classes="frame -tall") as frame:
            frame.border_title = self.dialog_title
            yield Field(placeholder=self.placeholder, compact=True)
            yield RowsPane(name=self.list_name, ground="dialog", empty=self.empty)
            yield Hint(self.hint)

    def on_mount(self) -> None:
        """Show everything; type to narrow it down."""
        self.rows_pane.is_led = self.IS_CHOICE
        self.show_rows("")
        self.query_one(Input).focus()

    @property
    def rows_pane(self) -> RowsPane:
        """The list."""
        return self.query_one(RowsPane)

    def show_rows(self, words: str) -> None:
        """Show the rows that fit what is typed."""
        raise NotImplementedError

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow down while it is typed."""
        self.narrow(event.value)

    def narrow(self, words: str) -> None:
        """Something else is typed."""
        self.show_rows(words)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the line enters the row under the cursor."""
        del event
        self.enter_line()

    def enter_line(self) -> None:
        """Enter was pressed in the line."""
        self.rows_pane.choose()

    def on_rows_pane_chosen(self, event: RowsPane.Chosen) -> None:
        """A row was entered."""
        event.stop()
        self.enter(event.row)

    def enter(self, row: Row) -> None:
        """Answer with the row that was entered."""
        self.dismiss(row.ref)

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self.rows_pane.move(rows)

    def action_move_page(self, pages: int) -> None:
        """Move the cursor by a page."""
        self.rows_pane.move_page(pages)

    def action_dismiss_without(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
