"""The first rows of a list: found in the index or the folder, and drawn before all else."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from briefing.cli.theme import first_theme
from briefing.model.errors import InputError
from briefing.model.library import Beginning, Entry, by_name, shared_titles
from briefing.model.records import dataclass, replace
from briefing.model.settings import Settings
from briefing.session.library_marks import LibraryMarks, with_marks, with_notes
from briefing.storage.library_first import beginning_of, names_of
from briefing.storage.library_marks import MarksFile, load_or_none
from briefing.storage.library_standing import Standings, last_read
from briefing.storage.locations import may_exist
from briefing.storage.reading_state import load_choices
from briefing.text.i18n import _
from briefing.ui.early_colors import painter, pens
from briefing.ui.first_list import FirstList, list_frame

_FEW = 200
"""Of so many articles that were never read it is looked how they begin, as the screen does."""
_HEADS_SECONDS = 0.25
"""How long that may take; else their names are shown until the screen has looked."""


@dataclass(frozen=True, slots=True)
class FirstShown:
    """What stands on the screen before the program is there."""

    page: FirstList
    """The rows as they are drawn."""
    rows: Beginning
    """What they say."""
    here: Path | None
    """The article that was read last."""


def first_list(
    folder: Path, files: Sequence[Path], settings: Settings, size: tuple[int, int]
) -> FirstShown:
    """What a list will show first.

    Args:
        folder: Where it lies.
        files: The articles that it is made of; all below the folder where none is named.
        settings: The user's.
        size: Columns and rows of the terminal.

    Raises:
        StorageError: Not even the default theme can be read.
    """
    home, here = folder.absolute(), last_read(folder)
    rows = list_frame(*size).rows
    path = None if here is None else here.relative_to(home).as_posix()
    found = beginning_of(home, files, rows, path)
    if found is None:
        paths = names_of(home, files, max(rows, _FEW + 1), _left_out(folder))
        found = _of_few(home, paths, rows, path) if len(paths) <= _FEW else None
        found = found or Beginning(tuple(by_name(each) for each in paths[:rows]))
    found = _standing(home, found)
    theme, _faults = first_theme(load_choices()[0], settings)
    titles = _("Library"), _("All"), _("Preview")
    colors = pens(theme, os.environ), painter(theme, os.environ)
    return FirstShown(FirstList(found, size, titles, *colors), found, here)


def _of_few(folder: Path, paths: Sequence[str], rows: int, here: str | None) -> Beginning | None:
    """The rows of a library that was never read, by how its articles begin; None: it takes long."""
    from briefing.session.indexed import by_head
    from briefing.session.library_order import Order, ordered
    from briefing.storage.library_files import load_head

    until, entries = monotonic() + _HEADS_SECONDS, []
    for path in paths:
        head = load_head(folder / path)
        entries.append(by_name(path) if head is None else by_head(path, head))
        if monotonic() > until:
            return None
    found = ordered(entries, Order.NEWEST)
    at = next((n for n, entry in enumerate(found) if entry.path == here), 0)
    above = max(0, at + 1 - rows)
    shown = tuple(found[above : above + rows])
    return Beginning(shown, above, shared_titles(found), at - above)


def _standing(folder: Path, found: Beginning) -> Beginning:
    """The same articles with how they stand with the reader."""
    standings = Standings()
    marks = LibraryMarks(folder, MarksFile(), load_or_none()[0])

    def stood(entry: Entry) -> Entry:
        known = standings.of(folder / entry.path, entry)
        return with_notes(with_marks(known, marks.of(entry)))

    return replace(found, entries=tuple(each and stood(each) for each in found.entries))


def _left_out(folder: Path) -> Sequence[str]:
    """The folders that a library's file leaves out; none where it cannot be read."""
    if not may_exist(folder.joinpath(".briefing", "library.yaml")):
        return ()
    from briefing.storage.library_file import LibraryFileStore

    try:
        return LibraryFileStore(folder).load().left_out
    except InputError:
        return ()
