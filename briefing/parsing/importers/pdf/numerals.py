"""Parts that have no name, as of opinions of courts and of novels: numerals alone in the middle.

Such a numeral is told by the one before it: each counts on from the last of its kind, or begins
anew in another part. Letters stand below Roman numerals, and digits below these, as page numbers
and the labels of drawings do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.parsing.importers.pdf.centred import is_centred
from briefing.parsing.importers.pdf.lines import plain
from briefing.parsing.importers.pdf.paragraphs import Lines
from briefing.parsing.importers.pdf.tables import Table

_KINDS = (re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})"), re.compile(r"[A-H]"), re.compile(r"\d"))
"""Roman numerals, letters and digits; ``I`` is always the first of these."""
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LONGEST = 6
"""Characters of a numeral."""
_FEWEST = 2
"""Roman numerals of a document."""
_WIDE = 0.7
"""The share of its column that the first line of a paragraph has at least."""


def numerals(blocks: Sequence[Lines | Table]) -> dict[int, int]:
    """The indices of the blocks that are numerals alone, and how deep the part of each is.

    Args:
        blocks: All blocks of the document, in order.
    """
    last = [0, 0, 0]
    found: dict[int, int] = {}
    for at, depth, value in _single(blocks):
        is_inside = not depth or any(last[:depth])
        if is_inside and value in (1, last[depth] + 1):
            found[at] = depth
            last[depth:] = [value, *(0 for _ in last[depth + 1 :])]
    romans = sum(not depth for depth in found.values())
    return found if romans >= _FEWEST and max(_values(blocks, found)) > 1 else {}


def _values(blocks: Sequence[Lines | Table], found: dict[int, int]) -> Iterator[int]:
    return (_value(plain(blocks[at].rows[0].text), 0) for at, depth in found.items() if not depth)


def _single(blocks: Sequence[Lines | Table]) -> Iterator[tuple[int, int, int]]:
    """The index of each numeral above a text or above another one, its kind, and its value."""
    over_text = False
    single = list[tuple[int, int, int]]()
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        text = plain(block.rows[0].text) if len(block.rows) == 1 else ""
        kind = _kind(text) if 0 < len(text) <= _LONGEST and isinstance(block, Lines) else None
        if kind is None or not over_text or not is_centred(block.rows[0]):
            over_text = _is_text(block)
        else:
            single.append((at, kind, _value(text, kind)))
    return reversed(single)


def _kind(text: str) -> int | None:
    return next((kind for kind, one in enumerate(_KINDS) if one.fullmatch(text)), None)


def _value(text: str, kind: int) -> int:
    if kind == 1:
        return ord(text) - ord("A") + 1
    if kind == 2:
        return int(text)
    values = [_ROMAN[char] for char in text]
    return sum(
        -value if any(other > value for other in values[at + 1 :]) else value
        for at, value in enumerate(values)
    )


def _is_text(block: Lines | Table) -> bool:
    if isinstance(block, Table) or block.is_entry or is_centred(block.first):
        return False
    row = block.first
    return row.right - row.left >= _WIDE * (row.right_edge - row.left_edge)
