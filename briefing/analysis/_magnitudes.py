"""Two orders of magnitude that are the ends of one figure: "hundreds to thousands of trees"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from briefing.analysis._figure_words import FigureWords
from briefing.languages.language import Language
from briefing.languages.phrases import any_of
from briefing.model.figure import Figure
from briefing.model.span import Span


@lru_cache(maxsize=8)
def _span(own: Language) -> re.Pattern[str]:
    """What stands between both."""
    return re.compile(rf" (?:{any_of(own.numbers.range_spans)}) ")


def of_magnitudes(
    line: str, low: Figure, high: Figure, words: FigureWords, offset: int
) -> Figure | None:
    """Both as one figure, of the lower order and in the text's words; None where they are two.

    Args:
        line: A line of the text.
        low: The first of two figures.
        high: The second.
        words: Those of the language.
        offset: Where the line begins in the text that the figures' spans count in.
    """
    one, two = low.span, high.span
    if one is None or two is None or low.magnitude is None or high.magnitude is None:
        return None
    if low.magnitude >= high.magnitude or low.unit not in (None, high.unit):
        return None
    joint = _span(words.own).match(line, one.end - offset)
    # "to" may be taken for the qualifier of the second
    if joint is None or two.start - offset not in (joint.start() + 1, joint.end()):
        return None
    span = Span(one.start, two.end)
    text = line[span.start - offset : span.end - offset]
    return replace(low, unit=high.unit, span=span, text=text, is_worded=True)
