"""Where the notes of one article are kept: a file that people, editors and git may change too.

A save holds a lock, reads the file again, merges what others wrote meanwhile, checks that what it
will write can be read, and replaces the file whole. What cannot be read is never overwritten.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.model.errors import Fault, InputError, StorageError
from briefing.model.note import Notes
from briefing.notes.format import NotesFile, format_notes
from briefing.notes.merge import merge
from briefing.notes.parse import parse_notes
from briefing.notes.read_back import read_back, tidy
from briefing.notes.writer import FORMAT, encodable
from briefing.storage import notes_backups
from briefing.storage.atomic import remove_leftovers, storage_error, write_atomically
from briefing.storage.notes_copies import copies_of
from briefing.storage.notes_home import check_link, check_owner, real_file, real_folder
from briefing.storage.notes_locks import locked
from briefing.storage.notes_texts import prune, read_text, referred, write_texts
from briefing.storage.plain_files import Content, Stamp, read, stamp
from briefing.storage.versions import AnnotatedTexts
from briefing.text.decoding import decode_text
from briefing.text.i18n import _

_ATTEMPTS = 3
"""How often a save begins anew because an editor wrote meanwhile."""
_NO_TEXTS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class _Seen:
    """A state of the file."""

    file: NotesFile | None = None
    """What it says; None where there is none, or an empty one."""
    digest: bytes | None = None
    """A hash of its bytes."""
    stamp: Stamp | None = None
    """Which file it was; None where there was none."""


class NotesStore:
    """The notes of one article.

    Args:
        path: The notes file. It need not be there; nothing is written before the first note.
        state_folder: Takes the lock and the backups.
        article: The article's file name without its ending.
        title: The article's title, if it has one.
        language: The article's language, if it is known.
        document: The article's file, if it has one whose versions lie beside it.
    """

    def __init__(
        self,
        path: Path,
        *,
        state_folder: Path,
        article: str,
        title: str | None,
        language: str | None,
        document: Path | None = None,
    ) -> None:
        self.path = path
        """Where the notes are saved."""
        self.faults: tuple[Fault, ...] = ()
        """What the last save could not do although the notes themselves are on disk."""
        self._state_folder = state_folder
        self._empty = Notes(
            encodable(article), None if title is None else encodable(title), language
        )
        # What the caller was given last. A save that fails leaves it alone: what it has read
        # meanwhile the caller does not know, and would seem to have removed.
        self._seen = _Seen()
        self._refusal: str | None = None
        self._kept: set[str] = set()
        self._document = document
        self._annotated = AnnotatedTexts(document)
        # A folder that was there and is not any more is no place for new notes.
        self._makes_folder = stamp(self._folder) is None

    @property
    def refusal(self) -> str | None:
        """Why nothing may be saved here, in one line; None where saving is possible."""
        return self._refusal

    def load(self) -> Notes:
        """Read the notes; none where there is no file.

        Raises:
            InputError: If the file as a whole cannot be read; a `FormatError` names the line.
                Saving is refused from then on, until a later load succeeds.
        """
        self._seen = self._read()
        return self._empty if self._seen.file is None else self._seen.file.notes

    def save(self, notes: Notes, texts: Mapping[str, str] = _NO_TEXTS) -> Notes:
        """Write the notes, merged with what others wrote since the last load or save.

        Args:
            notes: What should be saved: what `load` or `save` last gave, changed.
            texts: Reading texts to keep beside the file, by their SHA-256. Those that no note
                refers to are not kept, and their files are removed.

        Returns:
            What is now on disk.

        Raises:
            StorageError: If it could not be written; the file is as it was. Its cause is an
                `InputError` where the file has become unreadable.
        """
        self._check_refusal()
        if not notes.notes and not notes.unreadable and stamp(self.path) is None:
            return notes
        self._make_folder()
        with locked(self.path, self._folder, self._state_folder) as faults:
            saved = self._save(notes, texts)
            self.faults = self.faults or faults
            return saved

    def has_changed(self) -> bool:
        """Whether the file is another one than was last read or written. Cheap."""
        return stamp(self.path) != self._seen.stamp

    def text(self, sha256: str) -> str | None:
        """A text that notes were made on; None where it was not kept."""
        return read_text(self._folder, sha256)

    def copies(self) -> tuple[Path, ...]:
        """Copies that a sync program left beside the file."""
        return copies_of(self.path)

    def aside(self) -> NotesStore:
        """A store for a side file beside this one, for when this one cannot be read."""
        return NotesStore(
            self.path.with_name(f"{self.path.stem}.aside{self.path.suffix}"),
            state_folder=self._state_folder,
            article=self._empty.article,
            title=self._empty.title,
            language=self._empty.language,
            document=self._document,
        )

    def _read(self) -> _Seen:
        """Read the file as it is now."""
        try:
            real = real_file(self.path)
            content = read(real)
            data = b"" if content is None else content.data
            digest = _digest(data)
            file = self._seen.file if digest == self._seen.digest else self._parse(data)
            check_link(self.path, file)
        except InputError as error:
            self._refusal = str(error)
            # Only another change is worth another look.
            self._seen = replace(self._seen, stamp=stamp(self.path))
            raise
        self._refusal = self._reason_to_refuse(real, file)
        return _Seen(file, digest, None if content is None else content.stamp)

    def _parse(self, data: bytes) -> NotesFile | None:
        if not data or data.isspace():
            return None
        text = decode_text(data, str(self.path))
        known = {} if self._seen.file is None else self._seen.file.known
        return parse_notes(text, where=str(self.path), article=self._empty.article, known=known)

    def _reason_to_refuse(self, real: Path, file: NotesFile | None) -> str | None:
        try:
            check_owner(self.path, real)
        except StorageError as error:
            return str(error)
        if file is None or file.format <= FORMAT:
            return None
        what = _("{file}: this was written by a newer version (format {format}); it is only read")
        return what.format(file=self.path, format=file.format)

    def _check_refusal(self) -> None:
        if self._refusal is not None:
            raise StorageError(self._refusal)

    def _save(self, notes: Notes, texts: Mapping[str, str]) -> Notes:
        for _attempt in range(_ATTEMPTS):
            saved = self._try_to_save(notes, texts)
            if saved is not None:
                return saved
        raise StorageError(
            _("another program keeps writing this"), where=str(self.path), remedy=_("save again")
        )

    def _try_to_save(self, notes: Notes, texts: Mapping[str, str]) -> Notes | None:
        """Merge and write; None where a program without a lock wrote in between."""
        base = self._seen.file
        now = self._read_to_write()
        disk = now.file
        merged = self._merge(base, notes, disk)
        text = format_notes(merged, disk or base)
        known = (disk or base or NotesFile(merged)).known
        written = read_back(text, merged, where=str(self.path), known=known)
        wanted = referred(merged)
        faults = write_texts(self._folder, texts, wanted, self._kept)
        if not self._write(text.encode("utf-8"), written, now, faults):
            return None
        self.faults = tuple(faults) or self._annotated.keep(self._folder, merged, texts)
        seen = {item.sha256 for file in (base, disk) if file for item in file.notes.revisions}
        prune(self._folder, seen - wanted)
        return written.notes

    def _read_to_write(self) -> _Seen:
        try:
            now = self._read()
        except InputError as error:
            raise _kept(error) from error
        self._check_refusal()
        return now

    def _merge(self, base: NotesFile | None, notes: Notes, disk: NotesFile | None) -> Notes:
        ours = replace(
            notes,
            article=encodable(notes.article) or self._empty.article,
            title=encodable(notes.title or "") or self._empty.title,
            language=notes.language or self._empty.language,
            notes=tidy(notes.notes, base),
        )
        # A file that is gone says nothing about the notes that were in it.
        theirs = replace(ours, notes=()) if disk is None else disk.notes
        merged = merge(base.notes if base and disk else None, ours, theirs)
        wanted = referred(merged)
        kept = tuple(item for item in merged.revisions if item.sha256 in wanted)
        return replace(merged, revisions=kept)

    @property
    def _folder(self) -> Path:
        return real_folder(self.path)

    def _make_folder(self) -> None:
        """Make the folder for the first note.

        Raises:
            StorageError: It cannot be made, or it was there before and is gone.
        """
        try:
            if self._makes_folder:
                self._folder.mkdir(parents=True, exist_ok=True)
            else:
                self._folder.stat()
        except OSError as error:
            raise storage_error(error, self.path) from error
        self._makes_folder = False

    def _write(self, data: bytes, written: NotesFile, now: _Seen, faults: list[Fault]) -> bool:
        real, before = self._look()
        old = b"" if before is None else before.data
        if _digest(old) != now.digest:
            return False
        if before is None or old != data:
            if before is not None:
                faults += notes_backups.keep(self._state_folder, self.path, old)
            remove_leftovers(real)
            if not write_atomically(real, data, may_replace=lambda: self._is_still(real, before)):
                return False
        self._seen = _Seen(written, _digest(data), stamp(self.path))
        return True

    def _is_still(self, real: Path, before: Content | None) -> bool:
        """Whether the file is the one that was read. Cheap: it is the last look before a save."""
        now = stamp(self.path)
        return now == (before and before.stamp) and real_folder(self.path) == real.parent

    def _look(self) -> tuple[Path, Content | None]:
        """The file as it lies there at this moment."""
        try:
            real = real_file(self.path)
            return real, read(real)
        except InputError as error:
            raise _kept(error) from error


def _kept(error: InputError) -> StorageError:
    """The same fault, as a reason not to write."""
    remedies = [error.remedy, _("the file is kept as it is")]
    remedy = "; ".join(remedy for remedy in remedies if remedy)
    return StorageError(error.what, where=error.where, remedy=remedy)


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data).digest()
