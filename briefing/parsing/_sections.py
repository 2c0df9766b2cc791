"""The sections of a whole article, made when they are asked for."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import overload

from briefing.model.article import Heading, PageStart, Section
from briefing.model.span import Span


class Sections(Sequence[Section]):
    """The partition of the text after the title. Only where each begins is kept.

    Args:
        headings: The outline, complete.
        starts: The first character of each heading.
        begin: The first character after the title.
        length: Characters of the whole text.
    """

    def __init__(
        self, headings: Sequence[Heading], starts: Iterator[int], begin: int, length: int
    ) -> None:
        self._headings = headings
        self._starts = array("Q", [begin])
        self._starts.extend(min(max(start, begin), length) for start in starts)
        self._starts.append(length)
        self._last: tuple[int, Section] | None = None

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __iter__(self) -> Iterator[Section]:
        yield self[0]
        for index, heading in enumerate(self._headings, 1):
            yield self._section(index, heading)

    @overload
    def __getitem__(self, index: int) -> Section: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Section, ...]: ...

    def __getitem__(self, index: int | slice) -> Section | tuple[Section, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        place, last = range(len(self))[index], self._last
        if last is None or last[0] != place:  # many ask for the same one, one after the other
            heading = self._headings[place - 1] if place else None
            self._last = last = place, self._section(place, heading)
        return last[1]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _section(self, index: int, heading: Heading | None) -> Section:
        span = Span(self._starts[index], self._starts[index + 1])
        return (
            Section(None, 0, span)
            if heading is None
            else Section(heading.text, heading.level, span)
        )


def pages_of_whole(
    pages: Mapping[int, tuple[PageStart, ...]], start_of: Callable[[int], int | None], length: int
) -> tuple[PageStart, ...]:
    """The pages of all chunks in order, in characters of the whole text.

    Args:
        pages: Those of each chunk that has some, in characters of the chunk.
        start_of: The first character of a chunk in the whole.
        length: Characters of the whole text.
    """
    return tuple(
        PageStart(page.label, min((start_of(index) or 0) + page.start, length))
        for index, starts in sorted(pages.items())
        for page in starts
    )
