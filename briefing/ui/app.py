"""The Textual app: themes, colours or none, and the screen of one article."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme as TextualTheme

from briefing.model.errors import Fault
from briefing.model.theme import Theme
from briefing.session.memory import Memory
from briefing.session.reading import Reading
from briefing.ui.keys import Action, Context
from briefing.ui.screens.linking import OpenOther
from briefing.ui.screens.reader import ReaderScreen
from briefing.ui.theming import Colorless, textual_theme

_ENDINGS = (signal.SIGTERM, signal.SIGHUP)
"""What asks a program to end; Textual alone would leave the terminal as it was drawn on."""


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
        super().__init__()
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
        """Let keys and the mouse go before everything that can wait."""
        if isinstance(event, events.InputEvent):
            self.reader.idle.give_way()
        await super().on_event(event)

    def register_theme(self, theme: TextualTheme) -> None:
        """Make a theme known."""
        super().register_theme(theme)
        self.own_themes[theme.name] = theme

    @property
    def current_theme(self) -> TextualTheme:
        """The theme that is shown. Textual asks for it with every line it draws."""
        return self.own_themes.get(self.theme or "") or super().current_theme

    def on_mount(self) -> None:
        """Give dialogs the reader's keys, and end well when the system asks for it."""
        dialog = [action for action in self.actions if action.context is Context.DIALOG]
        self.set_keymap({action.id: ",".join(action.keys) for action in dialog if action.keys})
        if not self.is_headless:
            for number in _ENDINGS:
                asyncio.get_running_loop().add_signal_handler(number, self._end, number)

    def _end(self, number: int) -> None:
        """Leave as after `q`: places are kept and the terminal is as it was."""
        self.exit(return_code=128 + number)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Under ``NO_COLOR`` no colour at all reaches the terminal, not even a grey."""
        return [Colorless()] if self.no_color else super().get_line_filters()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything that a key does, by name, with its key."""
        del screen
        for action in self.actions:
            if action.context is Context.ANYWHERE and action.id not in ("heading", "palette"):
                yield SystemCommand(
                    action.help, action.title, lambda action=action: self.reader.perform(action)
                )
