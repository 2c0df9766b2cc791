"""Tables of plain words, read row by row without the parser, which takes 20 µs a cell.

A row is plain where it begins with a bar at column 0 and holds no markup. It is read as GitHub
reads it (https://github.github.com/gfm/#tables-extension-), in the parser's own way: cells beyond
those of the head are left out, missing ones are empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.model.article import Align, Block, BlockKind
from briefing.model.records import dataclass
from briefing.model.span import Span
from briefing.parsing._builder import Builder
from briefing.parsing._plain import MARKUP
from briefing.parsing._text_rows import TextRows

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

_BARS = re.compile(r" *\| *")


Lines = list[str]
"""The rows of a table as they stand in the text: a tab lies between two cells."""


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

    def whole(self, start: int, end: int) -> tuple[Head, Lines, int] | None:
        """The table that begins at ``start``, with its rows and its end before ``end``."""
        match = TABLE.match(self._source, start, end)
        head = None if match is None else self._head(match["head"])
        lines = None if match is None or head is None else lines_of(match["rows"], head)
        if match is None or head is None or lines is None:
            return None
        return head, lines, match.end()

    def further(self, start: int, end: int, head_lines: str) -> tuple[Head, Lines] | None:
        """All of a stretch as further rows of a table with that head."""
        match = ROWS.fullmatch(self._source, start, end)
        head = None if match is None else self._head(head_lines)
        lines = None if match is None or head is None else lines_of(match[0], head)
        return None if head is None or lines is None else (head, lines)

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


def lines_of(rows: str, head: Head) -> Lines | None:
    """The words of each row; None where so many cells are missing that the parser ends the table.

    Args:
        rows: What `ROWS` found.
        head: The head above them.
    """
    if _ODD_SPACE.search(rows):
        return None
    columns = len(head.cells)
    lines: Lines = []
    missing = 0
    # Most rows have a bar on either side of each cell, so all are cut at once.
    cut = rows if "\t" in rows else _BARS.sub("\t", rows)
    for line in cut.removesuffix("\n").split("\n"):
        if line.count("\t") == columns + 1 and line[-1] == line[0] == "\t":
            lines.append(line[1:-1])
            continue
        words, short = _fitted(line.replace("\t", "|") if cut is not rows else line, columns)
        lines.append(words)
        missing += short
        if missing > MOST_EMPTY:
            return None
    return lines


def _fitted(row: str, columns: int) -> tuple[str, int]:
    """The words of a row with so many cells, and how many of them it lacks."""
    cells = row.rstrip(" \t").split("|")[1:]
    if cells and not cells[-1]:
        cells.pop()
    short = columns - len(cells)
    cells += [""] * max(short, 0)
    return "\t".join(cell.strip(" \t").replace("\t", " ") for cell in cells[:columns]), short


def add_table(builder: Builder, head: Head, lines: Lines, line_number: int) -> None:
    """Add a whole table, its head on a line of the source."""
    _add(builder, head, TextRows(["\t".join(head.cells), *lines]), line_number)
    start = builder.blocks[-1].rows[1][0].start
    builder.marks.append((start, line_number + 2))


def add_further_rows(builder: Builder, head: Head, lines: Lines, line_number: int) -> None:
    """Add what a table goes on with, under a head without words; its first row is on that line."""
    _add(builder, head, TextRows(lines, empty_columns=len(head.cells)), line_number - 2)
    builder.marks[-1] = (builder.blocks[-1].span.start, line_number)


def _add(builder: Builder, head: Head, rows: TextRows, line_number: int) -> None:
    text = "\n".join(rows.lines)
    start = builder.start_of_next(text)
    span = Span(start, start + len(text))
    block = Block(
        BlockKind.TABLE, span, line_number, rows=rows.from_start(start), aligns=head.aligns
    )
    builder.add(block, text)
