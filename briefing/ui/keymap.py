"""Which action a key press means, where it is pressed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.ui.keys import ALSO, TYPED, Action, Context


@dataclass(frozen=True, slots=True)
class Press:
    """An action that a key press asks for."""

    action: Action
    """What to do."""
    number: int | None
    """The digit that was pressed, for an action that takes one."""


class Keymap:
    """Looks key presses up in the table of actions."""

    def __init__(self, actions: Iterable[Action]) -> None:
        self._by_key: dict[tuple[Context, str], Action] = {
            (action.context, key): action for action in actions for key in action.keys
        }

    def find(self, key: str, character: str | None, context: Context) -> Press | None:
        """The action of a key press.

        Args:
            key: The key as Textual names it.
            character: What it types, if anything; tables name punctuation by it.
            context: Where it is pressed. What the context itself says comes first.
        """
        for place in (context, *ALSO.get(context, ()), Context.ANYWHERE):
            if place is Context.ANYWHERE and context in TYPED:
                return None
            for name in (key, character):
                action = self._by_key.get((place, name or ""))
                if action is not None:
                    number = int(name) if name and name.isdecimal() else None
                    return Press(action, number)
        return None
