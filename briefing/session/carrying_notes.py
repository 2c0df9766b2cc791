"""The notes on a document come along when it is added to a library."""

from __future__ import annotations

from dataclasses import replace

from briefing.notes.merge import merge
from briefing.session.ports import NotesPort


def carry_notes(old: NotesPort, new: NotesPort) -> int:
    """Copy the notes on a document to the article that was made of it; the old ones stay.

    Args:
        old: The notes beside the document.
        new: Those of the article.

    Returns:
        How many came along, those aside that are kept for merging only.

    Raises:
        InputError: One of them cannot be read.
        StorageError: They could not be written.
    """
    theirs = old.load()
    if not theirs.notes:
        return 0
    ours = new.load()
    known = {item.sha256: old.text(item.sha256) for item in theirs.revisions}
    texts = {rev: text for rev, text in known.items() if text is not None}
    new.save(merge(None, ours, replace(theirs, article=ours.article)), texts)
    return sum(not note.is_deleted for note in theirs.notes)
