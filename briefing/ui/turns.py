"""Whom the next key is for: clear only once the one before has done what it does.

Textual passes keys on faster than they are answered. A dialog that a key opens takes a moment, a
line that a key ends hears of it later, and a dialog closes by messages that follow each other.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

from briefing.ui.keys import Context
from briefing.ui.takes_keys import EndsTyping, TakesKeys

_MESSAGES = 4
"""How many messages may follow from a key until a dialog closes, one from another."""


class Turns:
    """Lets keys wait while it is not clear whom they are for.

    Args:
        app: The app that passes the keys on.
        go_on: Answers the keys that wait.
    """

    def __init__(self, app: App[Any], go_on: Callable[[], Awaitable[None]]) -> None:
        self._app, self._go_on = app, go_on
        self._opening: Screen[Any] | None = None
        self._ending: EndsTyping | None = None
        """A line that a key ends, which it has not heard of yet."""
        self._is_heard = True
        """Whether all have heard of the last key that a dialog was given."""

    @property
    def is_clear(self) -> bool:
        """Whether it is clear whom the next key is for: for nobody, once the app is ending."""
        if not self._app.screen_stack:
            return False
        is_ending = self._ending is not None and self._ending is self._app.focused
        return self._is_heard and self._opening is not self._app.screen and not is_ending

    def open(self, screen: Screen[Any]) -> None:
        """A screen opens: the next key is for it."""
        self._opening = screen
        screen.call_later(self._opened)

    def _opened(self) -> None:
        self._opening = None
        self._app.call_next(self._go_on)

    def give(self, key: events.Key) -> None:
        """A key is about to be passed on to what has the focus."""
        line = self._app.focused
        if isinstance(line, EndsTyping) and key.key in line.ending_keys:
            self._ending = line

    def ended(self) -> None:
        """What a line ended has begun."""
        self._ending = None

    def follow(self, key: events.Key) -> None:
        """A key was passed on: where it may close a dialog, the next one waits until it has.

        The field tells its frame, and that tells the dialog: a message goes up behind them, as
        often as there may be something for it to follow.
        """
        if not self._app.screen_stack:
            return  # the key has ended the app
        field, screen = self._app.focused, self._app.screen
        is_typed = field is not None and field.check_consume_key(key.key, key.character)
        if not is_typed and isinstance(screen, TakesKeys) and screen.context is Context.DIALOG:
            self._is_heard = False
            self._pass_up([*(field or screen).ancestors_with_self][::-1] * _MESSAGES)

    def _pass_up(self, way: list[DOMNode]) -> None:
        while way:
            if way.pop().call_later(self._pass_up, way):  # one that is gone takes nothing
                return
        self._is_heard = True
        self._app.call_next(self._go_on)
