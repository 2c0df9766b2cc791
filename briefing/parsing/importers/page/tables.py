"""Tables of data as Markdown, and which tables are none."""

from __future__ import annotations

from briefing.parsing.importers.page.pieces import Piece
from briefing.parsing.importers.spans import Cell, spread

_LONGEST_CELL = 400
"""Characters from which what stands in a cell is text, and the table made for the layout."""

Row = list[Cell[Piece]]
"""The cells of a row, each with its blocks."""


def table_piece(given: list[Row]) -> Piece | None:
    """A table; its first row is its head, since Markdown knows no other.

    Lists and paragraphs in a cell stay parted, by line breaks. None where a table is for the
    layout: of one column, or with headings or long texts in its cells.
    """
    rows = [row for row in spread(given, _text) if any(row)]
    width = max(map(len, rows), default=0)
    pieces = [piece for row in rows for cell in row for piece in cell]
    if width < 2 or any(piece.level for piece in pieces):
        return None
    if any(sum(len(piece.text) for piece in cell) > _LONGEST_CELL for row in rows for cell in row):
        return None
    padded = [[*row, *([[]] * (width - len(row)))] for row in rows]
    written = [" | ".join(map(_markdown, row)) for row in padded]
    written.insert(1, " | ".join(["---"] * width))
    text = "\n".join("\t".join(map(_text, row)) for row in padded)
    lines = tuple(line for piece in pieces for line in piece.text.split("\n"))
    return Piece(text, "\n".join(f"| {row} |" for row in written), cells=lines)


def _text(cell: list[Piece]) -> str:
    return " ".join(" ".join(piece.text.split("\n")) for piece in cell)


def _markdown(cell: list[Piece]) -> str:
    lines = [line.strip() for piece in cell for line in piece.markdown.split("\n")]
    lines = [_entry(line.removesuffix("\\")) for line in lines if line]
    return "<br>".join(lines).replace("|", "\\|")


def _entry(line: str) -> str:
    """A line of a cell; marks of a list are only text there."""
    return f"• {line[2:]}" if line.startswith(("- ", "* ")) else line
