"""Lines that begin with a number of a list told inside a sentence, as in "namely (1) …, and (2) …".

Such a line is no item: what it counts began inside the lines above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.parsing.importers.pdf.lines import Row

_MARK = re.compile(r"(\(?)(\d{1,2}|[a-z]{1,4}|[A-Z])\)\s+\S")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_LISTED = re.compile(r"(\(?)(\d{1,2}|[ivx]{1,5}|[a-z])([.)])\s+\S")
_RAGGED = 2.0
"""Times the size of the type: how far apart the marks of a list begin that end at one edge."""
_LEVEL = 0.5
"""Times the size of the type: how far a line of the paragraph may begin beside others."""


def is_counted_on(rows: Sequence[Row], row: Row) -> bool:
    """Whether a line begins with the mark that comes after one inside the lines above it.

    Args:
        rows: The lines of the block so far, from top to bottom; never none.
        row: The line below them, which begins with such a mark.
    """
    match = _MARK.match(row.text)
    above = rows[-1]
    if match is None or above.column != row.column or _begins_at_other_place(rows, row):
        return False
    said = " ".join(line.text for line in rows)
    return any(_stands_inside(f"{match[1]}{mark})", said) for mark in _before(match[2]))


def counts_inside(text: str) -> bool:
    """Whether a text begins with a number in brackets, and the next one stands inside it."""
    match = _MARK.match(text)
    if match is None or not match[2].isdecimal():
        return False
    return _stands_inside(f"{match[1]}{int(match[2]) + 1})", text)


def is_next_item(rows: Sequence[Row], row: Row) -> bool:
    """Whether a line begins with the mark behind that of an item, in its place: “ii.” below “i.”.

    Args:
        rows: The lines of the item so far, from top to bottom; never none.
        row: The line below them.
    """
    first, last = (_LISTED.match(line.text) for line in (rows[0], row))
    if first is None or last is None or first[1] != last[1] or first[3] != last[3]:
        return False
    shift = abs((row.left - row.left_edge) - (rows[0].left - rows[0].left_edge))
    return shift <= _RAGGED * row.size and first[2] in _before(last[2])


def _stands_inside(mark: str, text: str) -> bool:
    return re.search(rf"[\s“„«\"'‘]{re.escape(mark)} ", text) is not None


def _begins_at_other_place(rows: Sequence[Row], row: Row) -> bool:
    """Whether a line does not begin where the lines of its paragraph do, below the first."""
    *_others, above = rows
    if len(rows) == 1:
        return row.left > above.left + _LEVEL * row.size
    return abs(row.left - above.left) > _LEVEL * row.size


def _before(mark: str) -> list[str]:
    """The marks that come before one: the number before it, or the letter."""
    if mark.isdecimal():
        return [str(int(mark) - 1)] if int(mark) > 1 else []
    found = [_ROMANS[at - 1] for at, roman in enumerate(_ROMANS) if roman == mark and at]
    return found + ([chr(ord(mark) - 1)] if len(mark) == 1 and mark not in "aA" else [])
