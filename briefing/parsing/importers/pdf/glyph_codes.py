"""Characters that are the numbers of glyphs, as some printer drivers write them.

They name no encoding, and PDFium gives the numbers themselves. TrueType fonts have their glyphs in
one order mostly, that of the Macintosh: “Gebruik 2” is ``*HEUXLN`` and code 21.
"""

from __future__ import annotations

import re

_FIRST, _LAST_ASCII, _LAST = 3, 97, 223
"""The glyphs of a space, of a tilde, and of the last character that the codec has in this order."""
_FROM_ASCII, _FROM_MAC = 29, 30
"""How far a glyph's number is from a character's code, in ASCII and above it (the order of glyphs
of a TrueType `post` table of format 1, https://learn.microsoft.com/typography/opentype/spec/post).
"""
_POINTS = re.compile(r"[\x0f-\x1c]")
"""The glyphs of commas, hyphens, points, slashes and digits, which are no characters of a text."""
_UNPRINTED = re.compile(r"[\x03\x0f-\x1c]")
"""Those and the glyph of a space: a page that only stands in capitals has none of them."""
_FEWEST_POINTS, _FEWEST_LETTERS = 8, 40
_SMALL = re.compile(r"[D-Z\[\\\]]")
"""The glyphs of small letters."""
_REAL_SMALL = re.compile(r"[a-z]")
_MOST = 0.1
"""The share of small letters, which are the glyphs of letters with accents then."""
_LEAST = 0.6
"""The share of all signs that are the glyphs of small letters then."""
_CODE = re.compile(r"\r\n|[\x03-\xdf]")


def are_glyphs(text: str, *, is_known: bool) -> bool:
    """Whether the characters of a page are the numbers of its glyphs.

    Args:
        text: What PDFium says of the page.
        is_known: Whether those of another page of the document are.
    """
    if is_known:
        if _UNPRINTED.search(text) is None:
            return False
    elif len(_POINTS.findall(text)) < _FEWEST_POINTS:
        return False
    small, real = len(_SMALL.findall(text)), len(_REAL_SMALL.findall(text))
    signs = sum(not char.isspace() and ord(char) != _FIRST for char in text)
    fewest = 1 if is_known else _FEWEST_LETTERS
    return small >= max(fewest, _LEAST * signs) and real <= _MOST * small


def named(text: str) -> str:
    """The characters that the numbers of glyphs stand for, one for each; ends of lines stay."""
    return _CODE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    if len(match[0]) > 1 or match[0] == " ":
        return match[0]
    code = ord(match[0])
    if code <= _LAST_ASCII:
        return chr(code + _FROM_ASCII)
    return bytes([code + _FROM_MAC]).decode("mac_roman")
