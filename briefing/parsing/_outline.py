"""The headings of a document while it is parsed: what the scan saw, corrected by and by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from briefing.model.article import Heading

Headings = Sequence[Heading]


class Outline(Sequence[Heading]):
    """All headings in order, made when they are asked for.

    Nearly every chunk begins with its one heading, and nothing is kept for such a chunk. The
    others, once parsed, are kept in full.

    Args:
        first_headed: The first chunk that begins with a heading.
        is_headed: Whether a chunk begins with a heading, by the scan.
        make: Makes the only heading of a chunk.
    """

    def __init__(
        self, chunk_count: int, is_headed: Callable[[int], bool], make: Callable[[int], Heading]
    ) -> None:
        self._count = chunk_count
        self._is_headed = is_headed
        self._make = make
        self._special: dict[int, tuple[Heading, ...]] = {}
        self._places: list[tuple[int, int]] | None = None

    def replace(self, chunk: int, headings: tuple[Heading, ...]) -> None:
        """Tell the headings of a chunk that is not as the scan foretold."""
        before = self._special.get(chunk)
        if before != headings:
            self._special[chunk] = headings
            self._places = None

    def of_chunk(self, chunk: int) -> tuple[Heading, ...]:
        """The headings of one chunk."""
        special = self._special.get(chunk)
        if special is not None:
            return special
        return (self._make(chunk),) if self._is_headed(chunk) else ()

    def _all(self) -> list[tuple[int, int]]:
        """Chunk and place within the chunk of every heading."""
        if self._places is None:
            special = self._special
            self._places = []
            add = self._places.append
            for chunk in range(self._count):
                if chunk in special:
                    for place in range(len(special[chunk])):
                        add((chunk, place))
                elif self._is_headed(chunk):
                    add((chunk, 0))
        return self._places

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, index: int) -> Heading: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Heading, ...]: ...

    def __getitem__(self, index: int | slice) -> Heading | tuple[Heading, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        chunk, place = self._all()[index]
        special = self._special.get(chunk)
        return self._make(chunk) if special is None else special[place]
