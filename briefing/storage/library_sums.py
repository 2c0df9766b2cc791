"""Sums over what a library's index keeps, for SQLite does not notice a byte that is another one.

A page of the index that went bad would let documents be missing from what a search finds, and
nobody would know. So all that a search reads has a CRC-32. Sums are made when words are looked for
the first time after something was written, are deleted by whatever is written next, and are
compared whenever the file was opened anew. (Triggers that would sum row by row make SQLite 3.40
crash where they stand on the tables of FTS5.)
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from zlib import crc32

from briefing.text.i18n import _

_SUMMED = {
    "words_data": "SELECT id, block FROM words_data ORDER BY id",
    "words_idx": "SELECT segid, term, pgno FROM words_idx ORDER BY segid, term",
    "documents": "SELECT id, path, state, rev, entry, states, since, titled FROM documents"
    " ORDER BY id",
    "sqlite_schema": "SELECT name, sql FROM sqlite_schema ORDER BY name",
}
"""What is summed. FTS5 keeps in the first two which words stand where:
https://sqlite.org/fts5.html#fts5_data_structures."""

SUM_TABLE = "CREATE TABLE sums (name TEXT PRIMARY KEY, sum INTEGER NOT NULL);"


def forget_sums(connection: sqlite3.Connection) -> None:
    """Something is to be written."""
    connection.execute("DELETE FROM sums")


def compare_sums(connection: sqlite3.Connection) -> None:
    """Compare the sums with what they were made of; make them where there are none.

    Raises:
        sqlite3.DatabaseError: Something is another than it was.
    """
    with _reading(connection):
        kept = dict(connection.execute("SELECT name, sum FROM sums"))
        if kept and kept != dict(_sums(connection)):
            raise sqlite3.DatabaseError(_("it is damaged"))
    if not kept:
        _make_sums(connection)


def _make_sums(connection: sqlite3.Connection) -> None:
    """Keep the sums, unless another program is writing, or nobody can."""
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return
    with connection:
        rows = list(_sums(connection))
        connection.executemany("INSERT OR REPLACE INTO sums VALUES (?, ?)", rows)


def _sums(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    for name, sql in _SUMMED.items():
        found = 0
        for row in connection.execute(sql):
            for value in row:
                data = value if isinstance(value, bytes) else repr(value).encode("utf-8", "replace")
                found = crc32(data, found)
        yield name, found


@contextmanager
def _reading(connection: sqlite3.Connection) -> Iterator[None]:
    """One state of the file while the block runs, whatever others write meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.rollback()
