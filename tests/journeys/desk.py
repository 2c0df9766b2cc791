"""A reader at the desk: the real app on the shipped article, with folders of their own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from briefing.cli.draft_checking import draft_checker, pointer_finder, write_draft
from briefing.cli.theme import DEFAULT_THEME, usual_theme
from briefing.cli.wiring import (
    keep_text_if_possible,
    memory_of,
    open_store,
    opener,
    past_of,
)
from briefing.model.anchor import MatchState
from briefing.model.reading_state import Choices
from briefing.model.source import Source
from briefing.model.span import Span
from briefing.session.ports import ClockPort
from briefing.session.reading import open_reading
from briefing.session.sitting import Sitting
from briefing.session.sittings import Sittings
from briefing.storage.locations import theme_folders
from briefing.storage.settings import load_settings
from briefing.storage.sources import SourceFiles, load_source
from briefing.storage.themes import load_themes
from briefing.ui.app import BriefingApp
from briefing.ui.idle import Idle
from briefing.ui.key_overrides import with_overrides
from briefing.ui.keys import ACTIONS
from briefing.ui.library_door import LibraryDoor
from briefing.ui.render.guide import HERE_SIGN
from briefing.ui.screens.reader import ReaderScreen
from briefing.ui.screens.reader_parts import Parts
from briefing.ui.widgets.article import ArticlePane
from briefing.ui.widgets.rows import RowsPane
from briefing.ui.widgets.status import StatusLine
from briefing.ui.widgets.strip import MessageStrip

SHIPPED = "corea-del-nord-russia"
PATIENCE_SECONDS = 30.0
"""How long something may take on a busy machine."""


class Watch:
    """Time goes by when the reader reads, and not while a test waits."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class StillClock:
    """The same morning on every day, and ids that count."""

    def __init__(self) -> None:
        self._count = 0

    def now(self) -> str:
        return "2026-11-22T08:15:30Z"

    def new_id(self) -> str:
        self._count += 1
        return f"n{self._count:09}"


def make_app(
    article: str | None = None,
    notes: Path | None = None,
    clock: ClockPort | None = None,
    *,
    is_first: bool = False,
    source: Source | None = None,
) -> BriefingApp:
    """The app as the command builds it, with a clock that stands still unless one is given.

    Args:
        article: What is read; the shipped one, if not given.
        notes: Where its notes go.
        clock: Time and ids.
        is_first: Whether the reader has never been here and is told how to begin.
        source: What is read, where it was loaded already.
    """
    source = source or load_source(article, None)
    settings, _faults = load_settings()
    reading = open_reading(
        source,
        clock or StillClock(),
        settings.author or "anna",
        lambda found, text: open_store(found, text, notes, settings.notes_folder),
        SourceFiles(),
    )
    memory, _faults = memory_of(source, settings)
    reading.when_known = memory.recognise
    reading.open_past = past_of
    if not is_first:
        memory.choices = memory.choices.changed(Choices(is_oriented=True))
    themes, _faults = load_themes(theme_folders())
    actions, _faults = with_overrides(ACTIONS, settings.keys, "config.yaml")
    usual = usual_theme(memory.choices, settings)
    theme = memory.choices.theme or usual or DEFAULT_THEME
    idle, sitting = Idle(), Sitting(reading, memory)
    sitting.attention.now = Watch()
    screen = ReaderScreen(
        Sittings(sitting, opener(settings)),
        actions,
        themes,
        idle=idle,
        usual_theme=usual,
    )
    screen.door = LibraryDoor(
        check_draft=draft_checker(settings),
        find_pointers=pointer_finder(settings),
        write_draft=write_draft,
    )
    return BriefingApp(screen, actions, themes[theme], idle=idle, styles=ReaderScreen.STYLES)


@dataclass
class Desk:
    """What a reader sees and does."""

    app: BriefingApp
    pilot: Pilot[None]

    # -- doing ------------------------------------------------------------------------------

    async def press(self, *keys: str) -> None:
        """Press keys one after the other; what they set off is done when this returns."""
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type words."""
        names = {" ": "space", "\n": "enter", ",": "comma", "#": "number_sign", ":": "colon"}
        await self.press(*(names.get(letter, letter) for letter in text))

    async def write_note(self, text: str) -> None:
        """Write a note on what is selected or at hand, and save it."""
        await self.press("a")
        await self.type(text)
        await self.press("ctrl+s")

    async def read_for(self, seconds: float) -> None:
        """Look at what is in view for so long, by the watch."""
        watch = self.sitting.attention.now
        assert isinstance(watch, Watch)
        watch.seconds += seconds
        self.parts.panels.see()
        await self.pilot.pause()

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until something is so, and nothing is under way any more."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not holds():
                await self.pilot.pause(0.02)
        await ready(self.app, self.pilot)

    async def resize(self, width: int, height: int) -> None:
        """Make the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()

    # -- seeing -----------------------------------------------------------------------------

    @property
    def reader(self) -> ReaderScreen:
        """The screen of the article."""
        assert isinstance(self.app.first, ReaderScreen)
        return self.app.first

    @property
    def sitting(self) -> Sitting:
        """The article that is shown, and what the reader is doing with it."""
        return self.reader.sitting

    @property
    def parts(self) -> Parts:
        """What the screen is made of."""
        assert self.reader.parts is not None
        return self.reader.parts

    @property
    def hit_count(self) -> int:
        """How many hits of the search are known."""
        return 0 if self.sitting.search is None else len(self.sitting.search)

    @property
    def front(self) -> Screen[Any]:
        """The screen that takes keys."""
        return self.app.screen

    @property
    def article(self) -> ArticlePane:
        return self.reader.stage.article

    @property
    def text(self) -> str:
        """The whole reading text."""
        return self.sitting.reading.article.text

    @property
    def lines(self) -> list[str]:
        """The article's pane, row by row."""
        pane = self.article
        rows = (pane.render_line(y).text for y in range(pane.size.height))
        return [row[:-1].strip() for row in rows]

    @property
    def top(self) -> str:
        """The first words in view, without the sign of the sentence at hand."""
        return next((line.lstrip(f"{HERE_SIGN} ") for line in self.lines if line), "")

    @property
    def first(self) -> int:
        """The first character in view."""
        return self.sitting.view.start

    @property
    def target(self) -> str | None:
        """The passage that a jump has marked."""
        target = self.sitting.target_span
        return None if target is None else target.of(self.text)

    @property
    def selected(self) -> str | None:
        """The passage that is selected."""
        selection = self.sitting.selection
        return None if selection is None else selection.span.of(self.text)

    @property
    def at_hand(self) -> str:
        """What a note would be about."""
        passage = self.sitting.passage
        return "" if passage is None else passage.of(self.text)

    @property
    def news(self) -> str:
        """The message strip; empty when it is not shown."""
        strip = self.reader.query_one(MessageStrip)
        return str(strip.content) if strip.is_shown else ""

    @property
    def status(self) -> str:
        """The first line of the status."""
        return self.reader.query_one(StatusLine).render_line(0).text

    @property
    def focus(self) -> str:
        """The id of what has the focus."""
        return "" if self.front.focused is None else str(self.front.focused.id)

    def panel(self, name: str) -> RowsPane:
        """A panel by its name."""
        return self.reader.query_one(f"#{name}", RowsPane)

    def rows(self, name: str) -> list[str]:
        """What a panel says."""
        return [row.text for row in self.panel(name).rows]

    def row(self, name: str, words: str) -> int:
        """Which row of a panel holds some words."""
        return next(n for n, text in enumerate(self.rows(name)) if words in text)

    def is_shown(self, name: str) -> bool:
        """Whether a part of the screen is there."""
        return bool(self.reader.query_one(f"#{name}").is_on_screen)

    def said(self, name: str) -> str:
        """What a static line of the front screen says."""
        return str(self.front.query_one(f"#{name}", Static).content)

    def screen_text(self) -> str:
        """All rows of the screen in front, as a reader sees them."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    # -- notes ------------------------------------------------------------------------------

    @property
    def notes_path(self) -> Path:
        return self.sitting.notebook.port.path

    @property
    def file(self) -> dict[str, Any]:
        """The notes file, as any YAML reader reads it."""
        return dict(yaml.safe_load(self.notes_path.read_text("utf-8")))

    @property
    def saved(self) -> list[dict[str, Any]]:
        """The notes in the file that are not deleted."""
        if not self.notes_path.exists():
            return []
        return [note for note in self.file["notes"] if note["state"] != "deleted"]

    @property
    def placed(self) -> Mapping[str, tuple[MatchState, Span | None]]:
        """Where the open notes are."""
        return {p.note.id: (p.match.state, p.span) for p in self.sitting.notebook.placed}


@asynccontextmanager
async def desk(
    article: str | None = None,
    *,
    size: tuple[int, int] = (120, 40),
    notes: Path | None = None,
    is_first: bool = False,
    is_filled: bool = True,
) -> AsyncIterator[Desk]:
    """Open an article and wait until panels and notes are there, unless they are to be watched."""
    app = make_app(article, notes, is_first=is_first)
    async with app.run_test(size=size) as pilot:
        await (ready(app, pilot) if is_filled else pilot.pause())
        yield Desk(app, pilot)
        shown = app.screen_stack[0]
        sittings = shown.stage.sittings if isinstance(shown, ReaderScreen) else None
    for each in [] if sittings is None else sittings.readings:
        keep_text_if_possible(each)  # as the command does when the reader has left


async def ready(app: App[None], pilot: Pilot[None]) -> None:
    """Wait until nothing is under way."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()
