"""Which figures an editor would tell first.

What title and lead count, deaths and people before money before shares, what is stated again and
what the title speaks of before what stands aside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache

from briefing.analysis._figure_words import FigureWords, figure_words
from briefing.languages.kinds import Words
from briefing.languages.phrases import any_of
from briefing.model.article import Section
from briefing.model.figure import Figure

IN_TITLE, IN_LEAD, EARLY = 8.0, 16.0, 3.0
"""What a figure gains by standing there: all weights were found on labelled articles."""

BEHIND_TEXT, IN_CELL = 16.0, 30.0
"""What a figure loses in a section like contents and references, and in the cell of a table.

A report's tables hold hundreds of figures; its text tells which of them matter.
"""

_EARLY = 600
"""Characters after the lead that come early."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
"""Letters by which two words are held to be the same."""


def weigher(language: str | None, sections: Sequence[Section]) -> Callable[[Figure], float]:
    """How telling a figure is by itself; those in title and lead more than others.

    Args:
        language: Of the article.
        sections: Of the article; the title ends where the first begins.
    """
    words = figure_words(language)
    title_end = sections[0].span.start if sections else 0
    end_of_lead = lead_end(sections)

    def weight(figure: Figure) -> float:
        start = figure.span.start if figure.span else 0
        place = IN_TITLE * (start < title_end) + IN_LEAD * (start < end_of_lead)
        return place + EARLY * (start < end_of_lead + _EARLY) + _telling(figure, words)

    return weight


def lead_end(sections: Sequence[Section]) -> int:
    """The first character after title and lead; where nothing parts the lead, 600 characters."""
    if len(sections) < 2 or sections[0].heading is not None:
        return sections[0].span.start + 600 if sections else 600
    return sections[0].span.end


def _telling(figure: Figure, words: FigureWords) -> float:
    value: int | Decimal = figure.magnitude or figure.value or 0
    is_factor = figure.is_worded and figure.unit is None  # "twice as many"
    may_be_spelled = figure.magnitude is None and (is_factor or not figure.is_worded)
    spelled = may_be_spelled and not any(map(str.isdigit, figure.text))
    loss = 8.0 * is_factor if figure.unit is None else _loss(figure.unit.split(" ")[0], words)
    digits = 2.0 * min(12, len(str(abs(int(value)))))
    return digits + 4.0 * (figure.qualifier is not None) - 12.0 * spelled - loss


@lru_cache(maxsize=1024)
def _loss(unit_word: str, words: FigureWords) -> float:
    """What a figure loses by what it is measured in."""
    symbols = words.own.units.symbols
    base = unit_word if unit_word in symbols else unit_word.partition("/")[0]  # "GB/s"
    return (
        14.0 * (unit_word in words.time_units)
        + 8.0 * (base.lower() in words.own.units.measures)
        + 8.0 * (base in symbols)
    )


@lru_cache(maxsize=16)
def _ending_in(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words)})\Z", re.IGNORECASE)


class Subjects:
    """What figures gain by what they count, once their labels are known."""

    def __init__(self, language: str | None, title: str) -> None:
        units = figure_words(language).own.units
        self._deaths, self._persons = _ending_in(units.deaths), _ending_in(units.persons)
        self._title = _stems(title)

    def gain(self, figure: Figure) -> float:
        """What a figure gains."""
        said = re.findall(r"[^\W\d_]+", f"{figure.unit or ''} {figure.label or ''}")
        counted = said[:2]
        return (
            22.0 * any(map(self._deaths.match, said))
            + 20.0 * any(map(self._persons.match, counted))
            + 1.0 * min(2, len(self._title & _stems(" ".join(said))))
            + 7.0 * (figure.label is not None)
            - 4.0 * (figure.label is None and figure.unit is None)
            + 4.0 * min(3, max(0, len(figure.places) - 1))
        )


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.lower()[:_STEM] for word in _WORD.findall(text))
