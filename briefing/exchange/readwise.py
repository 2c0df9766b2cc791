"""Notes as the CSV that Readwise imports.

Columns and their meaning: https://readwise.io/import_bulk. Tags go into the note as words with a
dot before them, which Readwise takes for tags.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.exchange.cells import write_rows
from briefing.exchange.origin import Origin
from briefing.exchange.placing import Placed, place, wording_line
from briefing.model.anchor import Match
from briefing.model.article import Article
from briefing.model.note import Note

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")
"""The head line. ``Location`` is the first character of the passage in the reading text."""


def export(
    article: Article, notes: Sequence[Note], matches: Mapping[str, Match], origin: Origin
) -> str:
    """Write notes for Readwise, in the order of the text.

    Readwise has no notes without a highlight: a note without a passage of its own goes out with its
    own words as the highlight, and one without any words does not go out. Where the passage has
    other words now, these are the highlight, and the note begins with both wordings.

    Args:
        article: The article of today.
        notes: The notes to write.
        matches: Where each is today, by id.
        origin: Where the article came from.
    """
    placed, orphans = place(article, notes, matches)
    rows = [_row(article, one, origin) for one in (*placed, *orphans)]
    return write_rows(COLUMNS, [row for row in rows if row[0]])


def _row(article: Article, placed: Placed, origin: Origin) -> Sequence[str]:
    note = placed.note
    quote = (placed.match.now or note.quote).strip()
    text = note.text if quote else ""
    if placed.match.changed:
        text = "\n".join(filter(None, (wording_line(placed), text)))
    start = note.at.start if placed.span is None else placed.span.start
    return (
        quote or note.text.strip(),
        article.title or article.name,
        ", ".join(origin.authors),
        origin.url or "",
        _comment(note.tags, text),
        str(start),
        note.created.replace("T", " ").removesuffix("Z"),
    )


def _comment(tags: Sequence[str], text: str) -> str:
    words = " ".join("." + re.sub(r"\s+", "_", tag.strip()) for tag in tags if tag.strip())
    return "\n".join(part for part in (words, text) if part)
