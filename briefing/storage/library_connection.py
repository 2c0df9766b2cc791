"""Questions to the SQLite file of a library's index, and changes of it, whatever becomes of it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from briefing.model.errors import StorageError
from briefing.storage.library_database import (
    discard_damaged,
    index_error,
    inode_of,
    open_database,
    remove,
)
from briefing.storage.library_sums import compare_kept, compare_sums, forget_sums

_LONG_LOG = 1024 * 1024
"""Bytes."""


class IndexFile:
    """The file, open while it is needed; one that is damaged, or has gone, is built anew.

    Args:
        path: Where it lies. It is made, with its folders, when it is asked for the first time.
        when_closed: Called when what was asked of it may not hold any more.
    """

    def __init__(self, path: Path, when_closed: Callable[[], object]) -> None:
        self.path = path
        """Where it lies."""
        self._when_closed = when_closed
        self._connection: sqlite3.Connection | None = None
        self._inode = 0
        self._openings = 0
        self._is_compared = False

    def close(self) -> None:
        """Let the file go; it is opened again by itself."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
            self._is_compared = False
            self._when_closed()

    def discard(self) -> None:
        """Delete it."""
        self.close()
        remove(self.path)

    def ask(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows of a question; a damaged file is built anew, and knows nothing yet.

        Raises:
            StorageError: It cannot be read.
        """
        for is_last in (False, True):
            try:
                return self._opened().execute(sql, values).fetchall()
            except sqlite3.DatabaseError as error:
                if is_last or not self._can_go_on(error):
                    raise index_error(error, self.path) from error
        return []

    @property
    def opening(self) -> int:
        """A number that is another one once the file was opened anew, which may be another file.

        Raises:
            StorageError: It cannot be opened.
        """
        self.ask("SELECT 1")
        return self._openings

    def compare(self, is_wanted: Callable[[], bool] = lambda: True) -> None:
        """See that all is as it was written, unless that was seen since the file was opened.

        Args:
            is_wanted: Asked now and then; once it says no, it is left to the next time.

        Raises:
            StorageError: It is not; the file is deleted.
        """
        with self._telling():
            connection = self._opened()
            self._is_compared = self._is_compared or compare_sums(connection, is_wanted)

    @contextlib.contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """Change it, all at once.

        Raises:
            StorageError: It could not be written; it is as it was.
        """
        with self._telling():
            connection = self._opened()
            if not self._is_compared:
                self._is_compared = compare_kept(connection)
            connection.execute("BEGIN IMMEDIATE")
            with connection:
                forget_sums(connection)
                yield connection

    def shorten_log(self) -> None:
        """Move what was written from SQLite's log into the file, where the log is long.

        SQLite would keep a log of its greatest length until the last program closes the index.
        """
        log = self.path.with_name(f"{self.path.name}-wal")
        with contextlib.suppress(OSError, sqlite3.Error):
            if self._connection is not None and log.stat().st_size > _LONG_LOG:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        """Say in one line what SQLite complains about; a damaged file is deleted."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            self._can_go_on(error)
            raise index_error(error, self.path) from error

    def damaged(self, error: Exception) -> StorageError:
        """What is to be told of a row that SQLite has not found fault with; the file is deleted."""
        found = sqlite3.DatabaseError(str(error))
        self._can_go_on(found)
        return index_error(found, self.path)

    def _can_go_on(self, error: sqlite3.DatabaseError) -> bool:
        """Whether it may be opened again: it is damaged, or another program has made it anew."""
        is_sqlite = hasattr(error, "sqlite_errorcode")  # else Python cannot read what is there
        is_damaged = not (is_sqlite and isinstance(error, sqlite3.OperationalError))
        has_gone = inode_of(self.path) != self._inode
        if is_damaged:
            self.close()
            discard_damaged(self.path, self._inode)
        elif getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_IOERR and has_gone:
            self.close()
        else:
            return False
        return True

    def _opened(self) -> sqlite3.Connection:
        if self._connection is not None and inode_of(self.path) != self._inode:
            self.close()  # another program has made it anew
        if self._connection is None:
            self._connection = open_database(self.path)
            self._inode = inode_of(self.path)
            self._openings += 1
        return self._connection
