"""Numbers of neighbouring cells that stand no further apart than words do.

In a full table the widest numbers of a row nearly touch. Sentences hardly ever have two numbers
with groups of digits beside each other, without a sign or a word between, or three with decimals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.parsing.importers.pdf.words import Word

_SIGN, _GROUPS = r"[<>]?[-–−+]?[$€£¥]?", r"\d{1,3}(?:[,.]\d{3})+(?:[,.]\d{1,2})?%?"
_GROUPED = re.compile(rf"{_SIGN}{_GROUPS}|\({_SIGN}{_GROUPS}\)")
_DECIMAL = re.compile(rf"{_SIGN}\d{{1,3}}[,.]\d{{1,4}}%?|\({_SIGN}\d{{1,3}}[,.]\d{{1,4}}%?\)")
_FEWEST_DECIMALS = 3
"""Numbers with decimals beside each other that are of cells."""
_LEAST = 0.12
"""Times the size of the type: how far apart the words of a line are at least."""


def parted(lines: Iterable[list[Word]]) -> Iterator[list[Word]]:
    """The lines of a page, each number of a cell by itself."""
    for line in lines:
        start = 0
        for at in range(1, len(line)):
            if _is_between_cells(line, at):
                yield line[start:at]
                start = at
        yield line[start:] if start else line


def _is_between_cells(line: Sequence[Word], at: int) -> bool:
    before, word = line[at - 1], line[at]
    if (
        not (word.text[-1:].isdigit() or word.text[-1:] in "%)")
        or before.is_raised
        or word.is_raised
    ):
        return False
    if word.left - before.right < _LEAST * word.type.size:
        return False
    if _GROUPED.fullmatch(before.text) and _GROUPED.fullmatch(word.text):
        return True
    first = last = at
    while first > 0 and _is_number(line[first - 1]):
        first -= 1
    while last < len(line) and _is_number(line[last]):
        last += 1
    return first < at < last and last - first >= _FEWEST_DECIMALS


def _is_number(word: Word) -> bool:
    is_one = _DECIMAL.fullmatch(word.text) or _GROUPED.fullmatch(word.text)
    return is_one is not None and not word.is_raised
