"""What a notes file says now, beside what it said when it was read last.

Some programs write a file in place: for a moment it is empty, or ends in the middle. Whoever took
that for what the file says would show notes as gone, and save over the rest. So a file that has
lost notes and is still the same one on the disk (no other was put in its place) is only believed
once it has rested.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.model.errors import BusyError, InputError, StorageError
from briefing.model.note import Note
from briefing.notes.format import NotesFile
from briefing.notes.parse import parse_notes
from briefing.notes.writer import FORMAT
from briefing.storage.notes_home import check_link, check_owner, real_file, real_folder
from briefing.storage.plain_files import Content, Stamp, read, stamp
from briefing.text.decoding import decode_text
from briefing.text.i18n import _

REST_SECONDS = 1.5
"""How long a file that was written in place has to stay as it is; programs write faster."""
_CUT_REST_SECONDS = 6.0
"""The same for one that does not end with a line end."""
_WAIT_SECONDS = 8.0
"""How long a save waits for that."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A state of the file."""

    file: NotesFile | None = None
    """What it says; None where there is none, or an empty one."""
    digest: bytes | None = None
    """A hash of its bytes."""
    stamp: Stamp | None = None
    """Which file it was; None where there was none."""
    is_cut: bool = False
    """Whether it ends in the middle of a line."""


class NotesReader:
    """Reads one notes file, again and again."""

    def __init__(self, path: Path, article: str) -> None:
        """Nothing is read yet.

        Args:
            path: The notes file.
            article: The article's name, where the file does not give it.
        """
        self.seen = Seen()
        """What the caller was given last. A save that fails leaves it alone: what it has read
        meanwhile the caller does not know, and would seem to have removed."""
        self.refusal: str | None = None
        """Why the file may not be written, in one line."""
        self._path = path
        self._article = article
        self._doubtful: tuple[Stamp | None, float] | None = None

    def read(self) -> Seen:
        """Read the file as it is now.

        Raises:
            InputError: It cannot be read.
        """
        try:
            real = real_file(self._path)
            content = read(real)
            data = b"" if content is None else content.data
            digest = digest_of(data)
            file = self.seen.file if digest == self.seen.digest else self._parse(data)
            check_link(self._path, file)
        except InputError as error:
            self.refusal = str(error)
            # Only another change is worth another look.
            self.seen = replace(self.seen, stamp=stamp(self._path))
            raise
        self.refusal = self._reason_to_refuse(real, file)
        is_cut = not data.endswith((b"\n", b"\r"))
        return Seen(file, digest, None if content is None else content.stamp, is_cut)

    def read_if_whole(self) -> Seen | None:
        """Read the file as it is now; None while another program seems to be writing it.

        Raises:
            InputError: It cannot be read.
        """
        before, refusal = self.seen, self.refusal
        try:
            now = self.read()
        except InputError:
            there = stamp(self._path)
            if _may_be_half(before, Seen(stamp=there)) and not self._rests(there, is_cut=True):
                self.seen, self.refusal = before, refusal
                return None
            raise
        if _may_be_half(before, now) and not self._rests(now.stamp, is_cut=now.is_cut):
            self.refusal = refusal
            return None
        self._doubtful = None
        return now

    def read_to_write(self) -> Seen:
        """Read the file before it is replaced; one that is being written is waited for.

        Raises:
            BusyError: Another program went on writing it.
            StorageError: It cannot be read, or may not be written.
        """
        end = time.monotonic() + _WAIT_SECONDS
        while True:
            try:
                now = self.read_if_whole()
            except InputError as error:
                raise kept(error) from error
            if now is not None:
                self.check_refusal()
                return now
            if time.monotonic() >= end:
                what = _("another program keeps writing this")
                raise BusyError(what, where=str(self._path), remedy=_("save again"))
            time.sleep(0.05)

    def check_refusal(self) -> None:
        """See whether the file may be written.

        Raises:
            StorageError: It may not.
        """
        if self.refusal is not None:
            raise StorageError(self.refusal)

    def look(self) -> tuple[Path, Content | None]:
        """The file as it lies there at this moment, and where.

        Raises:
            StorageError: It cannot be read.
        """
        try:
            real = real_file(self._path)
            return real, read(real)
        except InputError as error:
            raise kept(error) from error

    def is_still(self, real: Path, before: Content | None) -> bool:
        """Whether the file is the one that was read. Cheap: it is the last look before a save."""
        now = stamp(self._path)
        return now == (before and before.stamp) and real_folder(self._path) == real.parent

    def lost(self, now: Seen) -> tuple[Note, ...]:
        """The notes that the file said before and does not say any more."""
        if self.seen.file is None or now.file is None:
            return ()
        there = {note.id for note in now.file.notes.notes}
        there |= {note.id for note in now.file.notes.unreadable if note.id is not None}
        known = self.seen.file.notes.notes
        return tuple(note for note in known if note.id not in there and not note.is_deleted)

    def _rests(self, there: Stamp | None, *, is_cut: bool) -> bool:
        """Whether a doubtful file has stayed as it is for long enough."""
        now = time.monotonic()
        if self._doubtful is None or self._doubtful[0] != there:
            self._doubtful = (there, now)
        return now - self._doubtful[1] >= (_CUT_REST_SECONDS if is_cut else REST_SECONDS)

    def _parse(self, data: bytes) -> NotesFile | None:
        if not data or data.isspace():
            return None
        text = decode_text(data, str(self._path))
        known = {} if self.seen.file is None else self.seen.file.known
        return parse_notes(text, where=str(self._path), article=self._article, known=known)

    def _reason_to_refuse(self, real: Path, file: NotesFile | None) -> str | None:
        try:
            check_owner(self._path, real)
        except StorageError as error:
            return str(error)
        if file is None or file.format <= FORMAT:
            return None
        what = _("{file}: this was written by a newer version (format {format}); it is only read")
        return what.format(file=self._path, format=file.format)


def _may_be_half(before: Seen, now: Seen) -> bool:
    """Whether a file that was known may be in the middle of being written in place."""
    if before.file is None or before.stamp is None or now.stamp is None:
        return False
    is_same_file = before.stamp[:2] == now.stamp[:2]
    if not is_same_file or now.stamp == before.stamp:
        return False
    there = set() if now.file is None else {note.id for note in now.file.notes.notes}
    return any(note.id not in there for note in before.file.notes.notes)


def kept(error: InputError) -> StorageError:
    """The same fault, as a reason not to write."""
    remedies = [error.remedy, _("the file is kept as it is")]
    remedy = "; ".join(remedy for remedy in remedies if remedy)
    return StorageError(error.what, where=error.where, remedy=remedy)


def digest_of(data: bytes) -> bytes:
    """A hash of a file's bytes."""
    return hashlib.blake2b(data).digest()
