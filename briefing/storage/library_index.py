"""What a library's documents say, in one SQLite file of the user's cache folder.

It can be deleted at any time and is built again without anyone asking. Texts are not kept in it,
only which words stand where: a hit is always looked up in the document itself.

::

    replaced    which text a document had before, until it is told what that means for others
    documents   one row a document: state of its files, what is shown of it, and which states
                its text names; nothing while that was not looked for
    words       FTS5 without content: title, text and notes of a document under its row's number

A document that is read again gets a new number. The words under its old one go nowhere any more;
they are swept out when there are more of them than a quarter.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from briefing.model.errors import StorageError
from briefing.model.library import Entry, FileState, Indexed
from briefing.model.query import Query
from briefing.storage.library_connection import IndexFile
from briefing.storage.library_database import NEWEST_FIRST, index_path, make_folder
from briefing.storage.library_kept import (
    NO_FAULT,
    entry_of,
    is_state,
    states_text,
)
from briefing.storage.library_keys import key_of, path_of
from briefing.storage.library_put import put_document
from briefing.storage.library_quoted import likeliest
from briefing.storage.library_rows import tests_of
from briefing.storage.locking import lock
from briefing.text.fold import fold_text
from briefing.text.i18n import _

_SWEPT_SHARE, _SWEPT_LEAST = 4, 1_000
"""The words of documents that are gone are swept out when they are a quarter, and so many."""

_NEAREST = 24
"""Documents that are compared with a quotation."""
_FIRST = 40
"""Documents that are asked for first: the others are in order only after thirty times as long."""
_READ_AT_ONCE = 500
"""Documents that are read in one go; SQLite takes 32,766 question marks."""
_VOCABULARY = """
CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'words', 'row')
"""


class LibraryIndex:
    """The index of one library.

    Reading needs no lock; of several programs one at a time writes, the others go on reading.

    Args:
        path: The SQLite file. It is made, with its folders, when the first document is put in.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        """Where it lies."""
        self._frequencies: dict[str, int] = {}
        self._file = IndexFile(path, self._frequencies.clear)

    @classmethod
    def of(cls, folder: Path) -> LibraryIndex:
        """The index of the library in a folder."""
        return cls.of_files(folder, ())

    @classmethod
    def of_files(cls, folder: Path, files: Iterable[Path]) -> LibraryIndex:
        """The index of some files below a folder; of all where none is named."""
        return cls(index_path(folder, files))

    def compare(self) -> None:
        """See that it says what was written, once: SQLite alone does not notice.

        Raises:
            StorageError: It does not; it is deleted, and built anew.
        """
        self._file.compare()

    def close(self) -> None:
        """Let the file go."""
        self._file.close()

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the right to write while the block runs.

        Raises:
            BusyError: Another program is writing.
            StorageError: The file cannot be written.
        """
        make_folder(self.path)
        with lock(self.path.with_suffix(".lock"), timeout_seconds=0.0):
            yield
            self._file.shorten_log()

    def unlike(self, found: Mapping[str, FileState]) -> tuple[list[str], list[str]]:
        """Which of some documents were not read in just these states, and which others were read.

        Both by their paths, the first in the order given.
        """
        wanted = {key_of(path): state for path, state in found.items()}
        rows = self._file.ask("SELECT path, state FROM documents")
        same = {path_of(key) for key, kept in rows if key in wanted and is_state(kept, wanted[key])}
        others = [path_of(key) for key, _kept in rows if key not in wanted]
        return [path for path in found if path not in same], others

    def known(self, found: Mapping[str, FileState]) -> set[str]:
        """The paths of those documents that were read in just these states."""
        wanted = {key_of(path): state for path, state in found.items()}
        rows = self._some("path, state", "path", list(wanted))
        return {path_of(key) for key, kept in rows if is_state(kept, wanted[key])}

    def entries(self) -> list[Entry]:
        """All documents, by path."""
        return list(self._entries("1", ()))

    def newest(self, most: int) -> list[Entry]:
        """The documents that were published last, at most so many, in the order of a list."""
        rows = self._file.ask(f"SELECT id FROM documents {NEWEST_FIRST} LIMIT ?", (most,))  # noqa: S608
        return list(self._numbered([number for (number,) in rows]))

    def put_since(self, number: int) -> tuple[int, list[Entry]]:
        """The documents that were put in since it gave a number, 0 at first, and the number now."""
        [(last,)] = self._file.ask("SELECT coalesce(max(id), 0) FROM documents")
        begin = number if number <= last else 0  # it was built anew
        rows = self._file.ask("SELECT id FROM documents WHERE id > ? AND id <= ?", (begin, last))
        return last, list(self._numbered([found for (found,) in rows]))

    def candidates(
        self,
        query: Query,
        rest: Callable[[], object] = lambda: None,
        is_wanted: Callable[[], bool] = lambda: True,
    ) -> Iterator[Entry]:
        """The documents for which a query may hold, by path: all for which it does, and some more.

        Of its conditions only the states are looked at. The index is compared behind the last one:
        each is looked up in its file, so a damaged index can only have left some out.
        """
        opening = self._file.opening
        tests, values = tests_of(query)
        yield from self._entries(" AND ".join(tests) or "1", values)
        rest()
        self._file.compare(is_wanted)
        if self._file.opening != opening:
            raise StorageError(_("the index was made anew meanwhile"), where=str(self.path))

    def faulty(self) -> list[Entry]:
        """The documents that cannot be read, or whose notes file cannot."""
        return list(self._entries("substr(entry, ?) <> ?", (-len(NO_FAULT), NO_FAULT)))

    def unanalysed(self, most: int) -> list[Entry]:
        """Some documents in whose texts states were not looked for since they were read."""
        rows = self._file.ask("SELECT id FROM documents WHERE states IS NULL LIMIT ?", (most,))
        return list(self._numbered([number for (number,) in rows]))

    @property
    def unanalysed_count(self) -> int:
        """How many such documents there are."""
        [(count,)] = self._file.ask("SELECT count(*) FROM documents WHERE states IS NULL")
        return int(count)

    def put_states(self, found: Iterable[Entry]) -> None:
        """Keep the states of documents whose texts are still the same; errors as in `put`."""
        rows = [(states_text(entry), key_of(entry.path), entry.rev) for entry in found]
        with self._file.changing() as connection:
            connection.executemany(
                "UPDATE documents SET states = ? WHERE path = ? AND rev IS ?", rows
            )

    def sharing(self, pieces: Sequence[Sequence[str]]) -> list[tuple[str, float]]:
        """The paths of the documents that most likely hold a quotation, the likeliest first."""
        self.compare()
        sql = "SELECT path FROM documents WHERE id = ?"
        rows = (
            (self._file.ask(sql, (number,)), likely) for number, likely in likeliest(pieces, self)
        )
        known = ((path_of(row[0][0]), likely) for row, likely in rows if row)
        return list(islice(known, _NEAREST))

    def count(self) -> int:
        """How many documents there are."""
        [(count,)] = self._file.ask("SELECT count(*) FROM documents")
        return int(count)

    def frequency(self, word: str) -> int:
        """In about how many documents a word stands."""
        word = fold_text(word, accents=True)
        if word not in self._frequencies:
            if not self._frequencies:
                self._file.ask(_VOCABULARY)
            rows = self._file.ask("SELECT doc FROM vocabulary WHERE term = ?", (word,))
            self._frequencies[word] = rows[0][0] if rows else 0
        return self._frequencies[word]

    def matching(self, match: str, most: int) -> list[int]:
        """The numbers of at most so many documents; some may be of documents that are gone."""
        rows = self._file.ask("SELECT rowid FROM words WHERE words MATCH ? LIMIT ?", (match, most))
        return [row for (row,) in rows]

    def put(self, documents: Iterable[Indexed]) -> None:
        """Take documents in, all at once; those of the same path are replaced.

        Raises:
            StorageError: They could not be written; the index is as it was.
        """
        with self._file.changing() as connection:
            for document in documents:
                put_document(connection, document)

    def remove(self, paths: Iterable[str]) -> None:
        """Forget documents; errors as in `put`."""
        self._delete("documents", paths)

    def replaced(self) -> dict[str, str]:
        """The documents with another text than when this was settled last, by their paths.

        Each comes with the SHA-256 of the text that it had then.
        """
        rows = self._file.ask(
            "SELECT path, replaced.rev FROM replaced JOIN documents USING (path)"
            " WHERE documents.rev IS NOT replaced.rev"
        )
        return {path_of(key): rev for key, rev in rows}

    def settle(self, paths: Iterable[str]) -> None:
        """What was to be said of documents that were replaced is said; errors as in `put`."""
        self._delete("replaced", paths)

    def _delete(self, table: str, paths: Iterable[str]) -> None:
        rows = [(key_of(path),) for path in paths]
        with self._file.changing() as connection:
            connection.executemany(f"DELETE FROM {table} WHERE path = ?", rows)  # noqa: S608 - ours

    @property
    def needs_sweeping(self) -> bool:
        """Whether so many documents were replaced that it had better be built anew."""
        [(kept, given)] = self._file.ask("SELECT count(*), coalesce(max(id), 0) FROM documents")
        return bool(given - kept > max(given // _SWEPT_SHARE, _SWEPT_LEAST))

    def discard(self) -> None:
        """Delete it; it is built anew from the files."""
        self._file.discard()

    def _entries(self, test: str, values: Sequence[object]) -> Iterator[Entry]:
        """Documents by path; read some at a time, for there may be many and few be looked at."""
        sql = f"SELECT id, path FROM documents WHERE ({test})"  # noqa: S608 - ours
        first = self._file.ask(f"{sql} ORDER BY path LIMIT {_FIRST}", values)
        yield from self._numbered([number for number, _path in first])
        if len(first) == _FIRST:
            last = first[-1][1]
            rows = self._file.ask(f"{sql} AND path > ? ORDER BY path", (*values, last))
            yield from self._numbered([number for number, _path in rows])

    def _numbered(self, numbers: Sequence[int]) -> Iterator[Entry]:
        """The documents of some numbers, in their order; those that have gone are left out."""
        for first in range(0, len(numbers), _READ_AT_ONCE):
            some = numbers[first : first + _READ_AT_ONCE]
            found = self._some("id, entry, states", "id", some)
            rows = {number: (entry, states) for number, entry, states in found}
            for entry, states in (rows[number] for number in some if number in rows):
                try:
                    known = entry_of(entry, states)
                except ValueError as error:
                    raise self._file.damaged(error) from error
                yield known

    def _some(self, columns: str, name: str, values: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        """Columns of the documents of which one has some values."""
        for first in range(0, len(values), _READ_AT_ONCE):
            some = values[first : first + _READ_AT_ONCE]
            marks = ", ".join("?" * len(some))
            sql = f"SELECT {columns} FROM documents WHERE {name} IN ({marks})"  # noqa: S608 - ours
            yield from self._file.ask(sql, some)
