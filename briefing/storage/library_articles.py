"""The articles of a library as files, which it writes itself when something comes in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefing.model.errors import InputError, StorageError
from briefing.model.version import Incoming
from briefing.storage.atomic import NewContent, write_together
from briefing.storage.locking import lock
from briefing.storage.notes_locks import BESIDE
from briefing.storage.notes_texts import prune
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

    def is_there(self, path: str) -> bool:
        """Whether an article has a file."""
        return (self.folder / path).is_file()

    def take(self, incoming: Sequence[Incoming]) -> None:
        """Keep texts as versions, and write the articles; each article once.

        All are on the disk before the first one is in its place; an article is there before the
        list of its versions tells of its text. So a version without an article is one that was
        removed, and never one whose writing was cut short.

        Raises:
            InputError: The versions of one cannot be read.
            StorageError: One could not be written. Those before it may be in their places; what was
                there is whole.
        """
        by_folder = defaultdict(list)
        for each in incoming:
            by_folder[PurePosixPath(each.path).parent].append(each)
        for folder, those in by_folder.items():
            lock_file = self.folder.joinpath(folder, *BESIDE)
            with lock(lock_file, below=self.folder, is_removed=True):
                self._take_locked(those)

    def _take_locked(self, incoming: Sequence[Incoming]) -> None:
        """Take in articles of one folder, whose lock is held."""
        kept = [
            self.versions(each.path).with_one_more(each.version, each.text)
            for each in incoming
            if each.version is not None
        ]
        articles = (
            NewContent(self.folder / each.path, each.markdown.encode("utf-8"))
            for each in incoming
            if each.markdown is not None
        )
        texts = {file.path: file for one in kept for file in one.texts}
        lists = (file for one in kept for file in one.lists)
        write_together([*texts.values(), *articles, *lists], below=self.folder)
        for one in kept:
            prune(one.folder, one.gone)

    def versions(self, path: str) -> VersionStore:
        """The texts that an article has been."""
        return VersionStore(self.folder / path)
