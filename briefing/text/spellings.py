"""Spellings of a word that a reader does not tell apart when searching.

One typed letter stands for others that look alike; some letters may be set as one; a word may be
parted at the end of a line; some characters are not seen at all. Accents are not told here: they
follow from Unicode's decomposition.
"""

from __future__ import annotations

import re
import unicodedata

from briefing.text.digit_groups import ungrouped

UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""What may stand between two letters without being seen, for a regular expression's set: soft
hyphens, marks of direction, joiners."""
ACCENTS = "\u0300-\u036f"
"""Combining accents, for a regular expression's set."""
ACCENTED_RANGES = ((0xC0, 0x250), (0x370, 0x530), (0x1E00, 0x2000))
"""Latin, Greek and Cyrillic: the blocks whose letters carry accents; first code, and end."""
HYPHENS = "-‐"
"""What parts a word at the end of a line, as a soft hyphen does; for a regular expression's set."""

LIKE = {"'": "'’‘ʼ′", '"': '"“”„«»″', "-": "-‐‑‒–—−", "o": "øǿ", "l": "ł", "d": "đ", "σ": "ς"}
"""What a plain key also stands for: quotes and dashes, letters that do not decompose, and the form
that a letter has at the end of a word."""

SET_AS_ONE = {
    "ffi": ("ﬃ", "ﬀi", "fﬁ"),
    "ffl": ("ﬄ", "ﬀl", "fﬂ"),
    "...": ("…",),
    "ae": ("æ", "Æ", "ǽ", "Ǽ", "ǣ", "Ǣ"),
    "ff": ("ﬀ",),
    "fi": ("ﬁ",),
    "fl": ("ﬂ",),
    "st": ("ﬆ", "ﬅ"),
    "ss": ("ß", "ẞ"),
    "ij": ("ĳ", "Ĳ"),
    "oe": ("œ", "Œ"),
}
"""Letters that may be set as one character: ligatures, and what reads like them."""

APART = str.maketrans(
    {
        "ﬃ": "ffi", "ﬄ": "ffl", "…": "...", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬆ": "st", "ﬅ": "st",
        "ς": "σ", "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE",
        "ĳ": "ij", "Ĳ": "IJ",
    }
)  # fmt: skip
"""A typed ligature means its letters, a letter of the end of a word the letter."""

_PLAIN_QUOTES = str.maketrans({like: plain for plain in "'\"" for like in LIKE[plain]})
"""A quote or an apostrophe that was pasted means any, as the plain one of the keyboard does."""
_UNSEEN = re.compile(f"[{UNSEEN}]")
_PARTED = re.compile(rf"(?<=[^\W\d_])[{HYPHENS}]\s+(?=[^\W\d_])")


def as_meant(typed: str) -> str:
    """What was typed or pasted, with plain letters, quotes and digits, without what is not seen."""
    seen = _UNSEEN.sub("", typed.translate(APART).translate(_PLAIN_QUOTES))
    return ungrouped(unicodedata.normalize("NFC", _PARTED.sub("", seen)))
