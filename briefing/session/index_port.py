"""What a session asks of a library's index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from briefing.model.library import Entry, FileState, Indexed
from briefing.model.query import Query


class IndexPort(Protocol):
    """What is known of a library's documents; it may be lost at any time."""

    def writing(self) -> AbstractContextManager[None]:
        """Hold the right to write while the block runs.

        Raises:
            BusyError: Another program is writing.
            StorageError: It cannot be written.
        """

    def compare(self) -> None:
        """See that it says what was written, where it is the first time that this is asked.

        Raises:
            StorageError: It does not.
        """

    def unlike(self, found: Mapping[str, FileState]) -> tuple[list[str], list[str]]:
        """Which of some documents were not read in just these states, and which others were read.

        Both by their paths, the first in the order given.
        """

    def known(self, found: Mapping[str, FileState]) -> set[str]:
        """The paths of those documents that were read in just these states."""

    def entries(self) -> list[Entry]:
        """All documents, by path."""

    def newest(self, most: int) -> list[Entry]:
        """The documents that were published last, at most so many, in the order of a list."""

    def put_since(self, number: int) -> tuple[int, list[Entry]]:
        """The documents that were put in since it gave a number, 0 at first, and the number now."""

    def candidates(
        self,
        query: Query,
        rest: Callable[[], object] = lambda: None,
        is_wanted: Callable[[], bool] = lambda: True,
    ) -> Iterator[Entry]:
        """The documents for which a query may hold: all for which it does, and some more.

        Args:
            query: What must hold.
            rest: Called behind the last one, before it is seen that the index says what was
                written; it may wait.
            is_wanted: Asked meanwhile; once it says no, that is left to the next time.

        Raises:
            StorageError: It does not: there may be others. It is raised behind the last one.
        """

    def faulty(self) -> list[Entry]:
        """The documents that cannot be read, or whose notes file cannot."""

    def unanalysed(self, most: int) -> list[Entry]:
        """Some documents in whose texts states were not looked for since they were read."""

    @property
    def unanalysed_count(self) -> int:
        """How many such documents there are."""

    def put_states(self, found: Iterable[Entry]) -> None:
        """Keep the states of documents whose texts are still the same.

        Raises:
            StorageError: They could not be written.
        """

    def sharing(self, pieces: Sequence[Sequence[str]]) -> list[tuple[str, float]]:
        """The paths of the few documents that most likely hold a quotation, the likeliest first.

        Each comes with how likely it is, as compared to the others.

        Args:
            pieces: Its words, parted where its editor left some out or put some in.
        """

    def put(self, documents: Iterable[Indexed]) -> None:
        """Take documents in, all at once; those of the same path are replaced.

        Raises:
            StorageError: They could not be written.
        """

    def remove(self, paths: Iterable[str]) -> None:
        """Forget documents; errors as in `put`."""

    def replaced(self) -> Mapping[str, str]:
        """The documents with another text than when this was settled last, by their paths.

        Each comes with the SHA-256 of the text that it had then.
        """

    def settle(self, paths: Iterable[str]) -> None:
        """What was to be said of documents that were replaced is said; errors as in `put`."""

    @property
    def needs_sweeping(self) -> bool:
        """Whether it had better be built anew."""

    def discard(self) -> None:
        """Forget everything."""
