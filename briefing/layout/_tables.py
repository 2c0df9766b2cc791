"""Tables: columns where they fit, else each row as a small list of ``header: value``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from briefing.layout._pieces import MARKING, Painter
from briefing.layout._prefix import decoration
from briefing.layout.options import LayoutOptions
from briefing.layout.wrap import wrap
from briefing.model.article import Align, Block
from briefing.model.line import Piece, Role
from briefing.model.records import dataclass
from briefing.model.span import Span
from briefing.text.width import cells, is_narrow

GAP = " │ "
"""Between two columns."""
NARROWEST = 6
"""Cells to which a column may be narrowed by wrapping its cells."""

Row = tuple[tuple[Piece, ...], int, int]
"""The pieces of a screen line, and the first and last characters that it stands for."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A part of a cell that stands on one screen line."""

    pieces: tuple[Piece, ...]
    width: int


def table_rows(text: str, block: Block, width: int, options: LayoutOptions) -> Iterator[Row]:
    """The screen lines of a table at most ``width`` cells wide."""
    head = Painter(text, block, Role.TABLE_HEAD, options)
    body = Painter(text, block, Role.TEXT, options)
    widths = _column_widths(body, block, width)
    if widths is None:
        yield from _stacked(head, body, block, width)
    else:
        yield from _columns(head, body, block, widths)


def unmarked_heights(text: str, block: Block, width: int) -> Iterator[int] | None:
    """The rows of a table in columns without marks, a few at a time; None for any other.

    Most tables are such, and their rows need not be made to be counted.
    """
    if any(run.style & MARKING for run in block.runs):
        return None
    lines = block.span.of(text).split("\n")
    widths = _column_widths(Painter(text, block), block, width)
    return None if widths is None else _line_heights(lines, widths, block)


def _line_heights(lines: list[str], widths: list[int], block: Block) -> Iterator[int]:
    shown = lines
    if _is_headless(block):  # a row without words may stand for the head, or none at all
        shown = lines[len(lines) - len(block.rows) + 1 :]
    else:
        yield 1  # the rule below the head
    if widths == _unmarked_widths(lines):
        yield len(shown)
        return
    for line in shown:
        yield max(map(_height, line.split("\t"), widths))


def _height(words: str, width: int) -> int:
    return 1 if cells(words) <= width else sum(1 for _ in wrap(words, 0, len(words), width))


def _column_widths(painter: Painter, block: Block, width: int) -> list[int] | None:
    """The cells of each column, or None where they do not fit."""
    if painter.marks:
        natural = _natural_widths(painter, block.rows)
    else:
        natural = _unmarked_widths(block.span.of(painter.text).split("\n"))
    room = _room(width, len(natural))
    if sum(natural) <= room:
        return natural
    if room < NARROWEST * len(natural):
        return None
    return _narrowed(natural, _longest_words(painter, block.rows, len(natural)), room)


def _room(width: int, columns: int) -> int:
    """The cells that the columns have together."""
    return width - len(GAP) * (columns - 1)


def _unmarked_widths(lines: list[str]) -> list[int]:
    """The cells of each column if none is broken and no mark is drawn: they end at tabs."""
    is_simple = all(is_narrow(line.replace("\t", " ")) for line in lines)
    widths = (map(len if is_simple else cells, line.split("\t")) for line in lines)
    return [max(1, *column) for column in zip_longest(*widths, fillvalue=0)]


def _natural_widths(painter: Painter, rows: Sequence[Sequence[Span]]) -> list[int]:
    """The cells of each column if no cell is broken."""
    natural = [1] * max((len(row) for row in rows), default=0)
    for row in rows:
        for column, span in enumerate(row):
            natural[column] = max(natural[column], painter.cells_of(span))
    return natural


def _longest_words(painter: Painter, rows: Sequence[Sequence[Span]], count: int) -> list[int]:
    """The cells of each column that hold every word, and every mark with a letter before it."""
    longest = [1] * count
    for row in rows:
        for column, span in enumerate(row):
            words = map(cells, span.of(painter.text).split())
            longest[column] = max(longest[column], *words, painter.widest_mark(span))
    return longest


def _narrowed(natural: list[int], longest: list[int], room: int) -> list[int] | None:
    """Take room from the widest columns first, never cutting a word."""
    widths = list(natural)
    excess = sum(widths) - room
    while excess > 0:
        spare = [
            w - max(least, min(NARROWEST, w)) for w, least in zip(widths, longest, strict=True)
        ]
        if max(spare) <= 0:
            return None
        column = max((c for c, s in enumerate(spare) if s > 0), key=lambda c: widths[c])
        others = sorted({w for c, w in enumerate(widths) if c != column and w < widths[column]})
        step = widths[column] - others[-1] if others else excess
        taken = max(1, min(spare[column], excess, step))
        widths[column] -= taken
        excess -= taken
    return widths


def _is_headless(block: Block) -> bool:
    """Whether a table has no head, as one that was cut goes on without: none is shown."""
    return not any(len(cell) for cell in block.rows[0])


def _columns(head: Painter, body: Painter, block: Block, widths: list[int]) -> Iterator[Row]:
    headless = _is_headless(block)
    for number, row in enumerate(block.rows):
        if number == 0 and headless:
            continue
        yield from _row(body if number else head, row, widths, block.aligns)
        if number == 0:
            rule = "─┼─".join("─" * width for width in widths)
            yield (decoration(rule),), row[-1].end, row[-1].end


def _row(
    painter: Painter, row: Sequence[Span], widths: list[int], aligns: Sequence[Align]
) -> Iterator[Row]:
    """The screen lines of one row: as many as its longest cell needs."""
    columns = [_cell_lines(painter, span, width) for span, width in zip(row, widths, strict=False)]
    columns += [[] for _ in widths[len(row) :]]
    height = max((len(lines) for lines in columns), default=1)
    start, end = row[0].start, row[-1].end
    for line in range(height):
        pieces: list[Piece] = []
        for column, lines in enumerate(columns):
            if column:
                pieces.append(decoration(GAP))
            cell = lines[line] if line < len(lines) else _Cell((), 0)
            is_last = column == len(columns) - 1
            pieces += _aligned(cell, widths[column], aligns[column], is_last)
        yield tuple(pieces), start, end


def _cell_lines(painter: Painter, span: Span, width: int) -> list[_Cell]:
    piece = painter.plain_piece(span)
    if piece is not None and len(piece.text) <= width:
        return [_Cell((piece,), len(piece.text))]
    lines = list(wrap(painter.text, span.start, span.end, width, painter.extra))
    cell_lines: list[_Cell] = []
    for index, (start, end) in enumerate(lines):
        until = lines[index + 1][0] if index + 1 < len(lines) else span.end
        pieces = tuple(painter.pieces(start, end, until, begins=index == 0))
        cell_lines.append(_Cell(pieces, sum(cells(piece.text) for piece in pieces)))
    return cell_lines


def _aligned(cell: _Cell, width: int, align: Align, is_last: bool) -> list[Piece]:
    space = max(width - cell.width, 0)
    left = {Align.LEFT: 0, Align.CENTER: space // 2, Align.RIGHT: space}[align]
    right = 0 if is_last else space - left
    before = [decoration(" " * left)] if left else []
    after = [decoration(" " * right)] if right else []
    return [*before, *cell.pieces, *after]


def _stacked(head: Painter, body: Painter, block: Block, width: int) -> Iterator[Row]:
    """The head once, if there is one, then each row as ``header: value`` lines."""
    for span in () if _is_headless(block) else block.rows[0]:
        yield from _labelled(head, span, "", width)
    for row in block.rows[1:]:
        yield (decoration("─" * min(width, 12)),), row[0].start, row[0].start
        for span, name in zip(row, block.rows[0], strict=False):
            label = f"{name.of(body.text)}: " if len(name) else ""
            yield from _labelled(body, span, label, width)


def _labelled(painter: Painter, span: Span, label: str, width: int) -> Iterator[Row]:
    """A cell behind its header; below it where the header takes too much of the line."""
    beside = cells(label) <= width // 2
    if not beside:
        for start, end in wrap(label.rstrip(), 0, len(label.rstrip()), width):
            yield (decoration(label[start:end]),), span.start, span.start
    indent = cells(label) if beside else 2
    for number, (cell, start, end) in enumerate(_cell_ranges(painter, span, width - indent)):
        first = label if number == 0 and beside else " " * indent
        before = (decoration(first),) if first else ()
        yield (*before, *cell.pieces), start, end


def _cell_ranges(painter: Painter, span: Span, width: int) -> Iterator[tuple[_Cell, int, int]]:
    """The lines of a cell, with the characters that each stands for."""
    lines = list(wrap(painter.text, span.start, span.end, width, painter.extra))
    for cell, (start, end) in zip(_cell_lines(painter, span, width), lines, strict=True):
        yield cell, start, end
