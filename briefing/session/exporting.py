"""The notes of an opened article in the formats of other programs."""

from __future__ import annotations

from briefing.exchange import EXPORTS, origin_of
from briefing.session.reading import Reading


def exported_notes(
    reading: Reading, form: str, *, address: str | None = None, with_deleted: bool = False
) -> str:
    """All notes as one document.

    Args:
        reading: The article.
        form: One of `exchange.EXPORTS`.
        address: How links in the document name the article; its name, if not given.
        with_deleted: Whether notes that are kept only for merging are written too.
    """
    notebook = reading.take_out_notes()
    notes = [n for n in notebook.notes.notes if with_deleted or not n.is_deleted]
    matches = {placed.note.id: placed.match for placed in notebook.placed}
    origin = origin_of(reading.article, reading.document.front_matter, address)
    return EXPORTS[form](reading.article, notes, matches, origin)
