"""The reader: the text in the middle, the outline and the panels beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import Worker

from briefing.model.errors import Fault
from briefing.model.span import Place
from briefing.model.theme import Theme
from briefing.session.sitting import Sitting
from briefing.session.sittings import Sittings
from briefing.ui.idle import Idle
from briefing.ui.keymap import Keymap
from briefing.ui.keys import Action, Context, key_of
from briefing.ui.library_door import LibraryDoor
from briefing.ui.parts.first import article_pane, first_parts
from briefing.ui.parts.moves import moving_commands
from briefing.ui.parts.stage import Stage
from briefing.ui.render.measure import LOW_ROWS, too_small
from briefing.ui.takes_keys import Commands, EndsTyping, Readiness, ReadyForKeys, press
from briefing.ui.widgets.article import ArticlePane
from briefing.ui.widgets.side import PanelStack, SideBox

if TYPE_CHECKING:  # what the first frame does not need is imported when it is there
    from briefing.ui.screens.reader_parts import Parts
    from briefing.ui.widgets.rows import RowsPane
    from briefing.ui.widgets.search_bar import SearchBar, SearchLine

_LOOK_SECONDS = 1.0
"""How often the files are looked at for changes that others made."""
_REMEMBER_SECONDS = 10.0
"""How often the place is kept, for a sitting that is cut short."""


class ReaderScreen(Screen[None]):
    """Articles, one at a time: what comes and goes. What keys do is in its parts, by `commands`."""

    STYLES = Path(__file__).with_name("reader.tcss")
    """How it is laid out."""
    AUTO_FOCUS = "#article"
    door = LibraryDoor()
    """The way to the library; set by whoever knows one."""

    def __init__(
        self,
        sittings: Sittings,
        actions: Sequence[Action],
        themes: Mapping[str, Theme],
        *,
        idle: Idle,
        faults: Sequence[Fault] = (),
        usual_theme: str | None = None,
    ) -> None:
        """Prepare the screen; nothing is drawn yet.

        Args:
            sittings: The article to begin with, and how others are opened.
            actions: The table of keys, the user's own keys in it.
            themes: All themes by name.
            idle: The time that keys leave over.
            faults: What is wrong with settings and themes.
            usual_theme: The theme that the settings name; of two the one that fits the terminal.
        """
        super().__init__()
        self.faults = list(faults)
        """What is to be told as soon as the screen is there."""
        self.usual_theme = usual_theme
        """The theme that the settings name, once it is known."""
        self.idle = idle
        """The time that keys leave over."""
        self.themes = themes
        self.keymap = Keymap(actions)
        self.stage = Stage(self, sittings, actions, article_pane(sittings.now), idle)
        """What the parts share."""
        self.first = first_parts(self.stage, lambda: self.context)
        """The parts that are there from the beginning."""
        self.parts: Parts | None = None
        """All parts, once the first frame is drawn."""
        self.commands = Commands(moving_commands(self.first.moves))
        """What the actions of the table do here; at first only those that move."""
        self.readiness = Readiness.NOTHING
        """Which keys can be answered."""
        self._looking_ahead: Worker[None] | None = None

    @property
    def sitting(self) -> Sitting:
        """The article that is shown, and what the reader is doing with it."""
        return self.stage.sitting

    def compose(self) -> ComposeResult:
        """The text, room beside it for outline and panels, and two lines at the foot."""
        with Horizontal(id="body"):
            yield SideBox("outline")
            yield self.stage.article
            yield PanelStack()
        yield Static(id="too-small", markup=False)
        yield self.stage.strip
        yield self.first.foot.line

    # -- opening ----------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Draw the text where the reader left it; everything else comes after the first frame."""
        stage, sitting = self.stage, self.sitting
        stage.article.add_class("pane")
        self.first.panes.paint()
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.first.panes.paint())
        faults = [*self.faults, *sitting.take_up(), *sitting.reading.faults]
        sitting.reading.remember_history(sitting.memory.state)
        place = sitting.left_at or Place(0, 0)
        stage.article.go_to(place)
        sitting.show_from(place, lambda: stage.article.view)
        self.first.panes.arrange()
        stage.tell_faults(faults)
        stage.tell_remarks(sitting.reading.source.remarks)
        if not stage.strip.is_shown and sitting.memory.meets_reader():
            self._orient()
        self.readiness = Readiness.MOVES
        self.post_message(ReadyForKeys())
        self.call_after_refresh(self._start)

    async def _start(self) -> None:
        """The first frame is drawn: bring all that keys may ask for."""
        from briefing.ui.screens import reader_commands, reader_parts  # noqa: PLC0415 - after it

        self.first.collector.begin()
        self.parts = parts = reader_parts.all_parts(
            self.first, self.themes, self.usual_theme, lambda: self.commands, self.door
        )
        parts.panels.make()
        outline, *panels = self.stage.panes.values()
        await self.query_one("#outline-box").mount(outline, self.first.panes.whereabouts)
        await self.query_one("#panels-box").mount(*panels)
        self.first.panes.begin()
        self.sitting.show_from(self.sitting.seen_last, lambda: self.stage.article.view)
        parts.panels.fill_outline()
        self.commands = reader_commands.reader_commands(parts, lambda: self.context)
        self.readiness = Readiness.EVERYTHING
        self.post_message(ReadyForKeys())
        self._look_ahead()
        self.stage.run_alone(self.first.foot.signs.begin, group="signs")
        parts.articles.take_in()
        parts.to_library.show_aim()
        self.set_interval(_LOOK_SECONDS, parts.articles.look_at_files)
        self.set_interval(_REMEMBER_SECONDS, parts.articles.remember)

    def _orient(self) -> None:
        """Tell somebody who has never been here how to begin."""
        from briefing.ui.render.orientation import orientation  # noqa: PLC0415 - once in its life

        keys = {name: key_of(action) for name, action in self.stage.actions.items()}
        room, is_low = self.app.size.width - 2, self.app.size.height < LOW_ROWS
        self.stage.strip.orient(orientation(keys, room, is_low=is_low))

    # -- keys -------------------------------------------------------------------------------

    @property
    def context(self) -> Context:
        """Where keys are pressed now."""
        if self.parts is not None and self.parts.search.is_open:
            return Context.SEARCH
        if self.stage.focused_panel is not None:
            return Context.PANEL
        return Context.ARTICLE if self.sitting.selection is None else Context.SELECTION

    def can_answer(self, action: Action | None) -> bool:
        """Whether what a key asks for is there: the words come first, then what moves them."""
        if self.parts is not None and self.parts.search.is_opening:
            return False
        if self.readiness is Readiness.EVERYTHING:
            return self.first.growing.can_answer(action)
        is_there = action is not None and action.id in self.commands.ids
        is_move = is_there and self.readiness is Readiness.MOVES
        return is_move and self.first.growing.can_answer(action)

    def tell_waiting(self) -> None:
        """A key waits for the rest of a long document."""
        self.first.growing.tell_waiting()

    def takes_first(self, key: events.Key) -> bool:
        """While links have letters, a key is one of them."""
        return self.parts is not None and self.parts.links.press(key.key, key.character)

    def on_key(self, event: events.Key) -> None:
        """Do what the table says of a key that no widget wanted; others go on to Textual."""
        if press(self, event, self.keymap):
            event.stop()
            event.prevent_default()

    # -- what happens -----------------------------------------------------------------------

    def on_resize(self) -> None:
        """Arrange the panes for the new size; the first word in view stays."""
        size = self.app.size
        said = too_small(size.width, size.height)
        self.set_class(said is not None, "-too-small")
        self.set_class(size.height < LOW_ROWS, "-low")
        self.query_one("#too-small", Static).update(said or "")
        if self.stage.strip.is_orienting:
            self._orient()
        self.first.panes.arrange()

    def on_article_pane_scrolled(self) -> None:
        """Something else is in view."""
        self.sitting.seen_last = self.stage.article.first_word
        if self.parts is not None:
            self.parts.panels.see()
            self.parts.telling.see_end()
            self._look_ahead()
        self.first.text.go_on()
        self.first.foot.show()

    def _look_ahead(self) -> None:
        """Prepare for the next key, as soon as none comes for a moment."""
        if self._looking_ahead is None or self._looking_ahead.is_finished:
            self._looking_ahead = self.stage.run_alone(self._prepare, group="look-ahead")

    async def _prepare(self) -> None:
        """Have at hand what comes next, then lay out all again if the width is another one."""
        article = self.stage.article
        await self.idle.in_slices(article.look_ahead)
        if self.sitting.document.is_complete and not article.is_settled:
            await self.idle.in_slices(lambda: article.look_ahead() or article.lay_out_more())
            article.settle()
            self.first.foot.show()

    def on_article_pane_clicked(self, event: ArticlePane.Clicked) -> None:
        """A click is about a link, else about the words."""
        if self.parts is None or self.first.growing.is_awaited:
            self.tell_waiting()
        elif event.link is not None and event.times <= 2:
            self.parts.links.click(event.link)
        else:
            self.parts.selecting.click(event.place, event.times)

    def on_article_pane_dragged(self, event: ArticlePane.Dragged) -> None:
        """The mouse selects."""
        if self.parts is not None and not self.first.growing.is_awaited:
            self.parts.selecting.drag(event.start, event.end)

    def on_rows_pane_chosen(self, event: RowsPane.Chosen) -> None:
        """A row leads somewhere."""
        if self.parts is not None:
            self.parts.choosing.choose(event.pane.id or "", event.row)

    def on_rows_pane_cursor_moved(self, event: RowsPane.CursorMoved) -> None:
        """Another row is under the cursor: other keys matter."""
        if event.pane.has_focus:
            self.first.foot.show()

    def on_search_line_chosen(self, event: SearchLine.Chosen) -> None:
        """Alt and a letter in the search line."""
        found = self.keymap.find(event.key, None, self.context)
        if found is not None:
            self.commands.perform(found.action, found.number)

    def on_search_bar_changed(self, event: SearchBar.Changed) -> None:
        """Search while it is typed."""
        if self.parts is not None:
            self.parts.search.look_for(
                event.pattern, whole_words=event.whole_words, is_regex=event.is_regex
            )

    def on_search_bar_finished(self, event: SearchBar.Finished) -> None:
        """The search is over, or given up."""
        if self.parts is not None:
            self.parts.search.finish(event.pattern, is_kept=event.is_kept)

    def on_side_box_dragged(self, event: SideBox.Dragged) -> None:
        """The mouse moves a border."""
        self.first.panes.drag_border(event.side, event.width_cells, is_done=event.is_done)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Other keys matter now."""
        self.first.panes.note_focus()
        if isinstance(event.widget, EndsTyping) and self.parts is not None:
            self.parts.search.begin()

    # -- leaving ----------------------------------------------------------------------------

    def on_unmount(self) -> None:
        """Keep the place for the next sitting."""
        self.keep_open_work()
        self.stage.sittings.stop_rests()

    def keep_open_work(self) -> None:
        """Keep the place; the app may be about to end."""
        with self.stage.telling():
            (self.sitting if self.parts is None else self.parts.articles).remember()
