"""How high the rows of a list are: wrapped to know it, unless there are too many of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from briefing.ui.render.rows import BESIDE_WORDS, MEASURED_ROWS, Row, starts_of
from briefing.ui.widgets.rows_mouse import RowsMouse


class RowsMeasured(RowsMouse):
    """The part of a list that knows where each row begins.

    A list of more than 400 rows gives each the same number of lines, so that none needs to be
    wrapped before it is seen.
    """

    rows: Sequence[Row] = ()
    """What is shown."""
    long_lines = 2
    """Lines of each row in a long list."""
    _starts: list[int] | None = None
    _wrapped_at = 0

    @property
    def _is_long(self) -> bool:
        return len(self.rows) > MEASURED_ROWS

    def lines_at(self, width_cells: int) -> int:
        """The lines of all rows, at a width that it is about to have."""
        return self._line_count if self._is_long else self._starts_at(width_cells)[len(self.rows)]

    @property
    def _line_count(self) -> int:
        """The lines of all rows."""
        return self._start(len(self.rows))

    def _start(self, index: int) -> int:
        """The line where a row begins."""
        return self._begins[index]

    def _height(self, index: int) -> int:
        return self._start(index + 1) - self._start(index) if index < len(self.rows) else 1

    def _row_at(self, line: int) -> int:
        return bisect_right(self._begins, line) - 1

    @property
    def _begins(self) -> Sequence[int]:
        """The lines where rows begin, and the one behind the last.

        To be asked once for many lines: a widget looks its own size up in the whole screen.
        """
        if self._is_long:
            return range(0, (len(self.rows) + 1) * self.long_lines, self.long_lines)
        return self._starts_at(self.size.width or self._wrapped_at)

    def _starts_at(self, width_cells: int) -> list[int]:
        """The lines where rows begin, found once for a width."""
        is_known = self._starts is not None and len(self._starts) > len(self.rows)
        if self._starts is None or not is_known or self._wrapped_at != width_cells:
            self._starts = starts_of(self.rows, width_cells - BESIDE_WORDS)
            self._wrapped_at = width_cells
        return self._starts
