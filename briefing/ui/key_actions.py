"""What a row of the table of keys says, and what makes the rows of one part of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from briefing.ui.key_contexts import Context
from briefing.ui.key_titles import key_title


class Group(StrEnum):
    """How the help page orders the keys."""

    MOVE = "move"
    FIND = "find"
    NOTES = "notes"
    SELECT = "select"
    PANELS = "panels"
    LIBRARY = "library"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Action:
    """Something a reader can do, and the keys that do it."""

    id: str
    """Its name in settings: ``keys: {next_section: ]}``."""
    keys: tuple[str, ...]
    """As Textual names them, or the character itself."""
    context: Context
    """Where the keys mean this."""
    group: Group
    """Its part of the help page."""
    label: str
    """One or two words, for the footer."""
    help: str
    """What it does, for the help page."""

    @property
    def title(self) -> str:
        """The keys as people write them."""
        return " ".join(key_title(key) for key in self.keys)


def maker(context: Context, group: Group) -> Callable[[str, str, str, str], Action]:
    """What makes the actions of one part of the table; their keys are separated by spaces."""

    def action(name: str, keys: str, label: str, text: str) -> Action:
        return Action(name, tuple(keys.split()), context, group, label, text)

    return action
