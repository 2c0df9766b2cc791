"""Numbers below nought: of degrees, shares and cells, and what a measure has lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._measures import is_measure
from briefing.analysis._unit import Unit
from briefing.languages.language import Language
from briefing.languages.phrases import any_of
from briefing.model.span import Span

_REACH = 48
"""Characters before a number in which its qualifier must stand."""

_MINUS = ("-", "–", "−")
_CELL_MINUS = re.compile(r"(?:\A|(?<=[\t\n])) ?([-–−])\Z")
_CELL_BEHIND = re.compile(r" ?%? ?(?:[\t\n]|\Z)")
"""What stands before and behind a number that is alone in its cell, and below nought."""
_WORD_BEFORE = re.compile(r"(\w+) \Z")
_FALLEN = re.compile(r"\((?:[^()]{1,24}[,;] )?[-–−]\Z")
"""What stands before a measure that has become less: ``18 % (-7 points)``, ``(9 %, -3 points)``."""


@dataclass(frozen=True, slots=True)
class _Signs:
    """What makes a number negative."""

    minus: re.Pattern[str]
    """At the end of what stands before it."""
    degrees: tuple[str, ...]
    encloses: frozenset[str]
    """Dashes that open a remark, and make no number negative behind a word."""


@lru_cache(maxsize=8)
def _signs(own: Language) -> _Signs:
    numbers = own.numbers
    return _Signs(
        minus=re.compile(rf"(?<![\w.,%‰°])(?<![\d%‰°] )(?:[-−–]|(?:{any_of(numbers.minus)}) )\Z"),
        degrees=(*own.units.degrees, *own.units.points),
        encloses=frozenset(numbers.enclosing_dashes),
    )


def below_zero(text: str, amount: Amount, unit: Unit, words: FigureWords) -> Amount:
    """The amount with its minus sign, where one can be meant: of degrees, shares and cells."""
    start = amount.span.start
    if amount.value is None or not amount.digits:
        return amount
    has_minus = text[start - 1 : start] in _MINUS
    ends = (amount.span.end, unit.end)  # "−12.7 pts"
    if has_minus and any(_CELL_BEHIND.match(text, end) for end in ends):
        sign = _CELL_MINUS.search(text, max(0, start - 3), start)
        if sign is not None:
            return replace(amount, value=-amount.value, span=Span(sign.start(1), amount.span.end))
    signs = _signs(words.own)
    if unit.text is None or not unit.text.startswith(signs.degrees):
        return _fallen(text, amount, unit, words) if has_minus else amount
    minus = signs.minus.search(text, max(0, start - 10), start)
    if minus is None or words.before.search(text[max(0, minus.start() - _REACH) : minus.end()]):
        return amount  # "pelo menos 25 por cento"
    if minus[0] in signs.encloses and _opens_remark(text, minus.start(), words):
        return amount
    return replace(amount, value=-amount.value, span=Span(minus.start(), amount.span.end))


def _opens_remark(text: str, start: int, words: FigureWords) -> bool:
    """Whether a dash stands behind a word, but not behind a preposition: ``em –3 %``."""
    word = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    return word is not None and word[1].lower() not in words.own.labels.prepositions


def _fallen(text: str, amount: Amount, unit: Unit, words: FigureWords) -> Amount:
    """The amount with its minus sign, where it says by how much a measure has become less."""
    start = amount.span.start
    if amount.value is None or unit.text is None:
        return amount
    if _FALLEN.search(text, max(0, start - _REACH), start) is None:
        return amount
    if not is_measure(unit.text, words):
        return amount
    return replace(amount, value=-amount.value, span=Span(start - 1, amount.span.end))
