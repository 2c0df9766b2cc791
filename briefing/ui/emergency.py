"""What is saved, and how, when the reader ends without being asked whether that suits."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn, Protocol, runtime_checkable

_ENDINGS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


@runtime_checkable
class KeepsOpenWork(Protocol):
    """A screen on which something is open that a reader would miss."""

    def keep_open_work(self) -> None:
        """Put it where it is found again next time."""


def keep_open_work(screens: Iterable[object]) -> None:
    """Keep what is open on these screens, as far as that goes. Never fails."""
    for screen in screens:
        if isinstance(screen, KeepsOpenWork):
            # The program is ending, perhaps of this very fault: the other screens still count.
            with suppress(Exception):
                screen.keep_open_work()


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Turn what asks the program to end into an exception, so that what was drawn is taken away.

    For the time before the screen library looks after the terminal. ``Ctrl+Z`` waits until then.
    """
    before = {number: signal.signal(number, _end) for number in _ENDINGS}
    before[signal.SIGTSTP] = signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
