"""A text as a row of words, so that two versions can be compared word by word.

Words are compared in their folded form. Scripts that are written without spaces give one token a
character. White space and punctuation are no tokens: changing them moves nothing.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

from briefing.text.fold import char_class, fold_cluster, is_continuing, is_invisible

SPACELESS = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x0F00, 0x0FFF),  # Tibetan
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x1980, 0x19DF),  # New Tai Lue
    (0x1A20, 0x1AAF),  # Tai Tham
    (0x2E80, 0x2FFF),  # CJK radicals
    (0x3005, 0x3007),  # ideographic iteration mark, closing mark, zero
    (0x3031, 0x31FF),  # Kana, Bopomofo
    (0x3400, 0x4DBF),  # CJK extension A
    (0x4E00, 0x9FFF),  # CJK
    (0xF900, 0xFAFF),  # CJK compatibility
    (0xFF66, 0xFF9F),  # half-width kana
    (0x1B000, 0x1B16F),  # Kana extensions
    (0x20000, 0x3FFFF),  # CJK extensions B and later
)
"""Scripts written without spaces between words, as ranges of code points, both ends included.

Unicode line breaking classes SA and ID (https://www.unicode.org/reports/tr14/) name the same.
"""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text in order."""

    text: str
    """The text itself."""
    starts: list[int]
    """First character of each word."""
    ends: list[int]
    """The character after each word."""
    words: list[str]
    """Each word, folded."""

    def __len__(self) -> int:
        return len(self.words)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The tokens ``[first, last)`` that share a character with ``[start, end)``."""
        first = bisect_left(self.ends, start + 1)
        return first, max(first, bisect_left(self.starts, end))


def tokenize(text: str) -> Tokens:
    """Cut a text into words."""
    matches = list(_pattern(text).finditer(text))
    folds: dict[str, str] = {}
    starts, ends, words = [], [], []
    for match in matches:
        raw = match.group()
        word = folds.get(raw)
        if word is None:
            word = folds[raw] = fold_cluster(raw)
        if word:
            starts.append(match.start())
            ends.append(match.end())
            words.append(word)
    return Tokens(text, starts, ends, words)


def _pattern(text: str) -> re.Pattern[str]:
    """A pattern for the words of this text, made of the characters that it uses."""
    kinds: dict[str, list[str]] = {"word": [], "single": [], "mark": [], "gap": []}
    for char in set(text):
        kinds[_kind(char)].append(char)
    word, single, mark = (char_class(kinds[kind]) for kind in ("word", "single", "mark"))
    inside = char_class(kinds["word"] + kinds["mark"])
    return re.compile(f"{single}{mark}*|{word}{inside}*")


def _kind(char: str) -> str:
    category = unicodedata.category(char)
    if is_continuing(char) or is_invisible(char):
        return "mark"
    if category[0] in "LN":
        return "single" if _is_spaceless(ord(char)) else "word"
    return "single" if category[0] == "S" and category != "Sk" else "gap"


def _is_spaceless(code: int) -> bool:
    return any(first <= code <= last for first, last in SPACELESS)
