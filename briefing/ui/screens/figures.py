"""All figures of the article, with a filter over what they say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number
from briefing.ui.dialogs.listing import ListDialog
from briefing.ui.render.narrowing import narrowed
from briefing.ui.render.rows import Row
from briefing.ui.widgets.hint import Hint


class FiguresScreen(ListDialog):
    """Answers with the reference of the figure, check or heading that was chosen, or None."""

    CSS_PATH: ClassVar[str] = "../dialogs/dialogs.tcss"

    def __init__(self, rows: Sequence[Row]) -> None:
        """Make the list.

        Args:
            rows: Those of the panel.
        """
        super().__init__(
            _("All figures of this article"),
            name="all-figures",
            placeholder=_("filter: words of the figures, their labels or their headings"),
            empty=_("no figure matches") if rows else _("no figures"),
            hint="",
        )
        self.rows = rows

    def show_rows(self, words: str) -> None:
        """Show the figures that fit, and how many they are."""
        shown = narrowed(self.rows, words)
        self.rows_pane.set_rows(shown)
        every = sum(not row.is_heading for row in self.rows)
        count = ngettext("{count} of {all} figure", "{count} of {all} figures", every)
        told = count.format(
            count=number(sum(not row.is_heading for row in shown)), all=number(every)
        )
        keys = _("Enter go there · Esc close")
        self.query_one(Hint).say(f"{told} · {keys}")
