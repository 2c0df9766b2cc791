"""The characters of a page as PDFium gives them, one for each that it counts."""

from __future__ import annotations

import re

import pypdfium2 as pdfium
from pypdfium2 import raw

_HYPHEN = "\ufffe"
"""What PDFium writes for a hyphen at the end of a line."""
_CODE = re.compile("\x02")
"""The code that it gives for one."""
_HYPHEN_OR_NONE = re.compile(_HYPHEN)
_LAST = 0x10FFFF


def characters_of(page: pdfium.PdfTextPage) -> str:
    """The characters of a page, each in the place that PDFium counts it at.

    Where its text as a whole has fewer, as with letters of formulas, they are asked for one by one.
    """

    def told(match: re.Match[str]) -> str:
        """What it writes for a hyphen, and for a character that its font does not tell."""
        is_known = raw.FPDFText_GetUnicode(page.raw, match.start())
        return match[0] if is_known else "\ufffd"

    def hyphen(match: re.Match[str]) -> str:
        is_one = raw.FPDFText_IsHyphen(page.raw, match.start()) == 1
        return _HYPHEN if is_one else match[0]

    count = page.count_chars()
    text: str = page.get_text_range() if count else ""
    if len(text) == count:
        return _HYPHEN_OR_NONE.sub(told, text)
    codes = (raw.FPDFText_GetUnicode(page.raw, index) for index in range(count))
    return _CODE.sub(hyphen, "".join(chr(code) if 0 < code <= _LAST else " " for code in codes))
