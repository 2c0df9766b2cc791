"""The face that characters are set in: the family of their font, and their colour.

Bold and italic type of a family is of the same face; how heavy it is and whether it leans is told
apart from that (`glyphs`).
"""

from __future__ import annotations

import ctypes
import re

from pypdfium2 import raw

_SUBSET = re.compile(r"\A[A-Z]{6}\+")
"""What stands before the name of a font of which only some letters are in the file (PDF 9.9.2)."""
_STYLED = re.compile(
    r"[-,_ ].*|(?<=[a-z])(?:Bold|Italic|Ital|Oblique|Roman|Regular|Light|Medium|Semi|Demi|Black"
    r"|Book|Heavy|Cond|MT|PS|LT|Std|Pro).*"
)
_TEX = re.compile(r"(?i)(cm|sf|ec|lm)[a-z]{1,6}\d{1,4}")
"""The names of TeX's fonts, of which the first two letters tell the family."""
_LEAST_CHROMA, _LIGHT = 32, 90
"""Of 255: how far the parts of a colour are apart, and how light a grey is that is none of text."""
_STEP = 32
"""How far shades may differ and yet be the same."""


def family_of(name: str) -> str:
    """The family of a font by its name, in small letters."""
    name = _SUBSET.sub("", name)
    tex = _TEX.fullmatch(name)
    return (tex[1] if tex is not None else _STYLED.sub("", name)).casefold()


def colour_of(handle: raw.FPDF_PAGEOBJECT) -> str:
    """The colour of a text object, in steps; empty for black and for dark grey."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha):
        return ""
    parts = red.value, green.value, blue.value
    if max(parts) - min(parts) < _LEAST_CHROMA:
        return f"#{min(parts) // _STEP}" if min(parts) > _LIGHT else ""
    return "#" + ".".join(str(part // _STEP) for part in parts)
