"""A reader in a library: the real app on a folder of a few articles."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from briefing.cli.own_library import common_folder
from briefing.cli.shelf import ShelfMaker
from briefing.cli.theme import DEFAULT_THEME, Fitting
from briefing.cli.wiring import Themes
from briefing.model.settings import Settings
from briefing.storage.locations import theme_folders
from briefing.storage.reading_state import load_choices
from briefing.storage.themes import load_themes
from briefing.ui.app import BriefingApp
from briefing.ui.depth import Depth
from briefing.ui.keys import ACTIONS
from briefing.ui.screens.finding import FindDialog
from briefing.ui.screens.library import LibraryScreen
from briefing.ui.screens.reader import ReaderScreen
from briefing.ui.widgets.foot import ListFoot
from briefing.ui.widgets.rows import RowsPane
from tests.journeys.desk import Watch, ready

ARTICLES = {
    "harvest.md": (
        "Harvest report",
        "2026-03-01",
        "Farmers brought in over 11,000 tonnes.",
    ),
    "talks.md": ("Talks in Geneva", "2026-02-01", "France and Italy spoke of wheat for two days."),
    "old/floods.md": ("Floods", "2026-01-01", "The river rose by three metres in a night."),
}
"""Titles, dates and texts by path."""


def write_articles(folder: Path) -> Path:
    """A folder with the articles; the oldest lies in a folder of its own."""
    for path, (title, date, text) in ARTICLES.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        head = f"---\ntitle: {title}\nlanguage: en\npublished: '{date}'\nsite: example.org\n---\n"
        file.write_text(f"{head}\n# {title}\n\n{text}\n")
    return folder


@dataclass
class LibraryDesk:
    """What a reader sees and does."""

    app: BriefingApp
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        """Press keys; what they set off is done when this returns."""
        for key in keys:
            await self.pilot.press(key)
            await ready(self.app, self.pilot)

    async def read_for(self, seconds: float) -> None:
        """Look at what is in view of an article for so long, by a watch."""
        assert isinstance(self.front, ReaderScreen)
        assert self.front.parts is not None
        watch = self.front.sitting.attention.now
        if not isinstance(watch, Watch):
            watch = self.front.sitting.attention.now = Watch()
            self.front.parts.panels.see()
        watch.seconds += seconds
        self.front.parts.panels.see()
        await self.pilot.pause()

    async def typed(self, words: str) -> None:
        """Type into a line, and wait until what it asks for was looked for."""
        for letter in words:
            await self.pilot.press(
                {" ": "space", ":": "colon", "#": "number_sign"}.get(letter, letter)
            )
        await self.asked()

    async def asked(self) -> None:
        """Wait until a search that waits for the typing to rest was made."""
        await ready(self.app, self.pilot)
        while isinstance(self.front, FindDialog) and self.front.is_waiting:
            await self.pilot.pause(0.02)
        await ready(self.app, self.pilot)

    async def previewed(self) -> None:
        """Wait until the preview says what there is, where there is room for it."""
        pane = self.library.preview.pane
        while pane.is_on_screen and not self.library.preview.is_whole:
            await self.pilot.pause(0.05)
            await ready(self.app, self.pilot)

    @property
    def front(self) -> Screen[Any]:
        """The screen that takes keys."""
        return self.app.screen

    @property
    def library(self) -> LibraryScreen:
        """The list."""
        found = [each for each in self.app.screen_stack if isinstance(each, LibraryScreen)]
        return found[-1]

    @property
    def title(self) -> str | None:
        """The title of the article that is read."""
        assert isinstance(self.front, ReaderScreen)
        return self.front.sitting.reading.article.title

    def rows(self, pane: str = "articles") -> list[str]:
        """What a pane says."""
        return [row.text for row in self.library.query_one(f"#{pane}", RowsPane).rows]

    @property
    def titles(self) -> list[str]:
        """The titles that the list shows."""
        return [entry.title for entry in self.library.shelf.view.shown]

    @property
    def at_hand(self) -> str:
        """The title under the cursor."""
        entry = self.library.shelf.entry
        return "" if entry is None else entry.title

    @property
    def foot(self) -> str:
        """The first line of the foot."""
        return self.library.query_one(ListFoot).render_line(0).text

    def count(self, group: str) -> str:
        """What stands beside a group."""
        rows = self.library.shelf.groups.rows
        found = next(row for row in rows if row.text == group)
        return "" if found.aside is None else found.aside.text


@asynccontextmanager
async def library_desk(
    folder: Path, files: Sequence[Path] = (), *, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[LibraryDesk]:
    """Open a library and wait until it is read."""
    if files:
        folder, files = common_folder(files)
    choices, _faults = load_choices()
    themes, _faults = load_themes(theme_folders())
    theme = themes[choices.theme or DEFAULT_THEME]
    maker = ShelfMaker(Settings(), ACTIONS, Themes(theme, Fitting(Depth.TRUE)), choices)
    screen = maker.library(folder, files)
    styles = [LibraryScreen.STYLES, ReaderScreen.STYLES]
    app = BriefingApp(screen, ACTIONS, theme, idle=maker.idle, styles=[*styles])
    async with app.run_test(size=size) as pilot:
        await ready(app, pilot)
        yield LibraryDesk(app, pilot)
    screen.shelf.library.index.discard()
