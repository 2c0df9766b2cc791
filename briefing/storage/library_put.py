"""Taking a document into a library's index."""

from __future__ import annotations

import sqlite3

from briefing.model.library import Indexed
from briefing.storage.library_kept import (
    entry_text,
    state_text,
    states_text,
    title_number,
)
from briefing.storage.library_keys import key_of, searched
from briefing.text.i18n import language
from briefing.text.index_words import index_words


def put_document(connection: sqlite3.Connection, document: Indexed) -> None:
    """Write its row and its words, in the place of those of the same path."""
    entry = document.entry
    key = key_of(entry.path)
    connection.execute(
        "INSERT OR IGNORE INTO replaced SELECT path, rev FROM documents"
        " WHERE path = ? AND rev IS NOT NULL AND rev IS NOT ?",
        (key, entry.rev),
    )
    connection.execute("DELETE FROM documents WHERE path = ?", (key,))
    row = connection.execute(
        "INSERT INTO documents (path, state, rev, entry, states, since, titled)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            key,
            state_text(document.state, language() if entry.fault else None),
            entry.rev,
            entry_text(entry),
            states_text(entry),
            searched(entry.since),
            title_number(entry.title),
        ),
    )
    said = (entry.title, document.text, document.said)
    connection.execute(
        "INSERT INTO words (rowid, title, body, notes) VALUES (?, ?, ?, ?)",
        (row.lastrowid, *(index_words(searched(each)) for each in said)),
    )
