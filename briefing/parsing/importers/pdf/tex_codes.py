"""Characters of TeX's bitmap fonts, which say nothing of what their codes stand for.

PDFium then gives the codes themselves. Those of ligatures, quotation marks and dashes are control
characters elsewhere, and so they tell that a page is set so, and in which of TeX's two encodings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.parsing.importers.pdf.lines import HYPHEN

_JOINER = "\ue017"
"""Stands for the mark that TeX sets between the parts of a word; no character of the text."""
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_CORK = {
    **dict(zip(range(0x10, 0x17), "“”„«»–—", strict=True)),
    0x17: _JOINER,
    0x19: "ı",
    **dict(zip(range(0x1B, 0x20), "ﬀﬁﬂﬃﬄ", strict=True)),
    0x7F: HYPHEN,
    **dict(enumerate("ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§", 0x80)),
    **dict(enumerate("ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£", 0xA0)),
    **dict(zip((0xD7, 0xDF, 0xF7, 0xFF), "Œẞœß", strict=True)),
}
"""T1, the Cork encoding (https://www.ctan.org/pkg/encguide, section 4.1)."""
_KNUTH = {
    **dict(zip((0x0B, 0x0C, 0x0D, 0x0E, 0x0F), "ﬀﬁﬂﬃﬄ", strict=True)),
    **dict(zip(range(0x19, 0x20), "ßæœøÆŒØ", strict=True)),
    **dict(zip(map(ord, '"\\{|'), "”“–—", strict=True)),
}
"""OT1, the encoding of Knuth's own fonts (the same, section 3.1); accents are left out."""
_CORK_SIGN = re.compile(r"[\x10-\x17\x1b-\x1f]")
_KNUTH_SIGN = re.compile(r"[\x0b-\x0f]")
_BULLET = re.compile(r"(?<![^\n])\x88(?=\s|\Z)")
"""The mark of an item, which is of a third encoding."""


def decoded(text: str, places: Iterable[tuple[int, int]]) -> str:
    """The characters of a page, one for each code.

    Args:
        text: The codes, or characters where a font tells them.
        places: Where fonts without a name are used, 0-based, end exclusive.
    """
    stretches = list(places)
    table = _table("".join(text[start:end] for start, end in stretches))
    if not table:
        return text
    parts, last = list[str](), 0
    for start, end in stretches:
        parts += text[last:start], _BULLET.sub("•", text[start:end]).translate(table)
        last = end
    return "".join([*parts, text[last:]])


def _table(codes: str) -> dict[int, str]:
    """The encoding that some codes are of; none where they are no codes."""
    cork, knuth = len(_CORK_SIGN.findall(codes)), len(_KNUTH_SIGN.findall(codes))
    if not cork and not knuth:
        return {}
    return _CORK if cork >= knuth else _KNUTH


def spelled(text: str) -> str:
    """Words with the letters of their ligatures."""
    return text if text.isascii() else text.translate(_LIGATURES).replace(_JOINER, "")
