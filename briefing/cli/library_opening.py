"""A library with its real index and stores: of a folder, or of some files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from briefing.cli.articles import load_article
from briefing.cli.wiring import author_name, reading_of
from briefing.model.errors import BriefingError, Fault, InputError
from briefing.model.library import Entry, FileState
from briefing.model.settings import Settings
from briefing.session.library import Library
from briefing.session.library_marks import LibraryMarks, with_marks
from briefing.storage.library_file import LibraryFileStore
from briefing.storage.library_files import load_head, look_at, look_through
from briefing.storage.library_index import LibraryIndex
from briefing.storage.library_marks import MarksFile, load_or_none
from briefing.storage.library_standing import Standings
from briefing.storage.versions import VersionStore


def open_library(folder: Path, settings: Settings) -> Library:
    """The library in a folder."""
    return open_with_marks(folder, settings)[0]


def open_with_marks(
    folder: Path, settings: Settings, files: Sequence[Path] = ()
) -> tuple[Library, LibraryMarks]:
    """The library in a folder, and the marks on its articles.

    Args:
        folder: Where it lies.
        settings: The user's.
        files: The articles that it is made of; all below the folder where none is named.
    """
    found, fault = load_or_none()
    marks = LibraryMarks(folder, MarksFile(), found)
    author = settings.author or author_name()

    standings, file = Standings(), MarksFile()

    def standing(path: Path, entry: Entry) -> Entry:
        return with_marks(standings.of(path, entry), marks.of(entry))

    library = Library(
        folder,
        LibraryIndex.of_files(folder, files),
        (lambda where: look_at(where, files)) if files else _belonging,
        lambda path: reading_of(load_article(path), settings, author=author),
        standing,
        partial(_state_of, folder),
        lambda: (standings.state(), file.state()),
        marks.reload,
        load_head,
        [] if fault is None else [Fault(fault.what, fault.where, fault.remedy)],
    )
    return library, marks


def _belonging(folder: Path) -> Iterator[tuple[str, FileState] | Fault]:
    """The articles of a library, without those of the folders that its file leaves out."""
    try:
        left_out = LibraryFileStore(folder).load().left_out
    except InputError as error:
        yield Fault(error.what, error.where, error.remedy)
        left_out = ()
    yield from look_through(folder, left_out)


def _state_of(folder: Path, path: str) -> FileState | None:
    """The state of the files of one document; None where it has gone."""
    return next((state for _path, state in look_at(folder, (folder / path,))), None)


def version_count(path: Path) -> int:
    """How many texts an article has been, as far as they are kept; 0 where none are."""
    try:
        return len(VersionStore(path).load().versions)
    except BriefingError:
        return 0
