"""The outline as rows, each made when it is looked at: a report may have 200,000 headings."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.article import Heading
from briefing.session.progress import LEAD, READ, Progress
from briefing.text.i18n import _
from briefing.ui.render.rows import MEASURED_ROWS, LazyRows, Row, Words

_DEEPEST_CELLS = 8
_ASIDE_CELLS = 3
"""Room for ``12′``, ``40%`` or ``✓`` at the end of a row."""


class OutlineRows(LazyRows):
    """The beginning, then the headings, numbered as the keys 1 to 9 reach them.

    At the end of each stands how long its section takes, how much of it has been seen, or a tick
    once it was read.
    """

    def __init__(
        self, headings: Sequence[Heading], title: str | None, progress: Progress | None = None
    ) -> None:
        self._headings = headings
        self._progress = progress
        self._title = title or _("(beginning)")
        is_short = len(headings) < MEASURED_ROWS
        self._max_lines = 5 if is_short else 1
        self._top = min((h.level for h in headings), default=1) if is_short else 1

    def index_of(self, ref: str) -> int | None:
        """Where the row of a heading stands; `ref` is its number, or ``start``."""
        index = 0 if ref == "start" else int(ref) + 1
        return index if index < len(self) else None

    def __len__(self) -> int:
        return len(self._headings) + 1

    def row_at(self, index: int) -> Row:
        """Make the row of a heading; the title comes before the first."""
        return self._row(index - 1)

    def _row(self, number: int) -> Row:
        aside = self._aside(number)
        if number == LEAD:
            return Row(
                (Words(self._title, bold=True),),
                ref="start",
                max_lines=self._max_lines,
                aside=aside,
                aside_cells=_ASIDE_CELLS,
            )
        heading = self._headings[number]
        return Row(
            (Words(heading.text),),
            ref=str(number),
            sign=str(number + 1) if number < 9 else " ",
            max_lines=self._max_lines,
            indent_cells=min(_DEEPEST_CELLS, 2 * max(0, heading.level - self._top)),
            aside=aside,
            aside_cells=_ASIDE_CELLS,
        )

    def _aside(self, number: int) -> Words | None:
        if self._progress is None:
            return None
        tenths = self._progress.tenths(number)
        if tenths == READ:
            return Words("✓", "good")
        if tenths:
            return Words(f"{10 * tenths}%", "muted")
        minutes = self._progress.minutes(number)
        return Words(f"{minutes}′", "muted") if minutes else None
