"""Formulas that stand by themselves, in one row each, whose parts stand above each other.

The parts of a fraction and what is written above and below a sum are rows of their own for their
places, and the number of a formula stands far beside it: all that looks like a table. What tells a
formula is that it has no words, and a sign that says what equals what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefing.model.records import replace
from briefing.parsing.importers.pdf.lines import Row, Stretch, plain, with_small_signs

_WORD = re.compile(r"[^\W\d_]{4}")
"""What no part of a formula has; names of functions are shorter."""
_EQUALS = re.compile(r"[=≠≤≥≈≡≃≅∝∈⊂⊆→⇒⇔↦]")
_LETTER = re.compile(r"[^\W\d_]|[∑∏∫√∂∇]")
_NUMBER = re.compile(r"\((?:[A-Z]?\d{1,2}(?:\.\d{1,2})?[a-z]?|\*{1,3})\)")
"""The number of a formula, in brackets at the edge of the column."""
_DECIMAL = re.compile(r"[-–−+]?\d+[.,]\d+%?")
_MOST_NUMBERS = 2
"""Parts of a formula that are nothing but a number with decimals; a row of a table has more."""
_STACKED = 1.0
"""Times the size of the type: how far above each other the parts of a formula are at most."""
_OVERLAP = 0.2
"""The same: how far parts that stand beside each other overlap at most."""
_INDENT = 1.5
"""The same: how far behind the edge of its column a formula begins."""


def with_whole_formulas(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows of a document, with the parts of each formula in one."""
    held: list[Row] = []
    for row in rows:
        if held and not (_may_be_part(row) and _is_stacked(held, row)):
            yield from _formula(held)
            held = []
        if _may_be_part(row):
            held.append(row)
        else:
            yield row
    yield from _formula(held)


def _may_be_part(row: Row) -> bool:
    """Whether a row has no words, and may be a part of a formula."""
    return not any(_WORD.search(cell.text) for cell in row.cells)


def _is_stacked(rows: Sequence[Row], row: Row) -> bool:
    above = rows[-1]
    size = max(above.size, row.size)
    return above.column == row.column and 0 <= above.base - row.base <= _STACKED * size


def _formula(rows: Sequence[Row]) -> Iterator[Row]:
    """Some rows as one where they are a formula, and else as they are."""
    if not _is_formula(rows):
        yield from rows
        return
    cells = list(_in_order(cell for row in rows for cell in row.cells))
    main = max(rows, key=lambda row: (_says_equal(row), len(row.text)))
    text = with_small_signs(" ".join(cell.text for cell in cells))
    whole = replace(
        max(main.cells, key=lambda cell: cell.size),
        text=text,
        left=min(cell.left for cell in cells),
        right=max(cell.right for cell in cells),
        gaps=(),
        looks="",
    )
    yield replace(main, cells=[whole])


def _in_order(cells: Iterable[Stretch]) -> Iterator[Stretch]:
    """The parts of a formula from left to right, those above each other from top to bottom."""
    pile: list[Stretch] = []
    for cell in sorted(cells, key=lambda cell: cell.left):
        if pile and cell.left >= max(other.right for other in pile) - _OVERLAP * cell.size:
            yield from sorted(pile, key=lambda cell: -cell.base)
            pile = []
        pile.append(cell)
    yield from sorted(pile, key=lambda cell: -cell.base)


def _is_formula(rows: Sequence[Row]) -> bool:
    cells = [cell for row in rows for cell in row.cells]
    if len(cells) < 2 or not any(map(_says_equal, rows)):
        return False
    *others, last = sorted(cells, key=lambda cell: cell.left)
    is_numbered = _NUMBER.fullmatch(plain(last.text)) is not None
    numbers = sum(_DECIMAL.fullmatch(plain(cell.text)) is not None for cell in others)
    if numbers > _MOST_NUMBERS:
        return False
    has_letters = any(_LETTER.search(cell.text) for cell in others)
    first = min(rows, key=lambda row: row.left)
    is_indented = first.left > first.left_edge + _INDENT * first.size
    return has_letters and is_indented and (is_numbered or len(rows) > 1)


def _says_equal(row: Row) -> bool:
    return any(_EQUALS.search(cell.text) for cell in row.cells)
