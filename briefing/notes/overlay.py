"""A reader's own notes laid over notes that can only be read."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.note import Notes
from briefing.notes.merge import merge


def laid_over(beside: Notes, own: Notes) -> Notes:
    """All notes of both. What the reader changed since holds; what others changed later, too.

    Args:
        beside: The notes that can only be read.
        own: The reader's: new ones, and changed ones of those.
    """
    mine = {note.id: note for note in own.notes}
    theirs = [note for note in beside.notes if note.id not in mine]
    # A note that was changed here alone has the other for its ancestor; else neither is the older.
    changed_here = [
        note for note in beside.notes if note.id in mine and mine[note.id].updated >= note.updated
    ]
    ours = replace(own, notes=(*own.notes, *theirs))
    return merge(replace(beside, notes=(*changed_here, *theirs)), ours, beside)


def own_part(shown: Notes, beside: Notes, own: Notes) -> Notes:
    """What of the notes that are shown has to be kept in the reader's own file.

    Args:
        shown: The notes as they should be.
        beside: The notes that can only be read.
        own: What the reader's file says so far.
    """
    there = {note.id: note for note in beside.notes}
    kept = {note.id for note in own.notes}
    notes = (note for note in shown.notes if note.id in kept or there.get(note.id) != note)
    return replace(shown, notes=tuple(notes), unreadable=own.unreadable)
