"""Nothing is written that could not be read again: what a file can hold, and the proof of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing.model.errors import InputError, StorageError
from briefing.model.note import Note, Notes
from briefing.notes.format import NotesFile
from briefing.notes.parse import parse_notes
from briefing.notes.writer import encodable_note
from briefing.text.i18n import _


def tidy(notes: tuple[Note, ...], base: NotesFile | None) -> tuple[Note, ...]:
    """Notes in a form that a file can hold; the known ones were read from one."""
    known = {} if base is None else {note.id: note for note in base.notes.notes}
    return tuple(note if known.get(note.id) is note else encodable_note(note) for note in notes)


def read_back(text: str, meant: Notes, *, where: str, known: Mapping[str, Note]) -> NotesFile:
    """Read what will be written, and see that it says what was meant.

    Args:
        text: The file.
        meant: What it should say.
        where: Its name, for messages.
        known: Notes by their lines, from an earlier `NotesFile`; spares reading them again.

    Raises:
        StorageError: It cannot be read, or says something else.
    """
    try:
        written = parse_notes(text, where=where, article=meant.article, known=known)
    except InputError as error:
        # Without its cause: that would say that the file on the disk cannot be read.
        raise StorageError(_("this could not be read again: {why}").format(why=error)) from None
    found = written.notes
    is_same = replace(found, unreadable=()) == replace(meant, unreadable=())
    if not is_same or len(found.unreadable) != len(meant.unreadable):
        wrong = sorted({item.id for item in meant.notes} - {item.id for item in found.notes})
        what = _("this could not be read again and was not written")
        what = f"{what} ({', '.join(wrong[:5])})" if wrong else what
        raise StorageError(what, where=where)
    return written
