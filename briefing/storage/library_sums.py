"""Sums over what a library's index keeps, for SQLite does not notice a byte that is another one.

A page of the index that went bad would let documents be missing from what a search finds, and
nobody would know. So all that a search reads has a CRC-32. Sums are made when words are looked for
the first time after something was written, are compared whenever the file was opened anew, before
the first thing is written and after the first answer is given, and are deleted by whatever is
written. (Triggers that would sum row by row make SQLite 3.40 crash where they stand on the tables
of FTS5.)
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from zlib import crc32

from briefing.text.i18n import _

_SUMMED = {
    "words_data": "SELECT id, block FROM words_data ORDER BY id",
    "words_idx": "SELECT segid, CAST(group_concat(pgno || hex(term), ' ') AS BLOB)"
    " FROM words_idx GROUP BY segid",
    "documents": "SELECT id, CAST(entry AS BLOB),"
    " CAST(printf('%s %s %s %s %s %d', path, state, rev, states, since, titled) AS BLOB)"
    " FROM documents ORDER BY id",
    "sqlite_schema": "SELECT rowid, CAST(name || ' ' || coalesce(sql, '') AS BLOB)"
    " FROM sqlite_schema ORDER BY name",
}
"""What is summed: a number, and bytes. FTS5 keeps in the first two which words stand where:
https://sqlite.org/fts5.html#fts5_data_structures."""
_ASKED_EVERY = 256
"""Rows of some kilobytes, after which it is asked whether the comparison is still wanted."""

SUM_TABLE = "CREATE TABLE sums (name TEXT PRIMARY KEY, sum INTEGER NOT NULL);"


class _NotWantedError(Exception):
    """Nobody waits for the sums any more."""


def forget_sums(connection: sqlite3.Connection) -> None:
    """Something is to be written."""
    connection.execute("DELETE FROM sums")


def compare_sums(
    connection: sqlite3.Connection, is_wanted: Callable[[], bool] = lambda: True
) -> bool:
    """Compare the sums with what they were made of; make them where there are none.

    Args:
        connection: The index.
        is_wanted: Asked now and then; once it says no, nothing is known.

    Returns:
        Whether all was compared.

    Raises:
        sqlite3.DatabaseError: Something is another than it was.
    """
    try:
        if not compare_kept(connection, is_wanted):
            _make_sums(connection, is_wanted)
    except _NotWantedError:
        return False
    return True


def compare_kept(
    connection: sqlite3.Connection, is_wanted: Callable[[], bool] = lambda: True
) -> bool:
    """Compare the sums that there are; whether there are any. Errors are those of the above."""
    with _reading(connection):
        kept = dict(connection.execute("SELECT name, sum FROM sums"))
        if kept and kept != dict(_sums(connection, is_wanted)):
            raise sqlite3.DatabaseError(_("it is damaged"))
    return bool(kept)


def _make_sums(connection: sqlite3.Connection, is_wanted: Callable[[], bool]) -> None:
    """Keep the sums, unless another program is writing, or nobody can."""
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return
    with connection:
        rows = list(_sums(connection, is_wanted))
        connection.executemany("INSERT OR REPLACE INTO sums VALUES (?, ?)", rows)


def _sums(
    connection: sqlite3.Connection, is_wanted: Callable[[], bool]
) -> Iterator[tuple[str, int]]:
    for name, sql in _SUMMED.items():
        found = 0
        for count, (number, *blobs) in enumerate(connection.execute(sql)):
            found = crc32(b"%d" % number, found)
            for blob in blobs:
                found = crc32(blob, found)
            if count % _ASKED_EVERY == 0 and not is_wanted():
                raise _NotWantedError
        yield name, found


@contextmanager
def _reading(connection: sqlite3.Connection) -> Iterator[None]:
    """One state of the file while the block runs, whatever others write meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.rollback()
