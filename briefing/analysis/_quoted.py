"""Amounts that stand in a quotation of their own: ``«plus de 200» personnes``."""

from __future__ import annotations

import re

from briefing.analysis._amount import Amount

_CLOSING = re.compile(r"[\"”»’“](?= [^\W\d_])")
_CLOSES = re.compile(r"[ \u00a0\u202f]?[\"”»’“]")
_APOSTROPHE = re.compile(r"’(?!\w)")
_OPENING = re.compile(r"[ \u00a0][\"“„«‘][ \u00a0\u202f]?(?=[^\W\d_])")
"""What opens a quotation right behind an amount: 14 ``“``aree di lavoro”."""
_QUOTED = re.compile(r"(?<!\w)[\"“„«‘]\s?(?:[^\W\d_]+[ ’']){0,4}\Z")
"""What opens a quotation right before its amount: ``„rund`` 200“ Menschen."""

_FEW_WORDS = 32
"""Characters of those words."""


def in_quotation(text: str, end: int) -> tuple[str, int] | None:
    """A text with a space for the mark that opens a quotation behind an amount, and its place."""
    opening = _OPENING.match(text, end)
    if opening is None:
        return None
    at = opening.end() - 1
    rest = text[at + 1 :]
    if "‘" in opening[0]:  # its closing mark might belong to a word
        rest = _APOSTROPHE.sub("”", rest, count=1)
    return f"{text[:at]} {rest}", at


def past_closing(text: str, end: int) -> int:
    """Where a quotation is closed that a noun ends; the noun's end where it goes on."""
    closes = _CLOSES.match(text, end)
    return end if closes is None else closes.end()


def past_quotation(text: str, amount: Amount) -> int:
    """Where what follows an amount begins, behind the mark that closes a quotation of it."""
    start, end = amount.span.start, amount.span.end
    closing = _CLOSING.match(text, end)
    if closing is None or _QUOTED.search(text, max(0, start - _FEW_WORDS), start) is None:
        return end
    return closing.end()
