"""Thousands and hundreds that hold for both ends of a range: "15 to 30,000 people", ``2-300``."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.model.figure import Figure

THOUSAND = 1000
_GROUPED = re.compile(r"\d[.,  \u00a0\u202f]000(?!\d)")
"""A number in digits with its thousands."""

_FAR = 3
"""How many times the lower end of a range the upper one is at most, if it may be none."""

_FEWEST_HUNDREDS, _MOST_DIGIT = 2, 9
"""Digits that stand for as many hundreds or thousands as the number behind them: ``2-300``."""


def in_hundreds(low: Figure, high: Figure, between: str) -> Figure:
    """The first of two ends, as many hundreds or thousands as the second: ``2-300`` are 200."""
    is_digit = low.text[-1:].isdecimal() and isinstance(low.value, int)
    if between != "-" or not is_digit or not _FEWEST_HUNDREDS <= (low.value or 0) < _MOST_DIGIT:
        return low
    digits = str(high.value)
    is_next = digits == str(int(low.value or 0) + 1) + "0" * (len(digits) - 1)
    power = 10 ** (len(digits) - 1)
    return replace(low, value=int(low.value or 0) * power) if is_next and power >= 100 else low


def shares_thousands(low: Figure, high: Figure) -> bool:
    """Whether the thousands of the upper end hold for the lower, too: 15 to 30,000 people."""
    if low.value is None or high.value is None or not low.text.rpartition(" ")[2].isdecimal():
        return False
    are_thousands = high.value % THOUSAND == 0 and _GROUPED.search(high.text) is not None
    return are_thousands and 1 < low.value < high.value / THOUSAND <= low.value * _FAR
