"""Notes beside an article that cannot be written there: shown with the reader's own, kept apart.

::

    FOLDER/NAME.notes.yaml         read, as long as nothing can be written there
    DATA/notes/NAME-….notes.yaml   takes what is new or changed
    both ──the folder can be written to──▶ FOLDER/NAME.notes.yaml
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from briefing.model.errors import Fault, StorageError
from briefing.model.left_behind import Brought, LeftBehind
from briefing.model.note import Notes
from briefing.notes.overlay import laid_over, own_part
from briefing.storage.notes_store import NotesStore
from briefing.text.i18n import _

_NO_TEXTS: Mapping[str, str] = {}


class OverlaidNotes:
    """The notes of an article whose folder can only be read, or could only be read before."""

    def __init__(self, beside: NotesStore, own: NotesStore) -> None:
        """Put two stores together; nothing is read yet."""
        self.faults: tuple[Fault, ...] = ()
        """Where notes are, if that is news, and what the last save could not do."""
        self._beside = beside
        self._own = own
        self._is_beside = False
        self._news: tuple[Fault, ...] = ()
        self._could_write = False

    @property
    def path(self) -> Path:
        """Where notes are saved now."""
        return self._place.path

    @property
    def refusal(self) -> str | None:
        """Why nothing may be saved here, in one line; None where saving is possible."""
        return self._place.refusal

    def load(self) -> Notes:
        """Read both files; what the reader wrote goes to the article once it can.

        Raises:
            InputError: One of them cannot be read.
        """
        beside, own = self._beside.load(), self._own.load()
        self._could_write = self._beside.can_be_written
        if self._could_write:
            return self._bring_back(beside, own)
        self._is_beside = False
        if beside.notes:
            what = _("the notes beside the article can only be read; yours are saved apart")
            self._news = (Fault(what, str(self._own.path)),)
        self.faults = self._news
        return laid_over(beside, own)

    def save(self, notes: Notes, texts: Mapping[str, str] = _NO_TEXTS) -> Notes:
        """Write what is the reader's own; all, where the article's folder takes it.

        Raises:
            StorageError: Nothing was written. Its cause is an `InputError` where a file has become
                unreadable.
        """
        if self._is_beside:
            saved = self._beside.save(notes, texts)
            self.faults = self._beside.faults
            return saved
        beside = self._beside.loaded
        saved = self._own.save(own_part(notes, beside, self._own.loaded), texts)
        self.faults, self._news = (*self._own.faults, *self._news), ()
        return laid_over(beside, saved)

    def has_changed(self) -> bool:
        """Whether a file is another one than was last read or written, or may be written now."""
        may_come_back = not self._is_beside and self._beside.can_be_written != self._could_write
        return may_come_back or self._beside.has_changed() or self._own.has_changed()

    def text(self, sha256: str) -> str | None:
        """A text that notes were made on; None where it was not kept."""
        found = self._own.text(sha256)
        return self._beside.text(sha256) if found is None else found

    def aside(self) -> NotesStore:
        """Where notes go while the file beside the article cannot be read."""
        return self._beside.aside() if self._is_beside else self._own

    def copies(self) -> tuple[Path, ...]:
        """Copies of the notes that a sync program left."""
        return self._place.copies()

    def left_behind(self, rev: str) -> Iterator[LeftBehind]:
        """What may be the article's own, from when its file had another name or place."""
        return self._place.left_behind(rev)

    def bring(self, left: LeftBehind) -> Brought:
        """Let what was left behind come to the article; errors are those of `NotesStore.bring`."""
        return self._place.bring(left)

    @property
    def _place(self) -> NotesStore:
        return self._beside if self._is_beside else self._own

    def _bring_back(self, beside: Notes, own: Notes) -> Notes:
        """Let the reader's notes go to the article, and the file that held them meanwhile."""
        if not own.notes:
            self._is_beside = not own.unreadable
            return laid_over(beside, own)
        together = laid_over(beside, own)
        revisions = {note.rev for note in own.notes}
        texts = {rev: text for rev in revisions if (text := self._own.text(rev)) is not None}
        try:
            saved = self._beside.save(together, texts)
            self._own.put_away()
        except StorageError as error:
            self._is_beside = False
            self.faults = (Fault.of(error),)
            return together
        self._is_beside = True
        what = _("the notes that were saved apart are with the article again")
        self.faults = (Fault(what, str(self._beside.path)), *self._beside.faults)
        return saved
