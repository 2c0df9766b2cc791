"""Only one program writes a file at a time.

The lock is `flock` on a file of its own (see flock(2)): the kernel lets it go when the program
ends, however it ends. The lock file stays; removing it would let two programs hold two locks of one
name.
"""

from __future__ import annotations

import fcntl
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.model.errors import StorageError
from briefing.storage.atomic import storage_error
from briefing.text.i18n import _

TIMEOUT_SECONDS = 10.0
"""How long a save waits for another one; a save takes well under a second."""


@contextmanager
def lock(path: Path, *, timeout_seconds: float = TIMEOUT_SECONDS) -> Iterator[None]:
    """Hold the lock while the block runs.

    Args:
        path: The lock file, created with its folders where missing; or an existing folder, which
            is locked itself.
        timeout_seconds: How long to wait for another holder.

    Raises:
        StorageError: If another program holds it for too long, or it cannot be made.
    """
    descriptor = _open(path)
    try:
        _acquire(descriptor, path, time.monotonic() + timeout_seconds)
        yield
    finally:
        os.close(descriptor)


def _open(path: Path) -> int:
    try:
        if path.is_dir():
            return os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise storage_error(error, path) from error


def _acquire(descriptor: int, path: Path, deadline: float) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                what = _("another program has been writing for too long")
                raise StorageError(
                    what, where=str(path), remedy=_("close it, then save again")
                ) from None
            time.sleep(random.uniform(0.002, 0.01))  # noqa: S311 - keeps waiters out of step
        except OSError as error:
            raise storage_error(error, path) from error
        else:
            return
