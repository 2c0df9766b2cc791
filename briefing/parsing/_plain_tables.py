"""Tables of plain words, read row by row without the parser, which takes 20 µs a cell.

A row is plain where it begins with a bar at column 0 and holds no markup. It is read as GitHub
reads it (https://github.github.com/gfm/#tables-extension-), in the parser's own way: cells beyond
those of the head are left out, missing ones are empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from briefing.model.article import Align, Block, BlockKind
from briefing.model.span import Span
from briefing.parsing._builder import Builder
from briefing.parsing._plain import MARKUP

_ROW = rf"\|[^\n{MARKUP}]*"
ROWS = re.compile(rf"(?:{_ROW}(?:\n|\Z))+")
"""The further rows of a table."""
TABLE = re.compile(
    rf"(?P<head>{_ROW}\n {{0,3}}[-:|][-:| \t]*\n)(?P<rows>(?:{_ROW}(?:\n|\Z))+)(?=[ \t]*(?:\n|\Z))"
)
"""A whole table, where a line begins outside every container, as far as its end is in sight."""
_ODD_SPACE = re.compile(r"\|[ \t]*[^\S \t\n]|[^\S \t\n][ \t]*(?:[|\n]|\Z)")
"""Other white space at the edge of a cell: not every version of the parser takes it away."""
MOST_EMPTY = 0x10000
"""Missing cells of a table beyond which the parser ends it."""


Cells = list[list[str]]
"""The words of cells, row by row."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the first two lines of a table say."""

    cells: tuple[str, ...]
    """The words of each column."""
    aligns: tuple[Align, ...]
    """How each column is set."""


class PlainTables:
    """Reads the plain tables of one source.

    Args:
        source: The whole file, without carriage returns.
        parse: What the parser makes of some lines.
    """

    def __init__(self, source: str, parse: Callable[[str], Builder]) -> None:
        self._source = source
        self._parse = parse
        self._heads: dict[str, Head | None] = {}

    def whole(self, start: int, end: int) -> tuple[Head, Cells, int] | None:
        """The table that begins at ``start``, with its cells and its end before ``end``."""
        match = TABLE.match(self._source, start, end)
        head = None if match is None else self._head(match["head"])
        cells = None if match is None or head is None else cells_of(match["rows"], head)
        if match is None or head is None or cells is None:
            return None
        return head, cells, match.end()

    def further(self, start: int, end: int, head_lines: str) -> tuple[Head, Cells] | None:
        """All of a stretch as further rows of a table with that head."""
        match = ROWS.fullmatch(self._source, start, end)
        head = None if match is None else self._head(head_lines)
        cells = None if match is None or head is None else cells_of(match[0], head)
        return None if head is None or cells is None else (head, cells)

    def _head(self, lines: str) -> Head | None:
        """What the two lines say that may begin a table."""
        if lines not in self._heads:
            self._heads[lines] = _head_of(self._parse(lines))
        return self._heads[lines]


def _head_of(parsed: Builder) -> Head | None:
    """The head of a table, if its two lines make one without anything but words."""
    if len(parsed.blocks) != 1 or parsed.blocks[0].kind is not BlockKind.TABLE:
        return None
    block = parsed.blocks[0]
    if len(block.rows) != 1 or block.runs or parsed.pages:
        return None
    text = "".join(parsed.parts)
    return Head(tuple(cell.of(text) for cell in block.rows[0]), block.aligns)


def cells_of(rows: str, head: Head) -> Cells | None:
    """The words of each cell; None where so many are missing that the parser ends the table.

    Args:
        rows: What `ROWS` found.
        head: The head above them.
    """
    if _ODD_SPACE.search(rows):
        return None
    columns = len(head.cells)
    table: Cells = []
    missing = 0
    for line in rows.removesuffix("\n").split("\n"):
        cells = line.rstrip(" \t").split("|")[1:]
        if cells and not cells[-1]:
            cells.pop()
        short = columns - len(cells)
        missing += short
        if short > 0:
            cells += [""] * short
        table.append([cell.strip(" \t").replace("\t", " ") for cell in cells[:columns]])
        if missing > MOST_EMPTY:
            return None
    return table


def add_table(builder: Builder, head: Head, cells: Cells, line_number: int) -> None:
    """Add a whole table, its head on a line of the source."""
    _add(builder, head, [list(head.cells), *cells], line_number)
    start = builder.blocks[-1].rows[1][0].start
    builder.marks.append((start, line_number + 2))


def add_further_rows(builder: Builder, head: Head, cells: Cells, line_number: int) -> None:
    """Add what a table goes on with, under a head without words; its first row is on that line."""
    _add(builder, Head(("",) * len(head.cells), head.aligns), cells, line_number - 2, further=True)
    builder.marks[-1] = (builder.blocks[-1].span.start, line_number)


def _add(
    builder: Builder, head: Head, rows: Cells, line_number: int, *, further: bool = False
) -> None:
    text = "\n".join(map("\t".join, rows))
    start = builder.start_of_next(text)
    spans = _spans(rows, start)
    if further:
        spans.insert(0, tuple(Span(start, start) for _ in head.cells))
    block = Block(
        BlockKind.TABLE,
        Span(start, start + len(text)),
        line_number,
        rows=tuple(spans),
        aligns=head.aligns,
    )
    builder.add(block, text)


def _spans(rows: Cells, start: int) -> list[tuple[Span, ...]]:
    """Where each cell lies; one character lies between two of them."""
    spans: list[tuple[Span, ...]] = []
    for row in rows:
        ends = list(accumulate((len(cell) + 1 for cell in row), initial=start))
        spans.append(tuple(map(Span, ends, (end - 1 for end in ends[1:]))))
        start = ends[-1]
    return spans
