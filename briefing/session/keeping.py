"""Where notes are saved: in their file, or beside it for as long as it cannot be read.

::

    file ──cannot be read──▶ side file ──the file can be read again──▶ file, with both merged
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.model.errors import Fault, InputError, StorageError
from briefing.model.note import Notes
from briefing.notes.merge import merge
from briefing.session.ports import NotesPort
from briefing.text.i18n import _

_SIDE_FILES = 3
"""How many side files are tried where each was damaged too."""


@dataclass(slots=True)
class Keeper:
    """Reads and saves, and steps aside where a file cannot be read."""

    port: NotesPort
    """Where notes are saved now."""
    problem: InputError | None = None
    """Why the notes file cannot be read; None while it can."""
    _unreadable: NotesPort | None = None

    def load(self) -> Notes:
        """Read the notes; those of a side file where the notes file cannot be read.

        Raises:
            InputError: The side files cannot be read either; it is about the notes file.
        """
        for _attempt in range(_SIDE_FILES):
            try:
                return self.port.load()
            except InputError as error:
                self._note_problem(error)
                self.port = self.port.aside()
        try:
            return self.port.load()
        except InputError as error:
            raise self.problem or error from error

    def save(self, notes: Notes, texts: Mapping[str, str]) -> Notes:
        """Save; beside the file, if that has become unreadable meanwhile.

        Raises:
            StorageError: It could not be saved.
        """
        try:
            return self.port.save(notes, texts)
        except StorageError as error:
            if not isinstance(error.__cause__, InputError):
                raise
            notes = self._step_aside(error.__cause__, notes)  # from now on the port is another
            return self.port.save(notes, texts)

    def refresh(self, ours: Notes) -> Notes:
        """The notes with what others wrote since; the same where there is nothing new.

        Args:
            ours: The notes as they are known here.
        """
        back = self._come_back(ours)
        if back is not None:
            return back
        if not self.port.has_changed():
            return ours
        try:
            loaded = self.port.load()
        except InputError as error:
            return self._step_aside(error, ours)
        return ours if _says_nothing(loaded) else loaded

    def faults(self, notes: Notes) -> tuple[Fault, ...]:
        """What a reader should know of the notes file: what in it could not be read.

        Side files and copies with other notes on the article are named too: they are not shown.
        """
        if self.problem is not None:
            problem = self.problem
            return (Fault(problem.what, problem.where, problem.remedy),)
        where = self.port.path
        unreadable = (Fault(n.reason, f"{where}:{n.line_number}") for n in notes.unreadable)
        return (*unreadable, *self.port.faults, *self.waiting())

    def waiting(self) -> Iterator[Fault]:
        """Other files with notes on this article, and how each is taken in.

        A side file that an earlier sitting left, and the copies that a sync program left where two
        sides had changed the notes.
        """
        aside = self.port.aside()
        if aside.has_changed():  # nothing of it was read: it is there
            what = _("there are notes in a side file, from when the notes could not be read")
            yield self._to_merge(what, aside.path)
        for copy in self.port.copies():
            yield self._to_merge(_("a sync program left this copy of the notes"), copy)

    def _to_merge(self, what: str, path: Path) -> Fault:
        here, other = shlex.quote(str(self.port.path)), shlex.quote(str(path))
        remedy = _("`briefing notes merge {here} {aside} -o {here}` takes them in; then delete it")
        return Fault(what, str(path), remedy.format(here=here, aside=other))

    def _step_aside(self, error: InputError, ours: Notes) -> Notes:
        """Save beside from now on; what is there already comes to the notes here."""
        self._note_problem(error)
        self.port = self.port.aside()
        there = self.load()
        return ours if _says_nothing(there) else merge(None, ours, there)

    def _note_problem(self, error: InputError) -> None:
        if self._unreadable is None:
            self.problem, self._unreadable = error, self.port

    def _come_back(self, ours: Notes) -> Notes | None:
        """Save in the notes file again if it can be read now; None if not.

        What was saved beside comes into it, and what others repaired or added is kept.
        """
        if self._unreadable is None or not self._unreadable.has_changed():
            return None
        try:
            theirs = self._unreadable.load()
            merged = merge(None, ours, theirs)
            saved = self._unreadable.save(merged) if merged != theirs else theirs
        except InputError as error:
            self.problem = error
            return None
        except StorageError:
            return None
        self.port, self.problem, self._unreadable = self._unreadable, None, None
        return saved


def _says_nothing(notes: Notes) -> bool:
    """Whether a file is gone or empty: it tells nothing about the notes that were in it."""
    return not (notes.notes or notes.revisions or notes.unreadable)
