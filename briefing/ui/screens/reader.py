"""The reader: the text in the middle, the outline and the panels beside it."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker

from briefing.model.errors import BriefingError, Fault
from briefing.model.reading_state import Choices, SavedPlace
from briefing.model.source import Fingerprint
from briefing.model.span import Place
from briefing.model.theme import Theme
from briefing.session.memory import Memory, clamped, found_again, saved_place, where_now
from briefing.session.progress import Progress
from briefing.session.reading import Reading
from briefing.session.sitting import Sitting
from briefing.text.i18n import _
from briefing.ui.keys import Action
from briefing.ui.render.measure import LOW_ROWS, side_of
from briefing.ui.screens.base import key_of
from briefing.ui.screens.choosing import ChoosingActions
from briefing.ui.screens.filling import FIRST_CHARACTERS, PanelFilling
from briefing.ui.screens.finding import FindingActions
from briefing.ui.screens.idle import beside
from briefing.ui.screens.linking import OpenOther
from briefing.ui.widgets.article import ArticlePane
from briefing.ui.widgets.side import SideBox

if TYPE_CHECKING:  # what the first frame does not need is imported when it is used
    from briefing.session.notebook import Notebook

MIN_WIDTH_CELLS, MIN_HEIGHT_CELLS = 40, 12
"""Below this the screen only says that it is too small."""

_LOOK_SECONDS = 1.0
"""How often the files are looked at for changes that others made."""
_REMEMBER_SECONDS = 10.0
"""How often the place is kept, for a sitting that is cut short."""


class ReaderScreen(ChoosingActions, FindingActions, PanelFilling):
    """One article. The text is drawn first; brief and notes follow as soon as the text is known."""

    AUTO_FOCUS = "#article"

    class Placed(Message):
        """The text stands where the reader left it: keys that move can be answered."""

    class Ready(Message):
        """Everything that keys may ask for is there."""

    def __init__(
        self,
        reading: Reading,
        memory: Memory,
        actions: Sequence[Action],
        themes: Mapping[str, Theme],
        *,
        faults: Sequence[Fault] = (),
        open_other: OpenOther | None = None,
    ) -> None:
        super().__init__(reading, memory, actions, themes)
        self.open_other = open_other
        self.faults = faults
        self._is_first_look = True
        self._met: Fingerprint | None = None
        self._seen_last = Place(0, 0)
        self._shown_at = Place(0, 0)
        self._sought: SavedPlace | None = None
        self._remembered: object = None
        self._refused = ""
        self._looking_ahead: Worker[None] | None = None
        shown = memory.choices.shown
        self.is_outline_wanted = shown.get("outline", True)
        self.are_panels_wanted = shown.get("panels", True)
        self.side = side_of(shown)
        self.sizes = memory.choices.sizes

    def compose(self) -> ComposeResult:
        """The text, room beside it for outline and panels, and two lines at the foot."""
        with Horizontal(id="body"):
            yield SideBox("outline")
            yield self.article
            yield SideBox("panels")
        yield Static(id="too-small", markup=False)
        yield self.strip
        yield self.status_line

    # -- opening ----------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Draw the text where the reader left it; everything else comes after the first frame."""
        self.article.add_class("pane")
        self.paint()
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.paint())
        faults = [*self.faults, *self.sitting.take_up()]
        self._met = self.memory.state.fingerprint
        self.reading.remember_history(self.memory.state)
        saved = self.memory.state.place
        if saved is not None:
            self.article.go_to(self._look_for(saved))
        self.arrange_panes()
        self._tell_faults([*faults, *self.reading.faults])
        self._orient()
        self.post_message(self.Placed())
        self.call_after_refresh(self._start)

    async def _start(self) -> None:
        gc.freeze()
        gc.enable()
        self._shown_at = self.article.view.first
        await self._furnish()
        self._show_outline()
        self.post_message(self.Ready())
        self._look_ahead()
        self.run_alone(self._take_in, group="take-in")
        self.set_interval(_LOOK_SECONDS, self._look_at_the_files)
        self.set_interval(_REMEMBER_SECONDS, self.remember)

    async def _furnish(self) -> None:
        """Put outline and panels into the room that was kept for them."""
        from briefing.ui.panels import OUTLINE, SIDE_PANELS
        from briefing.ui.widgets.rows import RowsPane

        self.panes = {
            panel.name: RowsPane(
                name=panel.name,
                title=_(panel.title),
                empty=_(panel.empty),
                long_lines=panel.long_lines,
            )
            for panel in (OUTLINE, *SIDE_PANELS)
        }
        outline, *panels = self.panes.values()
        for pane in self.panes.values():
            pane.add_class("pane")
        for panel in SIDE_PANELS:
            self.panel(panel.name).add_class(f"-share-{panel.share}")
        self._empty_panels()
        await self.query_one("#outline-box").mount(outline)
        await self.query_one("#panels-box").mount(*panels)
        self.paint()

    def _empty_panels(self) -> None:
        """Nothing is known of the article yet."""
        from briefing.ui.panels import SIDE_PANELS, Source

        for panel in SIDE_PANELS:
            self.show_rows(panel, (), is_growing=panel.source is Source.BRIEF)

    def _take_in_again(self) -> None:
        """Parse a text that is shown in the place of another, which may go now with all it had."""
        self.let_texts_go()
        self.run_alone(self._take_in, group="take-in")

    async def _take_in(self) -> None:
        """Parse the rest of the text in slices, then place the notes and fill the panels."""
        await self.idle.in_slices(self.reading.take_in)
        self._show_outline()
        self._show_what_is_sought()
        await self._take_out_notes()  # first, for analysis of a long text takes its time
        self.set_apart()  # 10,000 notes need not be looked through again and again
        with self.telling():
            before = len(self.reading.faults)
            maker = await beside(self.reading.begin_brief)
            await self.show_made(maker)
            await self.analyse(maker, FIRST_CHARACTERS)
            await self._lay_out_rest()
            await self.analyse(maker, self.reading.length)
            self._tell_faults(self.reading.faults[before:])

    def _look_for(self, saved: SavedPlace) -> Place:
        """Where a saved place is, or nearly; then its words are sought once all is parsed."""
        place = where_now(self.reading.document, saved)
        self._sought = saved if place is None else None
        return place or clamped(self.reading.document, saved.place)

    def _show_what_is_sought(self) -> None:
        """Go to the words that were not found at first, unless the reader went elsewhere."""
        if self._sought is None or self.article.view.first != self._shown_at:
            self._sought = None
            return
        offset = found_again(self.reading.article.text, self._sought)
        if offset is not None:
            self._sought = None
            self.article.go_to(self.reading.place(offset))

    async def _take_out_notes(self) -> None:
        with self.telling():
            notebook = await asyncio.to_thread(self.reading.take_out_notes)
            self.show_notes()
            self._tell_drift(notebook)
            if self._is_first_look:
                self._is_first_look = False
                self._tell_of_notes(notebook)

    def _tell_of_notes(self, notebook: Notebook) -> None:
        """What a reader should know of the notes when they are opened."""
        if notebook.problem is not None:
            self.tell_problem()
        elif notebook.port.refusal is not None:
            self.strip.add(notebook.port.refusal, is_warning=True)
        else:
            self._tell_faults(notebook.faults)
        self.find_drafts()

    def _tell_drift(self, notebook: Notebook) -> None:
        """Say what the changes of the article did to the notes, if it has changed."""
        now = self.reading.source.fingerprint
        is_known = now is not None and now == self._met
        if notebook.drift.words and not (self._is_first_look and is_known):
            self.strip.add(notebook.drift.words)

    def _tell_faults(self, faults: Sequence[Fault]) -> None:
        if not faults:
            return
        more = f" (+{len(faults) - 1})" if len(faults) > 1 else ""
        self.strip.add(f"{faults[0]}{more}", is_warning=True)

    def _orient(self) -> None:
        """Tell somebody who has never been here how to begin, once and only if all is well."""
        if not self.strip.is_shown and self.memory.choices == Choices():
            self._show_orientation()
            with suppress(BriefingError):  # where it cannot be kept, it is told again
                self.memory.choose(Choices(is_oriented=True))

    def _show_orientation(self) -> None:
        from briefing.ui.render.orientation import orientation

        keys = {name: key_of(action) for name, action in self.actions.items()}
        room, is_low = self.app.size.width - 2, self.app.size.height < LOW_ROWS
        self.strip.orient(orientation(keys, room, is_low=is_low))

    # -- showing ----------------------------------------------------------------------------

    def _show_outline(self) -> None:
        from briefing.ui.panels import Source

        self.fill(Source.HEADINGS)
        self._see()
        self.show_status()

    def on_resize(self) -> None:
        """Arrange the panes for the new size; the first word in view stays."""
        size = self.app.size
        is_too_small = size.width < MIN_WIDTH_CELLS or size.height < MIN_HEIGHT_CELLS
        self.set_class(is_too_small, "-too-small")
        self.set_class(size.height < LOW_ROWS, "-low")
        if is_too_small:
            text = _("The terminal is too small: {width}×{height}, needed {min_w}×{min_h}")
            self.query_one("#too-small", Static).update(
                text.format(
                    width=size.width,
                    height=size.height,
                    min_w=MIN_WIDTH_CELLS,
                    min_h=MIN_HEIGHT_CELLS,
                )
            )
        if self.strip.is_orienting:
            self._show_orientation()
        self.arrange_panes()

    def on_article_pane_scrolled(self, event: ArticlePane.Scrolled) -> None:
        """Something else is in view."""
        del event
        self._seen_last = self.article.first_word
        self._see()
        self.look_for_notes()
        self.show_status()
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Prepare for the next key, as soon as none comes for a moment."""
        if self._looking_ahead is None or self._looking_ahead.is_finished:
            self._looking_ahead = self.run_alone(self._prepare, group="look-ahead")

    async def _prepare(self) -> None:
        """Have at hand what comes next, then lay out all again if the width is another one."""
        await self.idle.in_slices(self.article.look_ahead)
        if self.document.is_complete and not self.article.is_settled:
            await self.idle.in_slices(
                lambda: self.article.look_ahead() or self.article.lay_out_more()
            )
            self.article.settle()
            self.show_status()

    def _see(self) -> None:
        """Take what is in view as seen, and tell in the outline what that makes of its sections."""
        if self.panes:
            view = self.article.view
            for number in self.sitting.progress.see(view.first, view.last):
                self.panel("outline").redraw(number + 1)

    # -- files that change ------------------------------------------------------------------

    def action_reload(self) -> None:
        """Read the file again; place and notes stay."""
        with self.telling():
            self.reload()
            self.tell(_("read again"))

    async def _look_at_the_files(self) -> None:
        """Take in what another window, an editor or git wrote."""
        with self.telling():
            if self.reading.has_changed_on_disk() and self._reload_quietly():
                self.tell(_("the file has changed and was read again"))
        notebook = self.reading.notebook
        if notebook is not None:
            with self.telling():
                before = notebook.notes.unreadable
                if await asyncio.to_thread(notebook.refresh):
                    self.show_notes()
                    self.tell_problem()
                    if notebook.notes.unreadable not in (before, ()):
                        self._tell_faults(notebook.faults)

    def _reload_quietly(self) -> bool:
        """Read the file again; that it cannot be read is told once, not at every look."""
        try:
            self.reload()
        except BriefingError as error:
            told, self._refused = self._refused, str(error)
            if told != self._refused:
                raise
            return False
        self._refused = ""
        return True

    def reload(self) -> None:
        """Read the file again and show it from the same words on."""
        is_here = self.article.view.first == self._shown_at
        saved = self._sought if is_here else None
        saved = saved or saved_place(self.document, self.article.first_word)
        self.reading.reload()
        self.sitting.progress = Progress(self.reading.document, self.sitting.progress.read)
        place = self._look_for(saved)
        self.set_selection(None)
        self.set_target(None)
        self.forget_search()
        self.article.show(self.document, place)
        self._shown_at = self.article.view.first
        self._show_outline()
        self._take_in_again()

    # -- other articles ---------------------------------------------------------------------

    def change_article(self, sitting: Sitting, place: Place | None) -> None:
        """Show another article, from a place on or where the reader left it."""
        self.remember()
        reading, memory = sitting.reading, sitting.memory
        self._is_first_look = reading.notebook is None
        self.held = self.chosen_note = None
        self.note_words = ""
        self.others[str(self.reading.source.path)] = self.sitting
        self.sitting = sitting
        faults = sitting.take_up()
        self._met = memory.state.fingerprint
        saved = memory.state.place if place is None else None
        self._sought = None
        if saved is not None:
            place = self._look_for(saved)
        self.visited = ("", -1)
        self.set_selection(None)
        self.set_target(None)
        self.forget_search()
        self.article.set_marks(())
        self.article.show(self.document, place)
        self._shown_at = self.article.view.first
        self._aim = None if place is None else (self.article.view.first, place)
        self._empty_panels()
        self._show_outline()
        self._tell_faults([*faults, *reading.faults])
        self._take_in_again()

    # -- leaving ----------------------------------------------------------------------------

    def action_close(self) -> None:
        """Close one layer; the passage of a note that is being placed is one."""
        if not self.let_go():
            super().action_close()

    def remember(self) -> None:
        """Keep the place and the jumps for the next sitting, where they are not kept already."""
        history = self.reading.own_history
        now = (self.reading.source.fingerprint, self.reading.where, self._seen_last, history)
        if now == self._remembered:
            return
        self._remembered = now
        try:
            self.memory.leave(
                self.document,
                self._seen_last,
                self.reading.source.fingerprint,
                history,
                self.sitting.progress,
            )
        except BriefingError as error:
            self.tell(str(error), is_warning=True)

    def on_unmount(self) -> None:
        """Keep the place for the next sitting."""
        self.remember()

    def keep_open_work(self) -> None:
        """Keep the place; the app may be about to end."""
        self.remember()
