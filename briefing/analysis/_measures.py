"""What kind of unit a number has: a noun that says what is counted, or a measure that does not."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum, auto
from functools import lru_cache

from briefing.analysis._figure_words import FigureWords
from briefing.languages.language import Language
from briefing.languages.phrases import any_of


class Measure(Enum):
    """What a unit is."""

    NONE = auto()
    """The number has no unit."""
    COUNT = auto()
    """A noun that says what is counted."""
    MONEY = auto()
    SHARE = auto()
    TIME = auto()
    """A length of time."""
    TIMES = auto()
    """How often something happens."""
    SIZE = auto()
    """Any other measure."""


_SIGNS = "$€£¥₽₴₹₩₺₪₡₲₱₦₫₵"

_CODE = 3
"""Letters of a currency's code."""

_MOST_KNOWN = 16_384
"""Units whose kind is remembered: a text counts the same things over and over."""


@lru_cache(maxsize=8)
def _times(own: Language) -> re.Pattern[str]:
    return re.compile(any_of(own.names.times))


@lru_cache(maxsize=8)
def _symbols(own: Language) -> frozenset[str]:
    return frozenset((*own.units.symbols, *own.units.tight_symbols))


@lru_cache(maxsize=_MOST_KNOWN)
def measure_of(unit: str | None, words: FigureWords) -> Measure:
    """What a unit is."""
    if unit is None:
        return Measure.NONE
    first = unit.split(maxsplit=1)[0]
    return next(kind for kind, is_it in _KINDS if is_it(unit, first, words))


def _is_share(unit: str, _first: str, words: FigureWords) -> bool:
    return unit == "%" or words.points.match(f" {unit}") is not None


def _is_money(unit: str, first: str, words: FigureWords) -> bool:
    has_sign = first[0] in _SIGNS or first[-1] in _SIGNS
    is_letters = unit in words.own.numbers.signs
    return has_sign or is_letters or words.money.match(f" {unit}") is not None


def _is_repeated(_unit: str, first: str, words: FigureWords) -> bool:
    return _times(words.own).fullmatch(first.lower()) is not None


def _is_time(_unit: str, first: str, words: FigureWords) -> bool:
    return first in words.time_units


def _is_size(_unit: str, first: str, words: FigureWords) -> bool:
    base = first.partition("/")[0]
    is_sign = not {first, base}.isdisjoint(_symbols(words.own)) or not first[0].isalpha()
    return is_sign or base.lower() in words.own.units.measures


def _is_code(_unit: str, first: str, words: FigureWords) -> bool:
    """Whether it is a currency's code."""
    return words.own.times.short_units != () and first.isupper() and len(first) <= _CODE


_KINDS: tuple[tuple[Measure, Callable[[str, str, FigureWords], bool]], ...] = (
    (Measure.SHARE, _is_share),
    (Measure.MONEY, _is_money),
    (Measure.TIMES, _is_repeated),
    (Measure.TIME, _is_time),
    (Measure.SIZE, _is_size),
    (Measure.MONEY, _is_code),
    (Measure.COUNT, lambda _unit, _first, _words: True),
)
"""The first that holds is it."""


@lru_cache(maxsize=_MOST_KNOWN)
def is_scale(unit: str | None, words: FigureWords) -> bool:
    """Whether changes are told in a unit with their sign: percent, their points, degrees."""
    if unit is None:
        return False
    return _is_share(unit, unit, words) or unit.startswith(("°", *words.own.units.degrees))


@lru_cache(maxsize=_MOST_KNOWN)
def is_measure(unit: str, words: FigureWords) -> bool:
    """Whether a unit does not say what is counted: a currency, a share, a length, a time."""
    return measure_of(unit, words) is not Measure.COUNT


def is_thick(unit: str | None, words: FigureWords) -> bool:
    """Whether a size is that of something: sous 4 ``mètres de neige``."""
    measure, _, of = (unit or "").partition(" ")
    return bool(of) and measure_of(measure, words) is Measure.SIZE
