"""The second letter of a slanted “ff” that is drawn letter by letter, which PDFium leaves out.

Boxes around slanted letters overlap, and where two that are the same are set a little closer than
they are wide, PDFium takes the second one for a shadow of the first
(`CPDF_TextPage::IsSameTextObject`). The text object is still there, right behind that of the first.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator, Mapping

from pypdfium2 import raw

from briefing.parsing.importers.pdf.accents import NOTHING

LETTER, BOTH = "f", "ﬀ"
"""The letter, and what stands for two of them."""
_MOST_OBJECTS = 20_000
"""Objects of a page that is looked through: a page of a newspaper, letter by letter."""
_LEAST, _MOST = 0.4, 1.1
"""Times the width of the letter: how far behind the first one the second is."""
_LEVEL = 0.1
"""The same: how far above or below it at most."""
_SAME = 0.05
"""The share of the box of a letter by which that of the same letter may differ."""
_END_MARK = 2
"""Bytes that end a text, and are all of it where it is empty."""


def second_letters(
    page: raw.FPDF_PAGE,
    text_page: raw.FPDF_TEXTPAGE,
    firsts: Mapping[int, int],
    width: Callable[[int], float],
) -> dict[int, float]:
    """The letters behind which the same one is left out.

    Args:
        page: The page.
        text_page: Its text.
        firsts: The letters, by the addresses of their text objects.
        width: How wide one of them is, in points.

    Returns:
        How far to the right of the first one the second is, in points, by the first one.
    """
    count = raw.FPDFPage_CountObjects(page) if firsts else 0
    found: dict[int, float] = {}
    first, seen = -1, _Box()
    for index in range(count if count <= _MOST_OBJECTS else 0):
        handle = raw.FPDFPage_GetObject(page, index)
        at = firsts.get(ctypes.addressof(handle.contents), -1)
        if at < 0 <= first and _is_left_out(handle, text_page):
            right, up = _Box(handle).behind(seen)
            size = width(first)
            if _LEAST * size <= right <= _MOST * size and abs(up) <= _LEVEL * size:
                found[first] = right
        if at >= 0:
            seen = _Box(handle)
        first = at
    return found


def letters_in(text: str, start: int, end: int) -> Iterator[int]:
    """Where such letters stand in a part of a text."""
    while (start := text.find(LETTER, start, end)) >= 0:
        yield start
        start += 1


def with_both(text: str, seconds: Iterable[int], filled: Callable[[int, str], int]) -> str:
    """As many characters, with a sign for both letters at the first of them.

    Args:
        text: The characters of a page.
        seconds: The letters behind which the same one is left out.
        filled: How many spaces behind one of them that one fills; they are none.
    """
    chars = list(text)
    for at in seconds:
        count = filled(at, text)
        chars[at : at + 1 + count] = [BOTH, *NOTHING * count]
    return "".join(chars)


class _Box:
    """The box around a text object."""

    def __init__(self, handle: raw.FPDF_PAGEOBJECT | None = None) -> None:
        self.left, self.low, self.right, self.top = (ctypes.c_float() for _ in range(4))
        if handle is not None:
            raw.FPDFPageObj_GetBounds(handle, self.left, self.low, self.right, self.top)

    def behind(self, other: _Box) -> tuple[float, float]:
        """How far to the right of another box it is, and how far above; of its size, it must be."""
        width, height = self.right.value - self.left.value, self.top.value - self.low.value
        is_same = (
            abs(other.right.value - other.left.value - width) < _SAME * width
            and abs(other.top.value - other.low.value - height) < _SAME * height
        )
        right = self.left.value - other.left.value if is_same else 0.0
        return right, self.low.value - other.low.value


def _is_left_out(handle: raw.FPDF_PAGEOBJECT, text_page: raw.FPDF_TEXTPAGE) -> bool:
    """Whether something is drawn with text of which PDFium gives none: nothing but the end mark."""
    is_text = raw.FPDFPageObj_GetType(handle) == raw.FPDF_PAGEOBJ_TEXT
    return bool(is_text and raw.FPDFTextObj_GetText(handle, text_page, None, 0) <= _END_MARK)
