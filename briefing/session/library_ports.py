"""What a library needs of the world besides its articles, as small as it can be said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from briefing.model.library_file import LibraryFile
from briefing.model.library_marks import Mark, Marks
from briefing.model.original import Original


class OriginalsPort(Protocol):
    """The bytes that a library's articles were made of."""

    def made_of(self, sha256: str) -> str | None:
        """The article that was made of bytes with this SHA-256; None where none was."""

    def came_from(self, address: str) -> str | None:
        """The article that came from an address; None where none did."""

    def keep(self, path: str, original: Original) -> None:
        """Keep the bytes of an article, where they do not lie there already.

        Raises:
            StorageError: They could not be written.
        """


class MarksPort(Protocol):
    """Where stars and read marks are kept."""

    def load(self) -> Marks:
        """All of them; none where there is no file.

        Raises:
            BriefingError: They cannot be read.
        """

    def change(self, marks: Mapping[str, Mark]) -> Marks:
        """Set the marks of some articles, by their paths, and give all as they are now.

        Raises:
            BriefingError: Nothing was written.
        """


class LibraryFilePort(Protocol):
    """What all who share a library agree on."""

    def load(self) -> LibraryFile:
        """What it says; nothing where there is no file.

        Raises:
            InputError: It cannot be read.
        """

    def change(self, update: Callable[[LibraryFile], LibraryFile]) -> LibraryFile:
        """Change what it says, as it is now, and give that.

        Raises:
            BriefingError: Nothing was written.
        """


class AttachedPort(Protocol):
    """What hangs on the articles of a library; paths are from its folder."""

    def is_touched(self, path: str, rev: str | None) -> bool:
        """Whether somebody did something with an article; also where that is not to be seen.

        Notes lie somewhere, or did, one is being typed, or it was edited by hand.

        Args:
            path: The article.
            rev: The SHA-256 of its reading text now.
        """

    def written(self, path: str) -> str | None:
        """When an article's file was last written, RFC 3339 in UTC; None where there is none."""


class TrashPort(Protocol):
    """Where the deleted articles of a library go; paths are from its folder."""

    def put(self, paths: Sequence[str], now: str) -> str:
        """Move files there, and give the name under which they can be brought back.

        Raises:
            BriefingError: One could not be moved; all are where they were.
        """

    def bring_back(self, paths: Sequence[str], name: str) -> None:
        """Move files back to where they were.

        Raises:
            BriefingError: One could not be moved.
        """

    def notes_beside(self, path: str) -> str | None:
        """The notes file beside an article; None without one."""
