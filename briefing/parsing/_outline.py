"""The headings of a document while it is parsed: what the scan saw, corrected by and by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import overload

from briefing.layout.fenwick import Sums
from briefing.model.article import Heading
from briefing.model.span import Place
from briefing.parsing._plan import Plan

Headings = Sequence[Heading]


class Outline(Sequence[Heading]):
    """All headings in order, made when they are asked for.

    Nearly every chunk begins with its one heading, and nothing is kept for such a chunk. The
    others, once parsed, are kept in full.

    Args:
        plan: What the scan saw.
        make: Makes the only heading of a chunk.
    """

    def __init__(self, plan: Plan, make: Callable[[int], Heading]) -> None:
        self._plan = plan
        self._make = make
        self._special: dict[int, tuple[Heading, ...]] = {}
        self._counts: Sums | None = None

    def replace(self, chunk: int, headings: tuple[Heading, ...]) -> None:
        """Tell the headings of a chunk that is not as the scan foretold."""
        self._special[chunk] = headings
        if self._counts is not None:
            self._counts.set(chunk, len(headings))

    def of_chunk(self, chunk: int) -> tuple[Heading, ...]:
        """The headings of one chunk."""
        special = self._special.get(chunk)
        if special is not None:
            return special
        return (self._make(chunk),) if self._plan.is_headed(chunk) else ()

    def until(self, place: Place) -> int:
        """How many headings begin at a place or before it."""
        if place.chunk >= len(self._sums):
            return len(self)
        here = sum(heading.offset <= place.offset for heading in self.of_chunk(place.chunk))
        return self._sums.before(place.chunk) + here

    @property
    def _sums(self) -> Sums:
        """The headings before each chunk."""
        if self._counts is None:
            counts = [*self._plan.headed(), *bytes(self._plan.footnote_chunks)]
            for chunk, headings in self._special.items():
                counts[chunk] = len(headings)
            self._counts = Sums(counts)
        return self._counts

    def __len__(self) -> int:
        return self._sums.total

    def __iter__(self) -> Iterator[Heading]:
        for chunk in range(len(self._sums)):
            yield from self.of_chunk(chunk)

    @overload
    def __getitem__(self, index: int) -> Heading: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Heading, ...]: ...

    def __getitem__(self, index: int | slice) -> Heading | tuple[Heading, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        chunk, place = self._sums.find(range(len(self))[index])
        return self.of_chunk(chunk)[place]
