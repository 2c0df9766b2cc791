"""Bold words in the midst or at the beginning of a paragraph that fill a line: no heading."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.parsing.importers.pdf.line_ends import ends_early
from briefing.parsing.importers.pdf.lines import Row
from briefing.parsing.importers.pdf.looks import BOLD

HEADING = 1.08
"""Times the size of the running text: larger type is that of a heading."""
INDENT = 0.8
"""Times the size of the type: how far the first line of a paragraph begins behind the others."""
OFF_MIDDLE = 2.0
"""Points between the middles of lines that are centred."""


def is_run_in(rows: Sequence[Row], row: Row, body: float) -> bool:
    """Whether bold words that fill the last line of a block are part of its text.

    They began in the line above, go on in the one below, or name who speaks in an indented line.

    Args:
        rows: The lines of the block.
        row: The line below it.
        body: The size of the running text, in points.
    """
    above = rows[-1]
    if above.size > HEADING * body or above.column != row.column or not above.bold:
        return False
    if not all(line.bold for line in rows):
        return True
    if row.bold or _stands_above(above, row):
        return False
    is_name = above.text.endswith(":") and above.left - row.left > INDENT * row.size
    return row.marked.startswith(BOLD) or (is_name and not ends_early(above, row))


def _stands_above(above: Row, row: Row) -> bool:
    """Whether a line stands in the middle, above the indented first one of a paragraph."""
    left, right = above.left - above.left_edge, above.right_edge - above.right
    is_centred = left > OFF_MIDDLE and abs(left - right) <= 2 * OFF_MIDDLE
    return is_centred and row.left > above.left and row.left - row.left_edge > INDENT * row.size
