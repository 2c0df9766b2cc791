"""The versions of an article on the disk, beside it under ``.briefing``, and one's last reading.

::

    FOLDER/.briefing/versions/FULL FILE NAME.yaml    which texts the article has been
    FOLDER/.briefing/texts/SHA256.txt                those texts, shared with the notes
    STATE/readings/NAME.json                         the text that was read last, for nobody else

Only what was added, fetched or annotated is a version: reading writes nothing beside an article.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.model.errors import BriefingError, Fault, InputError, StorageError
from briefing.model.note import SHA256, Notes
from briefing.model.version import Arrival, LastReading, Version, Versions
from briefing.notes.versions import (
    format_versions,
    merge_versions,
    parse_versions,
    with_version,
)
from briefing.storage.atomic import PRIVATE, NewContent, write_atomically
from briefing.storage.folders import remove
from briefing.storage.locations import fitting_name, state_folder
from briefing.storage.locking import lock
from briefing.storage.notes_locks import BESIDE
from briefing.storage.notes_texts import (
    VERSIONS,
    new_text,
    prune,
    read_text,
    referred,
    write_texts,
)
from briefing.storage.plain_files import Content, read
from briefing.text.decoding import decode_text
from briefing.text.revisions import revision_of

MAX_READING_BYTES = 32 * 1024 * 1024
"""A longer text is not kept as the last reading."""
MAX_READINGS_BYTES = 256 * 1024 * 1024
"""How much all last readings may take; the oldest go first."""


@dataclass(frozen=True, slots=True)
class OneMore:
    """What has to be written so that an article has one more version."""

    folder: Path
    """The article's folder."""
    texts: tuple[NewContent, ...]
    """Its text, where that does not lie there already."""
    lists: tuple[NewContent, ...]
    """The versions file, where that changes."""
    gone: frozenset[str]
    """The texts that are no versions any more."""


@dataclass(frozen=True, slots=True)
class VersionStore:
    """The versions of one article."""

    article: Path
    """The article's file; its folder takes the versions."""

    @property
    def path(self) -> Path:
        """The versions file."""
        return self.article.parent.joinpath(*VERSIONS, fitting_name(self.article.name, ".yaml"))

    def load(self) -> Versions:
        """What is kept; nothing where there is no file.

        Raises:
            InputError: It cannot be read; a `FormatError` names the line.
        """
        content = self._read()
        if content is None or not content.data.strip():
            return Versions(self.article.name)
        text = decode_text(content.data, str(self.path))
        return parse_versions(text, where=str(self.path), article=self.article.name)

    def text(self, rev: str) -> str | None:
        """The text of a version; None where it was not kept."""
        return read_text(self.article.parent, rev)

    def keep(self, version: Version, text: str | None, needed: Collection[str] = ()) -> Versions:
        """Keep a version with its text, and let those go that nobody needs.

        Args:
            version: What comes; a text that is known keeps its earlier date.
            text: Its text; None where it lies there already.
            needed: The texts that notes refer to.

        Returns:
            What is kept now.

        Raises:
            InputError: The file cannot be read; it stays as it is.
            StorageError: It could not be written; what was there is whole.
        """
        folder = self.article.parent
        with lock(folder.joinpath(*BESIDE), below=folder, is_removed=True):
            return self.keep_locked(version, text, needed)

    def keep_locked(
        self, version: Version, text: str | None, needed: Collection[str] = ()
    ) -> Versions:
        """Keep a version as `keep` does, for whoever holds the lock already."""
        before = self.load()
        now = with_version(before, version, needed)
        if text is not None:
            faults = write_texts(self.article.parent, {version.rev: text}, {version.rev}, set())
            for fault in faults:
                raise StorageError(fault.what, where=fault.where, remedy=fault.remedy)
        if now != before:
            data = format_versions(now).encode("utf-8")
            write_atomically(self.path, data, below=self.article.parent, make_folder=True)
            gone = {item.rev for item in before.versions} - {item.rev for item in now.versions}
            prune(self.article.parent, gone)
        return now

    def with_one_more(self, version: Version, text: str) -> OneMore:
        """What has to be written so that a version is kept, for whoever writes much at once.

        Args:
            version: What comes; a text that is known keeps its earlier date.
            text: Its text.

        Raises:
            InputError: The file cannot be read.
            StorageError: The text cannot be written.
        """
        folder, before = self.article.parent, self.load()
        now = with_version(before, version)
        data = format_versions(now).encode("utf-8")
        return OneMore(
            folder,
            new_text(folder, version.rev, text),
            () if now == before else (NewContent(self.path, data),),
            frozenset({each.rev for each in before.versions} - {each.rev for each in now.versions}),
        )

    def take_in(self, others: Versions, texts: Mapping[str, str]) -> None:
        """Keep all versions of a file that was kept under another name, with their texts.

        Raises:
            InputError: The file cannot be read; it stays as it is.
            StorageError: It could not be written; what was there is whole.
        """
        folder = self.article.parent
        with lock(folder.joinpath(*BESIDE), below=folder, is_removed=True):
            merged = merge_versions(self.load(), others)
            for fault in write_texts(folder, texts, set(texts), set()):
                raise StorageError(fault.what, where=fault.where, remedy=fault.remedy)
            data = format_versions(replace(merged, article=self.article.name)).encode("utf-8")
            write_atomically(self.path, data, below=folder, make_folder=True)

    def _read(self) -> Content | None:
        try:
            return read(self.path, below=self.article.parent)
        except StorageError as error:
            raise InputError(error.what, where=error.where, remedy=error.remedy) from error


class AnnotatedTexts:
    """Lets the texts that notes are made on be versions of their article."""

    def __init__(self, document: Path | None) -> None:
        """For the notes of an article; None for one without a file of its own."""
        self._store = None if document is None else VersionStore(document)
        self._known: set[str] = set()

    def keep(self, folder: Path, notes: Notes, texts: Mapping[str, str]) -> tuple[Fault, ...]:
        """Keep versions for whoever holds the lock of the folder.

        Args:
            folder: Where the notes lie; elsewhere than beside the article nothing is kept.
            notes: The notes as they were saved.
            texts: The texts that were saved with them, by their SHA-256.

        Returns:
            What could not be kept: the notes themselves are on the disk.
        """
        if self._store is None or self._store.article.parent != folder:
            return ()
        for item in notes.revisions:
            if item.sha256 in texts.keys() - self._known:
                version = Version(item.sha256, item.date, Arrival.ANNOTATED)
                try:
                    self._store.keep_locked(version, None, referred(notes))
                except BriefingError as error:
                    return (Fault.of(error),)
                self._known.add(item.sha256)
        return ()


@dataclass(frozen=True, slots=True)
class LastReadings:
    """The text that a reader read last of one article, in the user's own folder."""

    path: Path
    """The file."""

    @classmethod
    def of(cls, state: Path) -> LastReadings:
        """Those of the article whose place is kept in a file; nothing is created."""
        return cls(state_folder() / "readings" / state.name)

    def load(self) -> LastReading | None:
        """What was read last; None where nothing is known, or it is damaged."""
        try:
            content = read(self.path, below=state_folder())
            found = json.loads(b"" if content is None else content.data)
            rev, date, text = (found[key] for key in ("rev", "date", "text"))
        except (BriefingError, ValueError, KeyError, TypeError, RecursionError):
            return None
        if not all(isinstance(each, str) for each in (rev, date, text)):
            return None
        is_whole = SHA256.fullmatch(rev) and revision_of(text) == rev
        return LastReading(rev, date, text) if is_whole else None

    def save(self, reading: LastReading) -> None:
        """Keep a reading in the place of the one before; too long a text is not kept.

        Raises:
            StorageError: It could not be written.
        """
        said = {"format": 1, "rev": reading.rev, "date": reading.date, "text": reading.text}
        data = json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")
        if len(data) > MAX_READING_BYTES:
            remove(state_folder(), "readings", self.path.name)
            return
        write_atomically(self.path, data, below=state_folder(), make_folder=True, mode=PRIVATE)
        self._make_room()

    def _make_room(self) -> None:
        """Remove the oldest readings where all together are too much. Never fails."""
        with contextlib.suppress(OSError):
            statuses = [(path.lstat(), path) for path in self.path.parent.glob("*.json")]
            newest_first = sorted(statuses, key=lambda item: item[0].st_mtime_ns, reverse=True)
            total = 0
            for status, path in newest_first:
                total += status.st_size
                if total > MAX_READINGS_BYTES and path != self.path:
                    remove(state_folder(), "readings", path.name)
