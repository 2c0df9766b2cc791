"""Notes as a plain table: one row a note, for a spreadsheet or a script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.exchange.cells import listed, write_rows
from briefing.exchange.origin import Origin
from briefing.exchange.placing import Placed, place
from briefing.model.anchor import Match
from briefing.model.article import Article
from briefing.model.note import Note

COLUMNS = (
    "id",
    "kind",
    "state",
    "section",
    "quote",
    "text",
    "tags",
    "color",
    "by",
    "created",
    "updated",
    "match",
    "start",
    "end",
    "article",
    "now",
    "page",
)
"""The head line. ``start`` and ``end`` count in the reading text of today; orphans have none.

``now`` is empty unless the passage has other words than the quote.
"""


def export(
    article: Article, notes: Sequence[Note], matches: Mapping[str, Match], origin: Origin
) -> str:
    """Write notes as CSV, in the order of the text, orphans last.

    Args:
        article: The article of today.
        notes: The notes to write; all of them are.
        matches: Where each is today, by id.
        origin: How the article is named.
    """
    placed, orphans = place(article, notes, matches)
    return write_rows(COLUMNS, [_row(article, one, origin) for one in (*placed, *orphans)])


def _row(article: Article, placed: Placed, origin: Origin) -> Sequence[str]:
    note, span = placed.note, placed.span
    heading = None if placed.section is None else article.sections[placed.section].heading
    return (
        note.id,
        note.kind,
        note.state,
        heading or "",
        note.quote,
        note.text,
        listed(note.tags),
        note.color or "",
        note.by,
        note.created,
        note.updated,
        placed.match.state,
        "" if span is None else str(span.start),
        "" if span is None else str(span.end),
        origin.address,
        placed.match.now or "",
        "–".join(() if span is None else article.pages_of(span)),
    )
