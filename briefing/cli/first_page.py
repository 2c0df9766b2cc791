"""The first page of an article: made of all that the reader remembers, and kept for next time."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from briefing.cli.commands import COMMANDS
from briefing.cli.theme import first_theme
from briefing.cli.wiring import memory_of
from briefing.layout.options import LayoutOptions
from briefing.model.article import Document
from briefing.model.errors import BriefingError
from briefing.model.settings import Settings
from briefing.model.source import Source
from briefing.model.span import Place
from briefing.model.theme import Theme
from briefing.parsing.reading import open_beginning
from briefing.session.memory import Memory
from briefing.session.reading import Reading
from briefing.ui.early_colors import painter
from briefing.ui.first_page import FirstPage, frame_of
from briefing.ui.render.measure import MEASURE_CELLS


def first_page(reading: Reading, memory: Memory, theme: Theme) -> FirstPage:
    """What the reader will show first."""
    is_beginning = reading.source.is_beginning
    place = first_place(memory, reading)
    return _page(reading.document, place, memory, theme, is_beginning=is_beginning)


def early_page(source: Source, memory: Memory, theme: Theme) -> FirstPage | None:
    """The same, of the beginning alone; None where the text is short, or was read before.

    To look through all of a long text takes longer than anything else before its first words.
    """
    memory.load()
    document = open_beginning(source.text, name=source.name) if not memory.state.place else None
    if document is None:
        return None
    return _page(document, Place(0, 0), memory, theme, is_beginning=True)


def _page(
    document: Document, place: Place, memory: Memory, theme: Theme, *, is_beginning: bool
) -> FirstPage:
    shown, sizes = memory.choices.shown, memory.choices.sizes
    return FirstPage(
        document,
        place,
        frame_of(*_size(), shown, sizes),
        painter(theme, os.environ),
        measure_cells=memory.width_cells or MEASURE_CELLS,
        options=LayoutOptions(wrap_code=memory.choices.wrap_code is not False),
        is_beginning=is_beginning,
    )


def first_place(memory: Memory, reading: Reading) -> Place:
    """Where the reader stopped, or nearly, if its words are gone; at first the beginning.

    What is wrong with the file of the place is told by the screen, which loads it again.
    """
    memory.load()
    saved = memory.state.place
    return Place(0, 0) if saved is None else reading.find_place(saved)


def keep_page(article: str | None, reading: Reading, settings: Settings) -> None:
    """Keep what the next start will show first, if it finds all as it is now. Never fails.

    It is made as the next start would make it, so that it is the same to the byte. Of standard
    input nothing is kept, nor of an article whose file has changed since it was read.

    Args:
        article: The article as it was named on the command line.
        reading: What was read.
        settings: The reader's settings.
    """
    from briefing.storage.first_pages import Key, keep

    source = reading.source
    if (
        source.path is None
        or source.is_beginning
        or article in COMMANDS
        or (article or "").startswith("-")
    ):
        return
    if reading.files.fingerprint(source.path) != source.fingerprint:
        return
    try:
        memory, _faults = memory_of(source, settings)
        theme, _faults = first_theme(memory.choices, settings)
        page = first_page(reading, memory, theme).draw()
        keep(Key(article or "", _size()), page, _files(article, source, theme))
    except (BriefingError, OSError):  # the terminal or the folder is gone: there is no hurry then
        return


def _files(article: str | None, source: Source, theme: Theme) -> list[str]:
    """The files that the first page is made of, and those that would be used in their place."""
    from briefing.storage.locations import (
        settings_path,
        shipped_content,
        theme_folders,
        user_themes,
    )
    from briefing.storage.reading_state import StateStore, choices_path

    paths = [settings_path(), choices_path(), StateStore.of(source).path, shipped_content()]
    paths += [folder / f"{theme.name}.yaml" for folder in theme_folders()]
    paths += sorted(user_themes().glob("*.yaml"))
    # A shipped article's name means a file of that name, once there is one.
    paths += [] if article is None else [Path(article).absolute()]
    return [str(source.path), *map(str, paths)]


def _size() -> os.terminal_size:
    return os.get_terminal_size(sys.stdout.fileno())
