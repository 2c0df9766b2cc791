"""The outline and the panels: made from their table, filled as things become known."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefing.text.i18n import _
from briefing.ui.collector import Collector
from briefing.ui.cursor import cursor_commands
from briefing.ui.idle import in_thread
from briefing.ui.panels import OUTLINE, SIDE_PANELS, SidePanel, Source, panels_of
from briefing.ui.parts.foot import Foot
from briefing.ui.parts.stage import Stage
from briefing.ui.parts.text import Text
from briefing.ui.render.rows import Row
from briefing.ui.widgets.rows import RowsPane
from briefing.ui.widgets.side import PanelStack

if TYPE_CHECKING:  # analysis is loaded in a thread once the text is known
    from briefing.session.briefs import BriefMaker

FIRST_CHARACTERS = 1_000_000
"""So much of a text is analysed before the rest of it is laid out, and what follows after that."""

_LEAD_CHARACTERS, _PART_CHARACTERS = 5_000, 50_000
"""So much is analysed before what was found is shown at first, and again."""
_PART_SHARE = 0.2
"""In a long text it is shown again when so much has been added, so that showing costs little."""


class Panels:
    """The panes of rows, whatever is in them."""

    def __init__(self, stage: Stage, text: Text, foot: Foot, collector: Collector) -> None:
        self._stage = stage
        self._collector = collector
        self._text = text
        self._foot = foot

    def make(self) -> None:
        """Make all panes, which are empty yet."""
        for panel in (OUTLINE, *SIDE_PANELS):
            pane = RowsPane(
                name=panel.name,
                title=_(panel.title),
                empty=_(panel.empty),
                long_lines=panel.long_lines,
            )
            pane.add_class("pane")
            self._stage.panes[panel.name] = pane
        self.empty()

    def empty(self) -> None:
        """Nothing is known of the article yet."""
        for panel in SIDE_PANELS:
            self._show(panel, (), is_growing=panel.source is Source.BRIEF)

    # -- filling ----------------------------------------------------------------------------

    def fill_outline(self) -> None:
        """Show the headings, and what of their sections has been seen."""
        self._fill(Source.HEADINGS)
        self.see()
        self._foot.show()

    def fill_notes(self) -> None:
        """Show the notes as they are now."""
        self._fill(Source.NOTES)
        self._foot.show()

    def fill_changes(self) -> None:
        """Show what changed, or that panel no more."""
        self._fill(Source.CHANGES)
        self._foot.show()

    def fill_quotations(self) -> None:
        """Show what became of the quotations of a draft."""
        self._fill(Source.QUOTATIONS)
        self._foot.show()

    def _fill(self, source: Source) -> None:
        for panel in panels_of(source):
            self._show(panel, panel.rows(self._stage.sitting))

    def _show(
        self,
        panel: SidePanel,
        rows: Sequence[Row],
        *,
        share: str = "",
        is_growing: bool = False,
    ) -> None:
        pane = self._stage.panes[panel.name]
        pane.display = panel.is_there(self._stage.sitting)
        told = panel.told(self._stage.sitting, rows, share)
        pane.set_rows(rows, count=told, is_growing=is_growing)
        for stack in self._stage.screen.query(PanelStack):
            stack.share()

    def see(self) -> None:
        """Take what stood in view for long enough as read, and tell in the outline of what."""
        view, sitting = self._stage.article.view, self._stage.sitting
        for number in sitting.attention.look(sitting.progress, view.first, view.last):
            self._stage.panes[OUTLINE.name].redraw(number + 1)

    async def analyse(self, maker: BriefMaker, until: int) -> None:
        """Go on with the analysis of the text, and fill the panels as it goes.

        Args:
            maker: What makes the brief of this text.
            until: How many characters of it are analysed in all.
        """
        if maker.reached == 0:
            await in_thread(maker.step)  # which loads libraries
        goal = max(_LEAD_CHARACTERS, maker.reached)
        while not maker.is_done and maker.reached < until:
            await self._stage.idle.in_slices(partial(_step, maker, min(until, goal)))
            await self.show_made(maker)
            goal = max(goal + _PART_CHARACTERS, int(goal * (1 + _PART_SHARE)))

    async def show_made(self, maker: BriefMaker) -> None:
        """Show what is known by now, and of how much of the text."""
        sitting, panels = self._stage.sitting, panels_of(Source.BRIEF)

        def made() -> list[Sequence[Row]]:
            sitting.reading.keep_brief(maker)
            return [panel.rows(sitting) for panel in panels]

        rows = await in_thread(made)
        self._collector.freeze()  # what was found stays, and need not be looked through again
        share = _("read to {percent} %").format(percent=maker.percent)
        takes_time = not maker.is_done and sitting.reading.length > _PART_CHARACTERS
        for panel, found in zip(panels, rows, strict=True):
            self._show(panel, found, share=share * takes_time, is_growing=not maker.is_done)
        self._text.show_marks()
        self._foot.show()

    # -- the cursor -------------------------------------------------------------------------

    def do(self, action_id: str) -> None:
        """Move the cursor of the focused panel, or choose the row under it."""
        if self._stage.focused_panel is not None:
            cursor_commands(self._stage.focused_panel)[action_id]()

    def all_figures(self) -> None:
        """All figures, with a filter."""
        from briefing.ui.screens.figures import FiguresScreen  # noqa: PLC0415 - when first opened

        rows = self._stage.panes["figures"].rows

        def go_to(ref: str | None) -> None:
            row = next((row for row in rows if row.ref == ref), None)
            if row is not None and row.spans:
                self._stage.panes["figures"].point_at(row.ref)
                self.choose_passage("figures", row, was_here=False)

        self._stage.screen.app.push_screen(FiguresScreen(rows), go_to)

    def choose_passage(self, pane: str, row: Row, *, was_here: bool) -> bool:
        """Jump to a row's passage, which it has; the same row again goes to its next one.

        Args:
            pane: The panel's name.
            row: The row that was chosen.
            was_here: Whether it is the one that was chosen last.
        """
        sitting = self._stage.sitting
        index = (sitting.visited[1] + 1) % len(row.spans) if was_here else 0
        sitting.visited = (f"{pane}/{row.ref}", index)
        self._text.jump(row.spans[index])
        if len(row.spans) > 1:
            self._stage.strip.tell(f"{index + 1}/{len(row.spans)}")
        return True


def _step(maker: BriefMaker, goal: int) -> bool:
    """Analyse a little; whether more is wanted before it is shown."""
    return maker.step() and maker.reached < goal
