"""What a library's documents say, in one SQLite file of the user's cache folder.

It can be deleted at any time and is built again without anyone asking. Texts are not kept in it,
only which words stand where: a hit is always looked up in the document itself.

::

    documents   one row a document: state of its files, what is shown of it
    words       FTS5 without content: title, text and notes of a document under its row's number

A document that is read again gets a new number. The words under its old one go nowhere any more;
they are swept out when there are more of them than a quarter.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefing.model.errors import StorageError
from briefing.model.library import Entry, FileState, Indexed
from briefing.model.query import Query
from briefing.storage.atomic import storage_error
from briefing.storage.library_keys import json_of, key_of, path_of, searched
from briefing.storage.library_rows import (
    entry_json,
    entry_of,
    match_of,
    match_of_runs,
    state_json,
    state_of,
)
from briefing.storage.locations import cache_folder
from briefing.storage.locking import lock
from briefing.text.i18n import _
from briefing.text.pairs import in_pairs

VERSION = 1
"""Of the tables below, and of how a document is read."""

_TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    entry TEXT NOT NULL
);
CREATE VIRTUAL TABLE words USING fts5 (
    title, body, notes, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
"""

_FACTS = {"version": str(VERSION), "sqlite": sqlite3.sqlite_version}
"""What an index says of itself. One that says something else is built anew."""

_BUSY_SECONDS = 5.0
_SWEPT_SHARE, _SWEPT_LEAST = 4, 1_000
"""The words of documents that are gone are swept out when they are a quarter, and so many."""

_NEAREST = 12
"""Documents that are compared with a quotation."""


class LibraryIndex:
    """The index of one library.

    Reading needs no lock; of several programs one at a time writes, the others go on reading.

    Args:
        path: The SQLite file. It is made, with its folders, when the first document is put in.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        """Where it lies."""
        self._connection: sqlite3.Connection | None = None

    @classmethod
    def of(cls, folder: Path) -> LibraryIndex:
        """The index of the library in a folder."""
        return cls.of_files(folder, ())

    @classmethod
    def of_files(cls, folder: Path, files: Iterable[Path]) -> LibraryIndex:
        """The index of some files below a folder; of all where none is named."""
        paths = (folder.resolve(), *files)
        name = sha256(b"\0".join(map(os.fsencode, paths))).hexdigest()[:16]
        return cls(cache_folder() / "library" / f"{name}.sqlite")

    def close(self) -> None:
        """Let the file go."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the right to write while the block runs.

        Raises:
            BusyError: Another program is writing.
            StorageError: The file cannot be written.
        """
        _make_folder(self.path)
        with lock(self.path.with_suffix(".lock"), timeout_seconds=0.0):
            yield

    def states(self) -> Mapping[str, FileState]:
        """The state in which each document was read, by its path."""
        rows = self._ask("SELECT path, state FROM documents")
        return {path_of(key): state_of(json.loads(state)) for key, state in rows}

    def entries(self) -> list[Entry]:
        """All documents, by path."""
        rows = self._ask("SELECT entry FROM documents ORDER BY path")
        return [entry_of(json.loads(entry)) for (entry,) in rows]

    def candidates(self, query: Query) -> list[Entry]:
        """The documents that may hold the words of a query: all that do, and a few that do not.

        Words that must not be there and conditions are not looked at here.
        """
        match = match_of(query.terms)
        if not match:
            return self.entries()
        rows = self._ask(
            "SELECT entry FROM documents WHERE id IN"
            " (SELECT rowid FROM words WHERE words MATCH ?) ORDER BY path",
            (match,),
        )
        return [entry_of(json.loads(entry)) for (entry,) in rows]

    def sharing(self, words: Sequence[str]) -> list[str]:
        """The paths of the few documents that share most runs of some words, the best first."""
        match = match_of_runs(words)
        if not match:
            return []
        rows = self._ask(
            "SELECT path FROM (SELECT rowid AS id, rank AS nearness FROM words WHERE words MATCH ?"
            " ORDER BY rank LIMIT ?) JOIN documents USING (id) ORDER BY nearness",
            (match, _NEAREST),
        )
        return [path_of(key) for (key,) in rows]

    def put(self, documents: Iterable[Indexed]) -> None:
        """Take documents in, all at once; those of the same path are replaced.

        Raises:
            StorageError: They could not be written; the index is as it was.
        """
        with self._writing() as connection:
            for document in documents:
                _put(connection, document)

    def remove(self, paths: Iterable[str]) -> None:
        """Forget documents; errors as in `put`."""
        rows = [(key_of(path),) for path in paths]
        with self._writing() as connection:
            connection.executemany("DELETE FROM documents WHERE path = ?", rows)

    @property
    def needs_sweeping(self) -> bool:
        """Whether so many documents were replaced that it had better be built anew."""
        [(kept, given)] = self._ask("SELECT count(*), coalesce(max(id), 0) FROM documents")
        return bool(given - kept > max(given // _SWEPT_SHARE, _SWEPT_LEAST))

    def discard(self) -> None:
        """Delete it; it is built anew from the files."""
        self.close()
        for ending in ("", "-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                self.path.with_name(self.path.name + ending).unlink()

    def _ask(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows of a question; a damaged file is built anew, and knows nothing yet."""
        for is_last in (False, True):
            try:
                return self._opened().execute(sql, values).fetchall()
            except sqlite3.DatabaseError as error:
                if is_last or isinstance(error, sqlite3.OperationalError):
                    raise _storage_error(error, self.path) from error
                self.discard()
        return []

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            connection = self._opened()
            connection.execute("BEGIN IMMEDIATE")
            with connection:
                yield connection
        except sqlite3.DatabaseError as error:
            if not isinstance(error, sqlite3.OperationalError):
                self.discard()
            raise _storage_error(error, self.path) from error

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = _open(self.path)
        return self._connection


def _open(path: Path) -> sqlite3.Connection:
    """Open the file; one that is damaged or not of this version is made anew."""
    _make_folder(path)
    for is_last in (False, True):
        connection = _connect(path)
        try:
            if _facts(connection) == _FACTS:
                return connection
        except sqlite3.DatabaseError as error:
            if is_last or isinstance(error, sqlite3.OperationalError):
                connection.close()
                raise
        connection.close()
        _make(path)
    return _connect(path)


def _make_folder(path: Path) -> None:
    """Make the folder of the index, for its user alone.

    Raises:
        StorageError: It cannot be made.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise storage_error(error, path.parent) from error


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _facts(connection: sqlite3.Connection) -> dict[str, str]:
    try:
        return dict(connection.execute("SELECT name, value FROM facts"))
    except sqlite3.OperationalError:  # no such table
        return {}


def _make(path: Path) -> None:
    """Put a new, empty index in the place of whatever is there."""
    for ending in ("", "-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + ending).unlink()
    os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600))
    connection = _connect(path)
    connection.executescript(_TABLES)
    connection.executemany("INSERT INTO facts VALUES (?, ?)", _FACTS.items())
    connection.close()


def _put(connection: sqlite3.Connection, document: Indexed) -> None:
    entry = document.entry
    connection.execute("DELETE FROM documents WHERE path = ?", (key_of(entry.path),))
    row = connection.execute(
        "INSERT INTO documents (path, state, entry) VALUES (?, ?, ?)",
        (key_of(entry.path), json.dumps(state_json(document.state)), json_of(entry_json(entry))),
    )
    said = (entry.title, document.text, document.said)
    connection.execute(
        "INSERT INTO words (rowid, title, body, notes) VALUES (?, ?, ?, ?)",
        (row.lastrowid, *(in_pairs(searched(each)) for each in said)),
    )


def _storage_error(error: sqlite3.Error, path: Path) -> StorageError:
    what = _("the index of the library cannot be used: {reason}").format(reason=error)
    return StorageError(what, where=str(path), remedy=_("delete it; it is built again"))
