"""The parts of the reader's screen, put together: which part is given which."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefing.model.theme import Theme
from briefing.ui.library_door import LibraryDoor
from briefing.ui.parts.about import Telling
from briefing.ui.parts.articles import Articles
from briefing.ui.parts.changes import Changes
from briefing.ui.parts.choosing import Choosing
from briefing.ui.parts.first import FirstParts
from briefing.ui.parts.links import Links
from briefing.ui.parts.marking import Marking
from briefing.ui.parts.moves import Moves
from briefing.ui.parts.noteplaces import NotePlaces
from briefing.ui.parts.notes import Notes
from briefing.ui.parts.panels import Panels
from briefing.ui.parts.panes import Panes
from briefing.ui.parts.program import Leaving, Looks
from briefing.ui.parts.quotations import Quotations, ToSources
from briefing.ui.parts.search import Searching
from briefing.ui.parts.selecting import Selecting
from briefing.ui.parts.to_library import ToLibrary
from briefing.ui.parts.tying import Tying
from briefing.ui.takes_keys import Commands


@dataclass(frozen=True, slots=True)
class Parts:
    """All of them."""

    moves: Moves
    """Keys that move."""
    panes: Panes
    """What stands beside the text."""
    panels: Panels
    """Outline and panels."""
    search: Searching
    """Search, hits and marks."""
    selecting: Selecting
    """Selecting and copying."""
    notes: Notes
    """Writing and changing notes."""
    note_places: NotePlaces
    """Going to notes, and putting them somewhere."""
    changes: Changes
    """What changed since the article was read."""
    choosing: Choosing
    """What a chosen row means."""
    tying: Tying
    """Taking passages along."""
    articles: Articles
    """The article that is shown, and others."""
    links: Links
    """Following links."""
    to_library: ToLibrary
    """The library, and its other articles."""
    marking: Marking
    """Choosing which marks are drawn."""
    telling: Telling
    """Where the article comes from."""
    looks: Looks
    """Theme, help, commands."""
    leaving: Leaving
    """Closing and quitting."""


def all_parts(
    first: FirstParts,
    themes: Mapping[str, Theme],
    usual_theme: str | None,
    commands: Callable[[], Commands],
    door: LibraryDoor,
) -> Parts:
    """Make the parts that come after the first frame, of those that are there.

    Args:
        first: Those.
        themes: All themes by name.
        usual_theme: The theme that the settings name; of two the one that fits the terminal.
        commands: What the actions of the table do, once all parts are there.
        door: The way to the library.
    """
    stage, text, foot = first.stage, first.text, first.foot
    panels, notes, places, changes = _beside_text(first)
    selecting = Selecting(stage, text)
    articles = Articles(first, panels, notes, changes, Quotations(stage, panels, door).look)
    return Parts(
        moves=first.moves,
        panes=first.panes,
        panels=panels,
        search=Searching(stage, text, foot),
        selecting=selecting,
        tying=Tying(first, notes, selecting, articles, door),
        notes=notes,
        note_places=places,
        changes=changes,
        choosing=Choosing(first, places, panels, ToSources(stage, text, articles)),
        articles=articles,
        links=Links(stage, text, articles.ways.open),
        to_library=ToLibrary(stage, text, articles, door),
        telling=Telling(stage, text),
        looks=Looks(stage, themes, usual_theme, commands),
        marking=Marking(stage, text, changes),
        leaving=Leaving(stage, text, foot, first.panes, places, changes),
    )


def _beside_text(first: FirstParts) -> tuple[Panels, Notes, NotePlaces, Changes]:
    """What most of the other parts are given."""
    stage, text, foot = first.stage, first.text, first.foot
    panels = Panels(stage, text, foot, first.collector)
    notes = Notes(stage, text, panels)
    places = NotePlaces(stage, text, foot, notes)
    return panels, notes, places, Changes(stage, text, panels, first.panes)
