"""Keys that write, change and take back notes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.model.span import Span
from briefing.session.selection import Selection, move_by_sentence, move_by_word, select_span
from briefing.text.i18n import _
from briefing.ui.screens.base import ReaderBase, key_of
from briefing.ui.widgets.article import ArticlePane

if TYPE_CHECKING:  # what the first frame does not need is imported when it is used
    from briefing.model.errors import InputError
    from briefing.model.reading_state import Draft
    from briefing.session.notebook import NoteDraft
    from briefing.session.placing import PlacedNote
    from briefing.session.undoing import Step


class NoteActions(ReaderBase):
    """Selecting a passage; writing, colouring, tagging, deleting and undoing notes on it."""

    _told_problem: InputError | None = None

    # -- selecting --------------------------------------------------------------------------

    def action_select(self) -> None:
        """Select by keyboard, from the sentence of the current place."""
        if self.selection is not None:
            self.set_selection(None)
            return
        with self.telling():
            passage = self.reading.current_place(self.target, self.view)
            if passage is not None:
                self.focus_text()
                self.set_selection(select_span(passage))

    def action_sentence_forward(self) -> None:
        """One sentence further."""
        self._select_sentences(1)

    def action_sentence_back(self) -> None:
        """One sentence back."""
        self._select_sentences(-1)

    def action_word_forward(self) -> None:
        """One word further."""
        self._select_words(1)

    def action_word_back(self) -> None:
        """One word back."""
        self._select_words(-1)

    def action_other_end(self) -> None:
        """Move the other end of the selection."""
        if self.selection is not None:
            self._select(self.selection.turned())

    def _select_sentences(self, count: int) -> None:
        if self.selection is not None:
            article = self.reading.article
            self._select(move_by_sentence(self.selection, article.text, article.language, count))

    def _select_words(self, count: int) -> None:
        if self.selection is not None:
            self._select(move_by_word(self.selection, self.reading.article.text, count))

    def _select(self, selection: Selection) -> None:
        self.set_selection(selection)
        edge = max(selection.span.start, selection.edge - 1)
        self.article.show_place(self.reading.place(edge))

    def on_article_pane_dragged(self, event: ArticlePane.Dragged) -> None:
        """The mouse selects."""
        start, end = self.reading.offset(event.start), self.reading.offset(event.end)
        if start is not None and end is not None and start < end:
            self.set_selection(select_span(Span(start, end)))

    def on_article_pane_clicked(self, event: ArticlePane.Clicked) -> None:
        """A click gives the text the focus; two select a word, three a sentence."""
        offset = self.reading.offset(event.place)
        if offset is None:
            return
        if event.times == 1:
            self._tell_what_is_at(offset)
        elif event.times == 2:
            self._select_word_at(offset)
        else:
            sentence = self.reading.sentence_at(offset)
            self.set_selection(select_span(sentence) if sentence else None)

    def _select_word_at(self, offset: int) -> None:
        word = self.reading.word_at(offset)
        self.set_selection(select_span(word) if word else None)

    def _tell_what_is_at(self, offset: int) -> None:
        """A plain click ends a selection, and says what a mark under the mouse means."""
        if self.selection is not None:
            self.set_selection(None)
        notes = self.notebook.at(offset) if self.reading.notebook else ()
        if notes:
            self.chosen_note = notes[0].note.id
            self.set_target(notes[0].span)
            self.tell(notes[0].note.text or notes[0].note.quote)
        else:
            self.tell_remark(offset)

    # -- writing ----------------------------------------------------------------------------

    def action_write_note(self) -> None:
        """Write a note on the selection, else on the sentence of the current place."""
        from briefing.session.unfinished import begin

        with self.telling():
            passage = self.passage
            if passage is None:
                self.tell(_("there is no text to note on"), is_warning=True)
            elif self.notebook.port.refusal is not None:
                self.tell(self.notebook.port.refusal, is_warning=True)
            else:
                self.write(begin(self.notebook, passage))

    def edit_note(self, note_id: str) -> None:
        """Open a note to change it."""
        from briefing.session.unfinished import begin

        with self.telling():
            note = self.notebook.find(note_id).note
            self.write(begin(self.notebook, None, note))

    def write(self, draft: Draft, typed: NoteDraft | None = None) -> None:
        """Open the dialog for a note that is begun, or was begun in an earlier sitting."""
        from briefing.session.notebook import NoteDraft
        from briefing.session.unfinished import finish, with_words
        from briefing.ui.dialogs.note import NoteDialog, Writing
        from briefing.ui.render.note_rows import note_facts

        since = None if draft.note_id is None else self.notebook.notes.find(draft.note_id)

        def save(written: NoteDraft) -> None:
            """Save, and only then let the dialog close; an error leaves it open."""
            finish(draft, written, self.notebook, since)
            if draft.note_id is None:
                self.set_selection(None)
                self.set_target(None)
            self.show_change(_("saved in {file}").format(file=self.saved_in))

        def keep(written: NoteDraft) -> None:
            self.memory.keep_draft(with_words(draft, written, self.reading.clock.now()))

        def forget() -> None:
            with self.telling():
                self.memory.drop_draft(draft.id)

        said, facts = NoteDraft(), list[str]()
        if since is not None:
            said = NoteDraft(since.text, since.kind, since.color, since.tags)
            facts = [fact for placed in self.notebook.place(since) for fact in note_facts(placed)]
        keys = (key_of(self.actions[name]) for name in ("save_note", "note_in_editor"))
        writing = Writing(save, self.edit_text, keep, forget, *keys)
        self.app.push_screen(NoteDialog(draft.quote, said, writing, facts=facts, typed=typed))

    def show_change(self, news: str) -> None:
        """Draw the notes after a change, and tell what came of it."""
        self.show_notes()
        port, problem = self.notebook.port, self.notebook.problem
        if problem is not None and problem is not self._told_problem:
            self.tell_problem()
        elif port.faults:
            self.tell(str(port.faults[0]), is_warning=True)
        elif news:
            self.tell(news)

    def tell_problem(self) -> None:
        """Say why notes are not saved in their file, or that they are again."""
        problem, before = self.notebook.problem, self._told_problem
        self._told_problem = problem
        if problem is not None:
            aside = _("notes are saved in {file} meanwhile").format(file=self.notebook.port.path)
            self.strip.add(f"{problem}; {aside}", is_warning=True)
        elif before is not None:
            self.tell(
                _("the notes can be read again: saved in {file}").format(
                    file=self.notebook.port.path
                )
            )

    # -- changing ---------------------------------------------------------------------------

    def action_color(self) -> None:
        """Colour the note at the current place; without one, highlight the passage."""
        from briefing.ui.dialogs.choose import ColorDialog

        with self.telling():
            note, passage = self._note_at_hand(), self.passage
            self.app.push_screen(
                ColorDialog(note.note.color if note else None),
                lambda color: None if color is None else self._color(note, passage, color),
            )

    def _color(self, placed: PlacedNote | None, passage: Span | None, color: str) -> None:
        from briefing.model.note import NoteKind
        from briefing.session.notebook import NoteDraft

        with self.telling():
            chosen = color or None
            if placed is not None:
                self.notebook.set_color(placed.note.id, chosen)
            elif passage is not None:
                draft = NoteDraft(kind=NoteKind.HIGHLIGHT, color=chosen or "yellow")
                self.notebook.add(passage, draft)
                self.set_selection(None)
            self.show_change("")

    def action_tags(self) -> None:
        """Change the tags of the note at the current place."""
        from briefing.ui.dialogs.tags import TagsDialog

        with self.telling():
            placed = self._note_at_hand()
            if placed is None:
                self.tell(_("there is no note here; a writes one"))
                return
            self.app.push_screen(
                TagsDialog(placed.note.tags),
                lambda tags: None if tags is None else self._tag(placed.note.id, tags),
            )

    def _tag(self, note_id: str, tags: tuple[str, ...]) -> None:
        with self.telling():
            self.notebook.set_tags(note_id, tags)
            self.show_change("")

    def action_bookmark(self) -> None:
        """Set a bookmark on the current place, or remove the one that is there."""
        from briefing.model.note import NoteKind, NoteState
        from briefing.session.notebook import NoteDraft

        with self.telling():
            passage = self.passage
            if passage is None:
                return
            here = [p for p in self.notebook.within(passage) if p.note.kind is NoteKind.BOOKMARK]
            if here:
                self.notebook.set_state(here[0].note.id, NoteState.DELETED)
            else:
                self.notebook.add(passage, NoteDraft(kind=NoteKind.BOOKMARK))
            self.set_selection(None)
            self.show_change(_("bookmark removed") if here else _("bookmark set"))

    def action_delete_note(self) -> None:
        """Delete the note at the current place; `undo` brings it back."""
        from briefing.model.note import NoteState

        with self.telling():
            placed = self._note_at_hand()
            if placed is None:
                self.tell(_("there is no note here"))
                return
            self.notebook.set_state(placed.note.id, NoteState.DELETED)
            self.show_change(_("note deleted; u brings it back"))

    def action_undo(self) -> None:
        """Take the last change of the notes back."""
        with self.telling():
            self._tell_step(self.notebook.undo(), _("undone"), _("nothing to undo"))

    def action_redo(self) -> None:
        """Do again what was taken back."""
        with self.telling():
            self._tell_step(self.notebook.redo(), _("done again"), _("nothing to do again"))

    def _tell_step(self, step: Step | None, done: str, nothing: str) -> None:
        if step is None:
            self.tell(nothing)
            return
        self.show_change(f"{done}: {' '.join((step.after.text or step.after.quote).split())}")

    def action_copy(self) -> None:
        """Copy the selection, else the sentence of the current place, with its citation."""
        self._copy(
            self.reading.cite,
            taken=_("copied with {tool}: the passage and its citation"),
            sent=_("passage and citation sent to the terminal; whether it keeps them is up to it"),
        )

    def action_copy_text(self) -> None:
        """Copy the words of the selection, else of the sentence of the current place."""
        self._copy(
            self.reading.quote,
            taken=_("copied with {tool}: the text of the passage"),
            sent=_("the text was sent to the terminal; whether it keeps it is up to it"),
        )

    def _copy(self, write: Callable[[Span], str], *, taken: str, sent: str) -> None:
        with self.telling():
            passage = self.passage
            if passage is None:
                self.tell(_("there is no text to copy"))
                return
            text = write(passage)
            self.set_selection(None)
            self.run_alone(lambda: self._hand_out(text, taken, sent), group="copy")

    async def _hand_out(self, text: str, taken: str, sent: str) -> None:
        """Give a text to the system's clipboard, else to the terminal, and tell which it was."""
        from briefing.session import clipboard

        tool = await asyncio.to_thread(clipboard.copy, text)  # who quits now waits for it
        if tool is None:
            self.app.copy_to_clipboard(text)
        self.tell(sent if tool is None else taken.format(tool=tool))

    def action_all_notes(self) -> None:
        """All notes, with a filter."""
        from briefing.ui.screens.notes import NotesScreen

        with self.telling():
            self.app.push_screen(NotesScreen(self.notebook.placed), self._go_to_note)

    def _go_to_note(self, note_id: str | None) -> None:
        if note_id is not None:
            with self.telling():
                self.go_to_note(self.notebook.find(note_id))

    def go_to_note(self, placed: PlacedNote) -> None:
        """Jump to a note's passage, or to what is left around it; the note is at hand then."""
        from briefing.ui.render.note_rows import note_line

        self.panel("notes").point_at(placed.note.id)
        if placed.span is not None:
            self.chosen_note = placed.note.id
            self.jump(placed.span)
            self.tell(note_line(placed))
            return
        if placed.spot is not None:
            self.leave_here()
            self.set_target(None)
            self.article.show_place(self.reading.place(placed.spot.start))
        where = _("it stood about here") if placed.spot else _("it is in the Notes panel")
        self.tell(_("the passage of this note is lost; {where}; P attaches it").format(where=where))

    def notes_at_hand(self) -> tuple[PlacedNote, ...]:
        """The note under the cursor of its panel, else those at the current place, best first."""
        panel = self.focused_panel
        if panel is not None and panel.id == "notes" and panel.chosen is not None:
            return (self.notebook.find(panel.chosen.ref),)
        passage = self.passage
        found = self.notebook.within(passage) if passage is not None else ()
        # What was chosen among several stays so while its passage is the marked one.
        chosen = [p for p in found if p.note.id == self.chosen_note and p.span == self.target]
        return (*chosen, *(p for p in found if p not in chosen))

    def _note_at_hand(self) -> PlacedNote | None:
        return next(iter(self.notes_at_hand()), None)
