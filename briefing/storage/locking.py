"""Only one program writes a file at a time.

The lock is `flock` on a file of its own (see flock(2)): the kernel lets it go when the program
ends, however it ends. Where a file system has no `flock`, a file that is made exclusively stands in
for it: `lock_files`.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.model.errors import BusyError, StorageError
from briefing.storage import lock_files
from briefing.storage.atomic import storage_error
from briefing.storage.folders import entered, refuse_link, remove_folder
from briefing.text.i18n import _

TIMEOUT_SECONDS = 10.0
"""How long a save waits for another one; a save takes well under a second."""

_COURTESY_SECONDS = 0.012
"""How long who has just let a lock go leaves it to others: they look every 0.01 seconds at most. A
program that saves again and again would keep it from them otherwise."""

_let_go: dict[str, float] = {}
"""When this program let its locks go, by their files; `time.monotonic`."""

_HAS_NO_FLOCK = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL, errno.EBADF}
"""What file systems answer that cannot lock: flock(2), and EBADF of NFS for what is only read."""


@contextmanager
def lock(
    path: Path,
    *,
    below: Path | None = None,
    is_removed: bool = False,
    timeout_seconds: float = TIMEOUT_SECONDS,
) -> Iterator[None]:
    """Hold the lock while the block runs.

    Args:
        path: The lock file, created with its folders where missing; or an existing folder, which
            is locked itself.
        below: A folder above the file: whatever stands between the two may not be a link. The
            file's own folder, unless given.
        is_removed: Whether the file goes when the block ends, and its folder where that is empty
            then.
        timeout_seconds: How long to wait for another holder.

    Raises:
        BusyError: Another program holds it for too long.
        StorageError: It cannot be made.
    """
    base, name = path.parent if below is None else below, path.name
    steps = path.parent.relative_to(base).parts
    if _is_folder(path):
        base, steps, name = path, (), "."
    attempt = _Attempt(base, steps, name, path)
    with contextlib.ExitStack() as afterwards, contextlib.ExitStack() as held:
        _wait(attempt, held, time.monotonic() + timeout_seconds)
        if is_removed:
            afterwards.callback(remove_folder, base, *steps)
            held.callback(attempt.remove)
        yield


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False  # making it will tell


class _Attempt:
    """A lock that is tried for."""

    def __init__(self, base: Path, steps: tuple[str, ...], name: str, path: Path) -> None:
        self.path = path
        """The lock, as messages name it."""
        self._base, self._steps, self._name = base, steps, name
        self._holder: lock_files.Holder | None = None

    def take(self, held: contextlib.ExitStack) -> bool:
        """Try once.

        Raises:
            OSError: It cannot be made.
            StorageError: It lies behind a link or is no ordinary file.
        """
        with entered(self._base, self._steps, make=True) as folder, contextlib.ExitStack() as mine:
            descriptor = self._open(folder)
            mine.callback(os.close, descriptor)
            if not self._flock(descriptor, folder, mine):
                return False
            if not self._is_there(folder, descriptor):
                return False
            held.push(mine.pop_all())
            return True

    def busy(self) -> BusyError:
        """Why it was not to be had in time."""
        if self._holder is None:
            what = _("another program has been writing for too long")
            return BusyError(what, where=str(self.path), remedy=_("close it, then save again"))
        return self._holder.busy(self.path)

    def remove(self) -> None:
        """Remove the file of a lock that is held. Whoever waits for it begins anew."""
        with (
            contextlib.suppress(OSError, StorageError),
            entered(self._base, self._steps) as folder,
        ):
            os.unlink(self._name, dir_fd=folder)

    def _open(self, folder: int) -> int:
        if self._name == ".":
            return os.open(".", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC, dir_fd=folder)
        refuse_link(folder, self._name, self.path)
        # Opening a FIFO would wait for its other end.
        flags = os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        try:
            descriptor = os.open(self._name, os.O_RDWR | flags, 0o666, dir_fd=folder)
        except PermissionError:
            # Another user has made it. It can be locked all the same.
            descriptor = os.open(self._name, os.O_RDONLY | flags, 0o666, dir_fd=folder)
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise StorageError(_("it is no ordinary file"), where=str(self.path))
        return descriptor

    def _flock(self, descriptor: int, folder: int, mine: contextlib.ExitStack) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in _HAS_NO_FLOCK:
                raise
            self._holder = lock_files.take(folder, self.path, mine)
            return self._holder is None
        return True

    def _is_there(self, folder: int, descriptor: int) -> bool:
        """Whether the name still means this file: the last holder may have removed it."""
        try:
            now = os.stat(self._name, dir_fd=folder, follow_symlinks=False)
        except FileNotFoundError:
            return False
        return os.path.samestat(now, os.fstat(descriptor))


def _taken(attempt: _Attempt, held: contextlib.ExitStack) -> bool:
    try:
        return attempt.take(held)
    except FileNotFoundError:
        return False  # its holder has just removed the folder with it


def _wait(attempt: _Attempt, held: contextlib.ExitStack, deadline: float) -> None:
    name = str(attempt.path)
    since = time.monotonic() - _let_go.get(name, 0.0)
    time.sleep(max(0.0, _COURTESY_SECONDS - since))
    held.callback(lambda: _let_go.update({name: time.monotonic()}))
    try:
        while not _taken(attempt, held):
            if time.monotonic() >= deadline:
                raise attempt.busy()
            time.sleep(0.002 + os.urandom(1)[0] / 32_000)  # to 10 ms: keeps waiters out of step
    except OSError as error:
        raise storage_error(error, attempt.path) from error
