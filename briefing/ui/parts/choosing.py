"""What the row means that was chosen in a panel."""

from __future__ import annotations

from briefing.ui.panels import OUTLINE
from briefing.ui.parts.first import FirstParts
from briefing.ui.parts.noteplaces import NotePlaces
from briefing.ui.parts.panels import Panels
from briefing.ui.parts.quotations import ToSources
from briefing.ui.render.pointer_rows import POINTER_REF
from briefing.ui.render.rows import Row


class Choosing:
    """Sends a row to the part that knows what it stands for."""

    def __init__(
        self, first: FirstParts, notes: NotePlaces, panels: Panels, sources: ToSources
    ) -> None:
        self._stage, self._moves, self._panes = first.stage, first.moves, first.panes
        self._notes = notes
        self._panels = panels
        self._sources = sources

    def choose(self, pane: str, row: Row) -> None:
        """Go where a row leads, and take away what lies over that.

        Args:
            pane: The panel's name.
            row: The row that was chosen.
        """
        sitting = self._stage.sitting
        was_here = sitting.visited[0] == f"{pane}/{row.ref}" and sitting.target_span is not None
        has_led_there = False
        if pane == OUTLINE.name:
            has_led_there = self._choose_heading(row.ref)
        elif pane == "notes" and row.ref.startswith(POINTER_REF):
            with self._stage.telling():
                has_led_there = self._sources.follow(int(row.ref.removeprefix(POINTER_REF)))
        elif pane == "notes":
            with self._stage.telling():
                has_led_there = self._notes.choose_row(row.ref, was_here=was_here)
        elif pane == "quotations":
            with self._stage.telling():
                has_led_there = self._sources.go(row.ref)
        elif row.spans:
            has_led_there = self._panels.choose_passage(pane, row, was_here=was_here)
        if has_led_there:
            self._panes.lift_overlay()

    def _choose_heading(self, ref: str) -> bool:
        if ref == "start":
            self._moves.to_start()
        else:
            self._moves.heading(int(ref) + 1)
        return True
