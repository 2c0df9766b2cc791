"""From screen columns to characters and back, on one line."""

from __future__ import annotations

from briefing.model.line import Line
from briefing.text.width import cells, clusters, is_narrow


def offset_at(line: Line, cell: int) -> int | None:
    """The character of the chunk's text that is drawn in a column; None on decoration."""
    left = 0
    for piece in line.pieces:
        width = cells(piece.text)
        if left <= cell < left + width:
            if piece.start is None:
                return None
            return piece.start + _index_at(piece.text, cell - left)
        left += width
    return None


def _index_at(text: str, cell: int) -> int:
    if is_narrow(text):
        return cell
    left = 0
    for start, _, width in clusters(text):
        if left <= cell < left + width:
            return start
        left += width
    return len(text)


def cell_of(line: Line, offset: int) -> int:
    """The column where a character of the chunk's text is drawn; the line's end for a later one."""
    left = 0
    for piece in line.pieces:
        if piece.start is not None and piece.start <= offset < piece.start + len(piece.text):
            return left + cells(piece.text[: offset - piece.start])
        left += cells(piece.text)
    return left
