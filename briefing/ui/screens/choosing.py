"""Keys in a panel: the cursor, and the jump from a row to its passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.ui.screens.movement import MovementActions
from briefing.ui.screens.noteplaces import NotePlaceActions
from briefing.ui.screens.viewing import ViewingActions

if TYPE_CHECKING:  # what the first frame does not need is imported when it is used
    from briefing.ui.widgets.rows import RowsPane


class ChoosingActions(MovementActions, NotePlaceActions, ViewingActions):
    """Rows of the outline and of the panels."""

    visited: tuple[str, int] = ("", -1)
    """The row that was chosen last, by its panel and reference, and which of its passages."""

    def action_row_down(self) -> None:
        """Next row."""
        self._move_in_panel(1)

    def action_row_up(self) -> None:
        """Previous row."""
        self._move_in_panel(-1)

    def action_row_page_down(self) -> None:
        """A page of rows down."""
        if self.focused_panel is not None:
            self.focused_panel.move_page(1)

    def action_row_page_up(self) -> None:
        """A page of rows up."""
        if self.focused_panel is not None:
            self.focused_panel.move_page(-1)

    def action_first_row(self) -> None:
        """First row."""
        self._move_in_panel(-1_000_000_000)

    def action_last_row(self) -> None:
        """Last row."""
        self._move_in_panel(1_000_000_000)

    def action_choose(self) -> None:
        """Jump to the passage of the row under the cursor."""
        if self.focused_panel is not None:
            self.focused_panel.choose()

    def _move_in_panel(self, rows: int) -> None:
        if self.focused_panel is not None:
            self.focused_panel.move(rows)

    def on_rows_pane_chosen(self, event: RowsPane.Chosen) -> None:
        """Jump to a row's passage; the same row again goes to the next one, or edits a note."""
        pane, row = event.pane, event.row
        if pane.id == "outline":
            self._choose_heading(row.ref)
            return
        key = f"{pane.id}/{row.ref}"
        was_here = self.visited[0] == key and self.target is not None
        if pane.id == "notes":
            self._choose_note(row.ref, was_here=was_here)
            return
        if not row.spans:
            return
        index = (self.visited[1] + 1) % len(row.spans) if was_here else 0
        self.visited = (key, index)
        self.jump(row.spans[index])
        if len(row.spans) > 1:
            self.tell(f"{index + 1}/{len(row.spans)}")
        self.lift_overlay()

    def _choose_note(self, ref: str, *, was_here: bool) -> None:
        with self.telling():
            placed = self.notebook.find(ref)
            if was_here or (placed.span is None and self.visited == (f"notes/{ref}", 0)):
                self.edit_note(ref)
                return
            self.visited = (f"notes/{ref}", 0)
            self.go_to_note(placed)
            self.lift_overlay()

    def _choose_heading(self, ref: str) -> None:
        if ref == "start":
            self.action_go_to_start()
        else:
            self.jump_to_heading(int(ref))
        self.lift_overlay()

    def lift_overlay(self) -> None:
        """Take away what lies over the passage that was jumped to."""
        if self.overlay is not None:
            self.overlay = None
            self.arrange_panes()
            self.focus_text()
