"""Keys that go to notes, and that put a note where it belongs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.session import noting
from briefing.session.selection import select_span
from briefing.text.i18n import _, ngettext
from briefing.ui.dialogs.choose import ChooseDialog
from briefing.ui.parts.foot import Foot
from briefing.ui.parts.notes import Notes
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text
from briefing.ui.render.note_rows import NoteRows, note_line

if TYPE_CHECKING:  # what places notes is loaded when there are some
    from briefing.session.placing import PlacedNote


class NotePlaces:
    """Choosing notes, and changing and confirming where they are."""

    def __init__(self, stage: Stage, text: Text, foot: Foot, notes: Notes) -> None:
        self._stage = stage
        self._text = text
        self._foot = foot
        self._notes = notes

    # -- going to notes ---------------------------------------------------------------------

    def here(self) -> None:
        """Go to the note at the current place, choosing where several meet; again: edit it."""
        sitting = self._stage.sitting
        with self._stage.telling():
            found = noting.notes_at_hand(sitting, self._stage.chosen_note)
            if not found:
                self._stage.strip.tell(_("there is no note here; a writes one"))
            elif noting.is_chosen(sitting, found[0]):
                self._notes.edit(found[0].note.id)
            elif len(found) == 1:
                self.go_to(found[0])
            else:
                self._choose_among(found)

    def _choose_among(self, found: Sequence[PlacedNote]) -> None:
        title = ngettext("{count} note here", "{count} notes here", len(found))
        dialog = ChooseDialog(title.format(count=len(found)), NoteRows(found)[:])
        self._stage.screen.app.push_screen(dialog, self._go_to_chosen)

    def all_notes(self) -> None:
        """All notes, with a filter."""
        from briefing.ui.screens.notes import NotesScreen  # noqa: PLC0415 - when first opened

        with self._stage.telling():
            notes = NotesScreen(self._stage.sitting.notebook.placed)
            self._stage.screen.app.push_screen(notes, self._go_to_chosen)

    def _go_to_chosen(self, note_id: str | None) -> None:
        if note_id is not None:
            with self._stage.telling():
                self.go_to(self._stage.sitting.notebook.find(note_id))

    def go_to(self, placed: PlacedNote) -> None:
        """Jump to a note's passage, or to what is left around it; the note is at hand then."""
        stage, sitting = self._stage, self._stage.sitting
        stage.panes["notes"].point_at(placed.note.id)
        if placed.span is not None:
            sitting.chosen_note = placed.note.id
            self._text.jump(placed.span)
            stage.strip.tell(note_line(placed))
            return
        if placed.spot is not None:
            self._text.leave_here()
            self._text.mark(None)
            stage.article.show_place(sitting.reading.place(placed.spot.start))
        where = _("it stood about here") if placed.spot else _("it is in the Notes panel")
        lost = _("the passage of this note is lost; {where}; P attaches it")
        stage.strip.tell(lost.format(where=where))

    def choose_row(self, note_id: str, *, was_here: bool) -> bool:
        """A note was chosen in its panel: go there; where it is in view or leads nowhere: edit it.

        Returns:
            Whether the view went to the note.
        """
        sitting = self._stage.sitting
        placed = sitting.notebook.find(note_id)
        visited = (f"notes/{note_id}", 0)
        is_here = was_here or noting.is_in_view(sitting, note_id)
        if is_here or (placed.span is None and sitting.visited == visited):
            self._notes.edit(note_id)
            return False
        sitting.visited = visited
        self.go_to(placed)
        return True

    # -- putting a note somewhere -----------------------------------------------------------

    def place(self) -> None:
        """Pick a note up to change its passage; with a passage selected, put it there."""
        with self._stage.telling():
            if self._stage.sitting.selection is not None:
                self._put_down()
                return
            placed = self._notes.at_hand()
            if placed is None:
                self._stage.strip.tell(_("there is no note here; choose one in the Notes panel"))
            else:
                self._pick_up(placed)

    def _pick_up(self, placed: PlacedNote) -> None:
        self._stage.sitting.held = placed.note.id
        self._stage.focus_text()
        self.go_to(placed)
        if placed.span is None:
            self._stage.strip.tell(
                _("select a passage (v or the mouse), then P attaches the note; Esc leaves it")
            )
            self._foot.show()
        else:
            self._text.select(select_span(placed.span))

    def _put_down(self) -> None:
        sitting = self._stage.sitting
        if sitting.selection is None:
            return
        span, at_hand = sitting.selection.span, self._notes.at_hand()
        note_id = sitting.held or (at_hand.note.id if at_hand is not None else None)
        if note_id is None:
            self._stage.strip.tell(
                _("there is no note here; choose one in the Notes panel and press P first")
            )
            return
        sitting.notebook.attach(note_id, span)
        sitting.held, sitting.chosen_note = None, note_id
        self._text.select(None)
        self._text.mark(span)
        self._notes.show_change(_("the note stands here now; u undoes it"))

    def let_go(self) -> bool:
        """Leave the note that was picked up where it is; whether there was one to leave alone.

        A selection is closed first, so that another passage can be looked for.
        """
        sitting = self._stage.sitting
        if sitting.held is None:
            return False
        placed = next((p for p in sitting.notebook.placed if p.note.id == sitting.held), None)
        if sitting.selection is not None and placed is not None and placed.span is None:
            return False
        sitting.held = None
        self._text.select(None)
        self._stage.strip.tell(_("the note stays as it was"))
        return True

    def confirm(self) -> None:
        """Say that a note is in its place, with the words that stand there now.

        Where notes of the article are offered from its old name, these are what is accepted.
        """
        sitting = self._stage.sitting
        with self._stage.telling():
            if self._notes.renamed.accept():
                return
            found = noting.notes_at_hand(sitting, self._stage.chosen_note)
            wanted = next((p for p in found if p.asks_to_be_confirmed), None)
            if wanted is not None:
                sitting.notebook.confirm(wanted.note.id)
                accepted = _("the new words are accepted, the old ones kept; u undoes it")
                confirmed = _("the place is confirmed; u undoes it")
                self._notes.show_change(accepted if wanted.match.changed else confirmed)
            elif found and found[0].span is None:
                self._stage.strip.tell(
                    _("the passage of this note is lost; P attaches it to another")
                )
            else:
                self._stage.strip.tell(_("there is no uncertain or changed note here"))
