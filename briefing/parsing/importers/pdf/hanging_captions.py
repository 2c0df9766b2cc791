"""Captions whose words hang beside their number, as the definition of a term does.

The number, “Table 3:”, and the words stand in two columns, as the cells of a row do. They are no
row of the table below, whose head they would else become.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.records import replace
from briefing.parsing.importers.pdf.lines import Row
from briefing.parsing.importers.pdf.numbered import is_caption_label
from briefing.parsing.importers.pdf.table_columns import SAME_EDGE

_FEWEST_WORDS = 3
"""Words of a caption that is no cell of a list of tables."""
_CLOSE = 1.6
"""Times the size of the type: how far below the words their next line is at most."""


def with_whole_captions(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a document, with the number of a caption in one with its words."""
    above: Row | None = None  # the last line of a caption whose words may go on
    edge = 0.0  # where its words begin
    for row in rows:
        if _is_hanging(row):
            edge = row.cells[-1].left
            above = _as_line(row, row.left)
            yield above
        elif above is not None and _goes_on(above, row, edge):
            above = _as_line(row, above.left)
            yield above
        else:
            above = None
            yield row


def _is_hanging(row: Row) -> bool:
    if len(row.cells) != 2:
        return False
    label, words = row.cells
    is_whole = words.text.count(" ") + 1 >= _FEWEST_WORDS and not words.text[0].islower()
    return is_whole and is_caption_label(label.text)


def _goes_on(above: Row, row: Row, edge: float) -> bool:
    """Whether a row is the next line of the words of a caption."""
    return (
        len(row.cells) == 1
        and row.column == above.column
        and abs(row.left - edge) < SAME_EDGE
        and abs(row.size - above.size) < 0.1
        and row.bold == above.cells[0].bold
        and 0 < above.base - row.base <= _CLOSE * row.size
    )


def _as_line(row: Row, left: float) -> Row:
    """A row as one cell, which begins where the caption does."""
    looks = row.marked if any(cell.looks for cell in row.cells) else ""
    whole = replace(row.cells[-1], text=row.text, looks=looks, left=left, gaps=())
    return Row([whole], row.page, row.left_edge, row.right_edge, row.column)
