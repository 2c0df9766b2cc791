"""The way between an article and the library in which it lies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from briefing.model.errors import Fault
from briefing.model.reading_state import Choices
from briefing.model.span import Span
from briefing.model.theme import Theme
from briefing.session.reading import Reading
from briefing.ui.idle import Idle
from briefing.ui.keys import Action

if TYPE_CHECKING:  # what the first frame does not need is loaded when it is asked for
    from briefing.session.draft_check import CheckedDraft
    from briefing.session.feed_desk import FeedDesk
    from briefing.session.library_search import LibrarySearch
    from briefing.session.pointing import Pointer
    from briefing.session.taken_along import TakenAlong
    from briefing.ui.screens.finding import FindDialog

Neighbour = Callable[[Path, bool], Path | None]
"""The article not read yet that comes after another one in a list (True) or before it."""


@dataclass(slots=True)
class LibraryDoor:
    """How a reader gets to a library."""

    make: Callable[[Path | None], Screen[Path | None]] | None = None
    """Makes the screen of the library in which an article lies; it answers with what was chosen.
    None where the library lies below already."""
    neighbour: Neighbour | None = None
    """Where the next unread article is; None while no list is known."""
    find: Callable[[Path | None], FindDialog] | None = None
    """Makes the search through the library in which an article lies."""
    star: Callable[[Path], bool] | None = None
    """Gives an article a star, or takes it away; whether it has one now. Its errors are
    `BriefingError`."""
    passage: Span | None = None
    """What is to be shown of the article that was chosen last, until it is."""
    find_pointers: Callable[[Reading], Sequence[Pointer]] | None = None
    """Finds what notes and drafts of its library say of an article, in a thread."""
    check_draft: Callable[[Reading], CheckedDraft] | None = None
    """Looks up the quotations of a draft, in a thread; its errors are `BriefingError`."""
    write_draft: Callable[[Path, str], Path] | None = None
    """Writes a draft into a folder, under a name that is free there, and gives its file."""
    taken: Callable[[], TakenAlong] | None = None
    """Gives what was gathered for a draft: one list for all articles that are read in a sitting."""

    def aim(self, span: Span | None) -> None:
        """The article that is chosen next is to be shown at a passage."""
        self.passage = span


@dataclass(frozen=True, slots=True)
class Opened:
    """An article that was opened from the list."""

    screen: Screen[None]
    """Its screen."""
    close: Callable[[], Path | None]
    """Keeps what was read, once it is left; gives the file that was read last."""


@dataclass(frozen=True, slots=True)
class AddedDocuments:
    """What became of documents that were to be added."""

    paths: Sequence[Path]
    """Their articles."""
    told: Sequence[str]
    """What is to be said of it, a line each."""
    has_failed: bool
    """Whether some could not be added."""


AddDocuments = Callable[[str], AddedDocuments]
"""Adds what a path or an address names, in a thread."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the screen is given besides its articles."""

    actions: Sequence[Action]
    """The table of keys, the user's own keys in it."""
    themes: Mapping[str, Theme]
    """All themes by name."""
    usual_theme: str | None
    """The theme that the settings name."""
    choose: Callable[[Choices], None]
    """Remembers a choice; its errors are `BriefingError`."""
    search: LibrarySearch
    """Looks through texts and notes."""
    add: AddDocuments
    """Adds documents to the library."""
    idle: Idle
    """The time that keys leave over."""
    recheck: Callable[[Mapping[str, str]], list[str]]
    """Tells, in a thread, what does not hold any more since articles have other texts, a line each;
    they come by path, each with the SHA-256 of the text before. Its errors are `BriefingError`."""
    feeds: Callable[[], FeedDesk] | None = None
    """Gives the feeds of the library, in a thread; None where files alone are shown."""
    aim: Callable[[Span | None], None] = lambda _span: None
    """Told what is to be shown of the article that is answered with."""
    open_article: Callable[[Path, Span | None], Opened] | None = None
    """Opens an article above the list; None where the screen answers with what was chosen."""
    faults: Sequence[Fault] = ()
    """What is to be told as soon as the screen is there."""
    here: Path | None = None
    """The article on which the cursor stands at first."""
