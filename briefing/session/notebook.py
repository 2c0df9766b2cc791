"""A reader's notes on one article: adding, changing, undoing, and never losing one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from threading import RLock
from typing import Any

from briefing.anchoring.describe import describe
from briefing.model.anchor import Anchor
from briefing.model.article import Article
from briefing.model.errors import Fault, InputError, UsageError
from briefing.model.note import Note, Notes, NoteState
from briefing.model.span import Span
from briefing.session.drift import Drift, first_drift, later_drift
from briefing.session.keeping import Keeper
from briefing.session.note_changes import about, accepted_wordings, edited, passage_fields
from briefing.session.note_draft import NoteDraft, new_note, unique_tags
from briefing.session.note_texts import NoteTexts
from briefing.session.placing import PlacedNote, find_note, holding, meeting, text_order
from briefing.session.ports import ClockPort, NotesPort
from briefing.session.undoing import Step, Steps, returned
from briefing.text.i18n import _


class Notebook:
    """The notes of one article, on disk after every change.

    A change is confirmed only when the port has saved it: if saving fails, the notes here stay as
    they were. A thread may look for what others wrote while another changes notes: each waits.
    """

    def __init__(self, port: NotesPort, article: Article, clock: ClockPort, author: str) -> None:
        """Open the notes and place them.

        Args:
            port: Where the notes are kept.
            article: The article as it is now.
            clock: Time and ids.
            author: Who writes.

        Raises:
            InputError: Neither the notes file nor a side file can be read.
        """
        self.article = article
        self.clock = clock
        self.author = author
        self.placed: tuple[PlacedNote, ...] = ()
        """The notes that are not deleted, with their places, in the order of the text."""
        self.drift = Drift()
        """What the last change of the text did to the notes; first, since they were made."""
        self._keeper = Keeper(port)
        self.steps = Steps(self._go)
        self._lock = RLock()
        self._texts = NoteTexts(lambda revision: self.port.text(revision))  # noqa: PLW0108 - the port is another one while the file cannot be read
        self._placer = self._texts.placer(article.text)
        self._notes = self._keeper.load()
        self._place()
        self.drift = first_drift(self.placed, self.revision, article.language)

    @property
    def port(self) -> NotesPort:
        """Where the notes are kept."""
        return self._keeper.port

    @property
    def problem(self) -> InputError | None:
        """Why the notes file cannot be read; then notes are saved beside it."""
        return self._keeper.problem

    @property
    def revision(self) -> str:
        """The SHA-256 of the article's text as it is now."""
        return self._placer.revision

    @property
    def notes(self) -> Notes:
        """All notes, deleted ones too."""
        return self._notes

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What a reader should know of the notes file and of others beside it."""
        return self._keeper.faults(self._notes)

    def find(self, note_id: str) -> PlacedNote:
        """The note of that id.

        Raises:
            NotFoundError: There is none, or it was deleted.
        """
        return find_note(self.placed, note_id)

    def at(self, offset: int) -> tuple[PlacedNote, ...]:
        """The notes whose passage holds a character, the shortest passage first."""
        return holding(self.placed, offset)

    def within(self, span: Span) -> tuple[PlacedNote, ...]:
        """The notes whose passage meets ``span``, best first, as `meeting` has it."""
        return meeting(self.placed, span)

    def add(self, span: Span, draft: NoteDraft) -> Note:
        """Write a note on a passage.

        Raises:
            UsageError: The passage is empty or lies outside the text.
            StorageError: It could not be saved; nothing has changed.
        """
        if not span.start < span.end <= len(self.article.text):
            raise UsageError(_("a note needs a passage of the text"))
        note = self.compose(self.anchor_of(span), self.revision, draft)
        self._take(Step(None, note))
        return note

    def compose(self, anchor: Anchor, revision: str, draft: NoteDraft) -> Note:
        """A new note that is not kept yet; `new_note` tells what is given."""
        return new_note(anchor, revision, draft, self.author, self.clock)

    def take_in(self, notes: Sequence[Note]) -> None:
        """Add notes that were made elsewhere, all in one save; undone one by one.

        Raises:
            StorageError: They could not be saved; nothing has changed.
        """
        with self._lock:
            if notes:
                self._write(*notes)
                self.steps.add(*(Step(None, note) for note in notes))

    def edit(self, note_id: str, draft: NoteDraft, since: Note | None = None) -> Note:
        """Change what a note says, its kind, colour and tags.

        Args:
            note_id: Which note.
            draft: What it should say.
            since: The note as it was when the change was begun. What others wrote into it since is
                merged, and an edit beats a deletion.

        Raises:
            NotFoundError: There is no such note.
            StorageError: It could not be saved; nothing has changed.
        """
        with self._lock:
            current = (since and self._notes.find(note_id)) or self.find(note_id).note
            before = since or current
            changed = edited(before, current, draft, self.clock.now())
            if changed is None:
                return current
            self._take(Step(current, changed))
            return changed

    def set_color(self, note_id: str, color: str | None) -> Note:
        """Give a note another colour, or none."""
        return self._change(note_id, color=color)

    def set_tags(self, note_id: str, tags: Sequence[str]) -> Note:
        """Give a note other tags."""
        return self._change(note_id, tags=unique_tags(tags))

    def set_state(self, note_id: str, state: NoteState) -> Note:
        """Open, resolve or delete a note. A deleted one is kept in the file."""
        return self._change(note_id, state=state)

    def restore(self, note_id: str) -> Note:
        """Bring a deleted note back.

        Raises:
            NotFoundError: There never was one of that id.
        """
        note = self._notes.find(note_id)
        if note is None or not note.is_deleted:
            return self.find(note_id).note
        return self._change(note_id, state=NoteState.OPEN)

    def attach(self, note_id: str, span: Span) -> Note:
        """Move a note to another passage, as for an orphan that a reader found again.

        Raises:
            UsageError: The passage is empty or lies outside the text.
        """
        if not span.start < span.end <= len(self.article.text):
            raise UsageError(_("a note needs a passage of the text"))
        return self._change(note_id, **self._passage_fields(span))

    def anchor_of(self, span: Span) -> Anchor:
        """How a passage of the text as it is now is found again."""
        return describe(self.article.text, span)

    def moved(self, note: Note, span: Span) -> Note:
        """A note that need not be kept here, on a passage of the text as it is now."""
        return replace(note, **self._passage_fields(span))

    def _passage_fields(self, span: Span) -> dict[str, Any]:
        """The fields of a note that say where it is, by name."""
        return passage_fields(self.anchor_of(span), span, self.revision)

    def confirm(self, note_id: str) -> Note:
        """Say that a note's passage is where it was found, with the words that stand there.

        Words that differ from its quote become the quote; the note keeps the old ones.

        Raises:
            UsageError: It was not found anywhere.
        """
        placed = self.find(note_id)
        if placed.span is None:
            raise UsageError(_("the passage of this note is not in the text any more"))
        was = accepted_wordings(placed.note, placed.match, self.clock.now())
        return self._change(note_id, **self._passage_fields(placed.span), was=was)

    def clear_conflicts(self, note_id: str) -> Note:
        """Forget what lost in a merge: the note is right as it is."""
        return self._change(note_id, conflicts=())

    def undo(self) -> Step | None:
        """Take the last step back; None when there is none."""
        with self._lock:
            return self.steps.undo()

    def redo(self) -> Step | None:
        """Do the step again that was taken back last; None when there is none."""
        with self._lock:
            return self.steps.redo()

    def refresh(self) -> bool:
        """Take in what others wrote; whether there was anything to tell.

        A file that has become unreadable changes nothing here: `problem` says why, and notes are
        saved beside it until it can be read again.
        """
        with self._lock:
            before, problem = self._notes, self.problem
            self._notes = self._keeper.refresh(before)
            if self._notes is not before:
                self._place()
            return self._notes != before or self.problem is not problem

    def follow(self, article: Article) -> None:
        """The article was reloaded: place the notes in its text as it is now."""
        with self._lock:
            before = {placed.note.id: placed.match for placed in self.placed}
            noted = {note.rev for note in self._notes.notes}
            self._texts.leave(self.steps.revisions, noted)
            self.article = article
            self._placer = self._texts.placer(article.text)
            self._place()
            self.drift = later_drift(before, self.placed, article.language)

    def place(self, *notes: Note) -> tuple[PlacedNote, ...]:
        """Where passages are in the text as it is now, of notes that need not be kept here."""
        with self._lock:
            return self._placer.place(notes, [r.sha256 for r in self._notes.revisions])

    def _change(self, note_id: str, **fields: object) -> Note:
        with self._lock:
            note = self._notes.find(note_id)
            if note is None or (note.is_deleted and "state" not in fields):
                note = self.find(note_id).note
            changed = replace(note, **fields, updated=self.clock.now())  # type: ignore[arg-type]  # the callers name fields of Note
            if replace(changed, updated=note.updated) == note:
                return note
            self._take(Step(note, changed))
            return changed

    def _take(self, step: Step) -> None:
        with self._lock:
            self._write(step.after)
            self.steps.add(step)

    def _go(self, now: Note | None, then: Note | None) -> bool:
        """Make a note again what it was, on top of what others changed; whether anything went."""
        known = now or then
        if known is None:  # a step has a note on one side at least
            raise AssertionError("a step without a note")
        current = self._notes.find(known.id) or known
        self._write(replace(returned(now, then, current), updated=self.clock.now()))
        result = self._notes.find(known.id) or known
        if then is None:  # what somebody else wrote into it meanwhile keeps it
            return result.is_deleted
        return replace(result, updated=current.updated) != current

    def _write(self, *notes: Note) -> None:
        written = {note.id for note in notes}
        others = tuple(n for n in self._notes.notes if n.id not in written)
        now = {note.rev for note in notes}
        self._texts.keep({n.rev for n in self._notes.notes if n.id in written} - now)
        # A note that goes back to an older text brings that text with it.
        texts = {self._placer.revision: self.article.text, **self._texts.known(now)}
        wanted = about(self.article, self._notes, texts, self.clock.now())
        self._notes = self._keeper.save(replace(wanted, notes=(*others, *notes)), texts)
        self._place()

    def _place(self) -> None:
        live = [note for note in self._notes.notes if not note.is_deleted]
        placed = self._placer.place(live, [r.sha256 for r in self._notes.revisions])
        self.placed = tuple(sorted(placed, key=text_order))
