"""Lines close above a table that belong to it: the name of some of its columns, or of their unit.

They are set as headings are, bold or in the type of the text where that of tables is smaller. A
heading begins where the table does, or stands in the middle above all of it.
"""

from __future__ import annotations

import re

from briefing.parsing.importers.pdf.lines import Row, plain
from briefing.parsing.importers.pdf.numbered import is_chapter_number
from briefing.parsing.importers.pdf.paragraphs import Lines
from briefing.parsing.importers.pdf.tables import Table

_CLOSE = 2.2
"""Times the size of the type: how far above the first row they stand at most."""
_INDENT = 3.0
"""The same: how far right of the first column they begin at least."""
_OFF_MIDDLE = 0.06
"""The share of the width of a table, or of a column of text, by which they are off its middle."""
_NUMBER = re.compile(r"\S{1,3}|\S*\d\S*")
"""What stands before the words of a heading."""
_UNIT = re.compile(r"\(.*\)|\[.*\]")


def is_unit(block: Lines) -> bool:
    """Whether all of a block stands in brackets, as “(in millions)” does."""
    text = plain(" ".join(row.text for row in block.rows)).strip()
    return _UNIT.fullmatch(text) is not None


def _is_row(row: Row) -> bool:
    """Whether a line has cells, of which the first is more than the number of a heading."""
    words = plain(row.cells[0].text)
    return len(row.cells) > 1 and not is_chapter_number(words) and _NUMBER.fullmatch(words) is None


def heads_columns(block: Lines, below: Lines | Table) -> bool:
    """Whether a block names some of the columns of the table below it."""
    row, first = block.rows[-1], below.rows[0]
    gap = row.base - first.base
    if row.column != first.column or not 0 < gap <= _CLOSE * row.size:
        return False
    if _is_row(row) and len(first.cells) > 1:
        return True
    if not isinstance(below, Table):
        return False
    left, right = min(r.left for r in below.rows), max(r.right for r in below.rows)
    middle = (min(r.left for r in block.rows) + max(r.right for r in block.rows)) / 2
    is_off = abs(middle - (left + right) / 2) > _OFF_MIDDLE * (right - left)
    width = row.right_edge - row.left_edge
    is_off &= abs(middle - (row.left_edge + row.right_edge) / 2) > _OFF_MIDDLE * width
    return is_off and min(r.left for r in block.rows) > left + _INDENT * row.size
