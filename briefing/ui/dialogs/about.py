"""Where the article comes from, what an import left out, its pictures, and what the signs mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from briefing.model.errors import Fault
from briefing.session.about import About
from briefing.text.i18n import _
from briefing.ui.dialogs.listing import ListDialog
from briefing.ui.render.about_rows import about_rows
from briefing.ui.render.rows import Row

_FRAME_CELLS = 9
"""Cells of a row that frame, signs and scroll bar take."""


class AboutDialog(ListDialog):
    """Answers with the number of the picture that was chosen."""

    CSS_PATH: ClassVar[str] = "dialogs.tcss"

    def __init__(self, known: About, faults: Sequence[Fault] = ()) -> None:
        hint = _("↑ ↓ PgUp PgDn scroll · Esc close · Shift+drag selects as the terminal does")
        picture_hint = _("Enter goes to a picture · Esc close")
        super().__init__(
            _("About this article"),
            name="about",
            placeholder=_("type to search"),
            empty=_("nothing of that kind"),
            hint=picture_hint if known.pictures else hint,
        )
        self.known = known
        self.faults = tuple(faults)
        """What the reader was told to be wrong."""

    def show_rows(self, words: str) -> None:
        """Show what fits; a cursor stands there where something can be chosen."""
        room = min(self.app.size.width * 96 // 100, 100) - _FRAME_CELLS
        self.rows_pane.is_led = bool(self.known.pictures)
        self.rows_pane.set_rows(
            list(about_rows(self.known, words, width_cells=room, faults=self.faults))
        )

    def enter(self, row: Row) -> None:
        """Only a picture leads somewhere."""
        if row.ref:
            self.dismiss(row.ref)
