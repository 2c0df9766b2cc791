"""Which figures are worth keeping while a text is read, each by itself.

What title and lead count, large and exact numbers before stretches of time and small words. In
which order those that are kept are shown is weighed once all are known, see `_row_order.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache

from briefing.analysis._figure_words import FigureWords, figure_words
from briefing.model.article import Section
from briefing.model.figure import Figure

IN_TITLE, IN_LEAD, EARLY = 8.0, 16.0, 3.0
"""What a figure gains by standing there: all weights were found on labelled articles."""

BEHIND_TEXT, IN_CELL = 16.0, 30.0
"""What a figure loses in a section like contents and references, and in the cell of a table."""

_EARLY = 600
"""Characters after the lead that come early."""


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
    if not has_lead(sections):
        return sections[0].span.start + 600 if sections else 600
    return sections[0].span.end


def has_lead(sections: Sequence[Section]) -> bool:
    """Whether a heading parts the lead from what follows."""
    return len(sections) > 1 and sections[0].heading is None


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
