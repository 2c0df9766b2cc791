"""Cells that span columns or rows of a table, spread so that each cell has a heading above it.

Markdown has neither ``colspan`` nor ``rowspan``: without this, all cells behind one that spans
stand a column too far left. Heads of several rows become one, since Markdown knows no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

_MOST = 1000
"""Columns that a cell spans at most, as rows of a table too: https://html.spec.whatwg.org/#colgroup
-and-rowspan has the same."""
_WIDEST = 200
"""Columns of a table from which what its cells say of spans is not believed."""
_MOST_PLACES = 500_000
"""Places that the cells of a table take, from which it is not believed either: a small page could
fill the memory."""
_HEADS, _BESIDE = 3, 2
"""Rows of a head at most, and cells in the first of several."""
_NAME = re.compile(r"\D*|(?:19|20)\d\d")
"""What names a column: a word or a year."""

T = TypeVar("T")


class Cell(NamedTuple, Generic[T]):
    """A cell as its author wrote it."""

    held: list[T]
    """What stands in it."""
    across: int = 1
    """Columns that it spans."""
    down: int = 1
    """Rows that it spans."""
    is_head: bool = False
    """Whether it is marked as a heading."""


def cell_of(held: list[T], given: Mapping[str, str], tag: str | None) -> Cell[T]:
    """A cell.

    Args:
        held: What stands in it.
        given: Its attributes, which say how far it spans.
        tag: Its element in HTML, which says whether it is a heading.
    """
    return Cell(held, _count(given.get("colspan")), _count(given.get("rowspan")), tag == "th")


def _count(said: str | None) -> int:
    said = (said or "").strip()
    whole = int(said) if said.isascii() and said.isdecimal() and len(said) <= len(str(_MOST)) else 1
    return min(max(whole, 1), _MOST)


def spread(
    rows: Sequence[Sequence[Cell[T]]], text: Callable[[list[T]], str]
) -> list[list[list[T]]]:
    """The rows of a table with a cell for each of its columns.

    What spans is said again where it names a column or a row, and stands alone where it is a number
    or a line across the whole table.

    Args:
        rows: The rows, each with its own cells.
        text: What the words in a cell are.
    """
    if not any(cell.across > 1 or cell.down > 1 for row in rows for cell in row):
        return [[cell.held for cell in row] for row in rows]
    heads = _count_heads(rows, text)
    placed = dict[tuple[int, int], list[T]]()
    width = 0
    for at in range(len(rows)):
        starts = _placed(rows, at, placed, heads, text)
        width = max(width, *(start + 1 for start in starts), 0)
        if width > _WIDEST or len(placed) > _MOST_PLACES:
            return [[cell.held for cell in row] for row in rows]
    whole = [[placed.get((at, x), []) for x in range(width)] for at in range(len(rows))]
    return [_joined(whole[:heads], text), *whole[heads:]]


def _count_heads(rows: Sequence[Sequence[Cell[T]]], text: Callable[[list[T]], str]) -> int:
    """How many rows are the head of a table: several only where a heading stands above others."""
    first = rows[0]
    if len(first) < _BESIDE or all(cell.across == 1 for cell in first):
        return 1
    marked = next((at for at, row in enumerate(rows) if not all(c.is_head for c in row)), 0)
    heads = max(marked, *(cell.down for cell in first))
    below = (cell for row in rows[1:heads] for cell in row)
    is_named = all(cell.is_head or _NAME.fullmatch(text(cell.held)) for cell in below)
    return heads if is_named and heads <= min(_HEADS, len(rows) - 1) else 1


def _placed(
    rows: Sequence[Sequence[Cell[T]]],
    at: int,
    placed: dict[tuple[int, int], list[T]],
    heads: int,
    text: Callable[[list[T]], str],
) -> Iterator[int]:
    """Place the cells of a row, and give the columns in which they begin, 0-based.

    It ends with one that begins too far right.
    """
    x = 0
    for cell in rows[at]:
        while (at, x) in placed:
            x += 1
        yield x
        if x >= _WIDEST:
            return
        across = min(cell.across, _WIDEST)
        for below in range(min(cell.down, len(rows) - at)):
            for beside in range(across):
                names_column = not beside or (at < heads and len(rows[at]) > 1)
                names_row = not below or not x or at < heads or not _has_digit(text(cell.held))
                is_said = names_column and names_row
                placed.setdefault((at + below, x + beside), cell.held if is_said else [])
        x += across


def _has_digit(words: str) -> bool:
    return any(map(str.isdigit, words))


def _joined(heads: Sequence[Sequence[list[T]]], text: Callable[[list[T]], str]) -> list[list[T]]:
    """One head of several rows: what stands above each other in a column, each once."""
    columns = []
    for cells in zip(*heads, strict=True):
        said = {text(held): held for held in cells}
        columns.append([each for held in said.values() for each in held])
    return columns
