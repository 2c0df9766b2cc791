"""The way from an article to libraries: to their screens, and to what they say of a draft."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.cli.draft_checking import draft_checker
from briefing.cli.wiring import Themes
from briefing.model.settings import Settings
from briefing.session.memory import Memory
from briefing.ui.keys import Action
from briefing.ui.library_door import LibraryDoor
from briefing.ui.screens.library import LibraryScreen


def door_to_libraries(
    settings: Settings, actions: Sequence[Action], themes: Themes, memory: Memory
) -> LibraryDoor:
    """The door of a screen that shows an article which was not chosen from a list."""
    door = LibraryDoor(check_draft=draft_checker(settings))

    def beside(path: Path | None) -> LibraryScreen:
        from briefing.cli.shelf import ShelfMaker

        return ShelfMaker(settings, actions, themes, memory.choices).beside(path, door)

    door.make = beside
    return door
