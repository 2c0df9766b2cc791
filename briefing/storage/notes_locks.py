"""The locks of a notes file: whoever writes it holds both.

::

    STATE/locks/NAME.lock      one user's programs, earlier versions too
    FOLDER/.briefing/lock      all that write beside the article, whatever their state folder is

The second goes again with the save, so that nothing is left beside an article but notes.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from briefing.model.errors import BusyError, Fault, StorageError
from briefing.storage import notes_backups
from briefing.storage.locking import lock

BESIDE = (".briefing", "lock")
"""The way from the notes' folder to the lock that lies there."""

_MAY_NOT = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def locked(notes_path: Path, folder: Path, state_folder: Path) -> Iterator[tuple[Fault, ...]]:
    """Hold the locks while the block runs. One that cannot be made does not stop the other.

    Args:
        notes_path: The notes file.
        folder: Where it really lies.
        state_folder: The user's own.

    Yields:
        What is odd about a lock, such as a link in its place.

    Raises:
        BusyError: Another program holds one for too long.
        StorageError: None can be made.
    """
    own = state_folder / "locks" / f"{notes_backups.key(notes_path)}.lock"
    beside = folder.joinpath(*BESIDE)
    with ExitStack() as held:
        failed = [
            error
            for path, below, is_removed in ((own, state_folder, False), (beside, folder, True))
            for error in _take(held, path, below, is_removed)
        ]
        if len(failed) == len(("own", "beside")):
            # The notes' own folder can be locked instead; no note is lost over that.
            held.enter_context(lock(folder))
        yield tuple(Fault.of(error) for error in failed if _is_odd(error, folder))


def _take(held: ExitStack, path: Path, below: Path, is_removed: bool) -> list[StorageError]:
    try:
        held.enter_context(lock(path, below=below, is_removed=is_removed))
    except BusyError:
        raise
    except StorageError as error:
        return [error]
    return []


def _is_odd(error: StorageError, folder: Path) -> bool:
    """Whether somebody has put something in the place of a lock; no permission is no oddity."""
    cause = error.__cause__
    if not isinstance(cause, OSError):
        return True
    is_beside = error.where is not None and Path(error.where).is_relative_to(folder / BESIDE[0])
    return is_beside and cause.errno not in _MAY_NOT
