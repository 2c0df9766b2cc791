"""What a sentence is worth for a summary by where it stands and how it is said.

News tells the most at the beginning. A report tells it in the sections that say what was found or
decided and in sentences that announce a result, as Edmundson found ("New Methods in Automatic
Extracting", 1969: title, location and cue phrases); covers, methods and words about the report
itself stand before these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from briefing.analysis._figure_words import figure_words
from briefing.analysis._line_tells import told
from briefing.analysis._telltales import Sought
from briefing.analysis.section_starts import SectionStarts
from briefing.languages.load import language_of
from briefing.languages.phrases import ENDS, any_of
from briefing.model.article import Section
from briefing.model.span import Span

_LEANING = 0.5
"""What a weak sentence loses: one that needs another, asks, or is somebody's words."""

_REPORT_LEANING = 0.9
"""The same in a report, which has many others."""

_BRIEF = 80
"""Characters of a sentence that says little."""

_LONG = 200
"""Characters from which on each one more costs a little."""

_SHORTEST_REPORT, _FEWEST_SECTIONS, _LONG_ENOUGH = 8_000, 5, 24_000
"""Characters and sections from which on a text is read as a report, and characters alone."""

_TELLING, _RESULTS, _PREPARING = 1.2, 0.5, -0.6
"""What a sentence gains by the section it stands in."""

_FINDING, _OF_ITSELF = 0.8, -1.6
"""What it gains by announcing a result, and by speaking of the report."""

_LATE = 0.4
"""What the last sentence of a report loses against the first one."""

_ANNOUNCING = frozenset((Sought.FINDING, Sought.OF_ITSELF))
"""What is looked for in a sentence of a report."""

_PARTS = 10
"""Parts of a report of which a summary should have seen many."""

_NUMBERED = r"(?:[\d.\s]+|[ivxlc]{1,5}[.)]\s+|[a-z][.)]\s+)?"
"""The number of a heading."""


def _plain(length: int) -> float:
    """What a sentence loses by its length."""
    return 0.0008 * max(0, length - _LONG) + 0.4 * (length < _BRIEF)


class Worth(Protocol):
    """What sentences are worth."""

    figure: float
    """What one is worth by each key figure that no other point holds."""
    leads: bool
    """Whether the first sentence is a point, whatever it is worth."""

    def part(self, section: int, span: Span) -> int:
        """The part of the text that a sentence stands in; the first seen of each is news."""

    def news(self, rank: int) -> float:
        """What it is worth as the first of its part, by its place in its section."""

    def besides(self, section: int, rank: int, span: Span, sentence: str, is_weak: bool) -> float:
        """What it is worth besides; its words are not needed where its line announces nothing."""

    def is_lead(self, section: int, sentence: str) -> bool:
        """Whether it may be the first point, wherever it stands."""


class WorthInNews:
    """The earlier, the more."""

    figure, leads = 1.2, True

    def part(self, section: int, span: Span) -> int:  # noqa: ARG002
        return section

    def news(self, rank: int) -> float:
        return 1.2 if rank == 0 else 0.8

    def besides(
        self,
        section: int,
        rank: int,
        span: Span,
        sentence: str,  # noqa: ARG002
        is_weak: bool,
    ) -> float:
        early = (1.3 if section == 0 else 0.8) / (1 + 0.5 * rank) - 0.05 * section
        return early - _plain(len(span)) - _LEANING * is_weak

    def is_lead(self, section: int, sentence: str) -> bool:  # noqa: ARG002
        return False


class WorthInReport:
    """What was found, from many parts of the text."""

    figure, leads = 0.6, False

    def __init__(self, text: str, sections: Sequence[Section], language: str | None) -> None:
        self._text, self._language = text, language
        self._kinds = _Kinds(sections, language)

    def part(self, section: int, span: Span) -> int:  # noqa: ARG002
        return span.start * _PARTS // len(self._text)

    def news(self, rank: int) -> float:  # noqa: ARG002
        return 0.8

    def besides(self, section: int, rank: int, span: Span, sentence: str, is_weak: bool) -> float:
        place = 0.8 / (1 + 0.5 * rank) - _LATE * span.start / len(self._text)
        told = self._kinds.of(section) + _announced(sentence, self._language)
        length = max(len(span), _BRIEF) if told > _RESULTS else len(span)
        return place + told - _plain(length) - _REPORT_LEANING * is_weak

    def is_lead(self, section: int, sentence: str) -> bool:
        return self._kinds.of(section) + _announced(sentence, self._language) > _RESULTS


def worth_of(text: str, sections: Sequence[Section], language: str | None) -> Worth:
    """How the sentences of a text are weighed."""
    is_divided = len(text) >= _SHORTEST_REPORT and len(sections) >= _FEWEST_SECTIONS
    if is_divided or len(text) >= _LONG_ENOUGH:
        return WorthInReport(text, sections, language)
    return WorthInNews()


@lru_cache(maxsize=16)
def _headings(language: str | None) -> tuple[tuple[float, re.Pattern[str]], ...]:
    """What sections are worth, with the headings they have."""
    own = language_of(language).reports
    worths = ((_TELLING, own.telling), (_RESULTS, own.results), (_PREPARING, own.preparing))
    return tuple((worth, _heading(words)) for worth, words in worths)


def _heading(words: Sequence[str]) -> re.Pattern[str]:
    """A heading of such words; one of several words may go on."""
    some, long = any_of(words), any_of(one for one in words if " " in one)
    ends = r"(?:\W*|\W*[.:–—].*| (?:\d|[A-Z]\b).*)"
    return re.compile(rf"{_NUMBERED}(?:(?:{some}){ends}|(?:{long}){ENDS}.*)", re.IGNORECASE)


class _Kinds:
    """What sections are worth, with all inside them. Each is looked at once, in order."""

    def __init__(self, sections: Sequence[Section], language: str | None) -> None:
        self._starts, self._language = SectionStarts(sections), language
        self._worths: list[float] = []
        self._level = 0

    def of(self, number: int) -> float:
        """What a section's sentences gain or lose."""
        while len(self._worths) <= number:
            self._look_at(len(self._worths))
        return self._worths[number]

    def _look_at(self, number: int) -> None:
        level, heading = self._starts.heading_of(number)
        own = self._own(heading or "")
        if own:
            self._level = level
        elif self._level and level > self._level:
            own = self._worths[-1]
        else:
            self._level = 0
        self._worths.append(own)

    def _own(self, heading: str) -> float:
        kinds = _headings(self._language)
        return next((worth for worth, words in kinds if words.fullmatch(heading)), 0.0)


@lru_cache(maxsize=16)
def _phrases(language: str | None, sought: Sought) -> re.Pattern[str]:
    own = language_of(language).reports
    words = own.findings if sought is Sought.FINDING else own.itself
    return re.compile(rf"(?<!\w)(?:{any_of(words)}){ENDS}")


def may_announce(line: str, language: str | None) -> bool:
    """Whether a sentence of a line may tell a result, or of the report that it stands in."""
    return not _ANNOUNCING.isdisjoint(told(line, figure_words(language)))


def _announced(sentence: str, language: str | None) -> float:
    """What a sentence gains by saying that it tells a result, or loses by telling of the report."""
    tells = told(sentence, figure_words(language)) & _ANNOUNCING if sentence else None
    if not tells:
        return 0.0
    low = " ".join(sentence.lower().split())
    is_finding, is_of_itself = (
        one in tells and _phrases(language, one).search(low) is not None
        for one in (Sought.FINDING, Sought.OF_ITSELF)
    )
    return _FINDING * is_finding + _OF_ITSELF * is_of_itself
