"""A text on one line, and the same without what parts its words."""

from __future__ import annotations

import re

_BREAKING = re.compile(r"[^\S\u00a0\u2007\u202f]+")
"""White space, except that which must not break: it belongs to the words beside it."""
_SEVERAL = re.compile(r"  +")

_WORD = re.compile(r"[^\W_]+")
_SMALL_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "0123456789" * 2)
"""Raised and lowered digits: what names a page writes "CO2" where its text has "CO₂"."""


def letters_of(text: str) -> str:
    """The letters and digits of a text in small letters: what tells whether two say the same."""
    small = text.casefold()
    return "".join(_WORD.findall(small if small.isascii() else small.translate(_SMALL_DIGITS)))


def one_line(text: str) -> str:
    """The same words on one line, with plain spaces between them.

    Spaces that must not break stay as they are: ``180 000`` may be written with one.
    """
    return _BREAKING.sub(" ", text).strip()


def single_spaced(text: str) -> str:
    """The same words with one space for all white space, as a browser shows them.

    White space is what HTML takes for it: https://infra.spec.whatwg.org/#ascii-whitespace. One sign
    after the other is replaced, since an expression would stop at every space of a long text.
    """
    for sign in "\t\n\f\r":
        text = text.replace(sign, " ")
    return _SEVERAL.sub(" ", text) if "  " in text else text
