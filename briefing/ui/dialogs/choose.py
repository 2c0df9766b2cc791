"""Choosing one of a few things: a colour, a theme, yes or no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from briefing.model.note import COLORS
from briefing.text.i18n import _
from briefing.ui.cursor import cursor_commands
from briefing.ui.dialogs.once import Dialog
from briefing.ui.keys import Context
from briefing.ui.render.rows import Row, Words
from briefing.ui.takes_keys import Commands
from briefing.ui.widgets.hint import Hint
from briefing.ui.widgets.rows import RowsPane


class ChooseDialog(Dialog[str | None]):
    """A short list; Enter answers with the row's reference, Esc with None."""

    CSS_PATH: ClassVar[str] = "dialogs.tcss"

    @property
    def hint(self) -> str:
        """The keys at its foot."""
        return _("Enter choose · Esc close")

    def __init__(self, title: str, rows: Sequence[Row], *, chosen: str | None = None) -> None:
        super().__init__(classes="dialog")
        self.dialog_title = title
        self.rows = rows
        self.first = next((n for n, row in enumerate(rows) if row.ref == chosen), 0)

    def compose(self) -> ComposeResult:
        """The list in its frame, with the keys below."""
        with Vertical(classes="frame") as frame:
            frame.border_title = self.dialog_title
            yield RowsPane(name="choices", ground="dialog")
            yield Hint(self.hint)

    def on_mount(self) -> None:
        """Show the rows, the present choice under the cursor."""
        pane = self.query_one(RowsPane)
        pane.set_rows(self.rows)
        pane.styles.height = min(len(self.rows), max(3, self.app.size.height - 8))
        pane.cursor = self.first
        pane.focus()

    @property
    def context(self) -> Context:
        """Keys mean what they mean in a panel."""
        return Context.PANEL

    @property
    def commands(self) -> Commands:
        """The cursor moves as in a panel; Enter answers, and so does the number of a row."""
        cursor = cursor_commands(self.query_one(RowsPane))
        closing = {"close": self.answer_nothing, "leave": self.answer_nothing}
        return Commands({**cursor, **closing}, {"heading": self.answer_number})

    def answer_number(self, number: int) -> None:
        """Answer with the row that has a number, where there is one."""
        row = next((row for row in self.rows if row.sign == str(number)), None)
        if row is not None:
            self.dismiss(row.ref)

    def on_rows_pane_chosen(self, event: RowsPane.Chosen) -> None:
        """A row was entered."""
        event.stop()
        self.enter(event.row)

    def enter(self, row: Row) -> None:
        """Answer with the row that was entered."""
        self.dismiss(row.ref)

    def answer_nothing(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class ColorDialog(ChooseDialog):
    """The colours a note may have; the empty answer is none."""

    def __init__(self, color: str | None) -> None:
        names = {
            "yellow": _("yellow"),
            "green": _("green"),
            "blue": _("blue"),
            "pink": _("pink"),
            "orange": _("orange"),
            "purple": _("purple"),
        }
        rows = [
            Row((Words(f" {names[name]} ", f"note-{name}"),), ref=name, sign=str(number))
            for number, name in enumerate(COLORS, 1)
        ]
        super().__init__(_("Colour"), [*rows, Row((Words(_("none")),), ref="")], chosen=color)


class ConfirmDialog(ChooseDialog):
    """A question whose safe answer is under the cursor."""

    def __init__(self, question: str, yes: str, no: str) -> None:
        rows = [Row((Words(no),), ref="no"), Row((Words(yes),), ref="yes")]
        super().__init__(question, rows)


class ThemeDialog(ChooseDialog):
    """The themes; the one under the cursor is seen at once."""

    def __init__(self, rows: Sequence[Row], chosen: str, preview: Callable[[str], None]) -> None:
        super().__init__(_("Theme"), rows, chosen=chosen)
        self.preview = preview

    def on_rows_pane_cursor_moved(self, event: RowsPane.CursorMoved) -> None:
        """Show the theme under the cursor."""
        event.stop()
        self.preview(event.row.ref)


class MarksDialog(ChooseDialog):
    """The groups of marks; Enter shows or hides one, and the dialog stays."""

    def __init__(self, rows: Callable[[], Sequence[Row]], switch: Callable[[str], None]) -> None:
        super().__init__(_("Marks over the text"), rows())
        self.rows_now = rows
        self.switch = switch

    @property
    def hint(self) -> str:
        """The keys at its foot."""
        return _("Enter show or hide · Esc close")

    def enter(self, row: Row) -> None:
        """Show or hide the group under the cursor."""
        self.switch(row.ref)
        pane = self.query_one(RowsPane)
        pane.set_rows(self.rows_now())
