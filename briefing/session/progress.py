"""The parts of an article that were in view: sections that were read, and how far others are.

What was seen is kept as disjoint stretches of places, joined as they meet, so that a scroll costs
the same in an article of any length::

    text      |= lead =|== One ===|======== Two ========|= Three |
    seen      ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒           ▒▒▒▒▒▒▒
    sections       ✓        ✓       60 %, in two parts    not yet
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from briefing.model.reading_state import Stretch
from briefing.model.span import Place
from briefing.parsing.document import MarkdownDocument
from briefing.session.landmarks import heading_at
from briefing.session.pace import minutes

LEAD = -1
"""The number of the section before the first heading; the others have their heading's."""
READ = 10
"""Tenths of a section that has been read."""

_KEPT_STRETCHES = 500
"""Stretches that are remembered of sections that are not read yet."""
_MOST_MEASURED = 5_000
"""Sections up to which each is measured to tell how much of the text was read; of more, those that
were read are counted."""
_PARENT_WITHIN = 64
"""So many headings back the one that a heading belongs to is looked for."""
_NAME_BYTES = 8


class Progress:
    """What has been in view of one document.

    A section counts as read once each of its lines has been in view, in whatever order; its heading
    alone, jumped to, does not make it so.

    Args:
        document: The text, chunk by chunk.
        read: The names of the sections that were read in earlier sittings.
        seen: What was seen of the others, in the places of this very text.
    """

    def __init__(
        self, document: MarkdownDocument, read: Iterable[str] = (), seen: Iterable[Stretch] = ()
    ) -> None:
        self.document = document
        self._read = dict.fromkeys(read)
        self._stretches: list[Stretch] = []
        self._names: dict[int, str] = {}
        self._parents: dict[int, int] = {}
        self._edges: dict[int, Stretch] = {}
        self._is_foretold = not document.is_complete
        for start, end in seen:
            self._join(start, end)

    @property
    def read(self) -> tuple[str, ...]:
        """The names of all sections that were read, those read last at the end."""
        return tuple(self._read)

    @property
    def seen(self) -> tuple[Stretch, ...]:
        """What was seen of sections that are not read yet."""
        return tuple(s for s in self._stretches if self._is_needed(s))[-_KEPT_STRETCHES:]

    def see(self, first: Place, last: Place) -> Sequence[int]:
        """Lines are in view.

        Args:
            first: The first character in view.
            last: The character after the last one.

        Returns:
            The numbers of the sections that are further on than they were, by tenths.
        """
        return self._see(first, self._after(last))

    def read_on(self, first: Place, last: Place, characters: int) -> list[int]:
        """Some time has gone by over a view: it was read on, from the first on that was not yet.

        Args:
            first: The first character in view.
            last: The character after the last one.
            characters: So many could be read.

        Returns:
            The numbers of the sections that are further on than they were, by tenths.
        """
        place, end, changed = first, self._after(last), dict[int, None]()
        while characters > 0 and place < end:
            stop = self._seen_until(place)
            if stop == place:
                stop = min(self._advanced(place, characters), self._unseen_until(place, end))
                changed |= dict.fromkeys(self._see(place, stop))
                characters -= max(1, self.document.length_between(place, stop))
            place = stop
        return list(changed)

    def _see(self, start: Place, end: Place) -> Sequence[int]:
        """Take a stretch as seen; which sections are further on than they were."""
        numbers = range(self._section_of(start), self._section_of(end) + 1)
        before = [self.tenths(number) for number in numbers]
        self._join(start, end)
        for number in numbers:
            if self._is_covered(number):
                self._read[self._name(number)] = None
        return [n for n, was in zip(numbers, before, strict=True) if self.tenths(n) != was]

    def tenths(self, number: int) -> int:
        """How much of a section has been seen, 0 to `READ`; that only when all of it was."""
        if self._name(number) in self._read:
            return READ
        whole = self.document.length_between(*self._bounds(number))
        return min(READ - 1, self._seen_of(number) * READ // whole) if whole else 0

    @property
    def percent(self) -> int:
        """How much of the whole text has been seen, 0 to 100; that only when all of it was."""
        document = self.document
        count = len(document.headings)
        if count > _MOST_MEASURED:
            return 100 * len(self._read) // (count + 1)
        whole = document.length_between(Place(0, 0), Place(document.chunk_count, 0))
        return 100 * sum(map(self._seen_of, range(LEAD, count))) // whole if whole else 100

    def _seen_of(self, number: int) -> int:
        """The characters of a section that have been seen."""
        start, end = self._bounds(number)
        if self._name(number) in self._read:
            return self.document.length_between(start, end)
        return sum(
            self.document.length_between(max(start, one), min(end, other))
            for one, other in self._touching(start, end)
        )

    def minutes(self, number: int) -> int:
        """How long a section takes to read; 0 for a heading without a text of its own."""
        heading = 0 if number == LEAD else len(self.document.headings[number].text) + 1
        return minutes(self.document.length_between(*self._bounds(number)) - heading)

    # -- sections ---------------------------------------------------------------------------

    def _section_of(self, place: Place) -> int:
        number = heading_at(self.document, place)
        return LEAD if number is None else number

    def _bounds(self, number: int) -> Stretch:
        if number not in self._edges:
            bounds = self._find_bounds(number)
            if not self.document.is_complete:  # an offset may not be known yet
                return bounds
            self._edges[number] = bounds
        return self._edges[number]

    def _find_bounds(self, number: int) -> Stretch:
        headings = self.document.headings
        start, end = Place(0, 0), Place(self.document.chunk_count, 0)
        if number != LEAD:
            start = Place(headings[number].chunk, headings[number].offset)
        if number + 1 < len(headings):
            end = Place(headings[number + 1].chunk, headings[number + 1].offset)
        return start, end

    def _name(self, number: int) -> str:
        """What a section is remembered by: its heading and the one above, however they are typed.

        The number of a section changes with every section that is put before it; this does not.
        """
        if self._is_foretold and self.document.is_complete:
            self._is_foretold = False  # what the scan took for headings may have been none
            self._names.clear()
            self._parents.clear()
        if number not in self._names:
            self._names[number] = self._make_name(number)
        return self._names[number]

    def _make_name(self, number: int) -> str:
        from hashlib import blake2b

        from briefing.text.fold import fold_text

        words = "" if number == LEAD else "\n".join(self._path(number))
        data = fold_text(words).encode("utf-8", "replace")
        return blake2b(data, digest_size=_NAME_BYTES).hexdigest()

    def _path(self, number: int) -> Iterator[str]:
        parent = self._parents[number] = self._parent(number)
        if parent != LEAD:
            yield self.document.headings[parent].text
        yield self.document.headings[number].text

    def _parent(self, number: int) -> int:
        """The heading that a heading stands under; `LEAD` where none is near.

        What stands under the same parent is passed over at once: an outline asks for all of them.
        """
        headings = self.document.headings
        level, above = headings[number].level, number - 1
        while above > max(LEAD, number - 1 - _PARENT_WITHIN):
            if headings[above].level < level:
                return above
            above = self._parents.get(above, above - 1)
        return LEAD

    # -- stretches --------------------------------------------------------------------------

    def _join(self, start: Place, end: Place) -> None:
        """Add a stretch, and make one of all that it meets."""
        first = bisect_left(self._stretches, start, key=lambda stretch: stretch[1])
        last = bisect_right(self._stretches, end, key=lambda stretch: stretch[0])
        for one, other in self._stretches[first:last]:
            start, end = min(start, one), max(end, other)
        self._stretches[first:last] = [(start, end)]

    def _touching(self, start: Place, end: Place) -> Sequence[Stretch]:
        first = bisect_right(self._stretches, start, key=lambda stretch: stretch[1])
        last = bisect_left(self._stretches, end, key=lambda stretch: stretch[0])
        return self._stretches[first:last]

    def _seen_until(self, place: Place) -> Place:
        """The end of the stretch that holds a place; the place itself where none does."""
        index = bisect_right(self._stretches, place, key=lambda stretch: stretch[0]) - 1
        return max(place, self._stretches[index][1]) if index >= 0 else place

    def _unseen_until(self, place: Place, end: Place) -> Place:
        """Where the next stretch begins, or the end that is given."""
        index = bisect_right(self._stretches, place, key=lambda stretch: stretch[0])
        return min(end, self._stretches[index][0]) if index < len(self._stretches) else end

    def _advanced(self, place: Place, characters: int) -> Place:
        """The place so many characters further on; a newline lies between chunks."""
        chunk, offset = place.chunk, place.offset + characters
        while chunk < self.document.chunk_count:
            length = len(self.document.text_of(chunk))
            if offset <= length:
                break
            chunk, offset = chunk + 1, offset - length - 1
        return self._skip_empty(Place(chunk, offset))

    def _is_covered(self, number: int) -> bool:
        start, end = self._bounds(number)
        return any(
            one <= start and self._skip_empty(other) >= end
            for one, other in self._touching(start, end)
        )

    def _is_needed(self, stretch: Stretch) -> bool:
        """Whether it begins or ends in a section that is not read; those in its middle are."""
        start, end = stretch
        last = self._section_of(end)
        if last != LEAD and self._bounds(last)[0] == end:
            last -= 1
        return any(self._name(n) not in self._read for n in {self._section_of(start), last})

    def _after(self, last: Place) -> Place:
        """Where what follows the view begins: a newline or a space lies between."""
        if last.offset >= len(self.document.text_of(last.chunk)):
            return self._skip_empty(Place(last.chunk + 1, 0))
        return Place(last.chunk, last.offset + 1)

    def _skip_empty(self, place: Place) -> Place:
        """The same place, or the chunk after some that have no text to be seen."""
        chunk = place.chunk
        while place.offset == 0 and chunk < self.document.chunk_count:
            if self.document.known_text(chunk) != "":
                break
            chunk += 1
        return place if chunk == place.chunk else Place(chunk, 0)
