"""Looking for a query in a library: in the documents that its index names, and in changed ones.

The index is a help, never the truth: what it names is looked up in the files before it is given,
and where there is none the files themselves are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace

from briefing.model.errors import BriefingError, BusyError, Fault, NotFoundError, StorageError
from briefing.model.library import Entry, FileState, FoundDocument, Hit
from briefing.model.query import Field, Query
from briefing.session.finding import all_hold, found_in
from briefing.session.indexed import indexed
from briefing.session.library import Library

Hits = tuple[Hit, ...]
_LOOKED_UP = 200
"""Files that are compared with the index in one go."""


def find(library: Library, query: Query) -> Iterator[FoundDocument]:
    """The documents for which a query holds, each with where its words stand.

    What has changed is read first, and kept, where that can be.
    """
    return _Finding(library, query).all(is_fresh=library.is_fresh())


def find_now(
    library: Library,
    query: Query,
    is_wanted: Callable[[], bool] = lambda: True,
    rest: Callable[[], object] = lambda: None,
) -> Iterator[FoundDocument]:
    """The same for a reader who waits: nothing is read before the first is given.

    First come the documents that the index knows, by path; then, by path, those that have
    changed since: all of them without an index.

    Args:
        library: Where they are.
        query: What must hold.
        is_wanted: Asked before each document is looked at; once it says no, that is all.
        rest: Called, where there is an index, before all files are compared with it; it may wait.
    """
    return _Finding(library, query, is_wanted, rest).all()


@dataclass(slots=True)
class _Finding:
    """A query that is looked for in a library."""

    library: Library
    query: Query
    is_wanted: Callable[[], bool] = lambda: True
    rest: Callable[[], object] = lambda: None
    trusts_index: bool = True
    """Whether the index could be read so far."""
    named: list[Entry] = field(default_factory=list)
    """Documents whose states were looked for."""

    def all(self, *, is_fresh: bool = False) -> Iterator[FoundDocument]:
        """What the index knows, then what has changed since; nothing has where it is fresh."""
        seen: set[str] = set()
        try:
            for found in self.in_index():
                seen.add(found.entry.path)
                yield found
            if is_fresh:
                return
        except StorageError as error:
            self.library.tell(Fault.of(error))
            self.trusts_index = False
        for path, state in self._changed() if self.is_wanted() else ():
            if path not in seen:
                yield from self._in_file(path, state)

    def in_index(self) -> Iterator[FoundDocument]:
        """The documents that the index names, as far as the query holds for them.

        One whose files are not as the index knows them is read again.

        Raises:
            StorageError: It cannot be read, or may have named too few.
        """
        for entry in self.library.index.candidates(self.query, self.rest, self.is_wanted):
            if not self.is_wanted():
                break
            for found in self._in_known(entry):
                state = self.library.look_at(entry.path)
                if state is None:
                    continue  # it has gone since
                if self.library.index.known({entry.path: state}):
                    yield found
                else:
                    yield from self._in_file(entry.path, state)
        self._keep()

    def _changed(self) -> Iterator[tuple[str, FileState]]:
        """The documents whose files are not as the index knows them, as the folder is gone through.

        The first ones are compared one by one: somebody may wait for them.
        """
        some: dict[str, FileState] = {}
        size = 1
        for one in self.library.look_through(self.library.folder):
            if not self.is_wanted():
                return
            if isinstance(one, Fault):
                self.library.tell(one)
                continue
            some[one[0]] = one[1]
            if len(some) >= size:
                yield from self._unknown(some)
                some, size = {}, min(2 * size, _LOOKED_UP)
        yield from self._unknown(some)

    def _unknown(self, some: Mapping[str, FileState]) -> Iterator[tuple[str, FileState]]:
        known: set[str] = set()
        with suppress(StorageError):
            known = self.library.index.known(some) if self.trusts_index else set()
        for path, state in some.items():
            if path not in known and self.is_wanted():
                yield path, state

    def _in_known(self, entry: Entry) -> Iterator[FoundDocument]:
        """A document that the index knows, with the hits in it; nothing where the query fails."""
        known = self._fitting(entry)
        if known is None:
            return
        hits: Hits | None = None
        with self._telling():
            reading = self.library.open_document(self.library.folder / entry.path)
            hits = found_in(reading, self.query.terms, has_notes=entry.notes > 0)
        if hits is not None:
            yield FoundDocument(self.library.stood(known), hits)

    def _in_file(self, path: str, state: FileState) -> Iterator[FoundDocument]:
        """The same of one that the index does not know as it is."""
        known: Entry | None = None
        hits: Hits | None = None
        with self._telling():
            reading = self.library.open_document(self.library.folder / path)
            if self.query.conditions:
                known = self._fitting(indexed(reading, path, state).entry)
                if known is None:
                    return
            hits = found_in(reading, self.query.terms, has_notes=state.notes is not None)
            if hits is not None and known is None:
                known = indexed(reading, path, state).entry
        if hits is not None and known is not None:
            yield FoundDocument(self.library.stood(known), hits)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Keep what cannot be read for whoever asks; what has gone since is nothing to tell."""
        try:
            yield
        except NotFoundError:
            pass
        except BriefingError as error:
            self.library.tell(Fault.of(error))

    def _fitting(self, entry: Entry) -> Entry | None:
        """A document with what its conditions ask for; None where one does not hold.

        What costs least is asked first: its state file is read only where the query asks how it
        stands, and its text where no other condition leaves it out.
        """
        query = self.query
        if not all_hold(query.conditions_without(Field.IS, Field.STATE), entry):
            return None
        if query.asks_for(Field.IS):
            entry = self.library.stood(entry)
            if not all_hold(query.conditions_without(Field.STATE), entry):
                return None
        known = self._with_states(entry)
        if known is None:
            self.library.left_out += 1
            return None
        return known if all_hold(query.conditions, known) else None

    def _with_states(self, entry: Entry) -> Entry | None:
        """A document with its states where the query asks for them; None: there is no time."""
        if entry.states is not None or not self.query.asks_for(Field.STATE):
            return entry
        if not self.library.may_analyse():
            return None
        known = replace(entry, states=self.library.named(entry))
        self.named.append(known)
        return known

    def _keep(self) -> None:
        """Keep the states that were looked for, unless another program writes: it looks itself."""
        if self.named:
            with suppress(BusyError, StorageError), self.library.index.writing():
                self.library.index.put_states(self.named)
