"""Where the notes of one article are kept: a file that people, editors and git may change too.

A save holds a lock, reads the file again, merges what others wrote meanwhile, checks that what it
will write can be read, and replaces the file whole. What cannot be read is never overwritten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from briefing.model.errors import Fault, StorageError
from briefing.model.left_behind import Brought, LeftBehind
from briefing.model.note import Note, Notes
from briefing.notes.format import NotesFile, format_notes
from briefing.notes.merge import merge
from briefing.notes.read_back import read_back, tidy
from briefing.notes.writer import encodable
from briefing.storage import notes_backups
from briefing.storage.atomic import remove_leftovers, storage_error, write_atomically
from briefing.storage.folders import remove
from briefing.storage.locations import fitting_name
from briefing.storage.notes_copies import copies_of
from briefing.storage.notes_home import (
    can_be_written,
    real_folder,
)
from briefing.storage.notes_left import left_behind
from briefing.storage.notes_locks import locked
from briefing.storage.notes_moving import bring
from briefing.storage.notes_reader import NotesReader, Seen, digest_of
from briefing.storage.notes_texts import prune, read_text, referred, write_texts
from briefing.storage.plain_files import stamp
from briefing.storage.versions import AnnotatedTexts
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number

_ATTEMPTS = 3
"""How often a save begins anew because an editor wrote meanwhile."""
_NAMED, _QUOTED = 3, 40
"""How many notes that are gone are named, and by how much of their quotes."""
_NO_TEXTS: Mapping[str, str] = {}


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
        self._reader = NotesReader(path, self._empty.article)
        self._kept: set[str] = set()
        self._document = document
        self._annotated = AnnotatedTexts(document)
        # A folder that was there and is not any more is no place for new notes.
        self._makes_folder = stamp(self._folder) is None

    @property
    def refusal(self) -> str | None:
        """Why nothing may be saved here, in one line; None where saving is possible."""
        return self._reader.refusal

    @property
    def can_be_written(self) -> bool:
        """Whether the file and its folder let the user write, as far as can be told beforehand."""
        return can_be_written(self.path)

    @property
    def loaded(self) -> Notes:
        """What was read or written last."""
        return self._empty if self._reader.seen.file is None else self._reader.seen.file.notes

    def load(self) -> Notes:
        """Read the notes; none where there is no file.

        While another program is in the middle of writing it, what was read before is given again.

        Raises:
            InputError: If the file as a whole cannot be read; a `FormatError` names the line.
                Saving is refused from then on, until a later load succeeds.
        """
        now = self._reader.read_if_whole()
        if now is not None:
            self.faults = _gone(self._reader.lost(now), self.path)
            self._reader.seen = now
        return self.loaded

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
        self._reader.check_refusal()
        if not notes.notes and not notes.unreadable and stamp(self.path) is None:
            return notes
        self._make_folder()
        with locked(self.path, self._folder, self._state_folder) as faults:
            saved = self._save(notes, texts)
            self.faults = self.faults or faults
            return saved

    def put_away(self) -> None:
        """Remove the file, whose notes are elsewhere now; it is kept among the backups.

        Raises:
            StorageError: Another program is writing it, or there is no backup of it.
        """
        with locked(self.path, self._folder, self._state_folder):
            real, content = self._reader.look()
            if content is None or content.stamp != self._reader.seen.stamp:
                return  # somebody has written to it: the next load takes that along
            notes_backups.keep(self._state_folder, self.path, content.data)
            remove(real.parent, real.name)
        self._reader.seen = Seen(digest=digest_of(b""))

    def has_changed(self) -> bool:
        """Whether the file is another one than was last read or written. Cheap."""
        return stamp(self.path) != self._reader.seen.stamp

    def text(self, sha256: str) -> str | None:
        """A text that notes were made on; None where it was not kept."""
        return read_text(self._folder, sha256)

    def copies(self) -> tuple[Path, ...]:
        """Copies that a sync program left beside the file."""
        return copies_of(self.path)

    def left_behind(self, rev: str) -> Iterator[LeftBehind]:
        """What may be the article's own, from when its file had another name or place."""
        if self._document is not None:
            yield from left_behind(self.path, self._document, rev)

    def bring(self, left: LeftBehind) -> Brought:
        """Let what was left behind come to the article; nothing may lie here yet.

        Raises:
            InputError: It cannot be read; it stays where it is.
            StorageError: It could not be written; it stays where it is.
        """
        self._make_folder()
        return bring(left, self.path, self._document, self._state_folder, self._empty)

    def aside(self) -> NotesStore:
        """A store for a side file beside this one, for when this one cannot be read."""
        return NotesStore(
            self.path.with_name(fitting_name(self.path.stem, f".aside{self.path.suffix}")),
            state_folder=self._state_folder,
            article=self._empty.article,
            title=self._empty.title,
            language=self._empty.language,
            document=self._document,
        )

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
        base = self._reader.seen.file
        now = self._reader.read_to_write()
        gone = _gone(self._reader.lost(now), self.path)
        disk = now.file
        merged = self._merge(base, notes, disk)
        text = format_notes(merged, disk or base)
        known = (disk or base or NotesFile(merged)).known
        written = read_back(text, merged, where=str(self.path), known=known)
        wanted = referred(merged)
        faults = write_texts(self._folder, texts, wanted, self._kept)
        if not self._write(text.encode("utf-8"), written, now, faults):
            return None
        odd = tuple(faults) or self._annotated.keep(self._folder, merged, texts)
        self.faults = (*gone, *odd)
        seen = {item.sha256 for file in (base, disk) if file for item in file.notes.revisions}
        prune(self._folder, seen - wanted)
        return written.notes

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

    def _write(self, data: bytes, written: NotesFile, now: Seen, faults: list[Fault]) -> bool:
        real, before = self._reader.look()
        old = b"" if before is None else before.data
        if digest_of(old) != now.digest:
            return False
        if before is None or old != data:
            if before is not None:
                faults += notes_backups.keep(self._state_folder, self.path, old)
            remove_leftovers(real)
            if not write_atomically(
                real, data, may_replace=lambda: self._reader.is_still(real, before)
            ):
                return False
        self._reader.seen = Seen(written, digest_of(data), stamp(self.path))
        return True


def _gone(notes: tuple[Note, ...], path: Path) -> tuple[Fault, ...]:
    """What to say of notes that somebody has taken out of the file."""
    if not notes:
        return ()
    what = ngettext(
        "another program has taken {count} note out of the file: {quotes}",
        "another program has taken {count} notes out of the file: {quotes}",
        len(notes),
    )
    quotes = ", ".join(f"«{note.quote[:_QUOTED]}»" for note in notes[:_NAMED])
    quotes = quotes if len(notes) <= _NAMED else f"{quotes}, …"
    remedy = _("the last five versions of the file are kept in the state folder, under backups")
    return (Fault(what.format(count=number(len(notes)), quotes=quotes), str(path), remedy),)
