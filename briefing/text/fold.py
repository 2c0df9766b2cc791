"""Folding: one spelling for texts that differ only in case, quotes, dashes, spaces or encoding.

Two passages that a reader would call the same often differ in characters: a typographic quote
against a straight one, a non-breaking space, a composed letter against base and accent, a soft
hyphen. `fold` brings both to one form and remembers where each character came from, so that what
is found in the folded text can be marked in the original.

========================  ==============================================================
what                      becomes
========================  ==============================================================
compatibility forms       NFKC (ligatures, full-width letters, ``…`` to ``...``)
capitals                  Unicode case folding (``ß`` to ``ss``), unless ``case=False``
quotation marks           ``"`` for double ones, guillemets and corner brackets, else ``'``
dashes and minus          ``-``
runs of white space       one space
zero width, soft hyphen   nothing
accents                   nothing, only with ``accents=True``
========================  ==============================================================
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefing.model.records import dataclass
from briefing.model.span import Span

DOUBLE_QUOTES = '"“”„‟«»〝〞〟「」『』＂″'
"""Marks that open or close a quotation, in the scripts that use a double form."""
SINGLE_QUOTES = "'‘’‚‛‹›ʼʹ′`´＇"
"""Single quotation marks, and what people type for an apostrophe."""
_UNDECOMPOSED = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe"}
# Letters that Unicode does not decompose although readers search for them without the stroke.

_DIRECT = {
    **dict.fromkeys(DOUBLE_QUOTES, '"'),
    **dict.fromkeys(SINGLE_QUOTES, "'"),
    "\u2212": "-",
}


_ASCII_SPACES = re.compile(r"[^\S ]\s*| \s+")
"""White space of ASCII that is more or another than one space."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and the way back to the text that it was made from.

    Most characters fold one to one, so only the exceptions are kept: between two of them, source
    and folded offsets run in step.
    """

    text: str
    """The folded text."""
    folded_starts: tuple[int, ...]
    """For every exception: its first character in the folded text, ascending."""
    folded_ends: tuple[int, ...]
    """The folded character after it; equal to the start where it folded to nothing."""
    source_starts: tuple[int, ...]
    """Its first character in the source."""
    source_ends: tuple[int, ...]
    """The source character after it."""

    def source_span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the source.

        A span that begins or ends inside an exception is widened to the whole of it.
        """
        first = self._source_start(start)
        return Span(first, max(first, self._source_end(end)) if end > start else first)

    def _source_start(self, offset: int) -> int:
        index = bisect_right(self.folded_starts, offset) - 1
        if index < 0:
            return offset
        if offset < self.folded_ends[index]:
            return self.source_starts[index]
        return self.source_ends[index] + offset - self.folded_ends[index]

    def _source_end(self, offset: int) -> int:
        index = bisect_right(self.folded_starts, offset - 1) - 1
        if index < 0:
            return offset
        if offset <= self.folded_ends[index]:
            return self.source_ends[index]
        return self.source_ends[index] + offset - self.folded_ends[index]


def fold(text: str, *, case: bool = True, accents: bool = False) -> Folded:
    """Fold a text for comparing.

    Args:
        text: Any text.
        case: Whether capitals become small letters.
        accents: Whether accents are dropped.
    """
    chars = set(text)
    table = {char: fold_cluster(char, case, accents) for char in chars}
    plain = {ord(char): folded for char, folded in table.items() if len(folded) == 1}
    pieces: list[str] = []
    bounds: list[tuple[int, int, int, int]] = []
    done = length = 0
    for start, end in _exceptions(text, chars, table):
        run = text[done:start].translate(plain)
        folded = _fold_exception(text[start:end], case, accents)
        length += len(run)
        bounds.append((length, length + len(folded), start, end))
        length += len(folded)
        pieces += (run, folded)
        done = end
    pieces.append(text[done:].translate(plain))
    columns = tuple(zip(*bounds, strict=True)) if bounds else ((), (), (), ())
    return Folded("".join(pieces), *columns)


def fold_text(text: str, *, case: bool = True, accents: bool = False) -> str:
    """The folded text alone, where nobody asks where it came from."""
    if text.isascii():  # short English is folded for every change and every hit
        plain = (text.lower() if case else text).replace("`", "'")
        return _ASCII_SPACES.sub(" ", plain)
    return fold(text, case=case, accents=accents).text


@lru_cache(maxsize=16384)
def fold_cluster(cluster: str, case: bool = True, accents: bool = False) -> str:
    """Fold one character, or a base character with its marks; white space is not joined."""
    if cluster.isascii() and cluster.isalnum():
        return cluster.lower() if case else cluster
    direct = "".join(_DIRECT.get(char, char) for char in cluster if not is_invisible(char))
    folded = unicodedata.normalize("NFKC", direct)
    if case:
        folded = unicodedata.normalize("NFKC", folded.casefold())
    if accents:
        folded = _drop_accents(folded)
    return "".join(_fold_sign(char) for char in folded)


def is_invisible(char: str) -> bool:
    """Whether a character has no width and no meaning for comparing: format characters."""
    return unicodedata.category(char) == "Cf"


def is_continuing(char: str) -> bool:
    """Whether a character belongs to the one before it.

    These are marks, the vowels of decomposed Hangul, and the voicing signs of half-width kana.
    """
    if "\u1160" <= char <= "\u11ff" or char in "\uff9e\uff9f":
        return True
    return unicodedata.category(char).startswith("M")


def char_class(chars: Iterable[str]) -> str:
    """A regular expression that matches one of the characters; never an empty class."""
    inside = "".join(re.escape(char) for char in sorted(chars))
    return f"[{inside}]" if inside else r"(?!)"


def _fold_sign(char: str) -> str:
    if char.isspace():
        return " "
    kind = unicodedata.category(char)
    if kind == "Cf":
        return ""
    return "-" if kind == "Pd" else _DIRECT.get(char, char)


def _drop_accents(text: str) -> str:
    """Drop accents and vowel points, but no mark that makes another letter.

    Canonical combining classes (https://www.unicode.org/reports/tr44/#Canonical_Combining_Class_Values):
    10 to 36 are Hebrew and Arabic points, from 200 on come attached and free diacritics. Between
    them lie the voicing marks of kana (8), viramas (9) and the vowels and tones of Thai and Lao.
    """
    kept = (
        _UNDECOMPOSED.get(char, char)
        for char in unicodedata.normalize("NFD", text)
        if not (10 <= (mark := unicodedata.combining(char)) <= 36 or mark >= 200)
    )
    return unicodedata.normalize("NFC", "".join(kept))


def _exceptions(text: str, chars: set[str], table: dict[str, str]) -> Iterator[tuple[int, int]]:
    """The stretches that do not fold one to one, in order."""
    marks = char_class(char for char in chars if is_continuing(char))
    odd = char_class(char for char in chars if len(table[char]) != 1 and not is_continuing(char))
    hidden = char_class(filter(is_invisible, chars))
    gap = char_class(char for char in chars if char.isspace() or is_invisible(char))
    pattern = re.compile(f"(?s:.)(?:{hidden}*{marks})+|{gap}{{2,}}|{odd}|{marks}")
    return (match.span() for match in pattern.finditer(text))


def _fold_exception(piece: str, case: bool, accents: bool) -> str:
    folded = fold_cluster(piece, case, accents)
    return " " if len(folded) > 1 and folded.isspace() else folded
