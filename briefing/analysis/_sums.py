"""Figures told in parts: ``2 miliardi 339 milioni e 500 mila``, "three years, six months"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise

from briefing.analysis._digits import as_plain
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._measures import is_measure
from briefing.languages.language import Language
from briefing.languages.phrases import any_of
from briefing.languages.timing import Times
from briefing.model.figure import Figure
from briefing.model.span import Span

_UNSPACED = re.compile(r"\A[\d.,]+(?=[^\W\d_])")
"""Digits right before their scale word: ``934mila``."""

_GROUPED = re.compile(r"\d{3}(?:([.,\u00a0\u202f ])\d{3})+")
"""Thousands in digits, which may follow millions in words: 3 millions ``200 000``."""

_MILLION = 10**6

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_YEAR = 365 * _DAY
_TWELFTH = 12
_MOST_OF_ONE = 365
"""So many of the smaller of two units are in the larger: days in a year."""

_HUNDREDTH = Decimal("0.01")

_SURE = 3
"""So many parts are a sum with a comma between any of them."""


class _Joint(Enum):
    """What stands between two parts."""

    TIGHT = auto()
    """A space, or "and"."""
    COMMA = auto()
    """A comma, which may also part two figures."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A figure that may be a part of a sum."""

    figure: Figure
    value: Decimal
    """In what all parts are told in: a single one, or a second."""
    step: int
    """How much of it makes one of the part's own unit: a million, or a year."""
    is_time: bool


def summed(
    line: str, figures: Sequence[Figure], words: FigureWords, offset: int = 0
) -> list[Figure]:
    """The figures of a line, those told in parts as one; their value is in the first part's unit.

    Args:
        line: A line of the text.
        figures: Its figures, in order.
        words: Those of the language.
        offset: Where the line begins in the text that the figures' spans count in.
    """
    if not any(_may_be_parts(line, *pair, words, offset) for pair in pairwise(figures)):
        return [*figures]
    found: list[Figure] = []
    at = 0
    while at < len(figures):
        is_listed = bool(found) and _is_listed(line, found[-1], figures[at], words, offset)
        parts = [] if is_listed else _parts_from(line, figures[at:], words, offset)
        found.append(_sum(line, parts, offset) if len(parts) > 1 else figures[at])
        at += max(1, len(parts))
    return found


@lru_cache(maxsize=8)
def _ands(own: Language) -> re.Pattern[str]:
    """What stands between two parts, other than a comma."""
    return re.compile(rf"[ \u00a0]|\s(?:{any_of(own.numbers.range_ands)})\s")


@lru_cache(maxsize=8)
def _rates(own: Language) -> re.Pattern[str]:
    """What tells behind hours that they are no part of the days before them: ``a day``."""
    return re.compile(rf"\s(?:{any_of(own.times.rates)})(?!\w)")


@lru_cache(maxsize=8)
def _of_them(own: Language) -> re.Pattern[str]:
    """What tells behind a figure that it is a part of the one before it, and not added."""
    return re.compile(rf"\s(?:{any_of((*own.shares.of_them, *own.shares.of_which))})(?!\w)")


@lru_cache(maxsize=8)
def _seconds(times: Times) -> dict[str, int]:
    """How long each unit of time is, by its words."""
    units = (
        (times.second_units, 1),
        (times.minute_units, _MINUTE),
        (times.hour_units, _HOUR),
        (times.day_units, _DAY),
        (times.week_units, 7 * _DAY),
        (times.month_units, _YEAR // _TWELFTH),
        (times.year_units, _YEAR),
    )
    return {word: length for some, length in units for word in some}


def _may_be_parts(line: str, one: Figure, two: Figure, words: FigureWords, offset: int) -> bool:
    """Whether no more stands between two figures than between the parts of a sum."""
    if one.span is None or two.span is None:
        return False
    between = line[one.span.end - offset : two.span.start - offset]
    return between == ", " or _ands(words.own).fullmatch(between) is not None


def _parts_from(
    line: str, figures: Sequence[Figure], words: FigureWords, offset: int
) -> list[_Part]:
    """The parts of the sum that the first figure begins; that one alone where there is none."""
    first = _part_of(figures[0], words, None)
    if first is None:
        return []
    parts, joints = [first], list[_Joint]()
    for figure in figures[1:]:
        part = _part_of(figure, words, parts[-1])
        joint = None if part is None else _joint(line, parts[-1], part, words, offset)
        if part is None or joint is None:
            break
        parts.append(part)
        joints.append(joint)
    return parts[: _certain(line, parts, joints, words, offset)]


def _is_listed(line: str, before: Figure, figure: Figure, words: FigureWords, offset: int) -> bool:
    """Whether a comma joins a figure to one in the same scale: "3 million, 2 million and 500"."""
    one, two = before.span, figure.span
    if one is None or two is None or line[one.end - offset : two.start - offset] != ", ":
        return False
    scale = _scale_of(figure, words)
    return scale is not None and _scale_of(before, words) == scale


def _part_of(figure: Figure, words: FigureWords, before: _Part | None) -> _Part | None:
    """A figure as a part of a sum; None where it cannot be one behind the part before it."""
    if figure.span is None or figure.value is None or figure.upper is not None or figure.value < 0:
        return None
    if before is not None and figure.qualifier is not None:
        return None
    unit = (figure.unit or "").partition(" ")[0]
    length = _seconds(words.own.times).get(unit)
    if length is not None and (before is None or before.is_time):
        return _Part(figure, figure.value * Decimal(length), length, is_time=True)
    if before is not None and before.is_time:
        return None
    scale = _scale_of(figure, words) if before is None else _rest_scale(figure, words)
    return None if scale is None else _Part(figure, Decimal(figure.value), scale, is_time=False)


def _scale_of(figure: Figure, words: FigureWords) -> int | None:
    """What the scale words at the end of a figure multiply: a million in ``339 millones``."""
    power = 0
    for word in reversed(figure.text.split()):
        one = _power(_UNSPACED.sub("", word), words)
        power += one or 0
        if one is None or word[:1].isdecimal():
            break
    is_round = figure.value is not None and figure.value % 10**power == 0
    return int(10**power) if is_round and 10**power >= _MILLION else None


def _rest_scale(figure: Figure, words: FigureWords) -> int | None:
    """The same of a part behind another, which may have a noun, or digits for its thousands."""
    if (scale := _scale_of(figure, words)) is not None:
        return scale
    some = figure.text.split()
    powers = (_power(_UNSPACED.sub("", word), words) for word in some[:3])
    for power in powers:
        if power is not None:
            return int(10**power)
    return 1 if _GROUPED.match(figure.text) else None


def _power(word: str, words: FigureWords) -> int | None:
    return words.scales.get(word, words.scales.get(word.lower()))


def _joint(line: str, one: _Part, two: _Part, words: FigureWords, offset: int) -> _Joint | None:
    """What joins a part to the next; None where they are no parts of one sum."""
    low, high = one.figure.span, two.figure.span
    if low is None or high is None or not 0 < two.value < one.step or two.step >= one.step:
        return None
    if one.is_time and not _divides(one, two):
        return None
    shares_unit = one.is_time or one.figure.unit in (None, two.figure.unit)
    is_sign = two.figure.unit is None and not (one.figure.unit or "a").isalpha()
    if not (shares_unit or is_sign):
        return None
    between = line[low.end - offset : high.start - offset]
    is_digits = not two.is_time and two.step == 1
    if between == " " or (not is_digits and _ands(words.own).fullmatch(between)):
        return _Joint.TIGHT
    is_whole = two.value % two.step == 0 or two.is_time
    return _Joint.COMMA if between == ", " and is_whole and not is_digits else None


def _divides(one: _Part, two: _Part) -> bool:
    """Whether a whole length of time may go on in a unit: no years in hours, no 4.5 in months."""
    return one.value % one.step == 0 and one.step <= two.step * _MOST_OF_ONE


def _certain(
    line: str,
    parts: Sequence[_Part],
    joints: Sequence[_Joint],
    words: FigureWords,
    offset: int,
) -> int:
    """How many of the parts are a sum: a comma may also part two figures."""
    if _Joint.COMMA not in joints:
        return len(parts)
    last = parts[-1].figure
    end = last.span.end - offset if last.span is not None else 0
    is_other = parts[0].is_time and _rates(words.own).match(line, end) is not None
    is_other = is_other or _of_them(words.own).match(line, end) is not None
    is_closed = len(parts) >= _SURE and joints[-1] is _Joint.TIGHT
    is_near = parts[0].is_time and _are_neighbours(parts)
    is_one = not parts[0].is_time and parts[0].figure.unit is None
    is_one = is_one and last.unit is not None and is_measure(last.unit, words)
    if not is_other and (is_closed or is_near or is_one):
        return len(parts)
    return joints.index(_Joint.COMMA) + 1


def _are_neighbours(parts: Sequence[_Part]) -> bool:
    """Whether no unit of time is left out between any two: years and months, hours and minutes."""
    steps = [part.step for part in parts]
    return all(
        large in (_YEAR, _HOUR, _MINUTE) and small * 60 >= large for large, small in pairwise(steps)
    )


def _sum(line: str, parts: Sequence[_Part], offset: int) -> Figure:
    first, last = parts[0], parts[-1]
    value = sum((part.value for part in parts), Decimal(0))
    begin = first.figure.span.start if first.figure.span is not None else 0
    end = last.figure.span.end if last.figure.span is not None else 0
    text = line[begin - offset : end - offset]
    whole = replace(first.figure, span=Span(begin, end), text=text)
    if first.is_time:
        rounded = (value / first.step).quantize(_HUNDREDTH)
        return replace(whole, value=as_plain(rounded), is_worded=True)
    return replace(whole, value=as_plain(value), unit=first.figure.unit or last.figure.unit)
