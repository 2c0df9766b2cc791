"""Tables: rows whose cells stand in columns, with what is wrapped in a cell joined again.

A table that ends a page goes on with the rows that begin the next one, where these stand in its
columns; its head is not repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile, zip_longest

from briefing.model.records import dataclass, replace
from briefing.parsing.importers.pdf.hanging_captions import with_whole_captions
from briefing.parsing.importers.pdf.justified import with_whole_lines
from briefing.parsing.importers.pdf.lines import Row
from briefing.parsing.importers.pdf.narrow import with_narrow_columns
from briefing.parsing.importers.pdf.numbered import is_caption
from briefing.parsing.importers.pdf.table_cells import CLOSE, OVERLAPPING, cells_of, reach_of
from briefing.parsing.importers.pdf.table_columns import (
    SAME_EDGE,
    Column,
    as_shifted,
    columns_of,
    stand_in,
)

_OPEN = 1.6
"""Times the size of the type: how far below the name of a group its first row is."""
_FEWEST_ROWS = 3
_ANY_MARK = re.compile(r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,4})[.)]?|[^\w\s])\Z")
"""The number or the bullet of an item or a heading."""
_GROUP, _GROUP_BELOW_HEAD, _GROUP_APART = 2.2, 2.6, 3.2
"""Times the size of the type: how far below a row, below the head, which has more room, or above
rows that stand in the same columns the name of a group of rows stands at most."""
_PAGE = re.compile(r"(?:[A-Z]{1,2}[-–.])?\d{1,3}|i{1,3}|iv|vi{0,3}|ix|x[ivx]{1,4}")
"""What a page is called; a lone ``x`` is rather a mark."""
_LEADER = re.compile(
    rf"(?:(?:\. ?){{4,}}|…{{2,}}|_{{4,}})\W*(?:{_PAGE.pattern})?\W*\Z"
    r"|(?:\. ?){8,}|…{3,}|_{8,}"
)
"""What leads to a page; a few points with words behind them are rather an omission."""


@dataclass(slots=True)
class Table:
    """Rows of cells; the first may be its head (`table_heads`)."""

    rows: list[Row]
    """What it was made of."""
    cells: list[list[str]]
    """The words by row and column."""
    pages: list[int]
    """The page of each row of cells, 0-based."""
    columns: list[Column]
    """Where its columns are on its first page."""

    def take(self, rows: Sequence[Row]) -> bool:
        """Go on with rows of the next page, if they are of this table; whether they are."""
        several = [row for row in rows if len(row.cells) > 1]
        if not several or not _is_next_page(self.rows[-1], rows[0]):
            return False
        columns = as_shifted(self.columns, several)
        if not all(stand_in(row, columns) for row in several):
            return False
        cells, pages = cells_of(rows, columns)
        repeated = len(list(takewhile(_are_same, zip(cells, self.cells, strict=False))))
        if repeated:
            del cells[:repeated], pages[:repeated]
        elif rows[0].bold and not rows[-1].bold and self.rows[0].bold:
            return False  # it has another head, and so it is another table
        self.rows += rows
        self.cells += cells
        self.pages += pages
        return True


def with_tables(rows: Sequence[Row]) -> Iterator[Row | Table]:
    """The rows of a document, with tables where some are one."""
    held: list[Table] = []  # none, or one that may go on over the page
    for run in _runs(rows):
        inside, below = _parted(run)
        if not held or not held[0].take(inside):
            yield from held
            held = []
            for part in _table_or_rows(inside):
                if isinstance(part, Table):
                    held = [part]
                else:
                    yield part
        if below:
            yield from held
            yield from below
            held = []
    yield from held


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that may be a table, and each other row by itself."""
    run: list[Row] = []
    lines = list(with_whole_lines(list(with_whole_captions(rows))))
    lines = list(map(_without_marks_apart, with_narrow_columns(lines)))
    for row, below in zip_longest(lines, lines[1:]):
        if run and not _goes_on(run, row, below):
            yield run
            run = []
        if run or len(row.cells) > 1 or row.ruled:
            run.append(row)
        else:
            yield [row]
    if run:
        yield run


def is_entry(row: Row) -> bool:
    """Whether a row is one of a table of contents: words, and behind them a page."""
    last = row.cells[-1].text
    has_leader = _LEADER.search(row.text) is not None and any(map(str.isalnum, row.text))
    return has_leader or (len(row.cells) == 2 and _PAGE.fullmatch(last) is not None)


def _without_marks_apart(row: Row) -> Row:
    """A row with the number or bullet that stands far before its words beside them."""
    if len(row.cells) != 2 or not _ANY_MARK.match(row.cells[0].text):
        return row
    mark, words = row.cells
    if words.text.count(" ") < 1 and not words.bold:
        return row
    sign = mark.marked if any(map(str.isalnum, mark.text)) else mark.text
    looks = f"{sign} {words.looks}" if words.looks else ""
    text = f"{mark.text} {words.text}"
    whole = replace(words, text=text, left=mark.left, gaps=(), looks=looks)
    return Row([whole], row.page, row.left_edge, row.right_edge, row.column)


def _goes_on(run: Sequence[Row], row: Row, below: Row | None) -> bool:
    """Whether a row, with another one below it, can belong to the table that a run may be."""
    above = run[-1]
    gap = above.base - row.base
    if row.ruled and above.ruled:
        return row.page == above.page and row.ruled - above.ruled in (0, 1)
    if row.column != above.column or not 0 < gap < 3.5 * max(row.size, above.size):
        return False
    if len(row.cells) > 1:
        return True
    is_narrow = row.right - row.left < 0.6 * (row.right_edge - row.left_edge)
    if not is_narrow or gap <= CLOSE * row.size or _is_below_cell(run, row):
        return is_narrow
    return _names_group(run, row) or (below is not None and _heads_rows(run, row, below))


def _is_below_cell(run: Sequence[Row], row: Row) -> bool:
    """Whether a line goes on with a cell that is not the first, closer to it than rows are."""
    left = min(other.left for other in run) + SAME_EDGE
    is_level = any(abs(c.left - row.left) <= SAME_EDGE for c in run[-1].cells if c.left > left)
    return is_level and row.left > left and run[-1].base - row.base <= reach_of(run)


def _names_group(run: Sequence[Row], row: Row) -> bool:
    """Whether words alone stand as a row does that names the rows of a table below it.

    Where no such rows follow, `_parted` takes them off again.
    """
    above = run[-1]
    is_at_edge = abs(row.left - min(other.left for other in run)) <= SAME_EDGE
    is_head = len(run) > 1 and run[-2].base - above.base < OVERLAPPING * above.size
    furthest = (_GROUP_BELOW_HEAD if is_head else _GROUP) * row.size
    is_near = above.base - row.base <= furthest and row.size <= 1.05 * above.size
    is_wide = is_head or any(len(other.cells) > 2 for other in run[-_FEWEST_ROWS:])
    return is_wide and is_at_edge and is_near and not is_caption(row.text)


def _heads_rows(run: Sequence[Row], row: Row, below: Row) -> bool:
    """Whether words alone stand close above a row that stands in the columns of those above."""
    is_near = run[-1].base - row.base <= _GROUP_APART * row.size and below.column == row.column
    is_close = 0 < row.base - below.base <= _OPEN * row.size
    several = [other for other in run if len(other.cells) > 1] if is_near and is_close else []
    if not (is_near and is_close and len(several) >= _FEWEST_ROWS and len(below.cells) > 2):
        return False
    is_alike = row.size <= 1.05 * run[-1].size and not is_caption(row.text)
    is_at_edge = abs(row.left - min(other.left for other in run)) <= SAME_EDGE
    return is_alike and is_at_edge and stand_in(below, columns_of(several))


def _are_same(rows: tuple[list[str], list[str]]) -> bool:
    return rows[0] == rows[1]


def _parted(run: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows that may be a table, and those of a single cell below it."""
    rows, below = [*run], list[Row]()
    while rows and not rows[-1].ruled and len(rows[-1].cells) < 2 and not _is_wrapped(rows):
        below.insert(0, rows.pop())
    return rows, below


def _table_or_rows(rows: list[Row]) -> Iterator[Row | Table]:
    several = [row for row in rows if len(row.cells) > 1]
    columns = columns_of(several)
    enough = 2 if len(columns) > 2 else _FEWEST_ROWS
    are_entries = [is_entry(row) and not row.ruled for row in several]
    are_two = len(columns) == 2 or (len(columns) == 3 and _begin_counted(several))
    is_contents = sum(are_entries) * 2 > len(several) and are_two
    if len(several) < enough or len(columns) < 2 or is_contents:
        yield from rows
        return
    yield Table(rows, *cells_of(rows, columns), columns)


def _begin_counted(rows: Sequence[Row]) -> bool:
    """Whether all rows of three cells begin with the number of a section."""
    first = [row.cells[0].text for row in rows if len(row.cells) > 2]
    return bool(first) and all(map(_ANY_MARK.match, first))


def _is_next_page(last: Row, first: Row) -> bool:
    return first.page == last.page + 1


def _is_wrapped(rows: Sequence[Row]) -> bool:
    """Whether the last row, of a single cell, goes on with a cell above it."""
    if len(rows) < 2:
        return False
    left = rows[-1].left
    return (
        any(cell.left - 2 <= left <= cell.right for cell in rows[-2].cells)
        and len(rows[-2].cells) > 1
    )
