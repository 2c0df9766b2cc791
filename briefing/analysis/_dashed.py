"""Two numbers that a dash joins: scores, which are no figures, and ranges, which are."""

from __future__ import annotations

import re

from briefing.analysis._amount import Amount
from briefing.analysis._unit import Unit

_SCORE = re.compile(r" [-–—] \d{1,2}(?![\d.,%])(?! ?[^\W\d_%€$£])")
DASHES = frozenset("-–—")
"""Signs that may join two numbers."""

_SCORE_BEFORE = re.compile(r"(?<![\d.,])\d{1,2} [-–—] \Z")
"""The other number of a score."""
_RANGE = re.compile(r"[-–—‐‑]\d+(?:[.,]\d+)*(?: ?%| [^\W\d_]{3,})")
_FIRST = re.compile(r"(?<![\w.,])(\d{1,3})[-–—‐‑]\Z")
_SECOND = re.compile(r"[-–—‐‑](\d+)(?![.,]\d)")


def is_score(before: str, after: str, unit: Unit) -> bool:
    """Whether it is one of two numbers with a dash that is set off: ``3 - 0``."""
    if unit.text is not None:
        return False
    may_be_second = before[-2:-1] in DASHES
    return (may_be_second and _SCORE_BEFORE.search(before) is not None) or (
        _SCORE.match(after) is not None
    )


def is_range(after: str) -> bool:
    """Whether "10-15 people" goes on: a number, then a word."""
    return _RANGE.match(after) is not None


def has_fallen(before: str, amount: Amount) -> bool:
    """Whether it is the second of two numbers, and the smaller: a score, ``2-0 Manchester``."""
    first = _FIRST.search(before)
    return first is not None and amount.value is not None and int(first[1]) >= amount.value


def falls(amount: Amount, after: str) -> bool:
    """Whether the second of two numbers is the smaller: a score, ``112-104``."""
    second = _SECOND.match(after)
    return second is not None and amount.value is not None and int(second[1]) < amount.value
