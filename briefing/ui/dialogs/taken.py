"""The passages that were taken along: to be looked at, ordered, taken out, and handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from briefing.text.i18n import _
from briefing.ui.dialogs.once import Dialog
from briefing.ui.render.taken_rows import taken_rows
from briefing.ui.widgets.hint import Hint
from briefing.ui.widgets.rows import RowsPane

if TYPE_CHECKING:  # what writes citations is loaded when a passage is taken along
    from briefing.session.taken_along import TakenAlong

Answer = Literal["copy", "write"] | int
"""What is to be done with all of them; or the one that is to be shown in its article."""


class TakenDialog(Dialog[Answer | None]):
    """Keeps the list as it is left; answers with what is to be done with it."""

    CSS_PATH: ClassVar[str] = "dialogs.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "go(1)", show=False, priority=True),
        Binding("up,k", "go(-1)", show=False, priority=True),
        Binding("pagedown,space", "go_page(1)", show=False, priority=True),
        Binding("pageup,b", "go_page(-1)", show=False, priority=True),
        Binding("enter", "choose", show=False, priority=True),
        Binding("J,shift+down", "move(1)", show=False, priority=True),
        Binding("K,shift+up", "move(-1)", show=False, priority=True),
        Binding("d,delete", "take_out", show=False),
        Binding("u", "put_back", show=False),
        Binding("y", "hand_out('copy')", show=False),
        Binding("w", "hand_out('write')", show=False),
        Binding("escape,q", "dismiss_without", show=False),
    ]

    def __init__(self, taken: TakenAlong) -> None:
        super().__init__(classes="dialog")
        self.taken = taken

    def compose(self) -> ComposeResult:
        """The list in its frame, with the keys below."""
        with Vertical(classes="frame -tall") as frame:
            frame.border_title = _("Passages for a draft")
            yield RowsPane(name="taken", ground="dialog", empty=_("nothing is gathered any more"))
            yield Hint(_("y copy · w write · J K move · d take out · u undo · Enter go · Esc"))

    def on_mount(self) -> None:
        """Show the passages."""
        self.pane.is_led = True
        self.show(0)
        self.pane.focus()

    @property
    def pane(self) -> RowsPane:
        """The list."""
        return self.query_one(RowsPane)

    def show(self, index: int) -> None:
        """Show the list as it is, with a passage under the cursor."""
        self.pane.set_rows(taken_rows(self.taken.passages))
        self.pane.cursor = max(0, min(index, len(self.taken.passages) - 1))

    def action_take_out(self) -> None:
        """Take the passage under the cursor out of the list."""
        if self.taken.passages:
            index = self.pane.cursor
            self.taken.remove(index)
            self.show(index)

    def action_put_back(self) -> None:
        """Put the passage back that was taken out last."""
        index = self.taken.restore()
        if index is not None:
            self.show(index)

    def action_hand_out(self, answer: Literal["copy", "write"]) -> None:
        """Answer with what is to be done with all passages, where there are any."""
        if self.taken.passages:
            self.dismiss(answer)

    def action_go(self, rows: int) -> None:
        """Move the cursor."""
        self.pane.move(rows)

    def action_go_page(self, pages: int) -> None:
        """Move the cursor by a page."""
        self.pane.move_page(pages)

    def action_choose(self) -> None:
        """Enter the row under the cursor."""
        self.pane.choose()

    def action_dismiss_without(self) -> None:
        """Close; the list stays as it was left."""
        self.dismiss(None)

    def action_move(self, by: int) -> None:
        """Move the passage under the cursor in the list."""
        if self.taken.passages:
            self.show(self.taken.move(self.pane.cursor, by))

    def on_rows_pane_chosen(self, event: RowsPane.Chosen) -> None:
        """Answer with the passage that was entered."""
        event.stop()
        self.dismiss(int(event.row.ref))
