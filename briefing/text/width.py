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
_WIDENED = """
23 2A 30-39 A9 AE 203C 2049 2122 2139 2194-2199 21A9-21AA 2328 23CF 23ED-23EF 23F1-23F2
23F8-23FA 24C2 25AA-25AB 25B6 25C0 25FB-25FC 2600-2604 260E 2611 2618 261D 2620 2622-2623
2626 262A 262E-262F 2638-263A 2640 2642 265F-2660 2663 2665-2666 2668 267B 267E 2692
2694-2697 2699 269B-269C 26A0 26A7 26B0-26B1 26C8 26CF 26D1 26D3 26E9 26F0-26F1 26F4
26F7-26F9 2702 2708-2709 270C-270D 270F 2712 2714 2716 271D 2721 2733-2734 2744 2747
2763-2764 27A1 2934-2935 2B05-2B07 1F170-1F171 1F17E-1F17F 1F321 1F324-1F32C 1F336 1F37D
1F396-1F397 1F399-1F39B 1F39E-1F39F 1F3CB-1F3CE 1F3D4-1F3DF 1F3F3 1F3F5 1F3F7 1F43F 1F441
1F4FD 1F549-1F54A 1F56F-1F570 1F573-1F579 1F587 1F58A-1F58D 1F590 1F5A5 1F5A8 1F5B1-1F5B2
1F5BC 1F5C2-1F5C4 1F5D1-1F5D3 1F5DC-1F5DE 1F5E1 1F5E3 1F5E8 1F5EF 1F5F3 1F5FA 1F6CB
1F6CD-1F6CF 1F6E0-1F6E5 1F6E9 1F6F0 1F6F3
"""
"""Characters of one cell that take two before the sign that asks for an emoji; hexadecimal.

Unicode 17, https://www.unicode.org/Public/17.0.0/ucd/emoji/emoji-variation-sequences.txt
"""
_WIDE_SINCE_16 = ((0x2630, 0x2637), (0x268A, 0x268F), (0x4DC0, 0x4DFF), (0x1D300, 0x1D376))
"""Signs that Unicode 16 made wide; Python before 3.14 does not know it."""
_WIDE_UNASSIGNED = ((0x2E80, 0x9FFF), (0x1F300, 0x1FAFF), (0x20000, 0x3FFFD))
"""Where characters still to come will be wide: ideographs and emoji."""
_PREPENDED = frozenset((*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD))
"""Format characters that are drawn: Prepended_Concatenation_Mark of Unicode's PropList.txt."""


def is_narrow(text: str) -> bool:
    """Whether every character takes exactly one cell and stands for itself."""
    if text.isascii():
        return text.isprintable()
    return _NOT_NARROW.search(text) is None


@lru_cache(maxsize=8192)
def character_cells(character: str) -> int:
    """The cells of a character that stands alone."""
    code = ord(character)
    category = unicodedata.category(character)
    if category == "Cc" or category[0] == "M" or 0x1160 <= code <= 0x11FF:
        return 0
    if category == "Cf":
        return int(code in _PREPENDED)
    if 0x1F3FB <= code <= 0x1F3FF or 0xD7B0 <= code <= 0xD7FF:
        return 0  # skin colours and the second halves of Korean syllables belong to what precedes
    if category == "Cn":
        return 1 + _is_within(code, _WIDE_UNASSIGNED)
    is_wide = unicodedata.east_asian_width(character) in "WF"
    return 1 + (is_wide or _is_within(code, _WIDE_SINCE_16))


def _is_within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


@lru_cache(maxsize=1)
def _widened() -> frozenset[str]:
    """The characters of `_WIDENED`."""
    found: set[str] = set()
    for item in _WIDENED.split():
        first, _, last = item.partition("-")
        found.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(found)


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
        while after < stop and (more := _belongs(text, after, stop)):
            if text[after] == _EMOJI_SIGN and width == 1 and text[after - 1] in _widened():
                width = 2
            after += more
        yield at, after, width
        at = after


def _is_flag_half(character: str) -> bool:
    return _FLAGS[0] <= character <= _FLAGS[1]


def _belongs(text: str, at: int, stop: int) -> int:
    """How many characters from ``at`` on belong to the cluster before it."""
    character = text[at]
    if character.isascii():
        return 0
    if character == _JOINER:
        return 2 if at + 1 < stop and not text[at + 1].isascii() else 1
    return int(character_cells(character) == 0)
