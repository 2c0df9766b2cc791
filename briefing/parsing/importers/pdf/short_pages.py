"""Pages of a few lines, as the last one of a text: their column is as wide as on the page before.

None of so few lines may be full, and what stands in the middle of the column seems to be off it.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.parsing.importers.pdf.lines import Row

_MOST_ROWS = 16
"""Lines of such a page."""
_SAME_EDGE = 1.0
"""Points by which the left edges of two pages differ that have one column."""


def widen_short(rows: Sequence[Row], above: Row | None) -> None:
    """Give the lines of a short page of one column the right edge of the page before.

    Args:
        rows: The lines of the page, in order.
        above: The last line of the page before; None on the first page.
    """
    if above is None or not 0 < len(rows) <= _MOST_ROWS or rows[0].column != rows[-1].column:
        return
    edge = rows[0].right_edge
    is_same = abs(rows[0].left_edge - above.left_edge) <= _SAME_EDGE
    if is_same and edge < above.right_edge and max(row.right for row in rows) <= above.right_edge:
        for row in rows:
            row.right_edge = above.right_edge
