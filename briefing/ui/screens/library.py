"""The library: groups at the left, articles in the middle, what one of them says at the right."""

from __future__ import annotations

import signal
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input, Static

from briefing.model.errors import BriefingError
from briefing.model.passage import Passage
from briefing.model.reading_state import Choices
from briefing.session.library_view import GroupKind
from briefing.text.i18n import _
from briefing.ui.collector import collect_if_quiet, collect_seldom
from briefing.ui.cursor import CURSOR_ACTIONS, cursor_commands
from briefing.ui.keymap import Keymap
from briefing.ui.keys import Action, Context, key_of
from briefing.ui.library_door import Surroundings
from briefing.ui.parts.adding import Adding
from briefing.ui.parts.deeds import Deeds
from briefing.ui.parts.feeds import Feeds
from briefing.ui.parts.gathering import Gathering
from briefing.ui.parts.library_keys import library_keys
from briefing.ui.parts.library_panes import LibraryPanes
from briefing.ui.parts.narrowing import Narrowing
from briefing.ui.parts.openings import Openings
from briefing.ui.parts.previewing import Previewing
from briefing.ui.parts.program import Looks
from briefing.ui.parts.shelf import Shelf
from briefing.ui.render.measure import too_small
from briefing.ui.takes_keys import AnswersAll, Commands, Readiness, ReadyForKeys, press
from briefing.ui.theming import palette_of
from briefing.ui.widgets.rows import RowsPane

_LOOK_SECONDS = 4.0
"""How often the files are looked at for what others wrote."""


class LibraryScreen(AnswersAll, Screen[Path | None]):
    """Answers with the file that was chosen, where it was opened from an article."""

    CSS_PATH: ClassVar[str] = "library.tcss"
    STYLES = Path(__file__).with_name("library.tcss")
    """How it is laid out, for an app that begins with it."""
    AUTO_FOCUS = "#articles"

    def __init__(self, shelf: Shelf, deeds: Deeds, given: Surroundings) -> None:
        """Prepare the screen; nothing is read yet."""
        super().__init__()
        self.shelf = shelf
        """The articles."""
        self.deeds = deeds
        """What is done with them."""
        self.given, self.keymap = given, Keymap(given.actions)
        self.actions = {action.id: action for action in given.actions}
        self.preview = Previewing(self, shelf, given.idle)
        """What the article at hand says."""
        self.gathering = Gathering(self, shelf, given, self.preview.follow)
        """What keeps the list up to date."""
        self.panes = LibraryPanes(self, (shelf.groups, shelf.articles, self.preview.pane))
        """How they are arranged."""
        self.openings = Openings(self, shelf, deeds, given, self.gathering.look_again)
        """The ways to articles."""
        self.feeds = Feeds(self, shelf, deeds, given, self.gathering.reload)
        self.narrowing = Narrowing(self, shelf, self.panes, self.preview.follow)
        """The words that narrow the list."""
        self.looks = Looks(self, given.themes, given.usual_theme, lambda: self.commands)
        self.commands = Commands(self._commands())
        """What the actions of the table do here."""

    def compose(self) -> ComposeResult:
        """Three panes, the line to narrow the list, news, and the foot."""
        with Horizontal(id="shelf"):
            yield self.shelf.groups
            yield self.shelf.articles
            yield self.preview.pane
        yield Static(id="too-small", markup=False)
        yield self.narrowing.line
        yield self.shelf.strip
        yield self.shelf.foot

    def on_mount(self) -> None:
        """Draw the frame; what the library holds comes when it is there."""
        self._paint()
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._paint())
        self.shelf.when_shown = self._tell_keys
        if self.given.faults:
            self.shelf.strip.add(str(self.given.faults[0]), is_warning=True)
        self.readiness = Readiness.EVERYTHING
        self.post_message(ReadyForKeys())
        self.call_after_refresh(self.gathering.look_again)
        collect_seldom()
        self.set_interval(_LOOK_SECONDS, self._look_at_files)

    def _look_at_files(self) -> None:
        collect_if_quiet(self.given.idle)
        if self.feeds.lets_look():
            self.gathering.look_at_files()

    def on_descendant_focus(self) -> None:
        """The keys mean something else now."""
        self._tell_keys()

    def _tell_keys(self) -> None:
        self.shelf.foot.keys = tuple(library_keys(self.actions, self.shelf, self.narrowing))

    def _paint(self) -> None:
        palette = palette_of(self.app)
        for part in (*self.panes.all, self.shelf.foot):
            part.set_palette(palette)

    def can_answer(self, action: Action | None) -> bool:
        """Whether what a key asks for is there: a list may be known only as far as it is seen."""
        is_ready = super().can_answer(action)
        return is_ready and (action is None or self.shelf.can_answer(action.id))

    # -- keys -------------------------------------------------------------------------------

    @property
    def context(self) -> Context:
        """Where keys are pressed now."""
        return Context.SEARCH if self.narrowing.is_typed_in else Context.LIBRARY

    def takes_first(self, key: events.Key) -> bool:
        """Nothing is asked here that keys would answer."""
        del key
        return False

    def _commands(self) -> dict[str, Callable[[], object]]:
        shelf, deeds, looks = self.shelf, self.deeds, self.looks
        return {
            **{name: partial(self._move_cursor, name) for name in CURSOR_ACTIONS},
            "mark_read": partial(self._change, deeds.mark_read),
            "star": partial(self._change, deeds.star),
            "add": Adding(self, shelf, self.given.add, self.gathering.look_again).open,
            "pick": deeds.pick,
            "pick_all": deeds.pick_all,
            "delete_article": partial(self._change, deeds.delete),
            "delete_all": partial(self._change, partial(deeds.delete, with_notes=True)),
            "order": partial(self._change, shelf.next_order),
            "undo": partial(self._change, deeds.undo),
            "next_unread": partial(shelf.to_unread, forward=True),
            "previous_unread": partial(shelf.to_unread, forward=False),
            "search": self.narrowing.open,
            "find": self.openings.find,
            "all_notes": self.openings.all_notes,
            "open_page": self.openings.open_page,
            "look_again": self.feeds.update,
            "update_feed": self.feeds.update_one,
            "next_pane": partial(self.panes.next, 1),
            "previous_pane": partial(self.panes.next, -1),
            "theme": looks.choose_theme,
            "help": lambda: looks.help(Context.LIBRARY),
            "palette": lambda: looks.commands(Context.LIBRARY),
            "leave": self._leave,
            "close": self._close,
            "quit": lambda: self.app.exit(return_code=0),
            "suspend": lambda: self.app.call_next(self.app.action_suspend_process),
            "interrupt": lambda: self.app.exit(return_code=128 + signal.SIGINT),
        }

    def on_key(self, event: events.Key) -> None:
        """Keys of the line that narrows the list; and those that no widget wanted."""
        if self.context is not Context.SEARCH:
            is_taken = press(self, event, self.keymap)
        elif event.key in ("up", "down"):
            self.shelf.articles.move(1 if event.key == "down" else -1)
            is_taken = True
        else:
            is_taken = event.key == "escape"
            if is_taken:
                self._close()
        if is_taken:
            event.stop()
            event.prevent_default()

    def _move_cursor(self, name: str) -> None:
        cursor_commands(self.panes.focused)[name]()

    def on_resize(self) -> None:
        """Arrange the panes for the new size."""
        said = too_small(*self.size)
        self.set_class(said is not None, "-too-small")
        self.query_one("#too-small", Static).update(said or "")
        self.panes.arrange()
        self.call_after_refresh(self.shelf.show)

    # -- the list ---------------------------------------------------------------------------

    def _change(self, change: Callable[[], None]) -> None:
        """Change how articles stand, and tell of the one at hand as it is now."""
        change()
        self.preview.follow()

    def on_rows_pane_cursor_moved(self, event: RowsPane.CursorMoved) -> None:
        """Another article is at hand."""
        if event.pane is self.shelf.articles:
            self.shelf.note_cursor(event.pane.cursor)
            self.preview.follow()

    def on_rows_pane_chosen(self, event: RowsPane.Chosen) -> None:
        """An article is opened, or a group shown."""
        if event.pane is self.shelf.groups:
            self._choose_group(event.row.ref)
            return
        entry = self.shelf.entry
        if entry is not None:
            self.openings.open(Passage(self.shelf.path_of(entry)))

    def _choose_group(self, ref: str) -> None:
        group = self.shelf.group(ref)
        if group.kind is GroupKind.NOTES:
            self.openings.all_notes()
        elif group.kind is GroupKind.SEARCH:
            self.openings.find(group.value)
        else:
            self._change(partial(self.shelf.choose_group, group))
            self.feeds.tell_fault(group)
            self.panes.show(self.shelf.articles)

    # -- narrowing --------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list as it is typed."""
        self.narrowing.narrow(event.value)

    def on_input_submitted(self) -> None:
        """Go on in the list that was narrowed."""
        self.narrowing.go_on()

    # -- leaving ----------------------------------------------------------------------------

    @property
    def headings(self) -> Sequence[str]:
        """There is no text here to whose headings digits would lead."""
        return ()

    def choose(self, choices: Choices) -> None:
        """Remember what the reader chose; where that fails, say so: it holds for now."""
        try:
            self.given.choose(choices)
        except BriefingError as error:
            self.shelf.strip.tell(str(error), is_warning=True)

    def _close(self) -> None:
        """Close one layer: the filter, a group, the gathering, a message."""
        if self.narrowing.is_open:
            self.narrowing.close()
        elif not self.shelf.articles.has_focus:
            self.panes.show(self.shelf.articles)
        elif self.deeds.let_go():
            return
        elif self.feeds.stop() or self.gathering.stop():
            key = key_of(self.actions["look_again"])
            self.shelf.strip.tell(_("stopped; {key} goes on").format(key=key))
        else:
            self.shelf.strip.clear()

    def _leave(self) -> None:
        """Back to the article, where there is one; else quit."""
        if self.given.open_article is None:
            self.dismiss(None)
        else:
            self.app.exit()
