"""Keys that tell which notes stand here, and that put a note where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.timer import Timer

from briefing.session.selection import select_span
from briefing.text.i18n import _, ngettext
from briefing.ui.screens.noting import NoteActions

if TYPE_CHECKING:  # what the first frame does not need is imported when it is used
    from briefing.session.placing import PlacedNote
    from briefing.ui.widgets.rows import RowsPane

_REST_SECONDS = 0.15
"""So long the view has to rest before the notes in it are looked for."""


class NotePlaceActions(NoteActions):
    """Telling, choosing, placing, confirming, resolving and settling notes; unsaved ones."""

    _looking: Timer | None = None

    # -- the notes at the current place -----------------------------------------------------

    def look_for_notes(self) -> None:
        """The current place may be another: once the view rests, tell which note stands there."""
        if self._looking is not None:
            self._looking.stop()
        self._looking = self.set_timer(_REST_SECONDS, self._see_notes)

    def _see_notes(self) -> None:
        notebook = self.reading.notebook
        if notebook is None or not self.panes or not self.document.is_complete:
            return
        from briefing.ui.render.note_rows import note_line

        found = self._notes_in_text()
        more = f" (+{len(found) - 1})" if len(found) > 1 else ""
        self.note_words = f"{note_line(found[0])}{more}" if found else ""
        first = found[0] if found else None
        index = next((n for n, placed in enumerate(notebook.placed) if placed is first), None)
        self.panel("notes").current = index
        self.show_status()

    def _notes_in_text(self) -> tuple[PlacedNote, ...]:
        passage = self.passage
        found = self.notebook.within(passage) if passage is not None else ()
        return tuple(sorted(found, key=lambda p: p.note.id != self.chosen_note))

    def action_notes_here(self) -> None:
        """Go to the note at the current place, choosing where several meet; again: edit it."""
        with self.telling():
            found = self.notes_at_hand()
            if not found:
                self.tell(_("there is no note here; a writes one"))
            elif found[0].note.id == self.chosen_note and found[0].span == self.target:
                self.edit_note(found[0].note.id)
            elif len(found) == 1:
                self.go_to_note(found[0])
            else:
                self._choose_among(found)

    def _choose_among(self, found: tuple[PlacedNote, ...]) -> None:
        from briefing.ui.dialogs.choose import ChooseDialog
        from briefing.ui.render.note_rows import NoteRows

        title = ngettext("{count} note here", "{count} notes here", len(found))
        rows = NoteRows(found)[:]
        self.app.push_screen(ChooseDialog(title.format(count=len(found)), rows), self._go_to_note)

    # -- putting a note somewhere -----------------------------------------------------------

    def action_place_note(self) -> None:
        """Pick a note up to change its passage; with a passage selected, put it there."""
        with self.telling():
            if self.selection is not None:
                self._put_down()
                return
            found = self.notes_at_hand()
            if not found:
                self.tell(_("there is no note here; choose one in the Notes panel"))
            else:
                self._pick_up(found[0])

    def action_select(self) -> None:
        """Select by keyboard; from an orphan in its panel, select what it should be attached to."""
        panel = self.focused_panel
        if self.selection is None and panel is not None and panel.id == "notes" and panel.chosen:
            with self.telling():
                placed = self.notebook.find(panel.chosen.ref)
                self.held = placed.note.id if placed.span is None else self.held
        super().action_select()

    def _pick_up(self, placed: PlacedNote) -> None:
        self.held = placed.note.id
        self.focus_text()
        self.go_to_note(placed)
        if placed.span is None:
            self.tell(
                _("select a passage (v or the mouse), then P attaches the note; Esc leaves it")
            )
            self.show_status()
        else:
            self.set_selection(select_span(placed.span))

    def _put_down(self) -> None:
        if self.selection is None:
            return
        span = self.selection.span
        note_id = self.held or next((p.note.id for p in self.notes_at_hand()), None)
        if note_id is None:
            self.tell(_("there is no note here; choose one in the Notes panel and press P first"))
            return
        self.notebook.attach(note_id, span)
        self.held, self.chosen_note = None, note_id
        self.set_selection(None)
        self.set_target(span)
        self.show_change(_("the note stands here now; u undoes it"))

    def let_go(self) -> bool:
        """Leave the note that was picked up where it is; whether there was one to leave alone.

        A selection is closed first, so that another passage can be looked for.
        """
        if self.held is None:
            return False
        placed = next((p for p in self.notebook.placed if p.note.id == self.held), None)
        if self.selection is not None and placed is not None and placed.span is None:
            return False
        self.held = None
        self.set_selection(None)
        self.tell(_("the note stays as it was"))
        return True

    def action_confirm_place(self) -> None:
        """Say that a note is in its place, with the words that stand there now."""
        with self.telling():
            found = self.notes_at_hand()
            wanted = next((p for p in found if p.asks_to_be_confirmed), None)
            if wanted is not None:
                self.notebook.confirm(wanted.note.id)
                accepted = _("the new words are accepted, the old ones kept; u undoes it")
                confirmed = _("the place is confirmed; u undoes it")
                self.show_change(accepted if wanted.match.changed else confirmed)
            elif found and found[0].span is None:
                self.tell(_("the passage of this note is lost; P attaches it to another"))
            else:
                self.tell(_("there is no uncertain or changed note here"))

    # -- state and conflicts ----------------------------------------------------------------

    def action_resolve(self) -> None:
        """Resolve the note at hand, or open it again."""
        from briefing.model.note import NoteState

        with self.telling():
            placed = next(iter(self.notes_at_hand()), None)
            if placed is None:
                self.tell(_("there is no note here"))
                return
            is_open = placed.note.state is NoteState.OPEN
            state = NoteState.RESOLVED if is_open else NoteState.OPEN
            self.notebook.set_state(placed.note.id, state)
            self.show_change(_("note resolved") if is_open else _("note open again"))

    def action_clear_conflicts(self) -> None:
        """Forget what lost in a merge: the note is right as it is."""
        with self.telling():
            placed = next((p for p in self.notes_at_hand() if p.note.conflicts), None)
            if placed is None:
                self.tell(_("there is nothing to settle here"))
                return
            self.notebook.clear_conflicts(placed.note.id)
            self.show_change(_("settled: the note stays as it is; u brings the conflict back"))

    # -- notes that were never saved --------------------------------------------------------

    def action_take_up_draft(self) -> None:
        """Go on with a note that was being written when the program ended."""
        from briefing.session.unfinished import words_of

        with self.telling():
            if not self.memory.drafts:
                self.tell(_("no note was left unsaved"))
                return
            draft = self.memory.drafts[-1]
            self.write(draft, words_of(draft))

    def find_drafts(self) -> None:
        """Tell of notes that were being written when the program ended."""
        faults = self.memory.load_drafts()
        drafts = self.memory.drafts
        for fault in faults:
            self.strip.add(str(fault), is_warning=True)
        if drafts:
            said = " ".join((drafts[-1].text or drafts[-1].quote).split())[:40]
            more = f" (+{len(drafts) - 1})" if len(drafts) > 1 else ""
            text = _("a note was never saved: “{words}”{more}; {key} goes on with it")
            key = self.actions["take_up_draft"].title
            self.strip.add(text.format(words=said, more=more, key=key))

    # -- keys -------------------------------------------------------------------------------

    def urgent_keys(self) -> tuple[str, ...]:
        """Actions that matter most for the note at hand."""
        if self.held is not None:
            return ("place_note", "close") if self.selection is not None else ("select", "close")
        panel = self.focused_panel
        if panel is None or panel.id != "notes" or panel.chosen is None:
            return ("take_up_draft",) if self.memory.drafts and panel is None else ()
        ref = panel.chosen.ref
        placed = next((p for p in self.notebook.placed if p.note.id == ref), None)
        if placed is None:
            return ()
        offers: list[tuple[str, Callable[[PlacedNote], bool]]] = [
            ("place_note", lambda p: p.span is None),
            ("confirm_place", lambda p: p.asks_to_be_confirmed),
            ("clear_conflicts", lambda p: bool(p.note.conflicts)),
        ]
        return (*(name for name, holds in offers if holds(placed)), "choose", "resolve")

    def on_rows_pane_cursor_moved(self, event: RowsPane.CursorMoved) -> None:
        """Another note is under the cursor: other keys matter."""
        if event.pane.id == "notes" and event.pane.has_focus:
            self.show_status()
