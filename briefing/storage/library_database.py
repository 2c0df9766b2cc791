"""The SQLite file of a library's index: opened, checked, made anew; never through a link."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
from collections.abc import Iterable
from contextlib import AbstractContextManager
from hashlib import sha256
from pathlib import Path

from briefing.model.errors import StorageError
from briefing.storage.atomic import storage_error
from briefing.storage.folders import entered, refuse_link
from briefing.storage.library_sums import SUM_TABLE
from briefing.storage.locations import cache_folder
from briefing.storage.locking import lock
from briefing.text.i18n import _

VERSION = 11
"""Of the tables below, and of how a document is read."""

_TABLES = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    rev TEXT,
    entry TEXT NOT NULL,
    states TEXT,
    since TEXT NOT NULL,
    titled INTEGER NOT NULL
);
CREATE TABLE replaced (path TEXT PRIMARY KEY, rev TEXT NOT NULL);
CREATE INDEX newest ON documents (since DESC, path);
CREATE INDEX titled ON documents (titled);
CREATE INDEX unanalysed ON documents (path) WHERE states IS NULL;
CREATE VIRTUAL TABLE words USING fts5 (
    title, body, notes, content = '', columnsize = 0,
    tokenize = "unicode61 remove_diacritics 2 tokenchars '_'"
);
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);
INSERT INTO words (words, rank) VALUES ('automerge', 16);
INSERT INTO words (words, rank) VALUES ('crisismerge', 64);
"""

NEWEST_FIRST = "ORDER BY since DESC, path"
"""The order in which a list begins, as SQL."""

_FACTS = {"version": str(VERSION), "sqlite": sqlite3.sqlite_version}
"""What an index says of itself. One that says something else is built anew."""

_ENDINGS = ("", "-wal", "-shm", "-journal")
"""Of the files that SQLite keeps for one index."""
_BUSY_SECONDS = 5.0
_PRIMARY = 0xFF
"""Of an extended result code: https://sqlite.org/rescode.html."""


def index_path(folder: Path, files: Iterable[Path] = ()) -> Path:
    """Where the index lies of some files below a folder; of all where none is named."""
    paths = (folder.resolve(), *files)
    name = sha256(b"\0".join(map(os.fsencode, paths))).hexdigest()[:16]
    return cache_folder() / "library" / f"{name}.sqlite"


def open_to_read(path: Path) -> sqlite3.Connection | None:
    """Open the file if it is there and of this version; nothing is made or mended.

    Raises:
        sqlite3.DatabaseError: It cannot be read.
    """
    if not path.is_file() or path.is_symlink():
        return None
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=0.0)
    if _facts(connection) == _FACTS:
        return connection
    connection.close()
    return None


def open_database(path: Path) -> sqlite3.Connection:
    """Open the file; one that is damaged or not of this version is made anew.

    Raises:
        StorageError: Its folder cannot be made, or something else stands in its place.
        sqlite3.DatabaseError: It cannot be used.
    """
    make_folder(path)
    try:
        connection = _opened(path)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        connection = None
    if connection is None:
        with _making(path):
            connection = _made(path)
    return connection


def _opened(path: Path) -> sqlite3.Connection | None:
    """The file as it is; None where it is not of this version, or not there."""
    connection = _connect(path)
    try:
        if _facts(connection) == _FACTS:
            return connection
    except sqlite3.DatabaseError:
        connection.close()
        raise
    connection.close()
    return None


def _made(path: Path) -> sqlite3.Connection:
    """The file that another program has just made, or else a new one."""
    try:
        connection = _opened(path)
    except sqlite3.DatabaseError:
        connection = None
    if connection is None:
        _make(path)
        connection = _connect(path)
    return connection


def discard_damaged(path: Path, inode: int) -> None:
    """Delete the file, unless another program has put a new one in its place.

    Args:
        path: The file.
        inode: Which file is damaged.
    """
    with _making(path):
        if inode_of(path) == inode:
            remove(path)


def inode_of(path: Path) -> int:
    """Which file is there; 0 where none is."""
    try:
        return path.stat().st_ino
    except FileNotFoundError:
        return 0


def _making(path: Path) -> AbstractContextManager[None]:
    """One program at a time removes the file and makes it anew."""
    return lock(path.with_suffix(".making"), timeout_seconds=_BUSY_SECONDS)


def make_folder(path: Path) -> None:
    """Make the folder of the index, for its user alone, and see that SQLite may write there.

    SQLite follows links, and writes into a file that has another name elsewhere.

    Raises:
        StorageError: It cannot be made, or something else stands in the place of a file.
    """
    base = path.parent.parent
    try:
        base.mkdir(mode=0o700, parents=True, exist_ok=True)
        with entered(base, (path.parent.name,), make=True, mode=0o700) as folder:
            for ending in _ENDINGS:
                _refuse_others(folder, path.with_name(path.name + ending))
    except OSError as error:
        raise storage_error(error, path) from error


def _refuse_others(folder: int, path: Path) -> None:
    status = refuse_link(folder, path.name, path)
    if status is None:
        return
    if not stat.S_ISREG(status.st_mode):
        raise StorageError(_("it is no ordinary file"), where=str(path))
    if status.st_nlink > 1:
        os.unlink(path.name, dir_fd=folder)


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
    remove(path)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, 0o600))
    connection = _connect(path)
    connection.executescript(_TABLES + SUM_TABLE)
    connection.executemany("INSERT INTO facts VALUES (?, ?)", _FACTS.items())
    connection.close()


def remove(path: Path) -> None:
    """Delete the file and those that SQLite keeps beside it; of a link only the link."""
    for ending in _ENDINGS:
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + ending).unlink()


def index_error(error: sqlite3.Error, path: Path) -> StorageError:
    """What SQLite complains about, with what helps: only a damaged index is worth deleting."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
    if code == sqlite3.SQLITE_FULL:
        what = _("the index of the library cannot be written: the disk is full")
        return StorageError(
            what, where=str(path), remedy=_("make room; the files are read instead")
        )
    what = _("the index of the library cannot be used: {reason}").format(reason=error)
    remedy = _("delete it; it is built again")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        remedy = _("see that it can be written; the files are read instead")
    return StorageError(what, where=str(path), remedy=remedy)
