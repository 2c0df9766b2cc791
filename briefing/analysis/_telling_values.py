"""Values that hardly come again by chance: the same one then states the same."""

from __future__ import annotations

from briefing.model.figure import Figure

TELLING_VALUE = 100
"""From here on, the same odd number of other things is hardly a coincidence."""

_TELLING_DIGITS = 3
"""So many digits before the noughts tell as much: 18,600."""

LARGE = 1_000_000
"""From here on, so is one of two digits: 6.5 billion."""

_LEAST_SHARE, _HALF, _WHOLE = 11, 50, 100
"""Shares below the first come again by chance, and so do a half and the whole."""


def is_odd(figure: Figure) -> bool:
    """Whether a value is so telling that it hardly stands for two things."""
    value = figure.value
    if value is None:
        return False
    if value != int(value):
        return not -1 < value < 1 or len(str(value).strip("-0.")) > 1
    digits = len(str(int(value)).rstrip("0"))
    if value >= LARGE:
        return digits > 1
    return value >= TELLING_VALUE and (digits >= _TELLING_DIGITS or value % 100 != 0)


def has_many_digits(figure: Figure) -> bool:
    """Whether a value has three digits and more before its noughts, or some behind the point."""
    value = figure.value or 0
    return value != int(value) or len(str(int(value)).rstrip("0")) >= _TELLING_DIGITS


def has_two_digits(figure: Figure) -> bool:
    """Whether a value has two digits and is not round, so that it hardly comes again by chance."""
    value = figure.value
    return isinstance(value, int) and 10 < value < 100 and value % 5 != 0


def is_telling_share(figure: Figure) -> bool:
    """Whether a share hardly comes again by chance, as a half, the whole and a few percent do."""
    value = figure.value or 0
    return value == int(value) and _LEAST_SHARE <= value < _WHOLE and value != _HALF
