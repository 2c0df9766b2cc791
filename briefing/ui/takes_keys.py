"""What the app asks of a screen that keys of the table reach, whichever screen that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Protocol, runtime_checkable

from textual.events import Key
from textual.message import Message
from textual.widget import Widget

from briefing.ui.keymap import Keymap
from briefing.ui.keys import Action, Context


class Readiness(IntEnum):
    """Which keys a screen can answer by now."""

    NOTHING = 0
    """What they ask for is not there yet: they wait."""
    MOVES = 1
    """Those that do nothing but move the view."""
    EVERYTHING = 2
    """All of them."""


class ReadyForKeys(Message):
    """A screen can answer more keys than before."""


@dataclass(frozen=True, slots=True)
class Commands:
    """What the actions of the table do on one screen, by their ids."""

    plain: Mapping[str, Callable[[], object]]
    """Most of them."""
    numbered: Mapping[str, Callable[[int], object]] = field(default_factory=dict)
    """Those that take the digit that was pressed."""

    @property
    def ids(self) -> frozenset[str]:
        """The actions that can be done here."""
        return frozenset((*self.plain, *self.numbered))

    def perform(self, action: Action, number: int | None = None) -> bool:
        """Do an action; False where this screen does not know it."""
        if action.id in self.numbered:
            self.numbered[action.id](1 if number is None else number)
        elif action.id in self.plain:
            self.plain[action.id]()
        else:
            return False
        return True


@runtime_checkable
class TakesKeys(Protocol):
    """A screen on which keys mean what the table says."""

    @property
    def context(self) -> Context:
        """Where keys are pressed now."""

    @property
    def commands(self) -> Commands:
        """What the actions of the table do here."""

    def can_answer(self, action: Action | None) -> bool:
        """Whether what a key asks for is there; None: the table says nothing of it here."""

    def tell_waiting(self) -> None:
        """A key cannot be answered yet: say so, where that may take longer than a moment."""

    def takes_first(self, key: Key) -> bool:
        """Take a key for something that is asked just now, whatever the table says; or leave it."""


class EndsTyping(Widget):
    """A line that a key ends: what is pressed behind that key is for what lies under the line."""

    ending_keys = ("enter", "escape")
    """Keys that end the typing, as Textual names them."""


class AnswersAll:
    """What a screen does that answers every key once it is there."""

    readiness = Readiness.NOTHING
    """Whether it is there."""

    def can_answer(self, action: Action | None) -> bool:
        """Whether what a key asks for is there."""
        del action
        return self.readiness is Readiness.EVERYTHING

    def tell_waiting(self) -> None:
        """It is there in a moment."""


def press(screen: TakesKeys, key: Key, keymap: Keymap) -> bool:
    """Do on a screen what the table says of a key; False where it says nothing.

    Args:
        screen: The screen on top.
        key: The key.
        keymap: The table, the user's own keys in it.
    """
    if screen.takes_first(key):
        return True
    found = keymap.find(key.key, key.character, screen.context)
    return found is not None and screen.commands.perform(found.action, found.number)
