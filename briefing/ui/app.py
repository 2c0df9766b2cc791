"""The Textual app: themes, colours or none, and the screen of one article."""

from __future__ import annotations

import asyncio
import io
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import PurePath
from typing import ClassVar

from rich.console import Console, RenderableType
from textual import events
from textual.app import App, SystemCommand
from textual.driver import Driver
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme as TextualTheme
from textual.worker import WorkerFailed

from briefing.model.errors import BriefingError, Fault
from briefing.model.theme import Theme
from briefing.session.memory import Memory
from briefing.session.reading import Reading
from briefing.ui.emergency import keep_open_work
from briefing.ui.keys import Action, Context
from briefing.ui.screens.idle import share_the_interpreter
from briefing.ui.screens.linking import OpenOther
from briefing.ui.screens.reader import ReaderScreen
from briefing.ui.terminal import ENDINGS, TerminalDriver, is_gone, let_go
from briefing.ui.theming import Colorless, Harmless, textual_theme

_LOOK_SECONDS = 0.5
"""How often the terminal is looked at."""


class BriefingApp(App[None], inherit_bindings=False):
    """Reads one article."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["screens/reader.tcss"]
    ENABLE_COMMAND_PALETTE = True
    ALLOW_SELECT = False
    TITLE = "briefing"

    def __init__(
        self,
        reading: Reading,
        memory: Memory,
        actions: Sequence[Action],
        themes: Mapping[str, Theme],
        theme: str,
        *,
        faults: Sequence[Fault] = (),
        open_other: OpenOther | None = None,
    ) -> None:
        """Prepare the app; `run` opens the screen.

        Args:
            reading: The article.
            memory: What is remembered of it and of the screen.
            actions: The table of keys, the user's own keys in it.
            themes: All themes by name.
            theme: The one to begin with.
            faults: What is wrong with settings and themes.
            open_other: Opens the article that a link leads to.
        """
        self.own_themes: dict[str, TextualTheme] = {}
        self.crash: Exception | None = None
        """What ended the app that nobody foresaw; for whoever ran it to report."""
        self.ending_status: int | None = None
        """The exit status that was asked for; None until somebody asks to leave."""
        self._early_keys: list[events.Key] | None = []
        self.take_over: Callable[[], None] = lambda: None
        """Called when the terminal becomes the app's to look after."""
        self._harmless = Harmless()
        self._colorless = [self._harmless, Colorless()]
        super().__init__()
        # Textual would draw a fault with the values around it, which are the reader's own words.
        self.error_console = Console(file=io.StringIO())
        self.register_theme(textual_theme(themes[theme]))
        self.theme = theme
        self.actions = actions
        self.reader = ReaderScreen(
            reading, memory, actions, themes, faults=faults, open_other=open_other
        )

    def get_default_screen(self) -> Screen[None]:
        """The article."""
        return self.reader

    async def on_event(self, event: events.Event) -> None:
        """Let keys and the mouse go before everything that can wait.

        The words are on the screen before the app can do anything with them: keys that are pressed
        by then wait until it can.
        """
        if self._early_keys is not None and isinstance(event, events.Key):
            self._early_keys.append(event)
            return
        if isinstance(event, events.InputEvent):
            self.give_way()
        await super().on_event(event)

    def give_way(self) -> None:
        """Leave the time to a key or the mouse."""
        self.reader.idle.give_way()

    async def on_reader_screen_ready(self) -> None:
        """Do what was asked for while there was nothing yet to do it."""
        keys, self._early_keys = self._early_keys or [], None
        for key in keys:
            await super().on_event(key)

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
        self.take_over()
        share_the_interpreter()
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            for number in ENDINGS:
                loop.add_signal_handler(number, self.end, number)

    def end(self, number: int) -> None:
        """End as a signal asks, with the status that shells expect."""
        let_go()
        self.exit(return_code=128 + number)

    def look_at_the_terminal(self) -> None:
        """A terminal that goes away seldom says so."""
        if is_gone():
            self.end(signal.SIGHUP)

    def on_mount(self) -> None:
        """Give dialogs the reader's keys."""
        if not self.is_headless:
            self.set_interval(_LOOK_SECONDS, self.look_at_the_terminal)
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

    def action_command_palette(self) -> None:
        """Everything by name."""
        from briefing.ui.dialogs.palette import Palette  # noqa: PLC0415 - few open it

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """No command reaches the terminal, and under ``NO_COLOR`` no colour, not even a grey."""
        if self.no_color:
            return self._colorless
        return [self._harmless, *super().get_line_filters()]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything that a key does, by name, with its key."""
        del screen
        for action in self.actions:
            is_offered = action.context is Context.ANYWHERE or action.id == "notes_here"
            if is_offered and action.id not in ("heading", "palette"):
                yield SystemCommand(
                    action.help, action.title, lambda action=action: self.reader.perform(action)
                )


def _cause(error: Exception) -> Exception:
    """The fault itself, where Textual says only that a worker failed."""
    inner = error.error if isinstance(error, WorkerFailed) else error
    return inner if isinstance(inner, Exception) else error
