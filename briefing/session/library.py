"""The documents of a folder: which there are, and what they say.

The index is a help, never the truth: where there is none the files themselves are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefing.model.errors import BriefingError, BusyError, Fault, StorageError
from briefing.model.library import Entry, FileState, Indexed, by_name
from briefing.session.index_batches import in_batches
from briefing.session.index_port import IndexPort
from briefing.session.indexed import by_head, read_document
from briefing.session.library_marks import with_notes
from briefing.session.named_states import named_states
from briefing.session.reading import Reading


@dataclass(slots=True)
class Library:
    """One folder of documents."""

    folder: Path
    """Where it lies."""
    index: IndexPort
    """What is known of it."""
    look_through: Callable[[Path], Iterator[tuple[str, FileState] | Fault]]
    """Gives every document below a folder with the state of its files."""
    open_document: Callable[[Path], Reading]
    """Opens one; its errors are `BriefingError`."""
    with_standing: Callable[[Path, Entry], Entry]
    """Gives one with how it stands with the reader, besides its notes."""
    look_at: Callable[[str], FileState | None]
    """Gives the state of the files of one document, by its path; None where it has gone."""
    standing_state: Callable[[], object] = lambda: None
    """Gives what is another as soon as documents may stand otherwise with the reader."""
    relearn_standing: Callable[[], object] = lambda: None
    """Called before it is looked how they stand now; its errors are `BriefingError`."""
    load_head: Callable[[Path], str | None] = lambda _path: None
    """Gives the first characters of one whose file is its text; None of others."""
    faults: list[Fault] = field(default_factory=list)
    """What could not be read, a line each."""
    may_analyse: Callable[[], bool] = lambda: True
    """Whether there is time to look for the states of one more document while one is found."""
    give_way: Callable[[], object] = lambda: None
    """Called before each document that is read for the index; it may wait."""
    read_apart: Callable[[], Iterator[int]] | None = None
    """Brings the index up to date in a process of its own, saying how many documents are left;
    a `ChildProcessError` where that came to harm."""
    left_out: int = 0
    """Documents that a search left out, because there was no such time."""

    def bring_up_to_date(self) -> Iterator[int]:
        """Read what has changed since the index last saw it, and forget what is gone.

        Yields:
            After each step, how many documents are left to be read. It may be stopped there at any
            time: what was read until then is kept.

        Raises:
            NotFoundError: There is no such folder.
            BusyError: Another program is doing this.
            StorageError: The index cannot be written.
        """
        found = self._look()
        with self.index.writing():
            if self.index.needs_sweeping:
                self.index.discard()  # nobody else is writing into it
            changed, gone = self.index.unlike(found)
            if gone:
                self.index.remove(gone)
            left = len(changed)
            yield left
            for some in in_batches(self._read_in_turn(path, found[path]) for path in changed):
                self.index.put(some)
                left -= len(some)
                yield left

    def named(self, entry: Entry) -> tuple[str, ...]:
        """The states of a document; none where it cannot be read any more."""
        try:
            return named_states(self.open_document(self.folder / entry.path))
        except BriefingError:
            return ()

    def entries(self) -> list[Entry]:
        """All documents that there are, by path, each as it is now; slow without an index."""
        if self.is_fresh():
            try:
                self.index.compare()
                return self.known()
            except StorageError as error:
                self.tell(Fault.of(error))
        return self.read_all()

    def known(self, most: int | None = None) -> list[Entry]:
        """The documents that the index knows, by path, as it last saw them.

        Args:
            most: Only so many, the newest.

        Raises:
            StorageError: It cannot be read.
        """
        found = self.index.entries() if most is None else self.index.newest(most)
        return self._standing(found)

    def put_since(self, number: int) -> tuple[int, list[Entry]]:
        """The documents that the index took in since it gave a number, and the number now.

        Raises:
            StorageError: It cannot be read.
        """
        last, found = self.index.put_since(number)
        return last, self._standing(found)

    def read_all(self) -> list[Entry]:
        """All documents, by path, each read now: slow, and needs no index."""
        return self._standing(self.read(*each).entry for each in self._look().items())

    def states(self) -> Iterator[tuple[str, FileState]]:
        """All documents with the states of their files; `NotFoundError` without the folder."""
        return (each for each in self.look_through(self.folder) if not isinstance(each, Fault))

    def paths(self) -> Iterator[str]:
        """The paths of all documents; as `states`."""
        return (path for path, _state in self.states())

    def glimpse(self, path: str, *, with_head: bool = False) -> Entry:
        """A document that is not read yet: by its name alone, or by how its text begins."""
        head = self.load_head(self.folder / path) if with_head else None
        return self.stood(by_name(path) if head is None else by_head(path, head))

    def sharing(
        self, quotations: Sequence[Sequence[Sequence[str]]]
    ) -> list[Sequence[tuple[str, float]]]:
        """For the words of each quotation, the paths of documents that may hold most of them.

        Each comes with how likely it is, the likeliest first. Without an index these are all.

        Args:
            quotations: The words of each in pieces, parted where its editor left some out.
        """
        if self.is_fresh():
            try:
                return [self.index.sharing(pieces) for pieces in quotations]
            except StorageError as error:
                self.tell(Fault.of(error))
        every = [(path, 1.0) for path in self._look()]
        return [every for _pieces in quotations]

    def _standing(self, entries: Iterable[Entry]) -> list[Entry]:
        """The same with how they stand with the reader."""
        return [self.stood(entry) for entry in entries]

    def stood(self, entry: Entry) -> Entry:
        """A document with how it stands with the reader."""
        return with_notes(self.with_standing(self.folder / entry.path, entry))

    def is_fresh(self) -> bool:
        """Bring the index up to date; whether it could be."""
        try:
            for _left in self.bring_up_to_date():
                pass
        except BusyError:
            return False  # another program is at it; the files say the same
        except StorageError as error:
            self.tell(Fault.of(error))
            return False
        return True

    def _look(self) -> dict[str, FileState]:
        found: dict[str, FileState] = {}
        for one in self.look_through(self.folder):
            if isinstance(one, Fault):
                self.tell(one)
            else:
                found[one[0]] = one[1]
        return found

    def tell(self, fault: Fault) -> None:
        """Keep what could not be read, once."""
        if fault not in self.faults:
            self.faults.append(fault)

    def _read_in_turn(self, path: str, state: FileState) -> Indexed:
        self.give_way()
        return self.read(path, state)

    def read(self, path: str, state: FileState) -> Indexed:
        """A document whose files are in a state; one that cannot be read with the reason."""
        return read_document(self.open_document, self.folder, path, state)
