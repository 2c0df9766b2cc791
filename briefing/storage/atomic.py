"""Files are replaced whole or not at all, and never through a link.

The new content goes to a temporary file in the same folder, reaches the disk, and then takes the
old file's name in one step; whoever reads meanwhile sees the old file or the new one. When anything
goes wrong the old file is as it was and the temporary one is gone.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from briefing.model.errors import StorageError
from briefing.model.records import dataclass
from briefing.storage.folders import entered, refuse_link
from briefing.storage.pending_writes import writing
from briefing.text.i18n import _
from briefing.text.system_words import reason

LEFTOVER_SECONDS = 3600.0
"""A temporary file older than this belongs to a program that was killed."""
OPEN_TO_ALL = 0o666
"""What a new file lets others do, as far as the user's umask has nothing against it."""
PRIVATE = 0o600
"""What nobody but the user may read."""

_WRITERS = 8
"""Threads that wait for the disk: a journal takes what several ask for in one go."""


@dataclass(frozen=True, slots=True)
class NewContent:
    """What a file is to hold."""

    path: Path
    """The file."""
    data: bytes
    """All of it."""


def write_atomically(
    path: Path,
    data: bytes,
    *,
    below: Path | None = None,
    make_folder: bool = False,
    mode: int = OPEN_TO_ALL,
    may_replace: Callable[[], bool] = lambda: True,
) -> bool:
    """Replace a file, or create it.

    An old file's permissions are kept, and its owner where the system allows it.

    Args:
        path: The file; a link is refused.
        data: All of its new content.
        below: A folder above the file: whatever stands between the two may not be a link either.
            The file's own folder, unless given.
        make_folder: Whether missing folders above the file are created.
        mode: The permissions of a new file. `PRIVATE` holds for an old file and for new folders.
        may_replace: Asked when all is on the disk and only the name is to be taken.

    Returns:
        Whether it was written; if not, `may_replace` said so.

    Raises:
        StorageError: If it could not be written, is a device or a pipe, or lies behind a link; what
            was there is whole.
    """
    base = path.parent if below is None else below
    steps = path.parent.relative_to(base).parts
    entering = entered(base, steps, make=make_folder, mode=_folder_mode(mode))
    with _told(path), writing(), entering as folder:
        return _replace(folder, path, data, mode, may_replace)


def write_together(files: Sequence[NewContent], below: Path, *, mode: int = OPEN_TO_ALL) -> None:
    """Replace or create many files, much sooner than one after the other.

    All of their new contents reach the disk before the first file takes its name, and they take
    their names in the order given: what one folder holds is there for good before the next folder
    is begun. Whoever is killed, or loses power, leaves the first of them new and the others as they
    were.

    Args:
        files: The files and what they are to hold, those of a folder one after the other.
        below: A folder above them all: whatever stands between may not be a link. Missing folders
            are created.
        mode: The permissions of new files, as for `write_atomically`.

    Raises:
        StorageError: One could not be written. Those before it may have their new content.
    """
    with writing(), contextlib.ExitStack() as opened, contextlib.ExitStack() as unfinished:
        folders: dict[Path, int] = {}
        staged = []
        for file in files:
            with _told(file.path):
                if file.path.parent not in folders:
                    steps = file.path.parent.relative_to(below).parts
                    entering = entered(below, steps, make=True, mode=_folder_mode(mode))
                    folders[file.path.parent] = opened.enter_context(entering)
                new = _stage(folders[file.path.parent], file.path, file.data, mode)
            staged.append(new)
            unfinished.callback(new.discard)
        _write_all(staged)
        for folder, of_folder in groupby(staged, key=lambda new: new.folder):
            for new in of_folder:
                with _told(new.path):
                    new.take_name()
            _sync_folder(folder)
        unfinished.pop_all()  # all have their names: nothing is left to remove


def remove_leftovers(path: Path) -> None:
    """Remove the temporary files that a killed program left beside a file. Never fails."""
    with contextlib.suppress(OSError), entered(path.parent) as folder:
        for leftover in path.parent.glob(f"{_prefix(path)}*.tmp"):
            status = os.stat(leftover.name, dir_fd=folder, follow_symlinks=False)
            if time.time() - status.st_mtime > LEFTOVER_SECONDS:
                os.unlink(leftover.name, dir_fd=folder)


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


def _folder_mode(mode: int) -> int:
    """The permissions of new folders above a file with some permissions."""
    return 0o700 if mode == PRIVATE else 0o777


def _replace(
    folder: int, path: Path, data: bytes, mode: int, may_replace: Callable[[], bool]
) -> bool:
    new = _stage(folder, path, data, mode)
    try:
        new.write()
        if not may_replace():
            return False
        new.take_name()
    finally:
        new.discard()
    _sync_folder(folder)
    return True


@dataclass(frozen=True, slots=True)
class _Staged:
    """What a file is to hold, under a temporary name until it takes that of the file."""

    folder: int
    """The descriptor of the file's folder."""
    path: Path
    """The file."""
    data: bytes
    """All of the new content."""
    mode: int
    """The permissions of a new file."""
    before: os.stat_result | None
    """What has the file's name now."""
    temporary: str
    """The temporary name."""

    def write(self) -> None:
        _write_new(self.folder, self.temporary, self.data, self.before, self.mode)

    def take_name(self) -> None:
        os.replace(self.temporary, self.path.name, src_dir_fd=self.folder, dst_dir_fd=self.folder)

    def discard(self) -> None:
        # After it took its name the temporary one is free: there is nothing left to remove.
        with contextlib.suppress(OSError):
            os.unlink(self.temporary, dir_fd=self.folder)


def _stage(folder: int, path: Path, data: bytes, mode: int) -> _Staged:
    temporary = f"{_prefix(path)}{os.urandom(4).hex()}.tmp"
    return _Staged(folder, path, data, mode, _status(folder, path), temporary)


def _write_all(staged: Sequence[_Staged]) -> None:
    """Write new contents in several threads: most of the time is waiting for the disk."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - for feeds alone

    def write(share: Sequence[_Staged]) -> None:
        for new in share:
            with _told(new.path):
                new.write()

    shares = [staged[number::_WRITERS] for number in range(min(_WRITERS, len(staged)))]
    with ThreadPoolExecutor(_WRITERS, thread_name_prefix="writer") as writers:
        for _written in writers.map(write, shares):
            pass


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say in one line what could not be written."""
    try:
        yield
    except OSError as error:
        raise storage_error(error, path) from error


def _prefix(target: Path) -> str:
    # Not the name itself: with an ending it could be longer than a file system allows.
    import hashlib  # noqa: PLC0415 - it takes OpenSSL, and nothing is written before the first words

    name = hashlib.sha256(target.name.encode(errors="surrogateescape")).hexdigest()
    return f".briefing-{name[:8]}-"


def _status(folder: int, path: Path) -> os.stat_result | None:
    status = refuse_link(folder, path.name, path)
    if status is None:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        # A program that may do anything would put a file in the place of /dev/null.
        raise StorageError(_("it is no ordinary file"), where=str(path))
    if not os.access(path.name, os.W_OK, dir_fd=folder):
        # Replacing needs no permission on the file, but whoever took it away meant it.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return status


def _write_new(folder: int, name: str, data: bytes, like: os.stat_result | None, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(name, flags, mode, dir_fd=folder)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - made with O_EXCL
        if like is not None:
            _take_after(descriptor, like, mode)
        file.write(data)
        file.flush()
        os.fsync(descriptor)


def _take_after(descriptor: int, like: os.stat_result, mode: int) -> None:
    mine = os.fstat(descriptor)
    if (mine.st_uid, mine.st_gid) != (like.st_uid, like.st_gid):
        with contextlib.suppress(OSError):
            os.fchown(descriptor, like.st_uid, like.st_gid)
    if mode != PRIVATE:
        with contextlib.suppress(OSError):
            os.fchmod(descriptor, stat.S_IMODE(like.st_mode) & 0o777)


def _sync_folder(folder: int) -> None:
    # The content is safe under its new name; some file systems cannot sync a folder, and a folder
    # may be writable without being readable.
    with contextlib.suppress(OSError):
        descriptor = os.open(".", os.O_RDONLY | os.O_DIRECTORY, dir_fd=folder)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
