"""Sections that tell of a document and not of its subject: contents, references, a glossary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.analysis.section_starts import SectionStarts
from briefing.languages.load import language_of
from briefing.languages.phrases import any_of
from briefing.model.article import Section


@lru_cache(maxsize=16)
def _headings(language: str | None) -> re.Pattern[str]:
    words = any_of(language_of(language).sentences.apparatus)
    return re.compile(rf"[^\W\d_]?[\d.\s]*(?:{words})\W*", re.IGNORECASE)


def is_apparatus(heading: str, language: str | None) -> bool:
    """Whether a heading names such a section."""
    return _headings(language).fullmatch(heading) is not None


class Apparatus:
    """Knows which sections are such, with all inside them. Each is looked at once, in order."""

    def __init__(self, sections: Sequence[Section], language: str | None) -> None:
        self._starts, self._language = SectionStarts(sections), language
        self._reached, self._level = -1, 0
        self._held: set[int] = set()

    def holds(self, place: int) -> bool:
        """Whether a character of the text stands in one."""
        number = self._starts.number(place)
        while self._reached < number:
            self._reached += 1
            self._look_at(self._reached)
        return number in self._held

    def _look_at(self, number: int) -> None:
        level, heading = self._starts.heading_of(number)
        if not (self._level and level > self._level):
            self._level = level if is_apparatus(heading or "", self._language) else 0
        if self._level:
            self._held.add(number)
