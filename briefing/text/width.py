"""How many terminal cells a text takes, and where it may be cut.

A *cluster* is what a reader takes for one character: a letter with its combining marks, an emoji
with its joiners, a flag. It is never cut in half. Cell widths are those of wcwidth
(https://www.unicode.org/reports/tr11/): wide and full-width characters take two cells, combining
marks none, everything else one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

NARROW = (
    "\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2500-\u25fc"
)
"""Ranges of characters that take one cell and never combine; for a regular expression's set."""
_NOT_NARROW = re.compile(f"[^{NARROW}]")
_JOINER = "\u200d"
_EMOJI_SIGN = "\ufe0f"
_FLAGS = ("\U0001f1e6", "\U0001f1ff")
_MODIFIERS = ("\U0001f3fb", "\U0001f3ff")


def is_narrow(text: str) -> bool:
    """Whether every character takes exactly one cell and stands for itself."""
    if text.isascii():
        return text.isprintable()
    return _NOT_NARROW.search(text) is None


@lru_cache(maxsize=8192)
def character_cells(character: str) -> int:
    """The cells of a character that stands alone."""
    code = ord(character)
    if code < 0x20 or 0x7F <= code < 0xA0:
        return 0
    category = unicodedata.category(character)
    if category in ("Mn", "Me") or (category == "Cf" and code != 0xAD) or 0x1160 <= code <= 0x11FF:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cells(text: str) -> int:
    """The cells that a text takes."""
    if is_narrow(text):
        return len(text)
    return sum(width for _, _, width in clusters(text))


def clusters(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, int]]:
    """Split a text into what must not be cut.

    Yields:
        Start and end of each cluster, 0-based characters of ``text``, and its cells.
    """
    stop = len(text) if end is None else end
    at = start
    while at < stop:
        after = at + 1
        width = character_cells(text[at])
        if after < stop and _is_flag_half(text[at]) and _is_flag_half(text[after]):
            after, width = after + 1, 2
        while after < stop and not text[after].isascii():
            grown = _grow(text, after, stop, width)
            if grown is None:
                break
            after, width = grown
        yield at, after, width
        at = after


def _is_flag_half(character: str) -> bool:
    return _FLAGS[0] <= character <= _FLAGS[1]


def _grow(text: str, at: int, stop: int, width: int) -> tuple[int, int] | None:
    """Add the character at ``at`` to the cluster before it, if it belongs there."""
    character = text[at]
    if character == _JOINER:
        follows = at + 1 < stop and not text[at + 1].isascii()
        return (at + 2 if follows else at + 1), width
    if character == _EMOJI_SIGN:
        return at + 1, 2 if width else 0
    if _MODIFIERS[0] <= character <= _MODIFIERS[1] and width == 2:
        return at + 1, width
    return (at + 1, width) if character_cells(character) == 0 else None
