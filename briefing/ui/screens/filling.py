"""How the panels are filled: what the editor wrote at once, then part after part of the text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing.text.i18n import _
from briefing.ui.screens.base import ReaderBase
from briefing.ui.screens.idle import beside

if TYPE_CHECKING:  # what the first frame does not need is imported when it is used
    from briefing.session.briefs import BriefMaker

FIRST_CHARACTERS = 1_000_000
"""So much of a text is analysed before the rest of it is laid out, and what follows after that."""

_LEAD_CHARACTERS, _PART_CHARACTERS = 5_000, 50_000
"""So much is analysed before what was found is shown at first, and again."""
_PART_SHARE = 0.2
"""In a long text it is shown again when so much has been added, so that showing costs little."""


class PanelFilling(ReaderBase):
    """Analyses the text in the time that keys leave over, and shows what is known by then."""

    async def analyse(self, maker: BriefMaker, until: int) -> None:
        """Go on with the analysis of the text, and fill the panels as it goes.

        Args:
            maker: What makes the brief of this text.
            until: How many characters of it are analysed in all.
        """
        if maker.reached == 0:
            await beside(maker.step)  # which loads libraries
        goal = max(_LEAD_CHARACTERS, maker.reached)
        while not maker.is_done and maker.reached < until:
            await self.idle.in_slices(partial(_step, maker, min(until, goal)))
            await self.show_made(maker)
            goal = max(goal + _PART_CHARACTERS, int(goal * (1 + _PART_SHARE)))

    async def show_made(self, maker: BriefMaker) -> None:
        """Show what is known by now, and of how much of the text."""
        from briefing.ui.panels import Source, panels_of

        sitting, panels = self.sitting, panels_of(Source.BRIEF)
        sitting.reading.keep_brief(maker)
        rows = [await beside(partial(panel.rows, sitting)) for panel in panels]
        self.set_apart()  # what was found stays, and need not be looked through again and again
        share = _("read to {percent} %").format(percent=maker.percent)
        takes_time = not maker.is_done and self.reading.length > _PART_CHARACTERS
        count = share if takes_time else None
        for panel, found in zip(panels, rows, strict=True):
            self.show_rows(panel, found, count=count, is_growing=not maker.is_done)
        self.article.set_marks(self.reading.marks)
        self.show_status()


def _step(maker: BriefMaker, goal: int) -> bool:
    """Analyse a little; whether more is wanted before it is shown."""
    return maker.step() and maker.reached < goal
