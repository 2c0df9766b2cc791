"""The three panes of a library: which are on the screen, and which has the keys."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from briefing.ui.first_list import ROOMY_CELLS
from briefing.ui.render.measure import LOW_ROWS, MEDIUM_CELLS, WIDE_CELLS
from briefing.ui.widgets.rows import RowsPane


class LibraryPanes:
    """Arranges groups, list and preview; where there is no room for all, what was used last stays.

    The style sheet knows each by its id, as a class of the screen.
    """

    def __init__(self, screen: Screen[Any], panes: tuple[RowsPane, RowsPane, RowsPane]) -> None:
        """Begin with the list.

        Args:
            screen: What they stand on.
            panes: Groups, list and preview.
        """
        self.all = panes
        """All three."""
        self._screen = screen
        _groups, self._list, self._preview = panes

    @property
    def focused(self) -> RowsPane:
        """The pane that has the keys; the list where none does."""
        return next((pane for pane in self.all if pane.has_focus), self._list)

    def next(self, step: int) -> None:
        """Give the keys to the next pane, or the previous one."""
        here = self.all.index(self.focused)
        self.show(self.all[(here + step) % len(self.all)])

    def show(self, pane: RowsPane) -> None:
        """Bring a pane on the screen where there is no room for all, and give it the keys."""
        self.bring(pane)
        self._screen.call_after_refresh(pane.focus)

    def bring(self, pane: RowsPane) -> None:
        """Bring a pane on the screen where there is no room for all; the keys stay."""
        screen, is_side = self._screen, pane is not self._list
        for each in self.all:
            is_kept = screen.size.width >= MEDIUM_CELLS and not is_side and each is not self._list
            if not is_kept:
                screen.set_class(each is pane, f"-{each.id}")
        screen.call_after_refresh(self._tell, pane)

    def arrange(self) -> None:
        """Arrange them for the size of the screen."""
        screen = self._screen
        width, height = screen.size
        screen.set_class(height < LOW_ROWS, "-low")
        screen.set_class(width >= ROOMY_CELLS, "-roomy")
        screen.set_class(MEDIUM_CELLS <= width < WIDE_CELLS, "-medium")
        screen.set_class(width < MEDIUM_CELLS, "-narrow")
        if not any(screen.has_class(f"-{pane.id}") for pane in self.all):
            beside = self._preview if width >= MEDIUM_CELLS else self._list
            screen.add_class(f"-{self._list.id}", f"-{beside.id}")
        if width < MEDIUM_CELLS and self._list.has_focus:
            for pane in self.all:
                screen.set_class(pane is self._list, f"-{pane.id}")

    def _tell(self, _pane: RowsPane) -> None:
        """What is beside the list may be on the screen only now."""
        chosen = self._list.chosen
        if chosen is not None:
            self._list.post_message(RowsPane.CursorMoved(self._list, chosen))
