"""`briefing [ARTICLE]`: the reader."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from briefing.cli.help import ExampleCommand
from briefing.cli.output import complain
from briefing.cli.theme import first_theme, follow_terminal, follows_terminal, usual_theme
from briefing.cli.wiring import (
    Themes,
    article_argument,
    memory_of,
    notes_option,
    opener,
    reading_of,
    source_of,
)
from briefing.layout.options import LayoutOptions
from briefing.model.errors import Fault, NotFoundError, StorageError, UsageError
from briefing.model.settings import Settings
from briefing.model.source import Source
from briefing.model.span import Place
from briefing.model.theme import Theme
from briefing.session.memory import Memory
from briefing.session.reading import Reading
from briefing.session.sitting import Sitting
from briefing.session.sittings import Sittings
from briefing.storage.locations import may_exist, settings_path
from briefing.storage.sources import STDIN
from briefing.text.i18n import _
from briefing.ui.emergency import ending_in_order
from briefing.ui.first_page import FirstPage, frame_of, painter
from briefing.ui.opening import opening
from briefing.ui.render.measure import MEASURE_CELLS


@click.command(
    cls=ExampleCommand,
    examples=("briefing report.md", "curl … | briefing -"),
    # Words too many may follow a mistyped command, which deserves the better message.
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
@article_argument
@notes_option
@click.pass_context
def read(ctx: click.Context, article: str | None, notes_file: Path | None) -> None:
    """Read an article: a path, the name of one that ships, or `-` for standard input."""
    gc.disable()  # a tenth of the time to the first frame; the screen enables it again
    ending = ctx.with_resource(ending_in_order())
    source = _source(article)
    _refuse_more(ctx)
    _require_terminals(article)
    settings, faults = _settings()
    reading = reading_of(source, settings, notes_file)
    memory, memory_faults = memory_of(source, settings)
    reading.when_known = memory.recognise
    theme, theme_faults = first_theme(memory.choices, settings)
    asks = follows_terminal(memory.choices, settings)
    with opening(_page(reading, memory, theme), ending, asks=asks) as start:
        from briefing.ui.key_overrides import with_overrides
        from briefing.ui.keymap import Keymap
        from briefing.ui.keys import ACTIONS

        actions, key_faults = with_overrides(
            ACTIONS, settings.keys, str(settings_path()), settings.where
        )
        start.answer_keys(Keymap(actions))
        from briefing.ui.app import BriefingApp
        from briefing.ui.idle import Idle
        from briefing.ui.screens.reader import ReaderScreen

        idle = Idle()
        sittings = Sittings(Sitting(reading, memory), opener(settings))
        screen = ReaderScreen(
            sittings,
            actions,
            Themes(theme),
            idle=idle,
            faults=(*faults, *memory_faults, *theme_faults, *key_faults),
            usual_theme=usual_theme(memory.choices, settings),
        )
        app = BriefingApp(screen, actions, theme, idle=idle, styles=ReaderScreen.STYLES)
        app.shows_cursor = settings.cursor
        app.hold(start.finish())
        if asks and start.is_dark is not None:
            follow_terminal(app, screen, memory, settings, is_dark=start.is_dark)
        app.take_over = start.hand_over
        with _screen_on_stderr():
            try:
                app.run()
            finally:
                if app.watching is not None:
                    app.watching.stop()
    if app.crash is not None:
        raise app.crash
    _keep_reading(sittings.now.reading)
    sys.exit(app.ending_status or 0)


def _keep_reading(reading: Reading) -> None:
    """Keep the text that was read, so that the next time what changed since can be told."""
    from briefing.cli.wiring import past_of
    from briefing.session.changes import remember

    try:
        remember(reading, past_of(reading.source).readings, reading.clock)
    except StorageError as error:
        complain(str(error))


def _page(reading: Reading, memory: Memory, theme: Theme) -> FirstPage:
    """What the reader will show first."""
    shown, sizes = memory.choices.shown, memory.choices.sizes
    return FirstPage(
        reading.document,
        first_place(memory, reading),
        frame_of(*os.get_terminal_size(sys.stdout.fileno()), shown, sizes),
        painter(theme, os.environ),
        measure_cells=memory.width_cells or MEASURE_CELLS,
        options=LayoutOptions(wrap_code=memory.choices.wrap_code is not False),
    )


@contextmanager
def _screen_on_stderr() -> Iterator[None]:
    """Textual draws on standard error: where that was sent elsewhere, lend it the terminal."""
    if sys.stderr is None or sys.stderr.isatty():
        yield
        return
    sys.stderr.flush()
    elsewhere = os.dup(2)
    os.dup2(1, 2)
    try:
        yield
    finally:
        os.dup2(elsewhere, 2)
        os.close(elsewhere)


def first_place(memory: Memory, reading: Reading) -> Place:
    """Where the reader stopped, or nearly, if its words are gone; at first the beginning.

    What is wrong with the file of the place is told by the screen, which loads it again.
    """
    memory.load()
    saved = memory.state.place
    return Place(0, 0) if saved is None else reading.find_place(saved)


def _settings() -> tuple[Settings, tuple[Fault, ...]]:
    """The user's settings; without a file of them, nothing that reads YAML is loaded."""
    if not may_exist(settings_path()):
        return Settings(), ()
    from briefing.storage.settings import load_settings

    return load_settings()


def _source(article: str | None) -> Source:
    try:
        return source_of(article)
    except NotFoundError as error:
        if article is not None and article.startswith("-"):
            raise click.NoSuchOption(article, ctx=click.get_current_context()) from error
        if article is None or not article.isalpha():
            raise
        raise _mistyped(article, error) from error


def _refuse_more(ctx: click.Context) -> None:
    """Complain about the words after the article, of which there should be none."""
    if ctx.args and ctx.args[0].startswith("-"):
        raise click.NoSuchOption(ctx.args[0], ctx=ctx)
    if ctx.args:
        raise UsageError(
            _("only one article can be read at a time"),
            remedy=_("leave out “{word}”").format(word=ctx.args[0]),
        )


def _mistyped(word: str, error: NotFoundError) -> NotFoundError:
    """A word that is neither an article nor a command, with what may have been meant."""
    from difflib import get_close_matches

    from briefing.cli.group import main

    commands = main.list_commands(click.Context(main))
    close = get_close_matches(word, commands, n=1)
    if not close:
        return error
    return NotFoundError(
        _("no article and no command `{word}`").format(word=word),
        remedy=_("did you mean `{command}`?").format(command=close[0]),
    )


def _require_terminals(article: str | None) -> None:
    """The reader needs a terminal on both sides; after standard input it is opened again.

    Raises:
        UsageError: There is none.
    """
    if article == STDIN and _is_terminal(sys.stdout):
        try:
            terminal = os.open("/dev/tty", os.O_RDWR)
        except OSError:
            pass
        else:
            os.dup2(terminal, 0)
            os.close(terminal)
            return
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        raise UsageError(
            _("the reader needs a terminal on standard input and output"),
            remedy=_("`briefing print` writes the article as text"),
        )


def _is_terminal(stream: TextIO | None) -> bool:
    # A stream that was closed before the program started is None.
    return stream is not None and stream.isatty()
