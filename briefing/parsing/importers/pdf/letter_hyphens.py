"""Hyphens of programs that write each letter for itself, and soft ones inside ligatures.

Browsers place each letter of a justified line. PDFium leaves out the end of a line behind a
hyphen, so that the parts of a word on two lines are one word of such letters.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.parsing.importers.pdf.glyphs import Glyphs

_AT_END = "\ufffe"
"""What PDFium writes for a hyphen at the end of a line."""
_SOFT = "\xad"
_SAME = 0.01
"""Points by which the parts of a ligature differ, which PDFium makes as wide as each other."""


def line_ends(glyphs: Glyphs, start: int, end: int, size: float) -> Iterator[int]:
    """Behind which hyphens inside a word another line begins, further left.

    Args:
        glyphs: The characters of a page.
        start: Where the word begins.
        end: Where it ends.
        size: Of its type.
    """
    at = glyphs.text.find(_AT_END, start + 1, end - 1)
    while at >= 0:
        if glyphs.gap(at + 1) < -size:
            yield at + 1
        at = glyphs.text.find(_AT_END, at + 1, end - 1)


def without_soft(glyphs: Glyphs, text: str, start: int, size: float) -> str:
    """A part of a word without the hyphens that nobody sees: those inside a ligature."""
    if text.find(_SOFT, 1, -1) < 0:
        return text
    return "".join(
        char
        for at, char in enumerate(text)
        if not (char == _SOFT and 0 < at < len(text) - 1 and _is_part(glyphs, start + at, size))
    )


def _is_part(glyphs: Glyphs, index: int, size: float) -> bool:
    """Whether a character and those beside it are parts of one that is drawn.

    PDFium has them all at its place, or each at a third of it. Letters of a typewriter are as wide
    as each other, too, but wider.
    """
    widths = [glyphs.width(at) for at in (index - 1, index, index + 1)]
    is_at_same_place = abs(glyphs.gap(index) + widths[0]) < _SAME
    are_thirds = sum(widths) < size
    return max(widths) - min(widths) < _SAME and (is_at_same_place or are_thirds)
