"""Which section of an article a character stands in, asked in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Sequence

from briefing.model.article import Section
from briefing.model.span import Span

_NUMBERED = re.compile(r"(\d{1,2})(?:\.\d{1,2})*\.?\s+\D")
"""A heading with the number of its section."""


class SectionStarts(Container[int]):
    """Where sections begin. A place in the same section as the last one is found at once."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = sections
        self._number, self._last = -1, Span(0, 0)
        self._known: tuple[int, Section | None] = -1, None

    def number(self, place: int) -> int:
        """The number of the section that holds a character; -1 for the title."""
        if not self._last.start <= place < self._last.end:
            number = self._next(place)
            if number < 0:
                return -1
            self._number, self._last = number, self._section(number).span
        return self._number

    def _next(self, place: int) -> int:
        """Usually the section behind the last one; to know any of them may mean to count lines."""
        number = self._number + 1
        if number < len(self._sections):
            span = self._section(number).span
            if span.start <= place < span.end:
                return number
        return bisect_right(self._sections, place, key=lambda s: s.span.start) - 1

    def place_of(self, number: int) -> tuple[int, bool]:
        """Where a section begins, and whether it has a heading. The last one is known at once."""
        section = self._section(number)
        return section.span.start, section.heading is not None

    def heading_of(self, number: int) -> tuple[int, str | None]:
        """The level of a section and its heading. The last one is known at once."""
        section = self._section(number)
        return section.level, section.heading

    def _section(self, number: int) -> Section:
        """One of the sections; to ask for another than the last one may mean to count lines."""
        known, section = self._known
        if section is None or known != number:
            section = self._sections[number]
            self._known = number, section
        return section

    def __contains__(self, place: object) -> bool:
        """Whether a section begins at a character."""
        number = self.number(place) if isinstance(place, int) else -1
        return number >= 0 and self._section(number).span.start == place

    def is_numbered(self, place: int) -> bool:
        """Whether a heading begins there with its number: one beside it goes on."""
        number = self.number(place)
        own = self._heading_number(number)
        beside = map(self._heading_number, (number - 1, number + 1))
        return own is not None and any(one is not None and abs(one - own) <= 1 for one in beside)

    def _heading_number(self, number: int) -> int | None:
        if not 0 <= number < len(self._sections):
            return None
        found = _NUMBERED.match(self._sections[number].heading or "")
        return None if found is None else int(found[1])
