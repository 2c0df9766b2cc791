"""The Textual app: themes, colours or none, and keys for whichever screen is on top."""

from __future__ import annotations

import asyncio
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePath
from typing import Any

from rich.console import Console, RenderableType
from textual import events
from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.screen import Screen
from textual.theme import Theme as TextualTheme
from textual.worker import WorkerFailed

from briefing.model.errors import BriefingError
from briefing.model.theme import Theme
from briefing.ui.caret import caret_of
from briefing.ui.depth import Depth
from briefing.ui.emergency import keep_open_work
from briefing.ui.idle import Idle, share_the_interpreter
from briefing.ui.keymap import Keymap
from briefing.ui.keys import TYPED, Action, Context
from briefing.ui.keystrokes import Keystroke
from briefing.ui.takes_keys import TakesKeys, press
from briefing.ui.terminal import TerminalDriver, let_go
from briefing.ui.terminal_mode import Attributes
from briefing.ui.theming import Colorless, Harmless, Indexed, textual_theme
from briefing.ui.turns import Turns
from briefing.ui.waiting_keys import WaitingKeys
from briefing.ui.watching import Watch


class BriefingApp(App[None], inherit_bindings=False):
    """Shows a screen, and sends keys to the one on top: what they mean there is that screen's."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    TITLE = "briefing"

    depth = Depth.TRUE
    """How many colours the terminal shows."""
    shows_cursor = False
    """Whether the terminal's own cursor is to be seen."""
    is_watched = False
    """Whether a thread hears what asks the process to end, and ends it: whoever runs the app asks
    for it, and stops it afterwards."""
    watching: Watch | None = None
    """Hears what asks the program to end; None until the terminal is the app's."""
    crash: Exception | None = None
    """What ended the app that nobody foresaw; for whoever ran it to report."""
    ending_status: int | None = None
    """The exit status that was asked for; None until somebody asks to leave."""
    terminal_before: Attributes | None = None
    """How the terminal was before the program; None where nobody has changed it yet."""
    awaits_answers = False
    """Whether the terminal was asked something and has not answered yet."""

    def __init__(
        self,
        first: Screen[Any],
        actions: Sequence[Action],
        theme: Theme,
        *,
        idle: Idle,
        styles: PurePath | list[str | PurePath],
    ) -> None:
        """Prepare the app; `run` opens the screen.

        Args:
            first: The screen that lies below all others.
            actions: The table of keys, the user's own keys in it.
            theme: The theme to begin with.
            idle: The time that keys leave over.
            styles: The style sheet of the first screen, and of others that need theirs at once.
        """
        self.own_themes: dict[str, TextualTheme] = {}
        self.give_back: Callable[[], None] = lambda: None
        """Gives the terminal back without the main thread; set by the driver."""
        self._turns = Turns(self, self._answer_keys)
        self.take_over: Callable[[], int | None] = lambda: None
        """Called when the terminal becomes the app's to look after; tells of a signal to end."""
        self._harmless = Harmless()
        self._colorless = [self._harmless, Colorless()]
        self._indexed = [self._harmless, Indexed()]
        super().__init__(css_path=styles)
        # Textual would draw a fault with the values around it, which are the reader's own words.
        self.error_console = Console(file=io.StringIO())
        self.put_on(theme)
        self.actions = actions
        self.keymap = Keymap(actions)
        self._keys = WaitingKeys(self.keymap)
        self.first = first
        """The screen that lies below all others."""
        self._idle = idle

    def get_default_screen(self) -> Screen[Any]:
        """What is shown at first."""
        return self.first

    @property
    def cursor_position(self) -> Offset:
        """Where Textual puts the terminal's cursor after each frame."""
        return caret_of(self.focused)

    @cursor_position.setter
    def cursor_position(self, position: Offset) -> None:
        """What has the focus says it better, and at the time of the frame."""

    # -- keys -------------------------------------------------------------------------------

    def hold(self, pressed: Iterable[Keystroke]) -> None:
        """Take keys that were pressed before the app was there."""
        self._keys.hold(events.Key(each.key, each.character) for each in pressed)

    async def on_event(self, event: events.Event) -> None:
        """Let keys and the mouse go before everything that can wait."""
        if isinstance(event, events.InputEvent):
            self.give_way()
        if isinstance(event, events.Key) and not self.screen_stack:
            return  # it comes too late: the app is ending
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._keys.add(event, self.screen)
            await self._answer_keys()
        else:
            await super().on_event(event)

    async def _answer_keys(self) -> None:
        """Answer the keys that can be answered, in the order in which they were pressed."""
        while self._turns.is_clear and (key := self._keys.next(self.screen)):
            if not self._press(key):
                self._turns.give(key)
                await super().on_event(key)
                self._turns.follow(key)

    def _press(self, key: events.Key) -> bool:
        """Do what the table says of a key on the screen on top, unless text is typed there."""
        screen = self.screen
        if not isinstance(screen, TakesKeys) or screen.context in TYPED:
            return False
        return press(screen, key, self.keymap)

    def give_way(self) -> None:
        """Leave the time to a key or the mouse."""
        self._idle.give_way()

    async def on_ready_for_keys(self) -> None:
        """A screen can answer more keys than before."""
        self._turns.ended()
        await self._answer_keys()

    def push_screen(self, screen: Any, *arguments: Any, **options: Any) -> Any:
        """Let keys wait until the screen that opens can take them."""
        pushed = super().push_screen(screen, *arguments, **options)
        self._turns.open(self.screen)
        return pushed

    def put_on(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self.register_theme(textual_theme(theme))
        self.theme = theme.name

    def register_theme(self, theme: TextualTheme) -> None:
        """Make a theme known."""
        super().register_theme(theme)
        self.own_themes[theme.name] = theme

    @property
    def current_theme(self) -> TextualTheme:
        """The theme that is shown. Textual asks for it with every line it draws."""
        return self.own_themes.get(self.theme or "") or super().current_theme

    def on_load(self) -> None:
        """Take the terminal over, and listen to who asks the reader to end."""
        share_the_interpreter()
        if self.is_watched:
            loop = asyncio.get_running_loop()
            self.watching = Watch(
                lambda number: loop.call_soon_threadsafe(self.end, number),
                lambda: keep_open_work(self.screen_stack),
                self._give_back,
            )
            self.watching.start()
        asked = self.take_over()
        if asked is not None:
            self.end(asked)

    def _give_back(self) -> None:
        """Give the terminal back; the driver that can is made after the watch has begun."""
        self.give_back()

    def end(self, number: int) -> None:
        """End as a signal asks, with the status that shells expect."""
        let_go()
        self.exit(return_code=128 + number)

    def on_mount(self) -> None:
        """Give dialogs the reader's keys."""
        dialog = [action for action in self.actions if action.context is Context.DIALOG]
        self.set_keymap({action.id: ",".join(action.keys) for action in dialog if action.keys})

    # -- ending -----------------------------------------------------------------------------

    def get_driver_class(self) -> type[Driver]:
        """Textual's, made to bear what happens to terminals."""
        return TerminalDriver

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """Leave as after `q`, whoever asks: places and drafts are kept."""
        keep_open_work(self.screen_stack)
        self.ending_status = return_code
        if self.watching is not None:
            self.watching.leave(return_code)
        super().exit(result, return_code, message)

    def action_suspend_process(self) -> None:
        """Give the terminal back to the shell until the reader is called again."""
        keep_open_work(self.screen_stack)
        super().action_suspend_process()

    def bell(self) -> None:
        """Ring; and note a fault that nobody foresaw, for which Textual rings before it ends."""
        error = sys.exc_info()[1]
        if isinstance(error, Exception):
            self.fail(error)
        else:
            super().bell()

    def panic(self, *renderables: RenderableType) -> None:
        """End because of a fault that draws itself."""
        error = sys.exc_info()[1]
        if isinstance(error, Exception):
            self.fail(error)
        super().panic(*renderables)

    def fail(self, error: Exception) -> None:
        """Keep all open work, and the fault for whoever ran the app to report.

        Once the screen is being taken down no fault matters any more: what was about to be put on
        it complains then.
        """
        if self.ending_status is None:
            self.crash = self.crash or _cause(error)
            keep_open_work(self.screen_stack)

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Give the terminal to another program; an error is raised once the screen is back.

        Textual alone leaves the terminal as it is when something fails meanwhile.
        """
        trouble: BriefingError | None = None
        with super().suspend():
            try:
                yield
            except BriefingError as error:
                trouble = error
        if trouble is not None:
            raise trouble

    def get_line_filters(self) -> Sequence[LineFilter]:
        """No command reaches the terminal, and under ``NO_COLOR`` no colour, not even a grey."""
        if self.no_color:
            return self._colorless
        if self.depth is Depth.INDEXED:
            return [*super().get_line_filters(), *self._indexed]
        return [self._harmless, *super().get_line_filters()]


def _cause(error: Exception) -> Exception:
    """The fault itself, where Textual says only that a worker failed."""
    inner = error.error if isinstance(error, WorkerFailed) else error
    return inner if isinstance(inner, Exception) else error
