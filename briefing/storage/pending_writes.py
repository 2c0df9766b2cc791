"""Which files are being replaced just now, so that the end of the program can let that be finished.

Threads in the background end with the program wherever they are. Between a temporary file and its
taking the name of another one that would leave something behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

_changed = Condition()
_pending = 0


@contextmanager
def writing() -> Iterator[None]:
    """A file is being replaced while the block runs."""
    global _pending  # noqa: PLW0603 - the process ends but once
    with _changed:
        _pending += 1
    try:
        yield
    finally:
        with _changed:
            _pending -= 1
            _changed.notify_all()


def wait_for_writes(seconds: float) -> bool:
    """Wait until no file is being replaced.

    Args:
        seconds: How long at most: a disk may hang.

    Returns:
        Whether none is.
    """
    with _changed:
        return _changed.wait_for(lambda: not _pending, seconds)
