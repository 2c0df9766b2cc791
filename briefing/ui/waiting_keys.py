"""Keys that were pressed and are not answered yet: what they ask for may be late."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from textual.events import Key
from textual.screen import Screen

from briefing.ui.keymap import Keymap
from briefing.ui.keys import Action
from briefing.ui.takes_keys import TakesKeys

_AT_ONCE = frozenset(("close", "quit", "interrupt"))
"""Actions that wait behind no other key: they give up those that wait."""


class WaitingKeys:
    """First come, first served.

    What is typed behind a key that waits may be meant for a dialog that this key opens.

    Args:
        keymap: What keys mean.
    """

    def __init__(self, keymap: Keymap) -> None:
        self._keymap = keymap
        self._keys: deque[Key] = deque()

    def hold(self, keys: Iterable[Key]) -> None:
        """Take keys that were pressed before there was a screen."""
        self._keys.extend(keys)

    def add(self, key: Key, screen: Screen[object]) -> None:
        """Take a key."""
        if self._keys and isinstance(screen, TakesKeys):
            action = self._meant(key, screen)
            if action is not None and action.id in _AT_ONCE and screen.can_answer(action):
                self._keys.clear()
        self._keys.append(key)

    def next(self, screen: Screen[object]) -> Key | None:
        """Give the first key, if a screen can answer it.

        The words are on the screen before anything can be done with them; first they can be moved.
        """
        if not self._keys:
            return None
        if isinstance(screen, TakesKeys) and not self._can_answer(screen):
            screen.tell_waiting()
            return None
        return self._keys.popleft()

    def _can_answer(self, screen: TakesKeys) -> bool:
        return screen.can_answer(self._meant(self._keys[0], screen))

    def _meant(self, key: Key, screen: TakesKeys) -> Action | None:
        """What the table says of a key on a screen."""
        found = self._keymap.find(key.key, key.character, screen.context)
        return None if found is None else found.action
