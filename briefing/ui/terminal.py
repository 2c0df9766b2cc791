"""The terminal as the reader uses it: Textual's driver, made to bear what happens to terminals.

Textual's own draws on standard error, ends with a traceback when the terminal goes away, waits for
ever when nobody takes what it writes, and reads its keys twice after a stray ``SIGCONT``.
"""

from __future__ import annotations

import asyncio
import select
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, Protocol, TextIO, runtime_checkable

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

ENDINGS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""What asks a program to end. ``Ctrl+C`` is a key while the reader runs; this is ``kill -INT``."""

_LOOK_SECONDS = 0.5
"""How often the terminal is looked at; a terminal that goes away seldom says so."""


@runtime_checkable
class TakesOver(Protocol):
    """An app in whose place somebody has looked after the terminal so far."""

    take_over: Callable[[], None]
    """Tells them that they need not any more; may be called again."""


class TerminalDriver(LinuxDriver):
    """Draws on standard output, and ends the reader in good order when it is asked to."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = _Outlet(sys.__stdout__)  # type: ignore[assignment]  # what is asked of one
        self._is_stopped_by_us = False

    def start_application_mode(self) -> None:
        """Take the terminal, and listen to who asks the reader to end."""
        loop = asyncio.get_running_loop()
        for number in ENDINGS:
            loop.add_signal_handler(number, self._end, number)
        if isinstance(self._app, TakesOver):
            self._app.take_over()
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's is bare
        loop.call_later(_LOOK_SECONDS, self._look)

    def stop_application_mode(self) -> None:
        """Give the terminal back, the unit of its mouse too, which Textual forgets."""
        if self._mouse_pixels:
            self.write("\x1b[?1016l")
        super().stop_application_mode()

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 - a thread's fault is handed to the app
            if not self.is_gone:  # else `_look` finds out
                self._app.call_later(self._app._handle_exception, error)  # noqa: SLF001

    @property
    def is_gone(self) -> bool:
        """Whether the terminal was closed or hung up."""
        watched = select.poll()
        watched.register(self.fileno, 0)  # these three are reported without being asked for
        gone = select.POLLHUP | select.POLLERR | select.POLLNVAL
        return any(event & gone for _file, event in watched.poll(0))

    def _look(self) -> None:
        if self.is_gone:
            self._end(signal.SIGHUP)
        else:
            asyncio.get_running_loop().call_later(_LOOK_SECONDS, self._look)

    def _end(self, number: int) -> None:
        self._app.exit(return_code=128 + number)

    def _sigtstp_application(self, *args: int | FrameType | None) -> None:
        self._is_stopped_by_us = self._auto_restart
        super()._sigtstp_application(*args)

    def _sigcont_application(self, *args: int | FrameType | None) -> None:
        """Go on; after ``SIGSTOP``, which nobody hears of, the terminal is taken anew."""
        if self._auto_restart and not self._is_stopped_by_us:
            self.suspend_application_mode()
            self._must_signal_resume = True
        self._is_stopped_by_us = False
        super()._sigcont_application(*args)
        if self._auto_restart:
            self._app.call_later(self._draw_again)

    def _draw_again(self) -> None:
        self._app.screen.refresh(layout=True)
        self._app.refresh(layout=True)


class _Outlet:
    """A stream that swallows what a terminal that is gone does not take any more."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write; without a terminal, nothing."""
        if self._stream is not None:
            try:
                return self._stream.write(text)
            except (OSError, ValueError):
                self._stream = None
        return len(text)

    def flush(self) -> None:
        """Write out; without a terminal, nothing."""
        if self._stream is not None:
            try:
                self._stream.flush()
            except (OSError, ValueError):
                self._stream = None

    def fileno(self) -> int:
        """The number of the file that is written to."""
        return 1 if self._stream is None else self._stream.fileno()
