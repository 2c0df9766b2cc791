"""The numbers that a count stands beside: 438 votes ``to 86``, ``438 to`` 86."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model.span import Span

LEAST_PAIRED = 20
"""Smaller numbers stand side by side by chance."""

_REACH = 48
"""Characters on each side of a number that are looked at."""

_BEFORE = re.compile(r"(?<![\d.,])(\d{2,})(?:,? [^\W\d_]+){1,3} \Z")
_BEHIND = re.compile(r"(?:,? [^\W\d_]+){1,3} (\d{2,})(?![.,]?\d)")


def pairs_beside(text: str, spans: Sequence[Span]) -> list[tuple[str, bool]]:
    """The numbers beside those of a row, and whether they stand before them."""
    found: list[tuple[str, bool]] = []
    for span in spans:
        if first := _BEFORE.search(text[max(0, span.start - _REACH) : span.start]):
            found.append((first[1], True))
        if last := _BEHIND.match(text[span.end : span.end + _REACH]):
            found.append((last[1], False))
    return [pair for pair in found if int(pair[0]) >= LEAST_PAIRED]
