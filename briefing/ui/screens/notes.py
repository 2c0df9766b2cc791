"""All notes of the article, with a filter over text, tag, kind and colour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from briefing.session.filtering import matching
from briefing.session.placing import PlacedNote
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.ui.dialogs.listing import ListDialog
from briefing.ui.render.note_rows import NoteRows
from briefing.ui.widgets.hint import Hint


class NotesScreen(ListDialog):
    """Answers with the id of the note that was chosen, or None."""

    CSS_PATH: ClassVar[str] = "../dialogs/dialogs.tcss"

    def __init__(self, placed: Sequence[PlacedNote]) -> None:
        super().__init__(
            _("All notes on this article"),
            name="all-notes",
            placeholder=_("filter: words #tag kind:question color:blue state:open place:orphan"),
            empty=_("no note matches") if placed else _("no notes yet"),
            hint="",
        )
        self.placed = placed

    def show_rows(self, words: str) -> None:
        """Show the notes that fit, and how many they are."""
        shown = matching(self.placed, words)
        self.rows_pane.set_rows(NoteRows(shown))
        count = ngettext("{count} of {all} note", "{count} of {all} notes", len(self.placed))
        keys = _("Enter go there · Esc close")
        told = count.format(count=number(len(shown)), all=number(len(self.placed)))
        self.query_one(Hint).say(f"{told} · {keys}")
