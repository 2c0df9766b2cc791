"""What is saved, and how, when the reader ends without being asked whether that suits."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Protocol, runtime_checkable

ENDINGS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""What asks a program to end. ``Ctrl+C`` is a key while the reader runs; this is ``kill -INT``."""


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


class Ending:
    """What asks the program to end before the screen library listens to that."""

    def __init__(self) -> None:
        self.asked: int | None = None
        """The signal that asked; None as long as none has."""
        self.is_held = False
        """Whether somebody else looks at `asked`. Then nothing is raised: in the middle of an
        import, where most of the waiting is done, an exception may get lost in a callback."""
        self.at_once: Callable[[], None] | None = None
        """Ends the process, as long as there is nothing to keep and only loading to wait for."""

    def note(self, number: int, _frame: FrameType | None) -> None:
        """A signal has come.

        Raises:
            SystemExit: The program ends with it, so that what was drawn is taken away.
        """
        self.asked = number
        if self.at_once is not None:
            self.at_once()
        if not self.is_held:
            raise SystemExit(self.status)

    @property
    def status(self) -> int:
        """The exit status that shells expect."""
        return 128 + (self.asked or 0)


@contextmanager
def ending_in_order() -> Iterator[Ending]:
    """Let the program end as signals ask, until the screen library looks after the terminal.

    ``Ctrl+Z`` waits until then.
    """
    ending = Ending()
    before = {number: signal.signal(number, ending.note) for number in ENDINGS}
    before[signal.SIGTSTP] = signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    try:
        yield ending
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
