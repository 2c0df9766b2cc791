"""The notes of an opened article in the formats of other programs."""

from __future__ import annotations

from dataclasses import replace

from briefing.exchange import EXPORTS, origin_of
from briefing.session.reading import Reading
from briefing.text.safe import visible


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
    # A file's name may hold bytes that are no text; documents for others hold none.
    article = replace(reading.article, name=visible(reading.article.name))
    named = None if address is None else visible(address)
    origin = origin_of(article, reading.document.front_matter, named)
    return EXPORTS[form](article, notes, matches, origin)
