"""Units that stand once for two numbers: the ends of a range, and of a change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.analysis._figure_words import FigureWords
from briefing.analysis._joined import begins_range
from briefing.analysis._not_figures import is_no_figure
from briefing.analysis._times import BEFORE, is_clock, is_date, is_year
from briefing.analysis._unit import Unit
from briefing.analysis._units import is_range, unit_after
from briefing.analysis._written import Amount
from briefing.languages.language import Language
from briefing.languages.phrases import any_of

_NEAR = 3
"""How many times the first end of a range the second is at most, where its words leave doubt."""

_FAR = 10
"""The same of a number and what it changes to."""

_YEAR = re.compile(r"(?:19|20)\d\d")

_GOES_ON = re.compile(r"[-–—‐‑:/%°ºª]|\.\s?[^\W\d_a-zß-ÿ]|[^\W_]|[.,]\d")
"""What makes a number another one's part, or that of a word."""


@lru_cache(maxsize=8)
def _joints(own: Language) -> re.Pattern[str]:
    """What stands between a number's unit and what it changes to, or is set against."""
    articles = rf"(?:(?:{any_of(own.numbers.range_articles)})\s)?"
    words = (*own.numbers.changes_to, *own.labels.versus)
    return re.compile(rf"\s(?:{any_of(words)})\s{articles}")


def shared_units(text: str, found: Sequence[Amount], words: FigureWords) -> list[Unit]:
    """The units, where one of two numbers that belong together has that of the other."""
    shared = [unit_after(text, amount, words) for amount in found]
    for index in range(len(found) - 2, -1, -1):
        end, start = found[index].span.end, found[index + 1].span.start
        after = shared[index + 1]
        joins = after.is_plural and is_range(text[end:start], words)
        if shared[index].text is not None or not joins:
            continue
        is_mixed = found[index].spelled and not found[index + 1].spelled
        is_near = is_mixed and _is_near(found[index], found[index + 1])
        if is_mixed and not is_near and not begins_range(text, found[index].span.start, words):
            continue  # "venti a 120 km/h" are winds
        if is_year(text, found[index], shared[index], words):
            continue
        if after.text in words.own.shares.votes:
            continue  # "438 contre 86 et 42 abstentions"
        if after.text == "%" and is_clock(text, found[index], words):
            continue
        if not is_no_figure(text, found[index + 1], after, words):
            shared[index] = Unit(after.text, end, is_plural=True)
    for index in range(1, len(found)):
        if shared[index].text is None and _is_second(text, found, shared, index, words):
            end = found[index].span.end
            shared[index] = Unit(shared[index - 1].text, end, is_plural=True)
    return shared


def _is_second(
    text: str, found: Sequence[Amount], units: Sequence[Unit], index: int, words: FigureWords
) -> bool:
    """Whether a bare number is that to which the one before it changes: "12 years to 14"."""
    first, unit, second = found[index - 1], units[index - 1], found[index]
    if unit.text is None or not (unit.is_plural and unit.text[0].isalpha()):
        return False
    if unit.text in words.own.shares.votes or not _are_alike(first, second):
        return False
    joint = _joints(words.own).fullmatch(text, unit.end, second.span.start)
    if joint is None or _GOES_ON.match(text, second.span.end):
        return False
    before, after = text[: second.span.start][-BEFORE:], text[second.span.end :][:BEFORE]
    if is_date(before, after, second, words) or _YEAR.fullmatch(second.digits):
        return False
    return not is_no_figure(text, first, unit, words)


def _are_alike(first: Amount, second: Amount) -> bool:
    """Whether two numbers may count the same: plain ones that are not too far apart."""
    if first.value is None or second.value is None or first.scaled or second.scaled:
        return False
    if any((first.unit, first.currency, second.unit, second.currency)):
        return False
    return first.value <= _FAR * second.value and second.value <= _FAR * first.value


def _is_near(one: Amount, other: Amount) -> bool:
    """Whether two numbers are so near each other that both are ends of one range."""
    if one.value is None or other.value is None:
        return False
    return one.value < other.value <= _NEAR * one.value
