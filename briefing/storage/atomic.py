"""Files are replaced whole or not at all.

The new content goes to a temporary file in the same folder, reaches the disk, and then takes the
old file's name in one step; whoever reads meanwhile sees the old file or the new one. When anything
goes wrong the old file is as it was and the temporary one is gone.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import stat
import time
from pathlib import Path

from briefing.model.errors import StorageError
from briefing.text.i18n import _
from briefing.text.system_words import reason

LEFTOVER_SECONDS = 3600.0
"""A temporary file older than this belongs to a program that was killed."""


def write_atomically(path: Path, data: bytes, *, make_folder: bool = False) -> None:
    """Replace a file, or create it.

    A symbolic link stays one: its target is replaced. The target's permissions are kept, and its
    owner where the system allows it.

    Args:
        path: The file.
        data: All of its new content.
        make_folder: Whether missing folders above it are created.

    Raises:
        StorageError: If it could not be written, or is a device or a pipe; what was there is whole.
    """
    target = Path(os.path.realpath(path))
    try:
        if make_folder:
            target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, data)
    except OSError as error:
        raise storage_error(error, path) from error


def remove_leftovers(path: Path) -> None:
    """Remove the temporary files that a killed program left beside a file. Never fails."""
    target = Path(os.path.realpath(path))
    with contextlib.suppress(OSError):
        for leftover in target.parent.glob(f"{_prefix(target)}*.tmp"):
            if time.time() - leftover.stat().st_mtime > LEFTOVER_SECONDS:
                leftover.unlink()


def storage_error(error: OSError, path: Path) -> StorageError:
    """Say in one line why ``path`` could not be written."""
    why = _reasons().get(error.errno or 0) or reason(error)
    what = _("this could not be saved: {reason}").format(reason=why)
    return StorageError(what, where=str(path))


def _reasons() -> dict[int, str]:
    return {
        errno.ENOSPC: _("the disk is full"),
        errno.EDQUOT: _("the disk is full"),
        errno.EFBIG: _("files may not grow that large here"),
        errno.EROFS: _("the disk can only be read"),
        errno.EACCES: _("there is no permission to write here"),
        errno.EPERM: _("there is no permission to write here"),
        errno.ENOENT: _("its folder is not there"),
        errno.ENOTDIR: _("its folder is not there"),
        errno.EEXIST: _("a file stands where a folder should be"),
        errno.EISDIR: _("it is a folder"),
        errno.ENAMETOOLONG: _("its name is too long"),
    }


def _replace(target: Path, data: bytes) -> None:
    before = _status(target)
    temporary = target.with_name(f"{_prefix(target)}{secrets.token_hex(4)}.tmp")
    try:
        _write_new(temporary, data, before)
        temporary.replace(target)
    finally:
        # After the replacement the name is free: there is nothing left to remove.
        with contextlib.suppress(OSError):
            temporary.unlink()
    _sync_folder(target.parent)


def _prefix(target: Path) -> str:
    # Not the name itself: with an ending it could be longer than a file system allows.
    name = hashlib.sha256(target.name.encode(errors="surrogateescape")).hexdigest()
    return f".briefing-{name[:8]}-"


def _status(target: Path) -> os.stat_result | None:
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        # A program that may do anything would put a file in the place of /dev/null.
        raise StorageError(_("it is no ordinary file"), where=str(target))
    if not os.access(target, os.W_OK):
        # Replacing needs no permission on the file, but whoever took it away meant it.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return status


def _write_new(path: Path, data: bytes, like: os.stat_result | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    with open(os.open(path, flags, 0o666), "wb") as file:  # noqa: PTH123 - made with O_EXCL
        if like is not None:
            _take_after(file.fileno(), like)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _take_after(descriptor: int, like: os.stat_result) -> None:
    mine = os.fstat(descriptor)
    if (mine.st_uid, mine.st_gid) != (like.st_uid, like.st_gid):
        with contextlib.suppress(OSError):
            os.fchown(descriptor, like.st_uid, like.st_gid)
    with contextlib.suppress(OSError):
        os.fchmod(descriptor, stat.S_IMODE(like.st_mode))


def _sync_folder(folder: Path) -> None:
    # The content is safe under its new name; some file systems cannot sync a folder, and a folder
    # may be writable without being readable.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
