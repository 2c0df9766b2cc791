"""Whether a terminal is dark: by its environment at once, and by its own word a little later.

The question is answered on standard input, between the keys. It is followed by another one that
every terminal answers: once that answer is there, no other is on its way that could be taken for
keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

QUESTION = "\x1b]11;?\x1b\\\x1b[c"
"""What colour is the background (OSC 11), and what are you (DA1)?
https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, "Operating System Commands" and "Send
Device Attributes (Primary DA)"."""

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


def is_all(told: Iterable[str]) -> bool:
    """Whether the terminal has said all that it will say."""
    return any(word.startswith("?") and word.endswith("c") for word in told)


def _share(digits: str) -> float:
    return float(int(digits, 16) / (16 ** len(digits) - 1))
