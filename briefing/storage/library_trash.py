"""The trash of a library: what was deleted lies in ``.briefing/trash`` until somebody empties it.

::

    FOLDER/.briefing/trash/20261128T225501Z-4f1a/old/floods.md

A file keeps its way from the library's folder below a name of its own, so that it can go back.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefing.model.errors import StorageError
from briefing.storage.folders import entered, remove_folder
from briefing.storage.locations import NOTES_ENDING, article_name
from briefing.storage.notes_naming import is_of_another
from briefing.text.i18n import _
from briefing.text.system_words import reason

FOLDER = (".briefing", "trash")
"""The way from a library's folder to its trash."""


@dataclass(frozen=True, slots=True)
class LibraryTrash:
    """The trash of one library."""

    folder: Path
    """The library's folder."""

    def put(self, paths: Sequence[str], now: str) -> str:
        """Move files there, all under one name.

        Args:
            paths: The files, from the library's folder.
            now: The present time, RFC 3339 in UTC.

        Returns:
            The name, for `bring_back`.

        Raises:
            StorageError: One could not be moved; those before it have been brought back.
        """
        name = f"{now.replace('-', '').replace(':', '')}-{secrets.token_hex(2)}"
        moved: list[str] = []
        try:
            for path in paths:
                self._move(_parts(path), (*FOLDER, name, *_parts(path)))
                moved.append(path)
        except StorageError:
            self.bring_back(moved, name)
            raise
        return name

    def bring_back(self, paths: Sequence[str], name: str) -> None:
        """Move files back to where they were.

        Raises:
            StorageError: One could not be moved: another file has its name by now.
        """
        for path in paths:
            parts = _parts(path)
            self._move((*FOLDER, name, *parts), parts)
            for count in range(len(parts) - 1, -1, -1):
                remove_folder(self.folder, *FOLDER, name, *parts[:count])

    def notes_beside(self, path: str) -> str | None:
        """The notes file beside an article, both from the library's folder; None without one.

        That of another article of the same name stays where it is.
        """
        article = PurePosixPath(path)
        names = (f"{each}{NOTES_ENDING}" for each in (article.name, article_name(Path(path))))
        beside = (article.with_name(name) for name in names)
        found = next((each for each in beside if (self.folder / each).is_file()), None)
        if found is None or is_of_another(self.folder / found, self.folder / article):
            return None
        return str(found)

    def _move(self, start: tuple[str, ...], end: tuple[str, ...]) -> None:
        where = self.folder.joinpath(*start)
        try:
            with (
                entered(self.folder, start[:-1]) as here,
                entered(self.folder, end[:-1], make=True) as there,
            ):
                _refuse_another(there, end[-1])
                os.rename(start[-1], end[-1], src_dir_fd=here, dst_dir_fd=there)
        except FileExistsError as error:
            what = _("another file has this name by now")
            remedy = _("it stays in {folder}").format(folder=where.parent)
            raise StorageError(
                what, where=str(self.folder.joinpath(*end)), remedy=remedy
            ) from error
        except OSError as error:
            what = _("this could not be moved: {reason}").format(reason=reason(error))
            raise StorageError(what, where=str(where)) from error


def _parts(path: str) -> tuple[str, ...]:
    return PurePosixPath(path).parts


def _refuse_another(folder: int, name: str) -> None:
    """Raise where a name is taken: renaming would take away what has it."""
    with suppress(FileNotFoundError):
        os.stat(name, dir_fd=folder, follow_symlinks=False)
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
