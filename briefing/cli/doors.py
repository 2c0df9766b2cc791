"""The way from an article to libraries: to their screens, and to what they say of a draft."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.draft_checking import draft_checker, gatherer, pointer_finder, write_draft
from briefing.cli.own_library import library_of
from briefing.cli.wiring import Themes
from briefing.model.settings import Settings
from briefing.session.memory import Memory
from briefing.ui.keys import Action
from briefing.ui.library_door import LibraryDoor

if TYPE_CHECKING:  # they are loaded when they are opened
    from briefing.cli.shelf import ShelfMaker
    from briefing.ui.screens.finding import FindDialog


def door_to_libraries(
    settings: Settings, actions: Sequence[Action], themes: Themes, memory: Memory
) -> LibraryDoor:
    """The door of a screen that shows an article which was not chosen from a list."""
    door = LibraryDoor(
        check_draft=draft_checker(settings),
        find_pointers=pointer_finder(settings),
        write_draft=write_draft,
        taken=gatherer(),
    )

    makers: list[ShelfMaker] = []

    def maker() -> ShelfMaker:
        from briefing.cli.shelf import ShelfMaker

        if not makers:
            makers.append(ShelfMaker(settings, actions, themes, memory.choices))
        return makers[0]

    def find(path: Path | None) -> FindDialog:
        from briefing.ui.screens.finding import FindDialog

        return FindDialog(maker().search(library_of(path, settings)))

    def star(path: Path) -> bool:
        from briefing.session.library_marks import LibraryMarks
        from briefing.storage.library_marks import MarksFile

        return LibraryMarks(path.parent, MarksFile()).toggle_star_of(path)

    door.star = star
    door.make = lambda path: maker().beside(path, door)
    door.find = find
    return door
