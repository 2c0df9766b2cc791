"""The reader: an article's words on the screen, and then the app."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.articles import as_opened
from briefing.cli.first_page import early_page, first_page, keep_page
from briefing.cli.mistyped import mistyped
from briefing.cli.own_library import listed_folder
from briefing.cli.running import (
    actions_of,
    finish_writes,
    hand_terminal_over,
    run_app,
    settings_now,
)
from briefing.cli.terminals import require_terminals, tell_the_library, told_to_wait
from briefing.cli.theme import (
    Fitting,
    first_theme,
    follow_terminal,
    follows_terminal,
    usual_theme,
)
from briefing.cli.wiring import (
    Themes,
    keep_text_if_possible,
    memory_of,
    opener,
    reading_of,
    source_of,
)
from briefing.model.errors import Fault, NotFoundError, StorageError
from briefing.model.settings import Settings
from briefing.model.source import Source
from briefing.model.theme import Theme
from briefing.session.memory import Memory
from briefing.session.reading import Reading
from briefing.ui.depth import Depth, depth_of
from briefing.ui.early_page import take_away
from briefing.ui.emergency import Ending, ending_in_order
from briefing.ui.opening import Opening, opening
from briefing.ui.questions import questions

if TYPE_CHECKING:  # the first page is on the screen before it is loaded
    from briefing.session.sittings import Sittings
    from briefing.ui.app import BriefingApp


def read_article(
    article: str | None,
    notes_file: Path | None = None,
    check_words: Callable[[], None] = lambda: None,
) -> None:
    """Read an article until the reader leaves it.

    Args:
        article: A path, the name of one that ships, or ``-`` for standard input. None: the user's
            own library, and the shipped article while there is nothing in that.
        notes_file: Where its notes are to be kept.
        check_words: Called once it is known that there is such an article, which is the first
            thing to complain about; complains about the rest of the command line.

    Raises:
        BriefingError: It cannot be read, or not here.
        SystemExit: With the status that shells expect.
    """
    folder = listed_folder(article, notes_file)
    if folder is not None:
        from briefing.cli.opened_list import read_list

        check_words()
        read_list([folder], notes_file)
    gc.disable()  # a tenth of the time to the first frame; the screen enables it again
    try:
        with ending_in_order() as ending:
            _read(article, notes_file, check_words, ending)
    finally:
        take_away()


def _read(
    article: str | None, notes_file: Path | None, check_words: Callable[[], None], ending: Ending
) -> None:
    with told_to_wait(article):
        source = _source(article)
    check_words()
    require_terminals(article)
    settings, faults = settings_now()
    memory, memory_faults = memory_of(source, settings)
    theme, theme_faults = first_theme(memory.choices, settings)
    wants_background = follows_terminal(memory.choices, settings)
    asks = questions(os.environ, wants_background=wants_background)

    @cache
    def opened() -> Reading:
        reading = reading_of(source, settings, notes_file)
        reading.when_known = memory.recognise
        return reading

    early = early_page(source, memory, theme)
    page = early or first_page(opened(), memory, theme)
    with opening(page, ending, asks=asks) as start:
        if source.rest is not None:
            source.rest.begin()
        reading = opened()
        if early is not None:
            start.turn_to(first_page(reading, memory, theme))
        told = (*faults, *memory_faults, *theme_faults)
        sittings = _sittings(reading, memory, settings)
        app = _loaded_app(sittings, settings, theme, told, start)
        run_app(app)
    if app.crash is not None:
        raise app.crash
    keep_page(article, reading, settings)
    for each in sittings.readings:
        _keep_reading(each)
    sys.exit(app.ending_status or 0)


def _loaded_app(
    sittings: Sittings,
    settings: Settings,
    theme: Theme,
    faults: tuple[Fault, ...],
    start: Opening,
) -> BriefingApp:
    """Load the screen library, while keys that move are answered, and make the app."""
    from briefing.ui.keymap import Keymap

    actions, key_faults = actions_of(settings)
    start.answer_keys(Keymap(actions), finish_writes)
    tell_the_library(depth_of(os.environ))
    from briefing.cli.doors import door_to_libraries
    from briefing.ui.app import BriefingApp
    from briefing.ui.idle import Idle
    from briefing.ui.screens.reader import ReaderScreen

    idle, memory = Idle(), sittings.now.memory
    fitting = Fitting(depth_of(os.environ))
    themes = Themes(theme, fitting)
    screen = ReaderScreen(
        sittings,
        actions,
        themes,
        idle=idle,
        faults=(*faults, *key_faults),
        usual_theme=usual_theme(memory.choices, settings),
    )
    screen.door = door_to_libraries(settings, actions, themes, memory)
    app = BriefingApp(screen, actions, fitting(theme), idle=idle, styles=ReaderScreen.STYLES)
    app.shows_cursor = settings.cursor
    hand_terminal_over(app, start)
    _fit(app, theme, fitting, has_all_colors=start.has_all_colors)
    if start.is_dark is not None:
        follow_terminal(app, screen, memory, settings, fitting, is_dark=start.is_dark)
    return app


def _fit(app: BriefingApp, theme: Theme, fitting: Fitting, *, has_all_colors: bool) -> None:
    """Draw in all colours where the terminal has said that it has them."""
    if has_all_colors:
        fitting.depth = Depth.TRUE
        app.put_on(theme)
    app.depth = fitting.depth


def _sittings(reading: Reading, memory: Memory, settings: Settings) -> Sittings:
    """The articles of this run; the page is drawn by then."""
    from briefing.session.sitting import Sitting
    from briefing.session.sittings import Sittings

    return Sittings(Sitting(reading, memory), opener(settings), keep_text_if_possible)


def _keep_reading(reading: Reading) -> None:
    """Keep the text that was read, so that the next time what changed since can be told."""
    from briefing.cli.output import complain
    from briefing.cli.wiring import keep_text

    try:
        keep_text(reading)
    except StorageError as error:
        complain(str(error))


def _source(article: str | None) -> Source:
    try:
        return source_of(article, as_opened)
    except NotFoundError as error:
        raise mistyped(article, error) from error
