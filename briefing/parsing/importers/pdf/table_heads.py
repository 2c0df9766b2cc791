"""Whether a table has a head, and heads in several rows, of which the upper one names groups.

The lines of one head that is wrapped stand below each other. What names a group stands over the
middle of several heads, or at the first of them while the same heads come again below the next.

The first row of a table is its head unless it is like the rows below it: set as they are, with
numbers where they have numbers, or with a cell that comes again in its column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from briefing.parsing.importers.pdf.lines import Row, Stretch, plain
from briefing.parsing.importers.pdf.medians import median

_SAME_PLACE = 1.5
"""Points between what is aligned."""
_OFF_MIDDLE = 0.2
"""The share of the width of two cells by which what stands over their middle may be off it."""
_LARGER, _FURTHER = 1.05, 1.3
"""Times the size of the type, or the distance of rows, of the others: what is set apart."""
_FEWEST_CAPITALS = 8
"""Letters of a row that is set in capitals, and is not only short names such as UK."""
_NUMBER = re.compile(r"[^\w\s]{0,2}\d[\d.,:/'’\s–-]*\S{0,3}(?:\s\S{1,4})?")
"""A number, an amount or a date in digits, with its unit."""
_YEAR = re.compile(r"(?:1[6-9]|20|21)\d\d(?:[/–-]\d\d(?:\d\d)?)?")


def has_head(rows: Sequence[Row], cells: Sequence[Sequence[str]]) -> bool:
    """Whether the first row of a table is its head.

    Args:
        rows: What the table was made of.
        cells: The words by row and column; the first row may be made of several lines.
    """
    if len(cells) < 2 or _is_set_apart(rows):
        return True
    first, *others = ([plain(words).strip() for words in row] for row in cells)
    if not first[0] or first in others:
        return True
    columns = [[words for words in column if words] for column in zip(*others, strict=True)]
    pairs = [(head, column) for head, column in zip(first, columns, strict=True) if head and column]
    over_numbers = [(head, column) for head, column in pairs if _are_numbers(column)]
    if over_numbers:
        heads = [head for head, _column in over_numbers]
        return not _are_numbers(heads) or _count_columns(over_numbers)
    return not any(head in column for head, column in pairs)


def _is_set_apart(rows: Sequence[Row]) -> bool:
    """Whether the first row is bolder or larger than the others, further off, or in capitals."""
    first, *others = rows
    if not others:
        return True
    if first.bold and not all(row.bold for row in others):
        return True
    if first.size > _LARGER * median(row.size for row in others):
        return True
    gaps = [above.base - below.base for above, below in pairwise(rows) if above.page == below.page]
    if len(gaps) > 2 and gaps[0] > _FURTHER * max(gaps[1:]):
        return True
    return _is_in_capitals(first) and not all(map(_is_in_capitals, others))


def _is_in_capitals(row: Row) -> bool:
    return row.text.isupper() and sum(map(str.isalpha, row.text)) >= _FEWEST_CAPITALS


def _are_numbers(words: Sequence[str]) -> bool:
    """Whether more than half of some cells are numbers."""
    return sum(_NUMBER.fullmatch(cell) is not None for cell in words) * 2 > len(words)


def are_two_numbers(above: str, below: str) -> bool:
    """Whether two cells below each other are numbers of their own, and not one that is wrapped."""
    is_whole = not above.endswith(("-", "–", ",", "/"))
    return is_whole and all(_NUMBER.fullmatch(plain(cell).strip()) for cell in (above, below))


def _count_columns(pairs: Sequence[tuple[str, Sequence[str]]]) -> bool:
    """Whether numbers name their columns: years over other numbers, or each one more."""
    heads = [head for head, _column in pairs]
    if all(map(_YEAR.fullmatch, heads)):
        return not any(_YEAR.fullmatch(cell) for _head, column in pairs for cell in column)
    counts = [int(head) for head in heads if head.isdecimal()]
    return len(counts) == len(heads) > 2 and all(b - a == 1 for a, b in pairwise(counts))


def stand_over_several(above: Sequence[Stretch], cells: Sequence[Stretch]) -> bool:
    """Whether a cell of one row names several cells of the next."""
    if len(cells) <= 1:
        return False
    over_middle = any(
        _is_over_middle(cell, pair)  # first: it hardly ever is
        and not any(_overlap(other, each) for other in above if other is not cell for each in pair)
        for cell in above
        for pair in pairwise(cells)
    )
    return over_middle or _name_what_repeats(above, cells)


def _is_over_middle(cell: Stretch, pair: tuple[Stretch, Stretch]) -> bool:
    """Whether a cell stands over the middle of two, and is aligned with neither.

    A cell that has a head of its own is none of the two.
    """
    left, right = pair
    if any(_is_aligned(cell, each) for each in pair):
        return False
    off = abs(_middle(cell) - (left.left + right.right) / 2)
    is_between = _middle(left) < _middle(cell) < _middle(right)
    return is_between and off <= _OFF_MIDDLE * (right.right - left.left)


def _name_what_repeats(above: Sequence[Stretch], cells: Sequence[Stretch]) -> bool:
    """Whether cells say the same again and again, and each time one stands above them."""
    counts = Counter(cell.text for cell in cells)
    again = [text for text, count in counts.items() if count > 1 and not text.isdecimal()]
    if len(again) < 2 or len({counts[text] for text in again}) > 1:
        return False
    groups = counts[again[0]]
    return groups <= len(above) <= groups + len(cells) - groups * len(again) + 1


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one.left < other.right and other.left < one.right


def _is_aligned(one: Stretch, other: Stretch) -> bool:
    sides = (one.left - other.left, one.right - other.right, _middle(one) - _middle(other))
    return min(map(abs, sides)) <= _SAME_PLACE


def _middle(cell: Stretch) -> float:
    return (cell.left + cell.right) / 2
