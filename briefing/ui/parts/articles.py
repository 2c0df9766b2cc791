"""The article that is shown: taken in, looked at for changes, read again, changed for another."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from briefing.model.mark import MarkKind
from briefing.model.reading_state import Choices
from briefing.model.span import Place
from briefing.session.editing import place_to_edit
from briefing.session.editor import open_in_editor
from briefing.session.pace import Pace
from briefing.session.sitting import Sitting
from briefing.text.i18n import _
from briefing.ui.idle import in_thread
from briefing.ui.parts.changes import Changes
from briefing.ui.parts.first import FirstParts
from briefing.ui.parts.notes import Notes
from briefing.ui.parts.panels import FIRST_CHARACTERS, Panels
from briefing.ui.parts.renewing import Renewing
from briefing.ui.parts.ways import Ways

if TYPE_CHECKING:  # what places notes is loaded when there are some
    from briefing.session.notebook import Notebook


class Articles:
    """Brings articles on the screen, and keeps them as their files are."""

    def __init__(
        self,
        first: FirstParts,
        panels: Panels,
        notes: Notes,
        changes: Changes,
        look_at_quotations: Callable[[Sitting], Awaitable[None]],
    ) -> None:
        """Prepare for the first article.

        Args:
            first: The parts that are there from the first frame on.
            panels: What is filled.
            notes: The notes.
            changes: What changed since the article was read.
            look_at_quotations: Checks the quotations of a draft.
        """
        self._stage, self._text = first.stage, first.text
        self._collector, self._growing = first.collector, first.growing
        self._panels = panels
        self._notes = notes
        self._changes = changes
        self._look_at_quotations = look_at_quotations
        self._renewing = Renewing(first.stage, self._show_again)
        self.ways = Ways(first.stage, first.text, self.change_to)
        """The ways to other articles and back."""

    # -- taking in --------------------------------------------------------------------------

    def take_in(self) -> None:
        """Parse the rest of the text in slices, then place the notes and fill the panels."""
        self._stage.run_alone(self._take_in, group="take-in")

    async def _take_in(self) -> None:
        stage, sitting = self._stage, self._stage.sitting
        await stage.idle.in_slices(self._read_on)
        self._panels.fill_outline()
        if self._growing.is_awaited:
            self._growing.begin(self._show_again)
            return
        place = sitting.found_again()
        if place is not None:
            stage.article.go_to(place)
        await self._take_out_notes(sitting)  # first, for analysis of a long text takes its time
        await self._look_at_quotations(sitting)
        self._collector.freeze()  # 10,000 notes need not be looked through again and again
        with stage.telling():
            before = len(sitting.reading.faults)
            maker = await in_thread(sitting.reading.begin_brief)
            await self._panels.show_made(maker)
            await self._panels.analyse(maker, FIRST_CHARACTERS)
            await self._text.lay_out_rest()
            await self._panels.analyse(maker, sitting.reading.length)
            stage.tell_faults(sitting.reading.faults[before:])

    def _read_on(self) -> bool:
        """Parse a little more; False once the whole text is known.

        Each piece is laid out while its blocks are at hand: those of a long text are not kept.
        """
        stage = self._stage
        is_whole = not self._growing.is_awaited
        return (is_whole and stage.article.lay_out_more()) or stage.sitting.reading.take_in()

    async def _take_out_notes(self, sitting: Sitting) -> None:
        with self._stage.telling():
            notebook = await in_thread(sitting.reading.take_out_notes)
            self._notes.show()
            is_first, sitting.are_notes_told = not sitting.are_notes_told, True
            now = sitting.reading.source.fingerprint
            is_known = is_first and now is not None and now == sitting.met
            if notebook.drift.words and not is_known:
                self._stage.strip.add(notebook.drift.words)
            if is_first:
                self._tell_of_notes(notebook)
                await self._notes.renamed.offer(sitting, self._changes.look_again)
                await self._changes.offer(sitting)

    def _tell_of_notes(self, notebook: Notebook) -> None:
        """What a reader should know of the notes when they are opened."""
        if notebook.problem is not None:
            self._notes.tell_problem()
        elif notebook.port.refusal is not None:
            self._stage.strip.add(notebook.port.refusal, is_warning=True)
        else:
            self._stage.tell_faults(notebook.faults)
        self._notes.find_drafts()

    # -- files that change ------------------------------------------------------------------

    def reload(self) -> None:
        """Read the file again; place and notes stay."""
        self._renewing.begin(_("read again"))

    def edit(self) -> None:
        """Open the source in the reader's editor at this line, then read it again."""
        sitting = self._stage.sitting
        with self._stage.telling():
            at = place_to_edit(sitting.reading, sitting.here)
            with self._stage.screen.app.suspend():
                open_in_editor(at.path, at.line_number)
            self._renewing.begin(at.remark or _("read again"))

    async def look_at_files(self) -> None:
        """Take in what another window, an editor or git wrote; and what was read meanwhile."""
        sitting = self._stage.sitting
        self._panels.see()
        self._renewing.look()
        notebook = sitting.reading.notebook
        if notebook is not None:
            with self._stage.telling():
                before = notebook.notes.unreadable
                has_news = await in_thread(notebook.refresh)
                if has_news and self._stage.sitting is sitting:
                    self._notes.show()
                    self._notes.tell_problem()
                    is_worse = notebook.notes.unreadable not in (before, ())
                    self._stage.tell_faults(notebook.faults if is_worse else notebook.port.faults)

    def _show_again(self, place: Place) -> None:
        """Show the text that was read again, from the same words on."""
        self.show(place)
        self._take_in_another()

    def _take_in_another(self) -> None:
        self._panels.fill_outline()
        self._collector.thaw()
        self.take_in()

    def show(self, place: Place) -> None:
        """Draw the text of the sitting from a place on, with what is marked in it."""
        stage, sitting = self._stage, self._stage.sitting
        self._text.select(sitting.selection)
        self._text.mark(sitting.target)
        shown = None if sitting.search is None else sitting.search.shown_in
        stage.article.set_passages(MarkKind.SEARCH, shown)
        stage.article.show(sitting.document, place)
        sitting.show_from(place, lambda: stage.article.view)
        self._changes.show()

    # -- other articles ---------------------------------------------------------------------

    def change_to(self, sitting: Sitting, place: Place | None) -> None:
        """Show another article, from a place on or where the reader left it."""
        self.remember()
        faults = [] if sitting.is_taken_up else list(sitting.take_up())
        self._stage.sittings.go_to(sitting)
        self._stage.article.set_marks(())
        self.show(place or sitting.left_at or Place(0, 0))
        self._panels.empty()
        self._stage.tell_faults([*faults, *sitting.reading.faults])
        self._stage.tell_remarks(sitting.reading.source.remarks)
        self._take_in_another()

    def remember(self) -> None:
        """Keep the place, the jumps and the pace for the next time; where that fails, say so."""
        sitting = self._stage.sitting
        self._panels.see()
        with self._stage.telling():
            sitting.remember()
        if sitting.attention.pace.kept() != {**Pace().kept(), **sitting.memory.choices.pace}:
            self._stage.choose(Choices(pace=sitting.attention.pace.kept()))
