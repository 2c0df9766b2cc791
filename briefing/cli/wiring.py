"""The real stores, put together for a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.articles import as_article, as_opened, load_article, load_opened
from briefing.model.article import Article
from briefing.model.errors import Fault, StorageError
from briefing.model.settings import Settings
from briefing.model.source import Source
from briefing.model.theme import Theme
from briefing.session.clock import SystemClock
from briefing.session.memory import Memory
from briefing.session.reading import Reading, open_reading
from briefing.storage.locations import theme_folders
from briefing.storage.reading_state import StateStore, load_choices, save_choices
from briefing.storage.sources import STDIN, AsText, SourceFiles, load_path, load_source
from briefing.text.i18n import _

if TYPE_CHECKING:
    from briefing.session.past import Past
    from briefing.session.ports import NotesPort


def source_of(article: str | None, as_text: AsText = as_article) -> Source:
    """Read an article's text.

    Args:
        article: As the user named it.
        as_text: What makes a text of its bytes.

    Raises:
        NotFoundError: There is no such article.
        InputError: It cannot be read as a text.
    """
    takes_stdin = article == STDIN and sys.stdin is not None
    return load_source(article, sys.stdin.buffer if takes_stdin else None, as_text)


def load_text(file: str) -> str:
    """The text of any file, or of standard input for ``-``; errors as in `source_of`."""
    if file == STDIN:
        return source_of(file).text
    return load_path(Path(file)).text


def reading_of(
    source: Source, settings: Settings, notes_file: Path | None = None, author: str | None = None
) -> Reading:
    """Open an article with its real notes store."""
    reading = open_reading(
        source,
        SystemClock(),
        author or settings.author or author_name(),
        lambda article_source, article: open_store(
            article_source, article, notes_file, settings.notes_folder
        ),
        SourceFiles(as_opened),
    )
    reading.open_past = past_of
    reading.open_other = lambda path: reading_of(load_article(path), settings)
    return reading


def open_store(
    source: Source, article: Article, notes_file: Path | None, folder: Path | None
) -> NotesPort:
    """The notes store of an article; its room is taken in only when notes are."""
    from briefing.cli import note_stores

    return note_stores.open_store(source, article, notes_file, folder)


def memory_of(source: Source, settings: Settings) -> tuple[Memory, tuple[Fault, ...]]:
    """What is remembered of an article and of the screen."""
    choices, faults = load_choices()
    return Memory(StateStore.of(source), choices, save_choices, settings.width), faults


def past_of(source: Source) -> Past:
    """The texts that an article has been, as far as they are kept."""
    from briefing.session.past import Past
    from briefing.storage.versions import LastReadings, VersionStore

    has_folder = source.path is not None and not source.shipped
    versions = VersionStore(source.path) if source.path is not None and has_folder else None
    return Past(versions, LastReadings.of(StateStore.of(source).path))


def keep_text(reading: Reading) -> None:
    """Keep the text that was read, so that the next time what changed since can be told.

    Raises:
        StorageError: It could not be written.
    """
    from briefing.session.changes import remember

    if reading.source.is_beginning:
        return

    remember(reading, past_of(reading.source).readings, reading.clock)


def keep_text_if_possible(reading: Reading) -> None:
    """Keep the text of an article that is let go while another is read, as far as that works."""
    with suppress(StorageError):
        keep_text(reading)


def opener(settings: Settings) -> Callable[[Path], tuple[Reading, Memory]]:
    """Opens the article that a link leads to; its errors are those of `source_of`."""

    def open_other(path: Path) -> tuple[Reading, Memory]:
        source = load_opened(path)
        memory, _faults = memory_of(source, settings)
        reading = reading_of(source, settings)
        reading.when_known = memory.recognise
        return reading, memory

    return open_other


def author_name() -> str:
    """Who writes notes: the name of the account."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return os.environ.get("USER", "") or _("reader")


class Themes(Mapping[str, Theme]):
    """All themes by name. One is read at once; the others when somebody wants to choose."""

    def __init__(self, first: Theme, fitting: Callable[[Theme], Theme]) -> None:
        """Begin with one.

        Args:
            first: The theme that is known already.
            fitting: Gives a theme in colours that the terminal has.
        """
        self._first, self._fitting = first, fitting
        self._all: Mapping[str, Theme] | None = None

    def __getitem__(self, name: str) -> Theme:
        return self._fitting(self._first if name == self._first.name else self._loaded[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded)

    def __len__(self) -> int:
        return len(self._loaded)

    @property
    def _loaded(self) -> Mapping[str, Theme]:
        if self._all is None:
            from briefing.storage.themes import load_themes

            found, _faults = load_themes(theme_folders())
            self._all = {**found, self._first.name: self._first}
        return self._all
