"""The articles of a library as files, which it writes itself when something comes in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefing.model.errors import InputError, StorageError
from briefing.storage.atomic import write_atomically
from briefing.storage.plain_files import read
from briefing.storage.versions import VersionStore
from briefing.text.decoding import decode_text


@dataclass(frozen=True, slots=True)
class LibraryArticles:
    """The articles below a folder; a link on the way to one is refused."""

    folder: Path
    """The library's folder."""

    def load(self, path: str) -> str | None:
        """An article's file, without carriage returns; None where there is none.

        Raises:
            InputError: It cannot be read.
        """
        try:
            content = read(self.folder / path, below=self.folder)
        except StorageError as error:
            raise InputError(error.what, where=error.where, remedy=error.remedy) from error
        if content is None:
            return None
        return decode_text(content.data, str(self.folder / path)).replace("\r", "")

    def save(self, path: str, text: str) -> None:
        """Write an article's file, and the folders that it lies in.

        Raises:
            StorageError: It could not be written; what was there is whole.
        """
        data = text.encode("utf-8")
        write_atomically(self.folder / path, data, below=self.folder, make_folder=True)

    def versions(self, path: str) -> VersionStore:
        """The texts that an article has been."""
        return VersionStore(self.folder / path)
