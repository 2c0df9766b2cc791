"""Looking through a library: for words of texts and notes, and through all notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from threading import Lock

from briefing.model.errors import BriefingError, Fault, StorageError
from briefing.model.library import Entry, FoundDocument
from briefing.model.library_file import SavedSearch
from briefing.session.library import Library
from briefing.session.library_ports import LibraryFilePort
from briefing.session.placing import PlacedNote
from briefing.text.queries import parse_query


@dataclass(frozen=True, slots=True)
class NotedDocument:
    """A document with the notes on it."""

    entry: Entry
    """The document."""
    notes: tuple[PlacedNote, ...]
    """Its notes in their order, deleted ones not among them."""


@dataclass(slots=True)
class LibrarySearch:
    """What was asked of a library last, and what was found; it outlives its screen."""

    library: Library
    """Where words are looked for."""
    file: LibraryFilePort
    """Where searches are saved."""
    hold_back: Callable[[], object] = lambda: None
    """Asked, while a query is looked for, that other work in the background waits."""
    words: str = ""
    """The query as it was typed last."""
    found: list[FoundDocument] = field(default_factory=list)
    """The documents for which it holds, as far as they have been looked through."""
    is_due: bool = False
    """Whether the query is still to be asked."""
    is_done: bool = True
    """Whether everything was looked through for it."""
    _steps: Iterator[FoundDocument] = field(default_factory=lambda: iter(()))
    _turn: Lock = field(default_factory=Lock)

    def begin(self, words: str) -> None:
        """Ask something else, which `look_on` then looks for; what was asked before is given up.

        Raises:
            UsageError: The query is not understood; the error names the place.
        """
        query = parse_query(words)
        found: list[FoundDocument] = []
        self.words, self.found, self.is_due, self.is_done = words, found, False, False

        def is_wanted() -> bool:
            self.hold_back()
            return self.found is found

        self._steps = self.library.find_now(query, is_wanted)

    def look_on(self) -> None:
        """Look through everything, unless something else is asked meanwhile; in a thread.

        It goes on while nobody looks at what was found.
        """
        found, steps = self.found, self._steps
        with self._turn:
            if self.found is not found:
                return
            try:
                for one in steps:
                    found.append(one)
            except BriefingError as error:
                self.library.faults.append(Fault.of(error))
            if self.found is found:
                self.is_done = True

    def ask_next(self, words: str) -> None:
        """Let the screen begin with another query."""
        if words != self.words:
            self.words, self.found, self.is_due, self.is_done = words, [], True, True

    def notes(self) -> Iterator[NotedDocument]:
        """All documents with notes, one after the other; what cannot be read is a fault."""
        for entry in self._entries():
            if not entry.notes:
                continue
            try:
                path = self.library.folder / entry.path
                notebook = self.library.open_document(path).take_out_notes()
            except BriefingError as error:
                self.library.faults.append(Fault.of(error))
                continue
            placed = (one for one in notebook.placed if not one.note.is_deleted)
            yield NotedDocument(entry, tuple(placed))

    def saved(self) -> Sequence[SavedSearch]:
        """The saved searches by name.

        Raises:
            InputError: The file of the library cannot be read.
        """
        return self.file.load().searches

    def toggle_saved(self, words: str) -> bool:
        """Save a query under its own words, or forget it; whether it is saved now.

        Raises:
            BriefingError: It is no query, or could not be written.
        """
        name = " ".join(parse_query(words).text.split())
        is_known = any(each.query == name for each in self.saved())
        self.file.change(
            lambda file: (
                file.without_query(name) if is_known else file.with_search(SavedSearch(name, name))
            )
        )
        return not is_known

    def _entries(self) -> Sequence[Entry]:
        try:
            return self.library.known()
        except StorageError:
            return self.library.entries()
