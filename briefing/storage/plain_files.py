"""The bytes of a file, or one clear line why there are none: a pipe or a device is never read."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from briefing.model.errors import InputError
from briefing.model.records import dataclass
from briefing.storage.folders import entered
from briefing.text.i18n import _
from briefing.text.system_words import reason

MAX_BYTES = 64 * 1024 * 1024
"""How long a file of the program's own may be: some hundred thousand notes."""

Stamp = tuple[int, int, int, int]
"""Device, inode, size and time of change in nanoseconds: another file has another one."""


@dataclass(frozen=True, slots=True)
class Content:
    """A file as it was read."""

    data: bytes
    """All of it."""
    stamp: Stamp
    """Which file it was."""


def read(path: Path, *, below: Path | None = None) -> Content | None:
    """Read a file; None where there is none.

    Args:
        path: The file.
        below: A folder above it, from which on no link is followed.

    Raises:
        InputError: If it is no ordinary file, too large, or not to be read.
        StorageError: A folder on the way is a link.
    """
    try:
        descriptor = _open(path, below)
        with open(descriptor, "rb") as file:  # noqa: PTH123 - opened with O_NONBLOCK
            status = os.fstat(descriptor)
            _check(status, path)
            return Content(file.read(), _stamp(status))
    except FileNotFoundError:
        return None
    except OSError as error:
        what = _("this cannot be read: {reason}").format(reason=reason(error))
        if error.errno == errno.EACCES:
            what = _("there is no permission to read this")
        raise InputError(what, where=str(path)) from error


def read_head(path: Path, most_bytes: int) -> bytes | None:
    """The first bytes of an ordinary file; None where it cannot be read."""
    try:
        descriptor = _open(path, None)
        with open(descriptor, "rb") as file:  # noqa: PTH123 - opened with O_NONBLOCK
            is_file = stat.S_ISREG(os.fstat(descriptor).st_mode)
            return file.read(most_bytes) if is_file else None
    except OSError:
        return None


def stamp(path: Path) -> Stamp | None:
    """Which file lies there now; None where there is none or it cannot be seen."""
    try:
        return _stamp(path.stat())
    except OSError:
        return None


def _open(path: Path, below: Path | None) -> int:
    # Opening a FIFO would wait for its other end.
    flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC
    if below is None:
        return os.open(path, flags)
    with entered(below, path.parent.relative_to(below).parts) as folder:
        return os.open(path.name, flags | os.O_NOFOLLOW, dir_fd=folder)


def _check(status: os.stat_result, path: Path) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise InputError(_("this is a folder"), where=str(path), remedy=_("name a file"))
    if not stat.S_ISREG(status.st_mode):
        raise InputError(_("this is no ordinary file"), where=str(path), remedy=_("name a file"))
    if status.st_size > MAX_BYTES:
        raise InputError(
            _("this is too large ({size} MB)").format(size=status.st_size >> 20),
            where=str(path),
        )


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
