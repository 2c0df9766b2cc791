"""What a reader does with notes, without a screen: each is a change and a line that tells it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model.errors import Fault, InputError
from briefing.model.note import NoteKind, NoteState
from briefing.model.reading_state import UnfinishedNote
from briefing.model.span import Span
from briefing.session.note_draft import NoteDraft
from briefing.session.sitting import Sitting
from briefing.session.undoing import Step
from briefing.session.unfinished import finish, with_words
from briefing.text.i18n import _

if TYPE_CHECKING:  # what places notes is loaded when there are some
    from briefing.session.placing import PlacedNote

USUAL_COLOR = "yellow"
"""The colour of a highlight for which no colour was wanted."""


@dataclass(frozen=True, slots=True)
class News:
    """One line for the reader."""

    text: str
    """What it says."""
    is_warning: bool = False
    """Whether it stays until something else is told."""


@dataclass(frozen=True, slots=True)
class Typing:
    """A note that is being typed in a dialog: saved, kept against a crash, or given up."""

    sitting: Sitting
    """The article that it is about, whatever is shown meanwhile."""
    draft: UnfinishedNote
    """What was begun."""
    said: NoteDraft
    """What the note says already; empty for a new one."""
    since: PlacedNote | None = None
    """The note that is changed, as it was when that was begun; None for a new one."""

    def save(self, written: NoteDraft) -> str:
        """Make a note of what was typed; its id.

        Raises:
            StorageError: It could not be saved; nothing has changed.
        """
        since = None if self.since is None else self.since.note
        return finish(self.draft, written, self.sitting.notebook, since)

    def keep(self, written: NoteDraft) -> None:
        """Keep what is typed so far.

        Raises:
            StorageError: It could not be written.
        """
        now = self.sitting.reading.clock.now()
        self.sitting.memory.keep_draft(with_words(self.draft, written, now))

    def forget(self) -> None:
        """Forget what was kept: the note is saved or given up.

        Raises:
            StorageError: It could not be removed.
        """
        self.sitting.memory.drop_draft(self.draft.id)


def typing(sitting: Sitting, draft: UnfinishedNote) -> Typing:
    """Begin to type, or go on: a note that exists is shown as it is now."""
    note = None if draft.note_id is None else sitting.notebook.notes.find(draft.note_id)
    if note is None:
        return Typing(sitting, draft, NoteDraft())
    [placed] = sitting.notebook.place(note)
    return Typing(sitting, draft, NoteDraft(note.text, note.kind, note.color, note.tags), placed)


def notes_here(sitting: Sitting) -> tuple[PlacedNote, ...]:
    """The notes at the current place, best first; the one that was chosen before all others."""
    passage = sitting.passage
    found = sitting.notebook.within(passage) if passage is not None else ()
    return tuple(sorted(found, key=lambda placed: placed.note.id != sitting.chosen_note))


def notes_at_hand(sitting: Sitting, chosen: str | None) -> tuple[PlacedNote, ...]:
    """What a key is about: the note under the cursor of its panel, else those here, best first.

    Args:
        sitting: The article.
        chosen: The id of the note under the cursor, where its panel has the focus.
    """
    if chosen is not None:
        return (sitting.notebook.find(chosen),)
    passage = sitting.passage
    found = sitting.notebook.within(passage) if passage is not None else ()
    # What was chosen among several stays so while its passage is the marked one.
    first = [placed for placed in found if is_chosen(sitting, placed)]
    return (*first, *(placed for placed in found if placed not in first))


def is_chosen(sitting: Sitting, placed: PlacedNote) -> bool:
    """Whether a note is the one that the last jump led to."""
    return placed.note.id == sitting.chosen_note and placed.span == sitting.target_span


def is_in_view(sitting: Sitting, note_id: str) -> bool:
    """Whether the passage of a note is on the screen, so that there is no need to go there."""
    placed = next((p for p in sitting.notebook.placed if p.note.id == note_id), None)
    return placed is not None and placed.span is not None and placed.span.overlaps(sitting.view)


def color(sitting: Sitting, placed: PlacedNote | None, passage: Span | None, name: str) -> None:
    """Colour a note; without one, highlight a passage.

    Args:
        sitting: The article.
        placed: The note.
        passage: The passage.
        name: One of `model.note.COLORS`, or empty for none.

    Raises:
        StorageError: It could not be saved; nothing has changed.
    """
    if placed is not None:
        sitting.notebook.set_color(placed.note.id, name or None)
    elif passage is not None:
        draft = NoteDraft(kind=NoteKind.HIGHLIGHT, color=name or USUAL_COLOR)
        sitting.notebook.add(passage, draft)


def bookmark(sitting: Sitting, passage: Span) -> str:
    """Set a bookmark on a passage, or remove the one that is there; what was done.

    Raises:
        StorageError: It could not be saved; nothing has changed.
    """
    notebook = sitting.notebook
    here = [p for p in notebook.within(passage) if p.note.kind is NoteKind.BOOKMARK]
    if here:
        notebook.set_state(here[0].note.id, NoteState.DELETED)
        return _("bookmark removed")
    notebook.add(passage, NoteDraft(kind=NoteKind.BOOKMARK))
    return _("bookmark set")


def resolve(sitting: Sitting, placed: PlacedNote) -> str:
    """Resolve a note, or open it again; what was done.

    Raises:
        StorageError: It could not be saved; nothing has changed.
    """
    is_open = placed.note.state is NoteState.OPEN
    state = NoteState.RESOLVED if is_open else NoteState.OPEN
    sitting.notebook.set_state(placed.note.id, state)
    return _("note resolved") if is_open else _("note open again")


def step_words(step: Step, done: str) -> str:
    """A change that was taken back or done again, in one line."""
    done = _("kept, since somebody else has changed it") if step.is_held else done
    return f"{done}: {' '.join((step.after.text or step.after.quote).split())}"


def problem_news(sitting: Sitting, name: Callable[[str], str] = str) -> News | None:
    """Why notes are not saved in their file, or that they are again; None where neither is new.

    Args:
        sitting: The article.
        name: How a file is called where it is told.
    """
    problem, before = sitting.notebook.problem, sitting.told_problem
    sitting.told_problem = problem
    file = name(str(sitting.notebook.port.path))
    if problem is not None:
        aside = _("notes are saved in {file} meanwhile").format(file=file)
        where = problem.where and name(problem.where)
        said = Fault(problem.what, where, problem.remedy)
        return News(f"{said}; {aside}", is_warning=True)
    if before is None:
        return None
    return News(_("the notes can be read again: saved in {file}").format(file=file))


def is_new_problem(sitting: Sitting, problem: InputError | None) -> bool:
    """Whether notes cannot be read for a reason that the reader was not told yet."""
    return problem is not None and problem is not sitting.told_problem


def unsaved_words(sitting: Sitting) -> tuple[str, str]:
    """The note that was never saved, in a few words, and how many more there are; or nothing."""
    drafts = sitting.memory.drafts
    if not drafts:
        return "", ""
    said = " ".join((drafts[-1].text or drafts[-1].quote).split())[:_SAID_CHARACTERS]
    return said, f" (+{len(drafts) - 1})" if len(drafts) > 1 else ""


_SAID_CHARACTERS = 40
"""So much of a note tells it from others."""
