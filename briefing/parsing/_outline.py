"""The headings of a document while it is parsed: what the scan saw, corrected chunk by chunk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import overload

from briefing.model.article import Block, BlockKind, Chunk, Heading
from briefing.model.span import Place
from briefing.parsing._plan import Plan
from briefing.parsing._texts import Texts
from briefing.text.fenwick import Sums

_MARKUP = re.compile(r"[`*_\[<&\\~]|#[ \t]*$")
"""What the source of a heading may have that its words have not."""


class Outline(Sequence[Heading]):
    """All headings in order, made when they are asked for.

    Nearly every chunk begins with its one heading, and nothing is kept for such a chunk. The
    others, once parsed, are kept in full.

    Args:
        plan: What the scan saw.
        texts: What each chunk says, as far as that is known.
        words_of: The words of a heading, from its source without the number signs.
    """

    def __init__(self, plan: Plan, texts: Texts, words_of: Callable[[str], str]) -> None:
        self._plan = plan
        self._texts = texts
        self._words_of = words_of
        self._special: dict[int, tuple[Heading, ...]] = {}
        self._counts: Sums | None = None

    def note(self, chunk: Chunk) -> None:
        """Look into a chunk that was parsed: it may not be as the scan foretold."""
        blocks = [block for block in chunk.blocks if block.kind is BlockKind.HEADING]
        if self._is_foretold(chunk, blocks):
            return
        found = tuple(
            Heading(
                block.span.of(chunk.text),
                block.level,
                chunk.index,
                block.span.start,
                block.line_number,
            )
            for block in blocks
        )
        self._special[chunk.index] = found
        if self._counts is not None:
            self._counts.set(chunk.index, len(found))

    def _is_foretold(self, chunk: Chunk, headings: Sequence[Block]) -> bool:
        """Whether a chunk has no other headings than the one that its first line shows, if any."""
        if len(headings) != 1 or not self._plan.is_headed(chunk.index):
            return not headings and not self._plan.is_headed(chunk.index)
        first = headings[0]
        return (
            first.span.start == 0
            and chunk.text.find("\n", 0, first.span.end + 1) in (-1, first.span.end)
            and first.level == _level(self._plan.source, self._plan.starts[chunk.index])
        )

    def starts(self) -> Iterator[Place]:
        """Where each heading begins."""
        for chunk in range(len(self._sums)):
            special = self._special.get(chunk)
            if special is not None:
                yield from (Place(chunk, heading.offset) for heading in special)
            elif self._plan.is_headed(chunk):
                yield Place(chunk, 0)

    def of_chunk(self, chunk: int) -> tuple[Heading, ...]:
        """The headings of one chunk."""
        special = self._special.get(chunk)
        if special is not None:
            return special
        return (self._only(chunk),) if self._plan.is_headed(chunk) else ()

    def until(self, place: Place) -> int:
        """How many headings begin at a place or before it."""
        if place.chunk >= len(self._sums):
            return len(self)
        here = sum(heading.offset <= place.offset for heading in self.of_chunk(place.chunk))
        return self._sums.before(place.chunk) + here

    def _only(self, chunk: int) -> Heading:
        """The heading that a chunk begins with, from its text or else its source line."""
        source, start = self._plan.source, self._plan.starts[chunk]
        end = source.find("\n", start)
        line = source[start : end if end >= 0 else len(source)]
        words = line.lstrip("#")
        text = self._texts[chunk]
        title = self._words(words.strip()) if text is None else text.partition("\n")[0]
        return Heading(title, len(line) - len(words), chunk, 0, self._plan.line(chunk))

    def _words(self, source: str) -> str:
        return source if _MARKUP.search(source) is None else self._words_of(source)

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


def _level(source: str, start: int) -> int:
    """How many number signs stand at a place of the source."""
    end = start
    while source.startswith("#", end):
        end += 1
    return end - start
