"""The file of a library on the disk: ``.briefing/library.yaml`` in the library's own folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from briefing.model.errors import InputError, StorageError
from briefing.model.library_file import LibraryFile
from briefing.notes.library_file import format_library, parse_library
from briefing.storage.atomic import write_atomically
from briefing.storage.locking import lock
from briefing.storage.notes_locks import BESIDE
from briefing.storage.plain_files import read
from briefing.text.decoding import decode_text

NAME = (".briefing", "library.yaml")
"""The way from a library's folder to its file."""


@dataclass(frozen=True, slots=True)
class LibraryFileStore:
    """The file of one library; several programs may change it at once."""

    folder: Path
    """The library's folder."""

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder.joinpath(*NAME)

    def load(self) -> LibraryFile:
        """What it says; nothing where there is no file.

        Raises:
            InputError: It cannot be read; a `FormatError` names the line.
        """
        try:
            content = read(self.path, below=self.folder)
        except StorageError as error:
            raise InputError(error.what, where=error.where, remedy=error.remedy) from error
        if content is None or not content.data.strip():
            return LibraryFile()
        return parse_library(decode_text(content.data, str(self.path)), where=str(self.path))

    def change(self, update: Callable[[LibraryFile], LibraryFile]) -> LibraryFile:
        """Change what it says, as it is now; where nothing changes, nothing is written.

        Args:
            update: Gives what the file is to say, of what it says.

        Returns:
            What it says now.

        Raises:
            InputError: It cannot be read; it stays as it is.
            StorageError: It could not be written; what was there is whole.
        """
        with lock(self.folder.joinpath(*BESIDE), below=self.folder, is_removed=True):
            before = self.load()
            now = update(before)
            if now != before:
                data = format_library(now).encode("utf-8", "replace")
                write_atomically(self.path, data, below=self.folder, make_folder=True)
        return now
