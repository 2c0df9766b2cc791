"""How the reader's screen gets the verdicts on a draft: from the real library beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model.settings import Settings
from briefing.session.reading import Reading

if TYPE_CHECKING:  # what reads a library is loaded when there is a draft
    from briefing.session.draft_check import CheckedDraft
    from briefing.session.pointing import Pointer
    from briefing.session.taken_along import TakenAlong


def draft_checker(settings: Settings) -> Callable[[Reading], CheckedDraft]:
    """What looks up the quotations of a draft; it may be called in a thread."""

    def check(reading: Reading) -> CheckedDraft:
        from briefing.cli.library_opening import open_library
        from briefing.cli.own_library import own_library
        from briefing.session.draft_check import check_draft, sources_of

        folder = sources_of(reading) or own_library(settings)
        return check_draft(reading, open_library(folder, settings))

    return check


def pointer_finder(settings: Settings) -> Callable[[Reading], Sequence[Pointer]]:
    """What finds the notes and drafts beside an article that point at it; for a thread, too."""

    def find(reading: Reading) -> Sequence[Pointer]:
        from briefing.cli.library_opening import open_library
        from briefing.session.pointing import pointers_to
        from briefing.storage.pointing import may_point

        path = reading.source.path
        if path is None or reading.source.shipped:
            return ()
        candidates = list(may_point(path.parent))
        if not candidates:
            return ()
        return tuple(pointers_to(reading, open_library(path.parent, settings), candidates))

    return find


def gatherer() -> Callable[[], TakenAlong]:
    """What gives the passages that are gathered in a sitting: always the same list."""

    @cache
    def taken() -> TakenAlong:
        from briefing.session.taken_along import TakenAlong

        return TakenAlong()

    return taken


def write_draft(folder: Path, draft: str) -> Path:
    """Write a draft into a folder, as ``excerpts.md`` or the next name that is free.

    Raises:
        StorageError: It could not be written.
    """
    from briefing.cli.output import deliver

    names = (f"excerpts{'' if number == 1 else f'-{number}'}.md" for number in count(1))
    path = next(folder / name for name in names if not (folder / name).exists())
    deliver(draft, path, force=False)
    return path
