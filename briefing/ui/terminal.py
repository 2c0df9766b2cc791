"""The terminal as the reader uses it: Textual's driver, made to bear what happens to terminals."""

from __future__ import annotations

import os
import select
import signal
import termios
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any, Protocol, runtime_checkable

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import InputEvent
from textual.message import Message

from briefing.ui.answers import without_answers
from briefing.ui.terminal_mode import Attributes

_STDIN, _STDERR = 0, 2
_MOUSE_PIXELS_OFF = "\x1b[?1016l"
_CURSOR_ON, _USUAL_CURSOR = "\x1b[?25h\x1b[2 q", "\x1b[0 q"
"""A block that does not blink, and what the terminal has by itself (DECSCUSR)."""
_AS_BEFORE = (
    "\x1b[?2026l"  # a frame that was begun is shown
    "\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1016l"  # the mouse and its unit
    "\x1b[?2004l\x1b[?2048l\x1b[?1004l\x1b[?7h"  # pasting, sizes, focus; lines are wrapped
    "\x1b[<u\x1b[?1049l\x1b[?25h\x1b[0m"  # keyboard protocol, usual screen, cursor, no colour
)
"""Undoes all that Textual and this driver switch on."""
_PATIENCE_SECONDS = 0.25
"""How long a terminal may take to read on, or Textual to give it back."""


@runtime_checkable
class Listens(Protocol):
    """An app that wants to know at once what happens in the thread that reads the keys."""

    def fail(self, error: Exception) -> None:
        """Note a fault."""

    def give_way(self) -> None:
        """Leave the time to a key that is on its way. Called in that thread."""


@runtime_checkable
class EndsAtOnce(Protocol):
    """An app that may have to end while its main thread is busy."""

    give_back: Callable[[], None]
    """Gives the terminal back without the main thread; set by the driver."""


@runtime_checkable
class HasCursor(Protocol):
    """An app that knows whether the terminal's own cursor is to be seen."""

    shows_cursor: bool
    """Whether it is."""


@runtime_checkable
class TakesOver(Protocol):
    """An app that takes the terminal over from somebody who has changed it already."""

    terminal_before: Attributes | None
    """How it was before that; None where nobody has."""
    awaits_answers: bool
    """Whether the terminal was asked something and has not answered yet."""


class TerminalDriver(LinuxDriver):
    """Goes on after every kind of stop, and lets a terminal go that is gone."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self.reader_app = app
        self.is_drawing = False
        """Whether the terminal is ours now."""
        self.has_taken = False
        """Whether it was ours and may still have to be given back."""
        self._is_given_back = threading.Event()
        if isinstance(app, EndsAtOnce):
            app.give_back = self.give_back
        self._go_on = signal.getsignal(signal.SIGCONT)
        signal.signal(signal.SIGCONT, self._continued)

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._is_given_back.clear()
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's is bare
        self.is_drawing = self.has_taken = True
        self._remember_what_was_before()
        if self._shows_cursor:
            self.write(_CURSOR_ON)

    def stop_application_mode(self) -> None:
        """Give the terminal back, the unit of its mouse too, which Textual forgets."""
        self.is_drawing = False
        self.write(_MOUSE_PIXELS_OFF)
        if self._shows_cursor:
            self.write(_USUAL_CURSOR)
        super().stop_application_mode()

    def close(self) -> None:
        """Wait until all is written: the terminal is given back then."""
        super().close()
        self.has_taken = False
        self._is_given_back.set()

    def give_back(self) -> None:
        """Give the terminal back from a thread of one's own, while the main thread is busy.

        What is still drawn meanwhile goes nowhere. Where the main thread has begun to give the
        terminal back, it may finish that.
        """
        is_begun = self.has_taken and not self.is_drawing
        if not self.has_taken or (is_begun and self._is_given_back.wait(_PATIENCE_SECONDS)):
            return
        terminal = os.dup(_STDERR)
        _draw_nowhere()
        if is_gone() or not select.select((), (terminal,), (), _PATIENCE_SECONDS)[1]:
            return
        os.write(terminal, _AS_BEFORE.encode() + _USUAL_CURSOR.encode() * self._shows_cursor)
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcflush(terminal, termios.TCIFLUSH)
                termios.tcsetattr(terminal, termios.TCSANOW, self.attrs_before)

    def _remember_what_was_before(self) -> None:
        """Restore at the end what was there before the program, not only before the driver."""
        app = self.reader_app
        if isinstance(app, TakesOver) and app.terminal_before is not None:
            self.attrs_before = app.terminal_before
            app.terminal_before = None  # after a stop it may be another

    @property
    def _shows_cursor(self) -> bool:
        return isinstance(self.reader_app, HasCursor) and self.reader_app.shows_cursor

    def run_input_thread(self) -> None:
        """Read keys until the reader ends, or the terminal goes away."""
        try:
            self._read_keys()
        except Exception as error:
            if is_gone():  # the app looks for that, and ends in order
                return
            if isinstance(self.reader_app, Listens):
                self.reader_app.call_later(self.reader_app.fail, error)
            raise

    def _read_keys(self) -> None:
        app = self.reader_app
        if not (isinstance(app, TakesOver) and app.awaits_answers):
            super().run_input_thread()
            return
        terminal = self.fileno
        with without_answers(terminal) as typed:
            self.fileno = typed
            try:
                super().run_input_thread()
            finally:
                self.fileno = terminal

    def process_message(self, message: Message) -> None:
        """Pass on what was read. Work that goes on meanwhile should make room for it now."""
        if isinstance(message, InputEvent) and isinstance(self.reader_app, Listens):
            self.reader_app.give_way()
        super().process_message(message)

    def _continued(self, number: int, frame: FrameType | None) -> None:
        """Go on after a stop. After ``SIGSTOP``, which nobody hears of, take the terminal anew.

        A terminal that is closed sends the same signal; then there is nothing to go on with.
        """
        if is_gone():
            return
        if self.is_drawing:
            self.suspend_application_mode()
            self.resume_application_mode()
        elif callable(self._go_on):
            self._go_on(number, frame)
        if self.is_drawing:
            self.reader_app.call_later(self._draw_again)

    def _draw_again(self) -> None:
        self.reader_app.screen.refresh(layout=True)
        self.reader_app.refresh(layout=True)


def is_gone() -> bool:
    """Whether the terminal was closed or hung up."""
    watched = select.poll()
    watched.register(_STDIN, 0)  # these three are reported without being asked for
    gone = select.POLLHUP | select.POLLERR | select.POLLNVAL
    return any(event & gone for _file, event in watched.poll(0))


def let_go() -> None:
    """Where the terminal is gone, let what is still drawn go nowhere, so that nobody waits."""
    if is_gone():
        _draw_nowhere()


def _draw_nowhere() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STDERR)
    os.close(nowhere)
