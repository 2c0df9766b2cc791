"""A search through an article, chunk by chunk, also while the article is still being parsed.

Only the number of hits is kept for each chunk, so that millions of them take no room. Where hits
are drawn or stepped to, their chunk is searched again. For chunks that are not parsed, the number
of hits in their source is taken first: it tells where the first hit is to be looked for, and is
nearly right.

A hit may reach from one chunk into the next. What an expression finds is cut off `_REACH`
characters behind its chunk.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.analysis.search import Query, count, ranges
from briefing.model.span import Place
from briefing.parsing.document import MarkdownDocument

_UNKNOWN = -1
_REACH = 1_000
_KEPT_CHUNKS = 64
_LOOK_AHEAD = 100
"""Chunks not counted yet that a step to the next hit looks into before it skips them."""

Hits = tuple[tuple[int, int], ...]
"""First character and character after the last one, in the characters of the chunk."""


@dataclass(frozen=True, slots=True)
class Window:
    """The text in which the hits of one chunk lie."""

    chunk: int
    """0-based index of the chunk."""
    text: str
    """The chunk's text, and the beginning of the next one where a hit may reach into it."""
    length: int
    """Characters of the chunk's own text; a hit begins before them or at the newline behind."""


class Search:
    """The hits of a query. Counting goes on in steps: `windows`, `look`, `keep`.

    `look` touches nothing but its arguments, so that it may run in a thread.

    Args:
        document: The article.
        query: What to look for.
        start: Where the reader is: counting begins there and goes around the end.
    """

    def __init__(self, document: MarkdownDocument, query: Query, start: Place) -> None:
        self.query = query
        self.start = start
        self.is_stopped = False
        self._document = document
        self._counts = array("i", [_UNKNOWN]) * document.chunk_count
        self._total = 0
        self._counted = 0
        self._foreseen = array("i", [_UNKNOWN]) * document.chunk_count
        self._foreseen_count = 0
        self._without_hit = 0
        self._is_settled = False
        self._recent: OrderedDict[int, Hits] = OrderedDict()
        self._reaches = query.regex or len(query.pattern.split()) != 1
        self._reaches = self._reaches or query.pattern != query.pattern.strip()

    def __len__(self) -> int:
        """How many hits are known; for chunks not parsed yet, how many to expect."""
        return self._total

    @property
    def is_complete(self) -> bool:
        """Whether every chunk has been counted."""
        return self._counted == len(self._counts)

    @property
    def is_foreseen(self) -> bool:
        """Whether the number of hits is known at least nearly. Expressions are not foreseen."""
        return self.query.regex or self._foreseen_count == len(self._counts)

    # -- counting ---------------------------------------------------------------------------

    def foresee(self, characters: int) -> None:
        """Look into the next chunks, without parsing those that are not."""
        while characters > 0 and not self.is_foreseen:
            chunk = (self.start.chunk + self._foreseen_count) % len(self._counts)
            self._foreseen_count += 1
            if self._counts[chunk] != _UNKNOWN:
                continue
            if self._document.known_text(chunk) is not None and not self._reaches:
                self.keep(self.look([self._window(chunk)]))
            else:
                source = self._document.source_of(chunk)
                self._foreseen[chunk] = count(self.query, source)
                self._total += self._foreseen[chunk]
            characters -= self._document.weight(chunk) + 1

    def windows(self, characters: int) -> list[Window]:
        """The next chunks to look into, of about so many characters; parses them if need be."""
        found: list[Window] = []
        while characters > 0 and (chunk := self._next_uncounted(len(found))) is not None:
            window = self._window(chunk)
            characters -= max(1, window.length)
            found.append(window)
        return found

    def look(self, windows: Sequence[Window]) -> list[tuple[int, int, Hits | None]]:
        """How many hits are in some windows, and which, where that had to be found out.

        Raises:
            UsageError: The expression is none, or takes too long.
        """
        found: list[tuple[int, int, Hits | None]] = []
        for window in windows:
            if self.is_stopped:
                break
            if self._reaches:
                hits = self._hits_in(window)
                found.append((window.chunk, len(hits), hits))
            else:
                found.append((window.chunk, count(self.query, window.text), None))
        return found

    def keep(self, found: Sequence[tuple[int, int, Hits | None]]) -> None:
        """Take in what `look` found."""
        for chunk, number, hits in found:
            if self._counts[chunk] == _UNKNOWN:
                self._counts[chunk] = number
                self._counted += 1
                self._total += number - max(0, self._foreseen[chunk])
            if hits:
                self._keep_hits(chunk, hits)

    def _keep_hits(self, chunk: int, hits: Hits) -> None:
        self._recent[chunk] = hits
        self._recent.move_to_end(chunk)
        while len(self._recent) > _KEPT_CHUNKS:
            self._recent.popitem(last=False)

    def _next_uncounted(self, ahead: int) -> int | None:
        size = len(self._counts)
        while self._counted + ahead < size:
            chunk = (self.start.chunk + self._walked + ahead) % size
            if self._counts[chunk] == _UNKNOWN:
                return chunk
            if ahead:
                return None
            self._walked += 1
        return None

    _walked = 0

    def _window(self, chunk: int) -> Window:
        text = self._document.text_of(chunk)
        if not self._reaches or chunk + 1 >= len(self._counts):
            return Window(chunk, text, len(text))
        following = self._document.text_of(chunk + 1)[:_REACH]
        return Window(chunk, f"{text}\n{following}" if text and following else text, len(text))

    def _hits_in(self, window: Window) -> Hits:
        hits: list[tuple[int, int]] = []
        for start, end in ranges(self.query, window.text):
            if start > window.length or self.is_stopped:
                break
            hits.append((start, end))
        return tuple(hits)

    # -- hits -------------------------------------------------------------------------------

    def hits_of(self, chunk: int) -> Hits:
        """The hits that begin in a chunk; none while it is not counted."""
        if self._counts[chunk] <= 0:
            return ()
        if chunk not in self._recent:
            self._keep_hits(chunk, self._hits_in(self._window(chunk)))
        return self._recent[chunk]

    def shown_in(self, chunk: int) -> Hits:
        """The hits to be drawn in a chunk: its own, after one that reaches into it."""
        if chunk == 0 or not self._reaches:
            return self.hits_of(chunk)
        gone = len(self._document.text_of(chunk - 1)) + 1
        before = self.hits_of(chunk - 1)[-1:]
        reaching = tuple((0, end - gone) for _start, end in before if end > gone)
        return reaching + self.hits_of(chunk)

    def next(self, place: Place) -> tuple[Place, Place] | None:
        """The first hit from a place on, around the end."""
        for chunk, is_first in self._around(place.chunk, 1):
            for start, end in self.hits_of(chunk):
                if not is_first or start >= place.offset:
                    return Place(chunk, start), Place(chunk, end)
        return self._edge(self.hits_of(place.chunk)[:1], place.chunk)

    def previous(self, place: Place) -> tuple[Place, Place] | None:
        """The last hit that begins before a place, around the beginning."""
        for chunk, is_first in self._around(place.chunk, -1):
            for start, end in reversed(self.hits_of(chunk)):
                if not is_first or start < place.offset:
                    return Place(chunk, start), Place(chunk, end)
        return self._edge(self.hits_of(place.chunk)[-1:], place.chunk)

    def first(self) -> tuple[Place, Place] | None:
        """The first hit from where the reader is; None while it is not known, or if there is none.

        A chunk whose source has none is passed over, until all are counted.
        """
        size = len(self._counts)
        if self.is_complete and not self._is_settled:
            self._is_settled, self._without_hit = True, 0
        while self._without_hit < size:
            chunk = (self.start.chunk + self._without_hit) % size
            if self._counts[chunk] == _UNKNOWN and self._foreseen[chunk] == _UNKNOWN:
                return None
            self._count_if_likely(chunk)
            for start, end in self.hits_of(chunk):
                if chunk != self.start.chunk or start >= self.start.offset:
                    return Place(chunk, start), Place(chunk, end)
            self._without_hit += 1
        return self._edge(self.hits_of(self.start.chunk)[:1], self.start.chunk)

    def _count_if_likely(self, chunk: int) -> None:
        if self._counts[chunk] == _UNKNOWN and self._foreseen[chunk] > 0:
            self.keep(self.look([self._window(chunk)]))

    def number_of(self, start: Place) -> int | None:
        """Which hit begins at a place, from 1; None if none does, or it is not known yet."""
        before = self._counts[: start.chunk]
        if not self.is_complete and _UNKNOWN in before:
            return None
        starts = [hit[0] for hit in self.hits_of(start.chunk)]
        return sum(before) + starts.index(start.offset) + 1 if start.offset in starts else None

    def _around(self, first: int, step: int) -> Iterator[tuple[int, bool]]:
        """Each chunk once, from one on, and whether it is that one; some are counted on the way."""
        patience = 0 if self.query.regex else _LOOK_AHEAD
        for distance in range(len(self._counts)):
            chunk = (first + step * distance) % len(self._counts)
            self._count_if_likely(chunk)
            is_open = self._counts[chunk] == self._foreseen[chunk] == _UNKNOWN
            if is_open and patience > 0:
                patience -= 1
                self.keep(self.look([self._window(chunk)]))
            yield chunk, distance == 0

    def _edge(self, hits: Hits, chunk: int) -> tuple[Place, Place] | None:
        """The hit of the first chunk that lies on the other side of the place."""
        return (Place(chunk, hits[0][0]), Place(chunk, hits[0][1])) if hits else None
