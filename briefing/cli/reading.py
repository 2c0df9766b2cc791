"""The reader: an article's words on the screen, and then the app."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from briefing.cli.articles import as_opened
from briefing.cli.first_page import early_page, first_page, keep_page
from briefing.cli.mistyped import mistyped
from briefing.cli.own_library import own_library
from briefing.cli.terminals import require_terminals, screen_on_stderr, tell_the_library
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
from briefing.model.errors import Fault, NotFoundError, StorageError, UsageError
from briefing.model.settings import Settings
from briefing.model.source import Source
from briefing.model.theme import Theme
from briefing.session.memory import Memory
from briefing.session.reading import Reading
from briefing.storage.locations import has_library, may_exist, settings_path
from briefing.storage.pending_writes import wait_for_writes
from briefing.text.i18n import _
from briefing.ui.depth import Depth, depth_of
from briefing.ui.early_page import take_away
from briefing.ui.emergency import Ending, ending_in_order
from briefing.ui.opening import Opening, opening
from briefing.ui.questions import questions

if TYPE_CHECKING:  # the first page is on the screen before it is loaded
    from briefing.session.sittings import Sittings
    from briefing.ui.app import BriefingApp
    from briefing.ui.keys import Action


_LAST_WRITES_SECONDS = 0.5
"""How long the end waits for a file that a thread in the background is replacing."""


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
    if article is not None and os.path.isdir(article):  # noqa: PTH112 - says no to any name
        check_words()
        read_list([article], notes_file)
    if article is None and notes_file is None and has_library(own := own_library()):
        check_words()
        read_list([str(own)], None)
    gc.disable()  # a tenth of the time to the first frame; the screen enables it again
    try:
        with ending_in_order() as ending:
            _read(article, notes_file, check_words, ending)
    finally:
        take_away()


def _read(
    article: str | None, notes_file: Path | None, check_words: Callable[[], None], ending: Ending
) -> None:
    source = _source(article)
    check_words()
    require_terminals(article)
    settings, faults = _settings()
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
        reading = opened()
        if early is not None:
            start.turn_to(first_page(reading, memory, theme))
        told = (*faults, *memory_faults, *theme_faults)
        sittings = _sittings(reading, memory, settings)
        app = _loaded_app(sittings, settings, theme, told, start)
        _run(app)
    if app.crash is not None:
        raise app.crash
    keep_page(article, reading, settings)
    for each in sittings.readings:
        _keep_reading(each)
    sys.exit(app.ending_status or 0)


def read_list(words: Sequence[str], notes_file: Path | None) -> NoReturn:
    """Show a folder, or several files, as a list of articles until the reader leaves it.

    Args:
        words: The folder, or the files.
        notes_file: Where notes are to be kept; not for several articles at once.

    Raises:
        BriefingError: They cannot be listed.
        SystemExit: With the status that shells expect.
    """
    from briefing.cli.shelf import as_library, show_library

    if notes_file is not None:
        raise UsageError(
            _("one notes file cannot hold the notes of several articles"),
            remedy=_("leave out --notes"),
        )
    folder, files = as_library(words)
    require_terminals(None)
    settings, faults = _settings()
    tell_the_library(depth_of(os.environ))
    sys.exit(show_library(folder, files, settings, faults, _run))


def _run(app: BriefingApp) -> None:
    """Run the app until the reader leaves it."""
    app.is_watched = True
    with screen_on_stderr():
        try:
            app.run()
        finally:
            app.is_watched = False
            if app.watching is not None:
                app.watching.stop()
            wait_for_writes(_LAST_WRITES_SECONDS)


def _loaded_app(
    sittings: Sittings,
    settings: Settings,
    theme: Theme,
    faults: tuple[Fault, ...],
    start: Opening,
) -> BriefingApp:
    """Load the screen library, while keys that move are answered, and make the app."""
    from briefing.ui.keymap import Keymap

    actions, key_faults = _actions(settings)
    start.answer_keys(Keymap(actions))
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
    _hand_terminal_over(app, start)
    _fit(app, theme, fitting, has_all_colors=start.has_all_colors)
    if start.is_dark is not None:
        follow_terminal(app, screen, memory, settings, fitting, is_dark=start.is_dark)
    return app


def _actions(settings: Settings) -> tuple[tuple[Action, ...], tuple[Fault, ...]]:
    """The table of keys, the user's own keys in it, and what is wrong with those."""
    from briefing.ui.key_overrides import with_overrides
    from briefing.ui.keys import ACTIONS

    return with_overrides(ACTIONS, settings.keys, str(settings_path()), settings.where)


def _hand_terminal_over(app: BriefingApp, start: Opening) -> None:
    """Give the app the keys that came too early, and what is known of the terminal."""
    app.hold(start.finish())
    app.take_over, app.terminal_before = start.hand_over, start.terminal_before
    app.awaits_answers = start.awaits_answers


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


def _settings() -> tuple[Settings, tuple[Fault, ...]]:
    """The user's settings; without a file of them, nothing that reads YAML is loaded."""
    if not may_exist(settings_path()):
        return Settings(), ()
    from briefing.storage.settings import load_settings

    return load_settings()


def _source(article: str | None) -> Source:
    try:
        return source_of(article, as_opened)
    except NotFoundError as error:
        raise mistyped(article, error) from error
