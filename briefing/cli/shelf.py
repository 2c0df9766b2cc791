"""The library as a screen: `briefing FOLDER`, `briefing FILE FILE…`, and `o` in an article."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.articles import load_article, load_opened
from briefing.cli.draft_checking import draft_checker, gatherer, pointer_finder, write_draft
from briefing.cli.first_list import FirstShown
from briefing.cli.index_apart import read_apart
from briefing.cli.library_opening import open_with_marks
from briefing.cli.own_library import library_of
from briefing.cli.running import actions_of, hand_terminal_over, run_app
from briefing.cli.theme import Fitting, first_theme, usual_theme
from briefing.cli.wiring import (
    Themes,
    keep_text,
    keep_text_if_possible,
    memory_of,
    opener,
    reading_of,
)
from briefing.model.errors import BriefingError, Fault, StorageError
from briefing.model.reading_state import Choices
from briefing.model.settings import Settings
from briefing.model.span import Span
from briefing.session.clock import SystemClock
from briefing.session.library_marks import LibraryMarks
from briefing.session.library_search import LibrarySearch
from briefing.session.library_trash import LibraryTrash
from briefing.session.sitting import Sitting
from briefing.session.sittings import Sittings
from briefing.storage.library_file import LibraryFileStore
from briefing.storage.library_trash import LibraryTrash as TrashFolder
from briefing.storage.reading_state import load_choices, save_choices
from briefing.ui.app import BriefingApp
from briefing.ui.depth import depth_of
from briefing.ui.idle import Idle
from briefing.ui.keys import Action
from briefing.ui.library_door import AddedDocuments, LibraryDoor, Opened, Surroundings
from briefing.ui.opening import Opening
from briefing.ui.parts.deeds import Deeds
from briefing.ui.parts.shelf import Shelf
from briefing.ui.screens.finding import FindDialog
from briefing.ui.screens.library import LibraryScreen
from briefing.ui.screens.reader import ReaderScreen

if TYPE_CHECKING:  # what asks feeds is loaded when they are looked at
    from briefing.session.feed_desk import FeedDesk


class ShelfMaker:
    """Makes the screens of a library and of the articles that are opened from it."""

    def __init__(
        self, settings: Settings, actions: Sequence[Action], themes: Themes, choices: Choices
    ) -> None:
        self.settings = settings
        self.taken = gatherer()
        self.actions = actions
        self.themes = themes
        self.choices = choices
        """What the reader chose, as it was last read."""
        self.idle = Idle()
        self._searches: dict[tuple[Path, tuple[Path, ...]], LibrarySearch] = {}
        self.open_now: Sittings | None = None
        """The articles that are open above the list."""

    def library(
        self,
        folder: Path,
        files: Sequence[Path] = (),
        faults: Sequence[Fault] = (),
        here: Path | None = None,
    ) -> LibraryScreen:
        """The screen of a library that lies below all others, with the cursor on an article."""
        shelf, deeds = self._shelf(folder, files)
        return LibraryScreen(
            shelf,
            deeds,
            Surroundings(
                self.actions,
                self.themes,
                usual_theme(self.choices, self.settings),
                self._choose,
                self.search(folder, files),
                partial(add_here, folder, self.settings),
                self.idle,
                no_others if files else partial(lost_here, folder, self.settings),
                None if files else partial(feeds_here, folder, self.settings),
                open_article=lambda path, span: self._open(path, shelf, deeds.marks, span),
                faults=faults,
                here=here,
            ),
        )

    def beside(self, article: Path | None, door: LibraryDoor) -> LibraryScreen:
        """The screen of the library in which an article lies; the user's own for one without."""
        folder = library_of(article, self.settings)
        shelf, deeds = self._shelf(folder)
        door.neighbour = shelf.neighbour
        given = Surroundings(
            self.actions,
            self.themes,
            usual_theme(self.choices, self.settings),
            self._choose,
            self.search(folder),
            partial(add_here, folder, self.settings),
            self.idle,
            partial(lost_here, folder, self.settings),
            partial(feeds_here, folder, self.settings),
            door.aim,
            here=None if article is None else article.absolute(),
        )
        return LibraryScreen(shelf, deeds, given)

    def _shelf(self, folder: Path, files: Sequence[Path] = ()) -> tuple[Shelf, Deeds]:
        library, marks = open_with_marks(folder, self.settings, files)
        library.read_apart = partial(read_apart, folder, files)
        library.give_way = self.idle.wait_in_thread  # keys first, then the index
        shelf = Shelf(library)
        trash = LibraryTrash(TrashFolder(folder), SystemClock())
        return shelf, Deeds(shelf, marks, trash)

    def keep(self) -> Path | None:
        """Keep place and texts of what was read; the file of the article that was read last.

        Raises:
            StorageError: It could not be written.
        """
        if self.open_now is None:
            return None
        self.open_now.now.remember()  # the list tells at once that it was read
        for reading in self.open_now.readings:
            keep_text(reading)
        return self.open_now.now.reading.source.path

    def _choose(self, choices: Choices) -> None:
        self.choices = self.choices.changed(choices)
        self.choices = save_choices(choices)

    def search(self, folder: Path, files: Sequence[Path] = ()) -> LibrarySearch:
        """What looks through a library: the one that did last time, where it is the same."""
        key = (folder, tuple(files))
        if key not in self._searches:
            library = open_with_marks(folder, self.settings, files)[0]
            file = LibraryFileStore(folder)
            self._searches[key] = LibrarySearch(library, file, self.idle.give_way)
        return self._searches[key]

    def _open(self, path: Path, shelf: Shelf, marks: LibraryMarks, span: Span | None) -> Opened:
        source = load_opened(path) if span is None else load_article(path)
        reading = reading_of(source, self.settings)
        memory, faults = memory_of(source, self.settings)
        reading.when_known = memory.recognise
        self.open_now = Sittings(
            Sitting(reading, memory), opener(self.settings), keep_text_if_possible
        )
        screen = ReaderScreen(
            self.open_now,
            self.actions,
            self.themes,
            idle=self.idle,
            faults=faults,
            usual_theme=usual_theme(memory.choices, self.settings),
        )
        screen.door = LibraryDoor(
            neighbour=shelf.neighbour,
            star=marks.toggle_star_of,
            find=lambda _path: FindDialog(self.search(shelf.library.folder)),
            passage=span,
            check_draft=draft_checker(self.settings),
            find_pointers=pointer_finder(self.settings),
            write_draft=write_draft,
            taken=self.taken,
        )
        return Opened(screen, self.keep)


def add_here(folder: Path, settings: Settings, source: str) -> AddedDocuments:
    """Add to a library what a path or an address names; a feed where there is no article."""
    from briefing.cli.adding import Adder
    from briefing.cli.progress import Progress
    from briefing.storage.fetching import is_url

    paths: list[Path] = []
    told: list[str] = []
    adder = Adder(folder, paths.append, told.append)
    adder.add_all(str(Path(source).expanduser()) if source.startswith("~") else source, Progress(1))
    adder.tell()
    if adder.failed and is_url(source):
        joined = _join_here(folder, settings, source)
        if joined is not None:
            return joined
    return AddedDocuments(paths, told, bool(adder.failed))


def _join_here(folder: Path, settings: Settings, address: str) -> AddedDocuments | None:
    """Add the feed of an address to a library; None where there is none."""
    from briefing.cli.feed_joining import join_feed
    from briefing.session.feed_words import complain_of, update_line

    told: list[str] = []
    try:
        said, update = join_feed(feeds_here(folder, settings), address, told.append)
    except BriefingError:
        return None  # what was tried first says what is wrong
    if update is None:
        return AddedDocuments((), [said], has_failed=False)
    came = filter(None, (said, update_line(update)))
    return AddedDocuments((), [*came, *complain_of(update), *told], bool(update.state.fault))


def no_others(_replaced: Mapping[str, str]) -> list[str]:
    """Some files are no library: nothing else is checked."""
    return []


def lost_here(folder: Path, settings: Settings, replaced: Mapping[str, str]) -> list[str]:
    """What does not hold any more since articles of a library have other texts, a line each."""
    from briefing.cli.rechecking import lost_lines

    return lost_lines(folder, settings, dict(replaced))


def feeds_here(folder: Path, settings: Settings) -> FeedDesk:
    """The feeds of a library."""
    from briefing.cli.feed_wiring import desk_of

    return desk_of(folder.absolute(), settings)


def show_library(
    folder: Path,
    files: Sequence[Path],
    settings: Settings,
    faults: Sequence[Fault],
    first: FirstShown,
    start: Opening,
) -> int:
    """Show a library until the reader quits; the exit status.

    Args:
        folder: Where it lies.
        files: The articles that it is made of; all below the folder where none is named.
        settings: The user's.
        faults: What is to be told as soon as the screen is there.
        first: What stands on the screen already.
        start: The terminal, until the app takes it over.
    """
    choices, more = load_choices()
    theme, theme_faults = first_theme(choices, settings)
    actions, key_faults = actions_of(settings)
    fitting = Fitting(depth_of(os.environ))
    maker = ShelfMaker(settings, actions, Themes(theme, fitting), choices)
    told = (*faults, *more, *theme_faults, *key_faults)
    screen = maker.library(folder, files, told, first.here)
    has_keys = bool(select.select([sys.stdin], [], [], 0)[0])
    screen.shelf.begin(first.rows, has_keys=has_keys)
    app = BriefingApp(
        screen,
        actions,
        fitting(theme),
        idle=maker.idle,
        styles=[LibraryScreen.STYLES, ReaderScreen.STYLES],
    )
    app.shows_cursor, app.depth = settings.cursor, fitting.depth
    hand_terminal_over(app, start)
    run_app(app)
    return _ended(app, maker)


def _ended(app: BriefingApp, maker: ShelfMaker) -> int:
    """Keep what was read; the exit status."""
    if app.crash is not None:
        raise app.crash
    try:
        maker.keep()
    except StorageError as error:
        from briefing.cli.output import complain

        complain(str(error))
    return app.ending_status or 0
