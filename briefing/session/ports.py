"""What a session needs of the world, as small as it can be said.

Each port has one real adapter in `storage` and one fake in the tests.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from briefing.model.errors import Fault
from briefing.model.feed import FeedPage, FeedState, Validators
from briefing.model.left_behind import Brought, LeftBehind
from briefing.model.note import Notes
from briefing.model.original import Original
from briefing.model.source import Fingerprint, Source
from briefing.model.version import Incoming, LastReading, Version, Versions


class NotesPort(Protocol):
    """Where the notes of one article are kept."""

    @property
    def path(self) -> Path:
        """The file the notes are saved in."""

    @property
    def refusal(self) -> str | None:
        """Why nothing may be saved here, in one line; None where saving is possible."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What the last save could not do although the notes themselves are on disk."""

    def load(self) -> Notes:
        """Read the notes; empty when there is no file.

        Raises:
            InputError: The file cannot be read as notes.
        """

    def save(self, notes: Notes, texts: Mapping[str, str] = ...) -> Notes:
        """Write the notes, merged with what others wrote since the last load or save.

        Args:
            notes: What should be there.
            texts: The texts of revisions that should be kept, by their SHA-256.

        Returns:
            What is on disk now.

        Raises:
            StorageError: Nothing was written; the file is as it was. Its cause is an `InputError`
                where the file has become unreadable.
        """

    def has_changed(self) -> bool:
        """Whether the file is not the one last read or written. Cheap."""

    def text(self, sha256: str) -> str | None:
        """The text of a revision, where it was kept."""

    def copies(self) -> tuple[Path, ...]:
        """Copies of the file that lie beside it since a sync program met two changes of it."""

    def left_behind(self, rev: str) -> Iterable[LeftBehind]:
        """What may be the article's own, from when its file had another name or place.

        Args:
            rev: The SHA-256 of its text. What names it is surely its own.
        """

    def bring(self, left: LeftBehind) -> Brought:
        """Let what was left behind come to the article, where nothing lies yet.

        Raises:
            InputError: It cannot be read; it stays where it is.
            StorageError: It could not be written; it stays where it is.
        """

    def aside(self) -> NotesPort:
        """A place beside a file that cannot be read, which is never overwritten."""


class VersionsPort(Protocol):
    """The texts that an article has been: those that were added, fetched or annotated."""

    def load(self) -> Versions:
        """What is kept; nothing where there is no file.

        Raises:
            InputError: It cannot be read.
        """

    def text(self, rev: str) -> str | None:
        """The text of a version; None where it was not kept."""

    def keep(self, version: Version, text: str | None, needed: Collection[str] = ...) -> Versions:
        """Keep a version with its text; a text that is known keeps its earlier date.

        Args:
            version: What comes.
            text: Its text; None where it lies there already.
            needed: The texts that notes refer to: they are never pruned.

        Raises:
            InputError: What is there cannot be read, and stays.
            StorageError: Nothing was written.
        """


class ArticleFilesPort(Protocol):
    """The articles of a library, by their paths from its folder."""

    def load(self, path: str) -> str | None:
        """An article's file, without carriage returns; None where there is none.

        Raises:
            InputError: It cannot be read.
        """

    def is_there(self, path: str) -> bool:
        """Whether an article has a file."""

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

    def versions(self, path: str) -> VersionsPort:
        """The texts that an article has been."""


class FeedServersPort(Protocol):
    """The servers of feeds."""

    def fetch(
        self, url: str, validators: Validators, named_by: str | None = None
    ) -> FeedPage | None:
        """Ask for a feed; None where nothing changed since the validators came.

        Args:
            url: Its address.
            validators: What came with its last answer.
            named_by: The page on the web that named it; None: the user did.

        Raises:
            SlowServerError: It was waited for in vain.
            FeedRefusalError: The server wants to be left alone.
            InputError: There is no answer, or none that can be read.
        """

    def page(self, url: str, named_by: str) -> Original:
        """Fetch the page behind an item of a feed; errors as for `fetch`."""


class FeedStatesPort(Protocol):
    """How the asking for feeds went, by their addresses."""

    def load(self, url: str) -> FeedState:
        """How it stands with a feed; a fresh state where nothing is known."""

    def save(self, states: Mapping[str, FeedState]) -> None:
        """Remember how it stands with feeds, by their addresses.

        Raises:
            StorageError: It could not be written.
        """

    def forget(self, url: str) -> None:
        """Remove what is known of a feed, where something is."""

    def alone(self) -> AbstractContextManager[None]:
        """Hold off other programs that would update the same feeds at the same time.

        Raises:
            BusyError: One does, and goes on for too long.
        """


class LastReadingPort(Protocol):
    """The text that the reader read last, in a place that is nobody else's."""

    def load(self) -> LastReading | None:
        """What was read last; None where nothing is known."""

    def save(self, reading: LastReading) -> None:
        """Keep a reading in the place of the one before.

        Raises:
            StorageError: It could not be written.
        """


class FilesPort(Protocol):
    """The files that articles come from."""

    def load_again(self, source: Source) -> Source:
        """Read the file of a source again; standard input stays what it was.

        Raises:
            InputError: It cannot be read now.
            NotFoundError: It is gone.
        """

    def bytes_of(self, path: Path) -> bytes:
        """What a file holds; errors as for `load_again`."""

    def fingerprint(self, path: Path) -> Fingerprint | None:
        """The state of a file, to see whether it changed; None while it is not there. Cheap."""


class ClockPort(Protocol):
    """Time and chance."""

    def now(self) -> str:
        """The present second: RFC 3339 in UTC, ending in Z."""

    def new_id(self) -> str:
        """A note id that nobody has: a letter, then letters and digits."""
