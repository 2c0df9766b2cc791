"""Words of a page, those that a program wrote as one and that stand apart too.

Ghostscript moves on instead of writing a space, and PDFium sees some of these moves as spacing
between letters. It does so between the text objects that it parts words into, and so only words of
several objects are looked into: each character costs as much as a whole word does.

TeX draws a line as one object, and PDFium sees no space where the line is set so tight that its
spaces are narrower than usual. Words that look like two tell such a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.parsing.importers.pdf.glyphs import Glyphs
from briefing.parsing.importers.pdf.letter_hyphens import line_ends
from briefing.parsing.importers.pdf.looks import FIRST_LINK, LAST_LINK

_WORD = re.compile(rf"[^\s\x00-\x1f\x7f{chr(FIRST_LINK)}-{chr(LAST_LINK)}]+")
_LEAST, _LEAST_PIECED = 0.16, 0.1
"""Times the size of the type: the least space between two words, and between those of a program
that writes each letter for itself, and so at its place."""
_LEAST_TIGHT = 0.115
"""The same in a line that is set tight."""
_LIKE_TWO = re.compile(
    r"[A-ZÄÖÜÉ\d.,;:)](?:(?<=[^\W\d_A-Z]{2}[A-ZÄÖÜÉ])[^\W\d_A-Z]|(?<=[^\W\d_]{2}\d)\d*\b"
    r"|(?<=\b[^\W\d_A-Z]\d)[\d.,]*|(?<=\b[^\W\d_A-Z][A-ZÄÖÜÉ])[^\W\d_A-Z]{2}"
    r"|(?<=\d\d[.;:])[A-ZÄÖÜÉ][^\W\d_A-Z]"
    r"|(?<=\d)[^\W\d_A-Z]{3}|(?<=[^\W\d_]{2}[.,;:)])[^\W\d_]{2})"
)
"""What words have inside them that may be two."""
_MARK = re.compile(r"[^\W_][?!;](?![^\W_])")
"""A mark with a thin space before it, in French."""
_LEAST_THIN = 0.1
"""Times the size of the type: such a space."""
_MOST = 0.34
"""How many of the gaps of a word may be so wide; more is a word with its letters set apart."""


def words_of(glyphs: Glyphs) -> Iterator[tuple[int, int]]:
    """Where the words of a page begin and end, 0-based characters, end exclusive."""
    runs, at = glyphs.runs, 0
    tight = _tight_lines(glyphs)
    marks = (match.start() for match in _MARK.finditer(glyphs.text))
    mark = next(marks, None)
    for match in _WORD.finditer(glyphs.text):
        start, end = match.span()
        while at < len(runs) - 1 and runs[at].end <= start:
            at += 1
        has_pieces = bool(runs) and (runs[at].end < end or runs[at].is_pieced)
        if (has_pieces or at in tight) and not runs[at].type.turns:
            least = _LEAST_PIECED if runs[at].is_pieced else _LEAST
            least = _LEAST_TIGHT if at in tight else least
            size = runs[at].type.size
            for end_of_line in (*line_ends(glyphs, start, end, size), end):
                for cut in (*_spaces(glyphs, start, end_of_line, least * size), end_of_line):
                    yield start, cut
                    start = cut
        else:
            while mark is not None and mark < start:
                mark = next(marks, None)
            if mark is not None and mark < end:
                for cut in _before_marks(glyphs, start, end):
                    yield start, cut
                    start = cut
            yield start, end


def _before_marks(glyphs: Glyphs, start: int, end: int) -> Iterator[int]:
    """The marks inside a word that a thin space stands before, as French sets them."""
    for match in _MARK.finditer(glyphs.text, start, end):
        _left, _right, _base, size = glyphs.extent(match.start())
        if _LEAST_THIN * size < glyphs.gap(match.start() + 1) < size:
            yield match.start() + 1


def _tight_lines(glyphs: Glyphs) -> set[int]:
    """The text objects in which a word that looks like two has a space where it does."""
    runs, at = glyphs.runs, 0
    tight: set[int] = set()
    for match in _LIKE_TWO.finditer(glyphs.text):
        start, end = match.span()
        start -= glyphs.text[start - 1 : start].isalnum()
        while at < len(runs) - 1 and runs[at].end <= start:
            at += 1
        is_one = bool(runs) and runs[at].start <= start and end <= runs[at].end
        is_open = is_one and at not in tight and not (runs[at].is_pieced or runs[at].type.turns)
        if is_open and _has_space(glyphs, start, end, _LEAST_TIGHT * runs[at].type.size):
            tight.add(at)
    return tight


def _has_space(glyphs: Glyphs, start: int, end: int, least: float) -> bool:
    """Whether some but not all of the characters of a word stand so far apart."""
    wide = [glyphs.gap(at) > least for at in range(start + 1, end)]
    return any(wide) and not all(wide)


def _spaces(glyphs: Glyphs, start: int, end: int, least: float) -> list[int]:
    """The characters inside a word before which a space stands, which is so wide at least."""
    found = [at for at in range(start + 1, end) if glyphs.gap(at) > least]
    return found if len(found) <= _MOST * (end - start - 1) else []
