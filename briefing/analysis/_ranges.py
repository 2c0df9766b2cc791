"""Stated amounts as ranges, so that a qualifier is carried through a sum.

"Over 11,000" is everything above 11,000; adding 3,000 gives "over 14,000".
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from briefing.model.figure import Figure, Qualifier

_LOOSE = Decimal("0.1")
"""How far "about" may be off, as a share of the number."""

_BELOW = (Qualifier.UP_TO, Qualifier.AT_MOST, Qualifier.UNDER)
_ABOVE = (Qualifier.OVER, Qualifier.AT_LEAST)


@dataclass(frozen=True, slots=True)
class Range:
    """What a statement allows, both ends included; an open end is one that nothing bounds."""

    low: Decimal
    """The least."""
    high: Decimal | None
    """The most; None where nothing bounds it."""

    def meets(self, other: Range) -> bool:
        """Whether both statements can be true of one amount."""
        return (self.high is None or other.low <= self.high) and (
            other.high is None or self.low <= other.high
        )


def of_figure(figure: Figure) -> Range:
    """What a figure allows."""
    if figure.value is None:
        magnitude = Decimal(figure.magnitude or 0)
        return Range(magnitude, magnitude * 1000)
    value = Decimal(figure.value)
    if figure.qualifier in _ABOVE:
        return Range(value, None)
    if figure.qualifier in _BELOW:
        return Range(Decimal(0), value)
    if figure.qualifier is Qualifier.ABOUT:
        return Range(value - abs(value) * _LOOSE, value + abs(value) * _LOOSE)
    return Range(value, value)


def added(ranges: list[Range]) -> Range:
    """What the sum of several statements allows."""
    highs = [item.high for item in ranges]
    high = None if None in highs else sum((h for h in highs if h is not None), Decimal(0))
    return Range(sum((item.low for item in ranges), Decimal(0)), high)


def combined_qualifier(figures: list[Figure]) -> Qualifier | None:
    """How exact the sum of some figures is; `ABOUT` where they pull in different directions."""
    stated = {f.qualifier for f in figures} - {None, Qualifier.ADDITIONAL}
    if not stated:
        return None
    if stated <= set(_ABOVE):
        return Qualifier.OVER if Qualifier.OVER in stated else Qualifier.AT_LEAST
    if stated <= set(_BELOW):
        return Qualifier.UNDER if Qualifier.UNDER in stated else _only(stated, Qualifier.UP_TO)
    return Qualifier.ABOUT


def _only(stated: set[Qualifier | None], default: Qualifier) -> Qualifier:
    (first, *rest) = stated
    return default if rest or first is None else first


def is_rounding(claimed: Decimal, exact: Decimal) -> bool:
    """Whether a claim is the exact amount with fewer digits: 14,000 for 14,035."""
    if claimed == 0:
        return exact == 0
    trailing = len(str(int(abs(claimed)))) - len(str(int(abs(claimed))).rstrip("0"))
    if claimed != int(claimed) or trailing == 0:
        return claimed == exact
    step = Decimal(10) ** trailing
    return abs(claimed - exact) * 2 <= step
