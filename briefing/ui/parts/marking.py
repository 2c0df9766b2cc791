"""Choosing which marks are drawn over the text."""

from __future__ import annotations

from briefing.model.mark import MarkGroup
from briefing.model.reading_state import Choices
from briefing.text.i18n import _
from briefing.ui.dialogs.choose import MarksDialog
from briefing.ui.parts.changes import Changes
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text
from briefing.ui.render.rows import Row, Words


class Marking:
    """Figures, remarks, notes, changes: each group is shown or hidden, and that is remembered."""

    def __init__(self, stage: Stage, text: Text, changes: Changes) -> None:
        self._stage = stage
        self._text = text
        self._changes = changes

    def choose_marks(self) -> None:
        """Choose which marks are drawn; each choice is seen at once."""
        self._stage.screen.app.push_screen(MarksDialog(self._mark_rows, self._switch_marks))

    def _mark_rows(self) -> list[Row]:
        names = {
            MarkGroup.FIGURES: _("figures"),
            MarkGroup.REMARKS: _("remarks"),
            MarkGroup.NOTES: _("notes"),
            MarkGroup.CHANGES: _("changes"),
        }
        drawn = self._stage.sitting.memory.choices.marks
        return [_row(group, name, is_drawn=drawn.get(group, True)) for group, name in names.items()]

    def _switch_marks(self, group: str) -> None:
        is_drawn = self._stage.sitting.memory.choices.marks.get(group, True)
        self._stage.choose(Choices(marks={group: not is_drawn}))
        self._text.show_marks()
        self._changes.show()


def _row(group: MarkGroup, name: str, *, is_drawn: bool) -> Row:
    """A group and, also under the cursor, whether it is drawn."""
    state = () if is_drawn else (Words(_("  (hidden)"), "muted"),)
    return Row((Words(name), *state), ref=group, sign="●" if is_drawn else "○")
