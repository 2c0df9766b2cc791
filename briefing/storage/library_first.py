"""What a list of a library begins with: found in its index, or in its folder, and nothing made.

This is asked before the program is loaded, so it needs little. The index may be older than the
files: of each document that is shown the files are looked at.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from time import monotonic

from briefing.model.errors import BriefingError, Fault
from briefing.model.library import Beginning, Entry, FileState
from briefing.storage.library_database import NEWEST_FIRST, index_path, open_to_read
from briefing.storage.library_files import look_at, look_through
from briefing.storage.library_kept import entry_of, state_of, title_number
from briefing.storage.library_keys import key_of

_LOOKING_SECONDS = 0.25
"""How long a folder without an index is looked through for the first rows: it may be far away."""
_ABOVE = """
SELECT count(*) FROM documents
WHERE since > :since OR (since = :since AND path < :path)
"""


def beginning_of(
    folder: Path, files: Sequence[Path], rows: int, here: str | None
) -> Beginning | None:
    """The rows that an index knows; None where there is none that knows any.

    Args:
        folder: Where the library lies, absolute.
        files: The articles that it is made of; all below the folder where none is named.
        rows: How many are in view.
        here: The path of the document that the cursor stands on, if it is there.
    """
    try:
        connection = open_to_read(index_path(folder, files))
        if connection is None:
            return None
        with closing(connection):
            return _in_view(connection, folder, rows, here)
    except (sqlite3.DatabaseError, OSError, ValueError, TypeError):
        return None  # whoever opens it to write says what is wrong with it, or mends it


def names_of(folder: Path, files: Sequence[Path], most: int, left_out: Sequence[str]) -> list[str]:
    """The first paths of the documents of a folder, as far as they are found in time.

    Args:
        folder: Where the library lies, absolute.
        files: The articles that it is made of; all below the folder where none is named.
        most: How many are wanted.
        left_out: Folders that are not looked into.
    """
    found: list[str] = []
    until = monotonic() + _LOOKING_SECONDS
    with suppress(BriefingError):
        for path in _paths(folder, files, left_out):
            if len(found) == most or monotonic() > until:
                break
            found.append(path)
    return found


def _paths(folder: Path, files: Sequence[Path], left_out: Sequence[str]) -> Iterator[str]:
    if files:
        yield from sorted(path for path, _state in look_at(folder, files))
        return
    for each in look_through(folder, left_out):
        if not isinstance(each, Fault):
            yield each[0]


def _in_view(
    connection: sqlite3.Connection, folder: Path, rows: int, here: str | None
) -> Beginning | None:
    """The rows around the one of a path, as a list scrolls to it; else the first."""
    cursor = _place_of(connection, here) if here is not None else 0
    [(count,)] = connection.execute("SELECT count(*) FROM documents")
    above = max(0, min(cursor + 1, count) - rows)
    sql = f"SELECT state, entry, states FROM documents {NEWEST_FIRST} LIMIT ? OFFSET ?"  # noqa: S608
    found = connection.execute(sql, (rows, above))
    entries = tuple(_if_same(folder, *row) for row in found)
    titles = {each.title for each in entries if each is not None}
    shared = frozenset(title for title in titles if _is_shared(connection, title))
    return Beginning(entries, above, shared, cursor - above) if entries else None


def _is_shared(connection: sqlite3.Connection, title: str) -> bool:
    """Whether several documents have a title."""
    sql = "SELECT 1 FROM documents WHERE titled = ? LIMIT 2"
    return len(connection.execute(sql, (title_number(title),)).fetchall()) > 1


def _place_of(connection: sqlite3.Connection, here: str) -> int:
    """How many documents stand above the one of a path; 0 where it is not there."""
    key = key_of(here)
    row = connection.execute("SELECT since FROM documents WHERE path = ?", (key,)).fetchone()
    if row is None:
        return 0
    [(above,)] = connection.execute(_ABOVE, {"since": row[0], "path": key})
    return int(above)


def _if_same(folder: Path, state: str, entry: str, states: str | None) -> Entry | None:
    """A document, if its files are as they were when it was read."""
    known: FileState = state_of(json.loads(state))
    found = entry_of(entry, states)
    now = next(look_at(folder, [folder / found.path]), None)
    return found if now is not None and now[1] == known else None
