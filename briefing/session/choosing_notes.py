"""Choosing notes by what they are, whose, and how they stand to the text."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.note import Note, NoteState
from briefing.session.notebook import Notebook
from briefing.session.placing import PlacedNote
from briefing.text.fold import fold_text


@dataclass(frozen=True, slots=True)
class NoteChoice:
    """Which notes are meant; what is None does not matter."""

    tag: str | None = None
    """One of its tags; case and accents do not count."""
    kind: str | None = None
    """A kind of note."""
    state: str | None = None
    """Where it stands. Deleted notes are meant only where this says so, or `with_deleted`."""
    by: str | None = None
    """Its author; case and accents do not count."""
    color: str | None = None
    """Its colour."""
    match: str | None = None
    """How it stands to the text: ``anchored``, ``uncertain``, ``orphan`` or ``changed``."""
    with_deleted: bool = False
    """Whether deleted notes are meant too."""

    def takes(self, placed: PlacedNote) -> bool:
        """Whether a note is meant."""
        note = placed.note
        if note.state is NoteState.DELETED and self.state is None and not self.with_deleted:
            return False
        stands = {placed.match.state.value} | ({"changed"} if placed.match.changed else set())
        return (
            (self.tag is None or _folded(self.tag) in map(_folded, note.tags))
            and self.kind in (None, note.kind.value)
            and self.state in (None, note.state.value)
            and (self.by is None or _folded(self.by) == _folded(note.by))
            and self.color in (None, note.color)
            and (self.match is None or self.match in stands)
        )


def chosen_notes(notebook: Notebook, choice: NoteChoice) -> list[Note]:
    """The notes that are meant, in the order of their file."""
    placed = notebook.place(*notebook.notes.notes)
    return [one.note for one in placed if choice.takes(one)]


def _folded(words: str) -> str:
    return fold_text(words, accents=True)
