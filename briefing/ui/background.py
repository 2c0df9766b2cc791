"""Whether a terminal is dark: by its environment at once, and by its own word a little later."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_COLOR = re.compile(
    r"11;rgba?:(?P<red>[0-9a-f]{1,4})/(?P<green>[0-9a-f]{1,4})/(?P<blue>[0-9a-f]{1,4})",
    re.IGNORECASE,
)
_LIGHT_COLORS = frozenset({"7", *map(str, range(9, 16))})
"""Of the sixteen colours; black, the dark ones and grey are the others."""


def is_dark_by(environment: Mapping[str, str]) -> bool | None:
    """Whether the background is dark, by ``COLORFGBG``; None where nothing is said.

    The last part is the background's number: ``15;0``, ``12;default;8``.
    """
    number = environment.get("COLORFGBG", "").rpartition(";")[2]
    return number not in _LIGHT_COLORS if number.isdecimal() and int(number) < 16 else None


def is_dark_by_word(told: Iterable[str]) -> bool | None:
    """Whether the background is dark, by what the terminal told; None where it did not say."""
    for word in told:
        color = _COLOR.match(word)
        if color is not None:
            red, green, blue = (_share(color[name]) for name in ("red", "green", "blue"))
            # Luma of ITU-R BT.601: near enough to tell dark from light.
            return 0.299 * red + 0.587 * green + 0.114 * blue < 0.5
    return None


def _share(digits: str) -> float:
    return float(int(digits, 16) / (16 ** len(digits) - 1))
