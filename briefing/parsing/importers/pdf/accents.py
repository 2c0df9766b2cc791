"""Letters whose accents are drawn on them as characters of their own, as TeX does by default.

PDFium gives such an accent before its letter, behind it or at the end of its line, and parts the
word by spaces around it. Which letter it belongs to its place tells.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

NOTHING = "\ue018"
"""Stands for a character that has become a part of another one; no character of the text."""
_COMBINING = dict(zip("`´ˆ˜¯˘˙¨˚˝ˇ¸˛", map(chr, (*range(0x300, 0x305), *range(0x306, 0x309),
    0x30A, 0x30B, 0x30C, 0x327, 0x328)), strict=True))  # fmt: skip
"""The mark that Unicode joins to a letter, by the accent that stands for itself."""
_ACCENT = re.compile(f"[{''.join(_COMBINING)}]")
_LINE_BREAK = re.compile("\n")
_DOTLESS = {"ı": "i", "ȷ": "j"}
_BESIDE = 0.3
"""Times the size of the type: how far the middle of an accent is from that of its letter."""
_LOWER, _HIGHER = 0.12, 0.4
"""The same: how far below and above the line of its letter the line of an accent is."""

_APART = 0.1
"""The same: how far apart two words are at least."""

Place = tuple[float, float, float, float]
"""Where a character begins and ends, what it stands on, and the size of its type."""
Seat = tuple[float, float, float]
"""The same without its size."""


def composed(
    text: str,
    place: Callable[[int], Place],
    seat: Callable[[int], Seat],
    is_made_up: Callable[[int], bool],
) -> str:
    """The characters of a page with each accent joined to the letter that it is drawn on.

    Args:
        text: The characters.
        place: Where one of them is.
        seat: The same without its size, which costs half as much.
        is_made_up: Whether PDFium made up one of them.

    Returns:
        As many characters; `NOTHING` stands for what was joined, and for spaces that only parted
        it from its letter.
    """
    accents = [match.start() for match in _ACCENT.finditer(text)]
    if not accents:
        return text
    letters = _Letters(text, _lines_around(text, accents), seat)
    chars = list(text)
    for at in accents:
        found = letters.below(*place(at))
        whole = "" if found is None else _joined(chars[found], text[at])
        if found is None or not whole:
            continue
        chars[found], chars[at] = whole, NOTHING
        spaces = list(_spaces(chars, at, is_made_up))
        if not _part_words(chars, at, spaces, place):
            for beside in spaces:
                chars[beside] = NOTHING
    return "".join(chars)


def _lines_around(text: str, accents: Iterable[int]) -> Iterator[int]:
    """The characters of the lines that hold accents, and of those above and below these."""
    breaks = [match.end() for match in _LINE_BREAK.finditer(text)]
    starts, ends = [0, *breaks], [*breaks, len(text)]
    end = 0
    for at in accents:
        line = bisect_right(starts, at) - 1
        start = max(end, starts[max(0, line - 1)])
        end = max(end, ends[min(line + 1, len(ends) - 1)])
        yield from range(start, end)


def _joined(letter: str, accent: str) -> str:
    """A letter with an accent; empty where there is none in Unicode."""
    letter = _DOTLESS.get(letter, letter)
    whole = unicodedata.normalize("NFC", letter + _COMBINING[accent])
    return whole if len(whole) == 1 else ""


def _spaces(chars: list[str], at: int, is_made_up: Callable[[int], bool]) -> Iterator[int]:
    """The spaces on both sides of a character that PDFium made up."""
    for step in (-1, 1):
        beside = at + step
        while 0 <= beside < len(chars) and chars[beside].isspace() and is_made_up(beside):
            yield beside
            beside += step


def _part_words(
    chars: list[str], at: int, spaces: list[int], place: Callable[[int], Place]
) -> bool:
    """Whether what stands on both sides of an accent and the spaces around it are two words."""
    before, after = min(at, *spaces, at) - 1, max(at, *spaces, at) + 1
    if not spaces or before < 0 or after == len(chars):
        return False
    _left, right, _base, size = place(before)
    return place(after)[0] - right > _APART * size


class _Letters:
    """Letters of a page by their places."""

    def __init__(self, text: str, characters: Iterable[int], seat: Callable[[int], Seat]) -> None:
        self._by_middle = defaultdict[int, list[tuple[float, float, int]]](list)
        for at in characters:
            if text[at].isalpha() and text[at] not in _COMBINING:
                left, right, base = seat(at)
                middle = (left + right) / 2
                self._by_middle[int(middle)].append((middle, base, at))

    def below(self, left: float, right: float, base: float, size: float) -> int | None:
        """The letter that an accent at that place is drawn on."""
        middle, reach = (left + right) / 2, _BESIDE * size
        near = [
            (abs(letter - middle), at)
            for column in range(int(middle - reach), int(middle + reach) + 1)
            for letter, stands, at in self._by_middle[column]
            if abs(letter - middle) <= reach and -_LOWER * size <= base - stands <= _HIGHER * size
        ]
        return min(near)[1] if near else None
