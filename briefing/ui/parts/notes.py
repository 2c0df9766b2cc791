"""Keys that write, change and take back notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.note import NoteState
from briefing.model.reading_state import UnfinishedNote
from briefing.model.span import Span
from briefing.session import noting
from briefing.session.editor import edit_text
from briefing.session.note_draft import NoteDraft
from briefing.session.undoing import Step
from briefing.session.unfinished import begin, words_of
from briefing.text.fitting import glimpse
from briefing.text.i18n import _
from briefing.ui.dialogs.choose import ColorDialog
from briefing.ui.parts.foot import home_path
from briefing.ui.parts.panels import Panels
from briefing.ui.parts.renamed import Renamed
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text
from briefing.ui.render.note_rows import note_facts

if TYPE_CHECKING:  # what places notes is loaded when there are some
    from briefing.session.placing import PlacedNote


class Notes:
    """Writing, colouring, tagging, deleting and undoing notes; those that were never saved."""

    def __init__(self, stage: Stage, text: Text, panels: Panels) -> None:
        self._stage = stage
        self._text = text
        self._panels = panels
        self.renamed = Renamed(stage, self.show_change)
        """Notes that the article has left under an old name."""

    def at_hand(self) -> PlacedNote | None:
        """The note that a key is about: under the cursor of the panel, else the best one here."""
        found = noting.notes_at_hand(self._stage.sitting, self._stage.chosen_note)
        return next(iter(found), None)

    # -- writing ----------------------------------------------------------------------------

    def write(self) -> None:
        """Write a note on the selection, else on the sentence at hand; in its panel edit one."""
        sitting = self._stage.sitting
        if self._stage.chosen_note is not None:
            self.edit(self._stage.chosen_note)
            return
        with self._stage.telling():
            passage = sitting.passage
            if passage is None:
                self._stage.strip.tell(_("there is no text to note on"), is_warning=True)
            elif sitting.notebook.port.refusal is not None:
                self._stage.strip.tell(sitting.notebook.port.refusal, is_warning=True)
            else:
                self._type(begin(sitting.notebook, passage))

    def edit(self, note_id: str) -> None:
        """Open a note to change it."""
        with self._stage.telling():
            notebook = self._stage.sitting.notebook
            self._type(begin(notebook, None, notebook.find(note_id).note))

    def take_up_draft(self) -> None:
        """Go on with a note that was being written when the program ended."""
        with self._stage.telling():
            drafts = self._stage.sitting.memory.drafts
            if not drafts:
                self._stage.strip.tell(_("no note was left unsaved"))
                return
            self._type(drafts[-1], words_of(drafts[-1]))

    def find_drafts(self) -> None:
        """Tell of notes that were being written when the program ended."""
        sitting, strip = self._stage.sitting, self._stage.strip
        self._stage.tell_faults(sitting.memory.load_drafts())
        said, more = noting.unsaved_words(sitting)
        if sitting.memory.drafts:
            text = _("a note was never saved: “{words}”{more}; {key} goes on with it")
            key = self._stage.actions["take_up_draft"].title
            strip.add(text.format(words=said, more=more, key=key))

    def _type(self, draft: UnfinishedNote, typed: NoteDraft | None = None) -> None:
        """Open the dialog for a note that is begun, or was begun in an earlier sitting."""
        from briefing.ui.dialogs.note import NoteDialog, Writing  # noqa: PLC0415 - loads text areas

        typing = noting.typing(self._stage.sitting, draft)

        def save(written: NoteDraft) -> None:
            """Save, and only then let the dialog close; an error leaves it open."""
            note_id = typing.save(written)
            if draft.note_id is None:
                self._text.select(None)
                self._text.keep_at_hand(self._stage.sitting.notebook.find(note_id))
            file = home_path(typing.sitting.notebook.port.path)
            self.show_change(_("saved in {file}").format(file=file))

        def forget() -> None:
            with self._stage.telling():
                typing.forget()

        facts = [] if typing.since is None else list(note_facts(typing.since))
        keys = (self._stage.key(name) for name in ("save_note", "note_in_editor"))
        writing = Writing(save, self._edit_text, typing.keep, forget, *keys)
        dialog = NoteDialog(draft.quote, typing.said, writing, facts=facts, typed=typed)
        self._stage.screen.app.push_screen(dialog)

    def _edit_text(self, text: str) -> str:
        """Let the reader's editor change a text."""
        with self._stage.screen.app.suspend():
            return edit_text(text)

    # -- what came of it --------------------------------------------------------------------

    def show(self) -> None:
        """Draw the notes as they are now, in the text and in their panel."""
        self._text.show_marks()
        self._panels.fill_notes()
        self._text.look_for_notes()

    def show_change(self, news: str) -> None:
        """Draw the notes after a change, and tell what came of it."""
        self.show()
        notebook = self._stage.sitting.notebook
        if noting.is_new_problem(self._stage.sitting, notebook.problem):
            self.tell_problem()
        elif notebook.port.faults:
            self._stage.strip.clear()
            self._stage.tell_faults(notebook.port.faults)
        elif news:
            self._stage.strip.tell(news)

    def tell_problem(self) -> None:
        """Say why notes are not saved in their file, or that they are again."""
        news = noting.problem_news(self._stage.sitting, self._stage.short_name)
        if news is not None and news.is_warning:
            self._stage.strip.add(news.text, is_warning=True)
        elif news is not None:
            self._stage.strip.tell(news.text)

    # -- changing ---------------------------------------------------------------------------

    def color(self) -> None:
        """Colour the note at the current place; without one, highlight the passage."""
        with self._stage.telling():
            note, passage = self.at_hand(), self._stage.sitting.passage
            self._stage.screen.app.push_screen(
                ColorDialog(note.note.color if note else None),
                lambda color: None if color is None else self._color(note, passage, color),
            )

    def _color(self, placed: PlacedNote | None, passage: Span | None, color: str) -> None:
        with self._stage.telling():
            noting.color(self._stage.sitting, placed, passage, color)
            if placed is None and passage is not None:
                self._text.select(None)
            self.show_change(_("highlighted") if placed is None else _("colour changed"))

    def tag(self) -> None:
        """Change the tags of the note at the current place."""
        from briefing.ui.dialogs.tags import TagsDialog  # noqa: PLC0415 - input lines, seldom needed

        with self._stage.telling():
            placed = self.at_hand()
            if placed is None:
                self._stage.strip.tell(_("there is no note here; a writes one"))
                return
            self._stage.screen.app.push_screen(
                TagsDialog(placed.note.tags),
                lambda tags: None if tags is None else self._tag(placed.note.id, tags),
            )

    def _tag(self, note_id: str, tags: tuple[str, ...]) -> None:
        with self._stage.telling():
            self._stage.sitting.notebook.set_tags(note_id, tags)
            said = " ".join(f"#{glimpse(tag)}" for tag in tags)
            self.show_change(_("tags: {tags}").format(tags=said) if tags else _("no tags"))

    def bookmark(self) -> None:
        """Set a bookmark on the current place, or remove the one that is there."""
        with self._stage.telling():
            passage = self._stage.sitting.passage
            if passage is not None:
                news = noting.bookmark(self._stage.sitting, passage)
                self._text.select(None)
                self.show_change(news)

    def delete(self) -> None:
        """Delete the note at the current place; `undo` brings it back."""
        with self._stage.telling():
            placed = self.at_hand()
            if placed is None:
                self._stage.strip.tell(_("there is no note here"))
                return
            self._stage.sitting.notebook.set_state(placed.note.id, NoteState.DELETED)
            self.show_change(_("note deleted; u brings it back"))

    def resolve(self) -> None:
        """Resolve the note at hand, or open it again."""
        with self._stage.telling():
            placed = self.at_hand()
            if placed is None:
                self._stage.strip.tell(_("there is no note here"))
                return
            self.show_change(noting.resolve(self._stage.sitting, placed))

    def clear_conflicts(self) -> None:
        """Forget what lost in a merge: the note is right as it is."""
        sitting = self._stage.sitting
        with self._stage.telling():
            found = noting.notes_at_hand(sitting, self._stage.chosen_note)
            placed = next((p for p in found if p.note.conflicts), None)
            if placed is None:
                self._stage.strip.tell(_("there is nothing to settle here"))
                return
            sitting.notebook.clear_conflicts(placed.note.id)
            self.show_change(_("settled: the note stays as it is; u brings the conflict back"))

    def undo(self) -> None:
        """Take the last change of the notes back."""
        with self._stage.telling():
            step = self._stage.sitting.notebook.undo()
            self._tell_step(step, _("undone"), _("nothing to undo"))

    def redo(self) -> None:
        """Do again what was taken back."""
        with self._stage.telling():
            step = self._stage.sitting.notebook.redo()
            self._tell_step(step, _("done again"), _("nothing to do again"))

    def _tell_step(self, step: Step | None, done: str, nothing: str) -> None:
        if step is None:
            self._stage.strip.tell(nothing)
        else:
            self.show_change(noting.step_words(step, done))
