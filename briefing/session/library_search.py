"""Looking through a library: for words of texts and notes, and through all notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from threading import Event, Lock

from briefing.model.errors import BriefingError, Fault, StorageError
from briefing.model.library import Entry, FoundDocument
from briefing.model.library_file import SavedSearch
from briefing.model.query import Term
from briefing.session.finding import found_in
from briefing.session.library import Library
from briefing.session.library_find import find_now
from briefing.session.library_ports import LibraryFilePort
from briefing.session.placing import PlacedNote
from briefing.text.queries import parse_query

_REST_SECONDS = 0.15
"""Only what is asked for so long is worth comparing all files with the index: while somebody types,
each letter asks for something else."""
_SEEN_SECONDS = 0.1
"""So long at most it is not looked on until what was found first is seen."""


@dataclass(frozen=True, slots=True)
class NotedDocument:
    """A document with the notes on it."""

    entry: Entry
    """The document."""
    notes: tuple[PlacedNote, ...]
    """Its notes in their order, deleted ones not among them."""


@dataclass(slots=True)
class _Asked:
    """One query, from when it is asked until all was looked through or another one is asked."""

    steps: Iterator[FoundDocument] = field(default_factory=lambda: iter(()))
    """Finds one document after the other."""
    found: list[FoundDocument] = field(default_factory=list)
    is_done: bool = False
    is_over: Event = field(default_factory=Event)
    """Set once something else is asked."""
    has_answer: Event = field(default_factory=Event)
    """Set once something was found, or the index names nothing."""
    is_seen: Event = field(default_factory=Event)
    """Set once what was found first is on the screen, or nobody looks."""

    def rest(self) -> None:
        """Wait until it is worth looking at all files."""
        self.has_answer.set()
        self.is_over.wait(_REST_SECONDS)


@dataclass(slots=True)
class LibrarySearch:
    """What was asked of a library last, and what was found; it outlives its screen."""

    library: Library
    """Where words are looked for."""
    file: LibraryFilePort
    """Where searches are saved."""
    hold_back: Callable[[], object] = lambda: None
    """Asked, while a query is looked for, that other work in the background waits."""
    show_first: Callable[[], object] | None = None
    """Called in the thread that looks, once something was found; `go_on` follows when it is seen.
    Meanwhile nothing is looked for, which would hold up the frame."""
    words: str = ""
    """The query as it was typed last."""
    is_due: bool = False
    """Whether the query is still to be asked."""
    _asked: _Asked = field(default_factory=lambda: _Asked(is_done=True))
    _turn: Lock = field(default_factory=Lock)

    @property
    def found(self) -> Sequence[FoundDocument]:
        """The documents for which the query holds, as far as they have been looked through."""
        return self._asked.found

    @property
    def is_done(self) -> bool:
        """Whether everything was looked through for it."""
        return self._asked.is_done

    def begin(self, words: str) -> None:
        """Ask something else, which `look_on` then looks for; what was asked before is given up.

        Raises:
            UsageError: The query is not understood; the error names the place.
        """
        query = parse_query(words)
        asked = _Asked()

        def is_wanted() -> bool:
            self.hold_back()
            return not asked.is_over.is_set()

        asked.steps = find_now(self.library, query, is_wanted, asked.rest)
        self._ask(words, asked, is_due=False)

    def ask_next(self, words: str) -> None:
        """Let the screen begin with another query."""
        if words != self.words:
            self._ask(words, _Asked(is_done=True), is_due=True)

    def _ask(self, words: str, asked: _Asked, *, is_due: bool) -> None:
        self._asked.is_over.set()
        self._asked.is_seen.set()
        self.words, self._asked, self.is_due = words, asked, is_due

    def prepare(self) -> None:
        """Load what looking through a document needs, by looking through one; in a thread."""
        with self._turn, suppress(BriefingError):
            for path in islice(self.library.paths(), 1):
                reading = self.library.open_document(self.library.folder / path)
                found_in(reading, (Term("a"),), has_notes=False)
            self.library.known(1)

    def look_on(self) -> None:
        """Look through everything, unless something else is asked meanwhile; in a thread.

        It goes on while nobody looks at what was found.
        """
        asked = self._asked
        with self._turn:
            try:
                for one in asked.steps if not asked.is_over.is_set() else ():
                    asked.found.append(one)
                    if len(asked.found) == 1:
                        self._tell_first(asked)
            except BriefingError as error:
                self.library.tell(Fault.of(error))
            asked.is_done = not asked.is_over.is_set()
            asked.has_answer.set()

    def _tell_first(self, asked: _Asked) -> None:
        asked.has_answer.set()
        if self.show_first is not None:
            self.show_first()
            asked.is_seen.wait(_SEEN_SECONDS)

    def go_on(self) -> None:
        """What was found first is on the screen."""
        self._asked.is_seen.set()

    def wait_for_answer(self, seconds: float) -> bool:
        """Wait until something is found, or the index names nothing; whether it has come to that.

        Args:
            seconds: How long at most.
        """
        return self._asked.has_answer.wait(seconds)

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
