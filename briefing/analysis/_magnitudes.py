"""Ends of one figure that are no two plain numbers: "hundreds to thousands", "from 3 up to 9"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from briefing.analysis._figure_words import FigureWords
from briefing.languages.language import Language
from briefing.languages.phrases import any_of
from briefing.model.figure import Figure, Qualifier
from briefing.model.span import Span

_REACH = 24
"""Characters before the first number in which its preposition stands."""


@lru_cache(maxsize=8)
def _from(own: Language) -> re.Pattern[str]:
    """What stands before the first of both, where the second is told as a bound."""
    froms = any_of((*own.numbers.range_froms, *own.labels.links))
    return re.compile(rf"(?<!\w)(?:{froms}) [A-Z]{{0,3}}[$€£]?\Z", re.IGNORECASE)


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


def from_up_to(
    line: str, low: Figure, high: Figure, words: FigureWords, offset: int
) -> Figure | None:
    """Both as one figure where the second is a bound: ``from 3 up to 9`` boats; else None.

    The arguments are those of `of_magnitudes`.
    """
    one, two = low.span, high.span
    if one is None or two is None or low.value is None or high.value is None:
        return None
    is_bound = high.qualifier is Qualifier.UP_TO and low.qualifier is None and low.upper is None
    if not is_bound or low.unit not in (None, high.unit) or low.value >= high.value:
        return None
    begin = one.start - offset
    is_near = line[one.end - offset : two.start - offset] == " "
    if not is_near or not _from(words.own).search(line, max(0, begin - _REACH), begin):
        return None
    span = Span(one.start, two.end)
    text = line[begin : two.end - offset]
    return replace(low, upper=high.value, unit=high.unit, span=span, text=text)
