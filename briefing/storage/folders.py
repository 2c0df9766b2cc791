"""Folders that somebody else may have filled, entered without following a link.

Whoever fills a folder (the author of a repository, another user, a server) can put a link where the
program means to write, and would choose with it which of the user's files is replaced. So a folder
is opened once, where the user named it, and everything below is opened relative to that, one name
at a time and never through a link (O_NOFOLLOW in open(2)). What is checked is then what is written.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from briefing.model.errors import StorageError
from briefing.text.i18n import _

# Without O_PATH a folder that may be entered but not listed cannot be opened; macOS has none.
_ENTER = os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC | getattr(os, "O_PATH", os.O_RDONLY)
_BASE = _ENTER & ~os.O_NOFOLLOW


@contextmanager
def entered(
    base: Path, steps: Sequence[str] = (), *, make: bool = False, mode: int = 0o777
) -> Iterator[int]:
    """Open a folder.

    Args:
        base: Where the way begins. Links on the way to it are the user's own and are followed.
        steps: The names of folders below it, one in the other.
        make: Whether those that are missing are made, `base` and all above it too.
        mode: The permissions of what is made.

    Yields:
        A descriptor for the functions of `os` that take a ``dir_fd``.

    Raises:
        StorageError: A step is a link.
        OSError: A folder is missing or may not be entered.
    """
    if make:
        base.mkdir(parents=True, exist_ok=True, mode=mode)
    descriptor = os.open(base, _BASE)
    try:
        for count, step in enumerate(steps, 1):
            try:
                inner = _step(descriptor, step, mode if make else None)
            except NotADirectoryError as error:
                refuse_link(descriptor, step, base.joinpath(*steps[:count]))
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from error
            os.close(descriptor)
            descriptor = inner
        yield descriptor
    finally:
        os.close(descriptor)


def refuse_link(folder: int, name: str, path: Path) -> os.stat_result | None:
    """Look at a name in an open folder.

    Args:
        folder: The descriptor of the folder.
        name: The name in it.
        path: The same, as messages say it.

    Returns:
        What stands there; None where nothing does.

    Raises:
        StorageError: It is a link.
    """
    try:
        status = os.stat(name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(status.st_mode):
        what = _("a link stands here, and nothing is written through it")
        raise StorageError(what, where=str(path), remedy=_("remove it"))
    return status


def remove(base: Path, *names: str) -> None:
    """Remove a file below a folder, if it can be reached without a link. Never fails.

    Args:
        base: The folder.
        names: The names on the way, the file's last.
    """
    with contextlib.suppress(OSError, StorageError), entered(base, names[:-1]) as folder:
        os.unlink(names[-1], dir_fd=folder)


def remove_folder(base: Path, *names: str) -> None:
    """Remove an empty folder as `remove` does a file; the base itself stays. Never fails."""
    if not names:
        return
    with contextlib.suppress(OSError, StorageError), entered(base, names[:-1]) as folder:
        os.rmdir(names[-1], dir_fd=folder)


def _step(folder: int, name: str, mode: int | None) -> int:
    """Enter a folder in an open one; made with `mode` where it is missing and a mode is given.

    Raises:
        NotADirectoryError: A link or a file has its name.
        OSError: It is missing or may not be entered.
    """
    if mode is not None:
        with contextlib.suppress(FileExistsError):
            os.mkdir(name, mode, dir_fd=folder)
    try:
        return os.open(name, _ENTER, dir_fd=folder)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from error
        raise
