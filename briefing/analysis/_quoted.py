"""Amounts that stand in a quotation of their own: ``«plus de 200» personnes``."""

from __future__ import annotations

import re

from briefing.analysis._amount import Amount

_CLOSING = re.compile(r"[\"”»’“](?= [^\W\d_])")
_QUOTED = re.compile(r"(?<!\w)[\"“„«‘]\s?(?:[^\W\d_]+[ ’']){0,4}\Z")
"""What opens a quotation right before its amount: ``„rund`` 200“ Menschen."""

_FEW_WORDS = 32
"""Characters of those words."""


def past_quotation(text: str, amount: Amount) -> int:
    """Where what follows an amount begins, behind the mark that closes a quotation of it."""
    start, end = amount.span.start, amount.span.end
    closing = _CLOSING.match(text, end)
    if closing is None or _QUOTED.search(text, max(0, start - _FEW_WORDS), start) is None:
        return end
    return closing.end()
