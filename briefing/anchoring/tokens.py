"""A text as a row of words, so that two versions can be compared word by word.

Words are compared in their folded form. Scripts that are written without spaces give one token a
character. White space and punctuation are no tokens: changing them moves nothing.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import add

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

_LAST_LATIN = "\u024f"
"""The end of Unicode's block Latin Extended-B."""

PIECE = 50_000
"""Characters that are read at a time: some milliseconds."""
LINE, SENTENCE, PHRASE = 3, 2, 1
"""How strongly a text can be cut between two words: by a new line, a sentence, a comma."""
SENTENCE_ENDS = frozenset(".!?…‥。．！？｡۔؟։।॥።၊။។៕՜")
"""What ends a sentence: the commonest of Unicode's Sentence_Terminal property.

https://www.unicode.org/reports/tr29/#Sentence_Boundaries
"""


@dataclass(frozen=True)
class Tokens:
    """The words of a text in order."""

    text: str
    """The text itself."""
    starts: Sequence[int]
    """First character of each word."""
    ends: Sequence[int]
    """The character after each word."""
    words: list[str]
    """Each word, folded."""

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """Where each word stands."""
        places: dict[str, list[int]] = {}
        for index, word in enumerate(self.words):
            places.setdefault(word, []).append(index)
        return places

    def break_before(self, index: int) -> int:
        """How strongly the text is cut before a token: see `LINE`, `SENTENCE` and `PHRASE`."""
        if index <= 0 or index >= len(self.words):
            return LINE
        gap = self.text[self.ends[index - 1] : self.starts[index]]
        if "\n" in gap:
            return LINE
        # A point with nothing around it is part of a number, an abbreviation or an address.
        if gap != "." and any(char in SENTENCE_ENDS for char in gap):
            return SENTENCE
        return PHRASE if gap.strip() else 0

    def is_heading_end(self, index: int) -> bool:
        """Whether a line ends before a token without the end of a sentence, as headings do."""
        if self.break_before(index) < LINE or not 0 < index <= len(self.words):
            return False
        end = self.starts[index] if index < len(self.words) else len(self.text)
        gap = self.text[self.ends[index - 1] : end]
        return not any(char in SENTENCE_ENDS for char in gap)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The tokens ``[first, last)`` that share a character with ``[start, end)``."""
        first = bisect_left(self.ends, start + 1)
        return first, max(first, bisect_left(self.starts, end))


def tokenize(text: str) -> Tokens:
    """Cut a text into words."""
    pattern, pieces = _pattern(text), list(_pieces(text))
    raw = [word for piece in pieces for word in pattern.findall(text, *piece)]
    folds = {piece: fold_cluster(piece) for piece in set(raw)}
    starts = numbers(m.start() for piece in pieces for m in pattern.finditer(text, *piece))
    ends = numbers(map(add, starts, map(len, raw)))
    words = [folds[piece] for piece in raw]
    if "" in folds.values():
        starts = numbers(start for start, word in zip(starts, words, strict=True) if word)
        ends = numbers(end for end, word in zip(ends, words, strict=True) if word)
        words = list(filter(None, words))
    return Tokens(text, starts, ends, words)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """A long text in stretches that end in a space or a line.

    An expression lets no other thread go on until it has gone through all that it was given.
    """
    start = 0
    while start < len(text):
        ends = (text.find(gap, start + PIECE) for gap in " \n")
        end = min((at + 1 for at in ends if at >= 0), default=len(text))
        yield start, end
        start = end


def numbers(values: Iterable[int]) -> array[int]:
    """Whole numbers, a fifth as large as in a list: a long text has hundreds of thousands."""
    return array("q", values)


def _pattern(text: str) -> re.Pattern[str]:
    """A pattern for the words of this text, made of the characters that it may use."""
    if max(text, default="") <= _LAST_LATIN:
        return _pattern_of_latin()
    return _pattern_of(set(text))


@lru_cache(maxsize=1)
def _pattern_of_latin() -> re.Pattern[str]:
    """One pattern for the short texts of thousands of notes."""
    return _pattern_of(map(chr, range(ord(_LAST_LATIN) + 1)))


def _pattern_of(chars: Iterable[str]) -> re.Pattern[str]:
    kinds: dict[str, list[str]] = {"word": [], "single": [], "mark": [], "gap": []}
    for char in chars:
        kinds[_kind(char)].append(char)
    word, single, mark = (char_class(kinds[kind]) for kind in ("word", "single", "mark"))
    inside = char_class(kinds["word"] + kinds["mark"])
    return re.compile(f"{single}{mark}*|{word}{inside}*")


@lru_cache(maxsize=16384)
def _kind(char: str) -> str:
    category = unicodedata.category(char)
    if is_continuing(char) or is_invisible(char):
        return "mark"
    if category[0] in "LN":
        return "single" if _is_spaceless(ord(char)) else "word"
    return "single" if category[0] == "S" and category != "Sk" else "gap"


def _is_spaceless(code: int) -> bool:
    return any(first <= code <= last for first, last in SPACELESS)
