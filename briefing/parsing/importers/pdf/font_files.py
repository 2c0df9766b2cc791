"""Whether a font is bold or leans, as the TrueType file says that a PDF has of it.

Browsers give all fonts of a family its name alone, and other programs give theirs numbers. The
table `head` says how a font is styled
(https://learn.microsoft.com/typography/opentype/spec/head).
"""

from __future__ import annotations

import ctypes
import re
import struct

from pypdfium2 import raw

_SAYS_NOTHING = re.compile(r"[^-,]*[a-z] [A-Z][^-,]*|(?:CIDFont\+)?F\d{1,3}")
"""A name with spaces, which is that of a family and none of PostScript's, or one that counts."""
_TRUETYPE = (b"\x00\x01\x00\x00", b"true", b"OTTO")
_BOLD, _ITALIC = 1, 2
"""Bits of what `head` says of the style."""
_STYLE_AT = 44
"""Where it says so in that table."""


def says_nothing(name: str) -> bool:
    """Whether the name of a font cannot tell how it is styled."""
    return _SAYS_NOTHING.fullmatch(name) is not None


def style_of(font: raw.FPDF_FONT) -> tuple[bool, bool]:
    """Whether an embedded font is bold, and whether it leans; neither where it does not say."""
    if raw.FPDFFont_GetIsEmbedded(font) != 1:
        return False, False
    size = ctypes.c_size_t()
    raw.FPDFFont_GetFontData(font, None, 0, size)
    data = (ctypes.c_uint8 * size.value)()
    raw.FPDFFont_GetFontData(font, data, size.value, size)
    return style_in(bytes(data))


def style_in(data: bytes) -> tuple[bool, bool]:
    """The same of the bytes of a font; a damaged one says nothing."""
    try:
        style = _style_of_truetype(data) if data[:4] in _TRUETYPE else 0
    except struct.error:
        return False, False
    return bool(style & _BOLD), bool(style & _ITALIC)


def _style_of_truetype(data: bytes) -> int:
    (count,) = struct.unpack_from(">H", data, 4)
    for at in range(12, 12 + 16 * count, 16):
        tag, _sum, offset = struct.unpack_from(">4sII", data, at)
        if tag == b"head":
            return int(struct.unpack_from(">H", data, offset + _STYLE_AT)[0])
    return 0
