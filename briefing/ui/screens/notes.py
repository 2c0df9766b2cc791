"""All notes of the article, with a filter over text, tag, kind and colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from briefing.session.filtering import matching
from briefing.session.placing import PlacedNote
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.ui.dialogs.once import Dialog
from briefing.ui.render.note_rows import NoteRows
from briefing.ui.theming import palette_of
from briefing.ui.widgets.fields import Field
from briefing.ui.widgets.rows import RowsPane


class NotesScreen(Dialog[str | None]):
    """Answers with the id of the note that was chosen, or None."""

    CSS_PATH: ClassVar[str] = "../dialogs/dialogs.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss_without", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move_page(1)", show=False, priority=True),
        Binding("pageup", "move_page(-1)", show=False, priority=True),
    ]

    def __init__(self, placed: Sequence[PlacedNote]) -> None:
        super().__init__(classes="dialog")
        self.placed = placed

    def compose(self) -> ComposeResult:
        """The filter, the notes, and how the filter is written."""
        with Vertical(classes="frame -tall") as frame:
            frame.border_title = _("All notes")
            yield Field(
                placeholder=_(
                    "filter: words #tag kind:question color:blue state:open place:orphan"
                ),
                compact=True,
            )
            yield RowsPane(name="all-notes", ground="dialog", empty=_("no note matches"))
            yield Static("", classes="hint", id="all-notes-count", markup=False)

    def on_mount(self) -> None:
        """Show all of them; type to filter."""
        self.query_one(RowsPane).set_palette(palette_of(self.app))
        self._filter("")
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter while it is typed."""
        self._filter(event.value)

    def on_input_submitted(self) -> None:
        """Enter goes to the note under the cursor."""
        self.query_one(RowsPane).choose()

    def on_rows_pane_chosen(self, event: RowsPane.Chosen) -> None:
        """Answer with the note that was entered."""
        event.stop()
        self.dismiss(event.row.ref)

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        self.query_one(RowsPane).move(rows)

    def action_move_page(self, pages: int) -> None:
        """Move the cursor by a page."""
        self.query_one(RowsPane).move_page(pages)

    def action_dismiss_without(self) -> None:
        """Answer nothing."""
        self.dismiss(None)

    def _filter(self, words: str) -> None:
        shown = matching(self.placed, words)
        self.query_one(RowsPane).set_rows(NoteRows(shown))
        count = ngettext("{count} of {all} note", "{count} of {all} notes", len(self.placed))
        keys = _("Enter go there · Esc close")
        told = count.format(count=number(len(shown)), all=number(len(self.placed)))
        self.query_one("#all-notes-count", Static).update(f"{told} · {keys}")
