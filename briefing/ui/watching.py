"""Hears what asks the program to end, also while the main thread is busy and hears nothing.

A signal is written into a pipe by the system's own handler, and a terminal that goes away is told
by the system to whoever waits for it; a thread waits for both. It asks the app to end in order. If
that takes longer than a moment, the thread keeps what is open, gives the terminal back and ends the
process, whatever else is going on in it.
"""

from __future__ import annotations

import os
import select
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from contextvars import Context, copy_context
from types import FrameType

from briefing.ui.emergency import ENDINGS
from briefing.ui.terminal import is_gone

_GRACE_SECONDS = 0.3
"""How long the app may take to end in order."""
_KEEPING_SECONDS = 0.25
"""How long drafts and places may take to be kept once it is busy."""
_LEAVING_SECONDS = 1.0
"""How long it may take after ``q``: nothing is lost meanwhile, so it is in less of a hurry."""


class Watch:
    """Waits for signals and for the end of the terminal, in a thread of its own.

    Args:
        ask: Asks the app to end as after a signal. Called in the thread.
        keep: Keeps what is open. Called in another thread, which may be left behind.
        give_back: Gives the terminal back. Called in the thread.
    """

    def __init__(
        self,
        ask: Callable[[int], object],
        keep: Callable[[], object],
        give_back: Callable[[], object],
    ) -> None:
        self._ask, self._keep, self._give_back = ask, keep, give_back
        self._read, self._write = os.pipe()
        os.set_blocking(self._write, False)
        self._context: Context = copy_context()
        self._is_over = threading.Event()
        self._is_ending = threading.Lock()
        self._before: dict[int, object] = {}
        self._wakeup = -1

    def start(self) -> None:
        """Listen from now on. Called in the main thread, which alone may ask for signals."""
        self._wakeup = signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, _heard) for number in ENDINGS}
        threading.Thread(target=self._wait, name="watch", daemon=True).start()

    def stop(self) -> None:
        """The app has ended: listen no more."""
        self._is_over.set()
        signal.set_wakeup_fd(self._wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # what it gave us

    def leave(self, status: int) -> None:
        """The app ends as after ``q``; let nothing in the background hold it up."""
        self._in_thread(lambda: self._end_soon(status, _LEAVING_SECONDS))

    def _wait(self) -> None:
        waited = select.poll()
        waited.register(self._read, select.POLLIN)
        waited.register(0, 0)  # that it was hung up is told without being asked for
        while not self._is_over.is_set():
            events = dict(waited.poll())
            if self._is_over.is_set():
                return
            told = os.read(self._read, 64) if self._read in events else b""
            asked = [number for number in told if number in ENDINGS]
            if is_gone():
                asked.append(signal.SIGHUP)
            elif 0 in events:
                waited.unregister(0)  # it is no terminal
            if asked:
                with suppress(RuntimeError):  # the app's loop has just ended
                    self._ask(asked[0])
                self._end_soon(128 + asked[0], _GRACE_SECONDS)

    def _end_soon(self, status: int, seconds: float) -> None:
        """End the process unless it has ended by itself after some time."""
        if self._is_over.wait(seconds) or not self._is_ending.acquire(blocking=False):
            return
        kept = self._in_thread(lambda: self._context.run(self._keep))
        kept.join(_KEEPING_SECONDS)
        self._give_back()
        os._exit(status)

    @staticmethod
    def _in_thread(work: Callable[[], object]) -> threading.Thread:
        thread = threading.Thread(target=work, name="ending", daemon=True)
        thread.start()
        return thread


def _heard(_number: int, _frame: FrameType | None) -> None:
    """Nothing: the thread has read the signal from the pipe."""
