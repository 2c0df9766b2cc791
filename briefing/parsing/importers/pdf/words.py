"""The words of a page: how each is set, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pypdfium2 import raw

from briefing.model.records import dataclass
from briefing.parsing.importers.pdf.accents import NOTHING
from briefing.parsing.importers.pdf.glyphs import Glyphs
from briefing.parsing.importers.pdf.letter_hyphens import without_soft
from briefing.parsing.importers.pdf.looks import BOLD, FIRST_LINK, ITALIC, LAST_LINK
from briefing.parsing.importers.pdf.runs import Run, Type
from briefing.parsing.importers.pdf.tex_codes import spelled
from briefing.parsing.importers.pdf.unspaced import words_of

_HALF = re.compile("[\ud800-\udfff]")
_LINK_SIGN = re.compile(f"[{chr(FIRST_LINK)}-{chr(LAST_LINK)}]")
_LAST_DIGITS = re.compile(r"(?<!\d)\d{1,3}\Z")

HAS_LETTER = re.compile(r"[^\W_]")
"""A letter or digit, which signs are not."""
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?")
"""The number of a heading, which may be set more lightly than that."""


@dataclass(slots=True)
class Word:
    """A word, or a part of one that is set differently."""

    text: str
    left: float
    right: float
    base: float
    type: Type
    is_raised: bool = False
    """Whether the font itself draws it small and high."""
    spaced: bool = False
    """Whether a space stands before it."""
    link: str = ""
    """The sign of the address that it leads to."""

    @property
    def looks(self) -> str:
        """The signs of how it is set."""
        if self.is_raised:
            return ""
        look = self.type
        bold, italic = BOLD if look.bold else "", ITALIC if look.italic else ""
        return f"{bold}{italic}{self.link}" if bold or italic else self.link


def are_bold(words: Sequence[Word]) -> bool:
    """Whether the words of a line are set bold: all but signs, and but its number before others."""
    if not any(word.type.bold for word in words):
        return False
    named = (_NUMBER.fullmatch(words[0].text) and words[1:]) or words
    is_bold = all(word.type.bold or not HAS_LETTER.search(word.text) for word in named)
    return is_bold and any(word.type.bold for word in named)


def types_of_letters(words: Sequence[Word]) -> Sequence[Type]:
    """The types in which words have letters or digits; most lines have one type alone."""
    first = words[0].type
    if all(word.type is first for word in words):
        return [first] if any(HAS_LETTER.search(word.text) for word in words) else []
    return [word.type for word in words if HAS_LETTER.search(word.text)]


def words_on(glyphs: Glyphs) -> Iterator[Word]:
    """The words of a page in the order of the file, parted where their type changes."""
    runs = iter(glyphs.runs)
    run, last = next(runs, None), 0
    for first, end in words_of(glyphs):
        start = first
        is_spaced = glyphs.text.find(" ", last, start) >= 0
        is_spaced = is_spaced and not raw.FPDFText_IsGenerated(glyphs.page, start - 1)
        last = end
        while run is not None and start < end:
            if run.end <= start:
                run = next(runs, None)
                continue
            at = min(end, run.end)
            for word in _parts(glyphs, glyphs.text[start:at], start, run):
                word.spaced, is_spaced = is_spaced, False
                yield word
            start = at


def _parts(glyphs: Glyphs, text: str, start: int, run: Run) -> list[Word]:
    """A word of one type; the digits at its end apart, where the font draws them small and high."""
    if NOTHING in text:
        start += len(text) - len(text.lstrip(NOTHING))
        text = text.strip(NOTHING)
        if not text:
            return []
    cut = len(text)
    digits = _LAST_DIGITS.search(text) if text[-1].isdecimal() else None
    if digits is not None and glyphs.is_raised(start + cut - 1, run.type):
        cut = digits.start()
    found: list[Word] = []
    if cut:
        place = glyphs.place(start, start + cut, run.type)
        seen = without_soft(glyphs, text[:cut], start, run.type.size)
        found.append(Word(_whole(seen), *place, run.type))
    if cut < len(text):
        place = glyphs.place(start + cut, start + len(text), run.type)
        found.append(Word(_whole(text[cut:]), *place, run.type, is_raised=True))
    return found


def _whole(text: str) -> str:
    """Characters as they are written: ligatures spelled, and those in two parts joined."""
    return text if text.isascii() else spelled(_paired(text)).replace(NOTHING, "")


def _paired(text: str) -> str:
    """Characters whose code PDFium gives in two halves (UTF-16); a half alone is no character."""
    if not _HALF.search(text):
        return text
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _LINK_SIGN.sub("\ufffd", whole)
