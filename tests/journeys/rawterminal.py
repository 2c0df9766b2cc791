"""A terminal without a screen: it keeps every byte, and what the program left switched on."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

PROGRAM = [sys.executable, "-m", "briefing"]
HERE = Path(__file__).parents[2]
PATIENCE_SECONDS = 30.0

_LOOKS = 4
"""How often in a row a program that rests must be found as it was."""

_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_KITTY = re.compile(rb"\x1b\[([<>])[0-9]*u")
USUAL_MODES = {7: True, 25: True}
"""What is on in a terminal that nobody has touched: wrapping, and the cursor. All else is off."""


def _surroundings() -> dict[str, str]:
    """The environment, without a size of the terminal that some test runners put into it."""
    return {name: word for name, word in os.environ.items() if name not in ("COLUMNS", "LINES")}


def hear_ctrl_c() -> None:
    """Let a program be interrupted also where the tests run in the background of a shell."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class RawTerminal:
    """A program in a terminal of its own, which is its controlling one."""

    def __init__(
        self,
        arguments: Sequence[str] = (),
        *,
        size: tuple[int, int] = (100, 30),
        program: Sequence[str] = PROGRAM,
        environment: dict[str, str] | None = None,
    ) -> None:
        self.master, self.programs_side = pty.openpty()
        self.resize(*size)
        self.before = termios.tcgetattr(self.programs_side)
        self.sent = b""
        number = self.programs_side

        def take_terminal() -> None:
            os.setsid()
            fcntl.ioctl(number, termios.TIOCSCTTY, 0)
            hear_ctrl_c()

        self.process = subprocess.Popen(
            [*program, *arguments],
            stdin=number,
            stdout=number,
            stderr=number,
            preexec_fn=take_terminal,  # noqa: PLW1509 - no thread of ours holds a lock here
            env={
                **_surroundings(),
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "PYTHONPATH": str(HERE),
                **(environment or {}),
            },
        )

    # -- doing ------------------------------------------------------------------------------

    def resize(self, width: int, height: int) -> None:
        """Make it another size; the program is told by the system."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def type(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self.master, keys)

    def kill(self, number: int) -> None:
        """Send the program a signal."""
        os.kill(self.process.pid, number)

    def read(self, seconds: float) -> bytes:
        """Take what comes within a time; less when nothing more can come."""
        got = b""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if not select.select([self.master], [], [], min(left, 0.1))[0]:
                if got:
                    break
                continue
            try:
                more = os.read(self.master, 65536)
            except OSError:
                break
            got += more
        self.sent += got
        return got

    def until(self, words: bytes | str, since: int = 0) -> int:
        """Wait until the program has sent some bytes; how much it had sent by then."""
        wanted = words.encode() if isinstance(words, str) else words
        end = time.monotonic() + PATIENCE_SECONDS
        while wanted not in self.sent[since:]:
            self.read(0.2)
            assert time.monotonic() < end, f"never came: {wanted!r} in {self.sent[-3000:]!r}"
        return len(self.sent)

    def until_true(self, is_true: Callable[[], bool], what: str) -> None:
        """Wait until something is so, while what the program sends is read."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not is_true():
            self.read(0.05)
            assert time.monotonic() < end, f"never came: {what}"

    def until_rests(self) -> None:
        """Wait until the program has read all keys and has nothing left to do."""
        looks: list[tuple[int, int]] = []
        end = time.monotonic() + PATIENCE_SECONDS
        while self.process.poll() is None and len(looks) < _LOOKS:
            waiting = struct.unpack(
                "i", fcntl.ioctl(self.programs_side, termios.FIONREAD, b"\0" * 4)
            )
            now = (self._work(), len(self.sent))
            if waiting[0] or (looks and looks[-1] != now):
                looks.clear()
            looks.append(now)
            self.read(0.05)
            assert time.monotonic() < end, "the program never rested"

    def _work(self) -> int:
        """Clock ticks that the program has worked."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text("utf-8")
        return sum(map(int, stat.rpartition(")")[2].split()[11:13]))

    def until_stopped(self) -> None:
        """Wait until the program sleeps in the background."""
        end = time.monotonic() + PATIENCE_SECONDS
        while self._state() != "T":
            self.read(0.1)
            assert time.monotonic() < end, "the program never went to the background"
        self.read(0.3)

    def until_ended(self) -> int:
        """Wait for the program's end; its status, negative after a deadly signal."""
        end = time.monotonic() + PATIENCE_SECONDS
        while self.process.poll() is None:
            self.read(0.1)
            assert time.monotonic() < end, f"the program never ended: {self.sent[-2000:]!r}"
        self.read(0.3)
        return self.process.returncode

    def close(self) -> None:
        """End what is left."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        for descriptor in (self.master, self.programs_side):
            with suppress(OSError):
                os.close(descriptor)

    # -- seeing -----------------------------------------------------------------------------

    def _state(self) -> str:
        stat = Path(f"/proc/{self.process.pid}/stat").read_text("utf-8")
        return stat.rpartition(")")[2].split()[0]

    @property
    def attributes(self) -> list[Any]:
        """The line settings now: echo, lines, signals."""
        return termios.tcgetattr(self.programs_side)

    @property
    def modes_left_on(self) -> dict[int, bool]:
        """The modes of the terminal that are not as they usually are."""
        now = dict(USUAL_MODES)
        for numbers, letter in _MODE.findall(self.sent):
            now.update({int(number): letter == b"h" for number in numbers.split(b";")})
        return {
            number: is_on
            for number, is_on in now.items()
            if is_on != USUAL_MODES.get(number, False)
        }

    @property
    def keyboard_depth(self) -> int:
        """How many keyboard protocols are still on the terminal's stack."""
        signs = list(_KITTY.findall(self.sent))
        return signs.count(b">") - signs.count(b"<")

    @property
    def after_the_end(self) -> str:
        """What stands on the usual screen below the last of the reader's."""
        tail = self.sent.rpartition(b"\x1b[?1049l")[2]
        tail = re.sub(rb"\x1b\][^\x07\x1b]*(\x07|\x1b\\\\)", b"", tail)
        return re.sub(rb"\x1b\[[0-9;?<>]*[a-zA-Z]", b"", tail).decode().strip()

    def assert_sane(self) -> None:
        """The terminal is as the program found it."""
        assert self.modes_left_on == {}
        assert self.keyboard_depth == 0
        assert self.attributes == self.before


@contextmanager
def raw_terminal(*arguments: str, **options: Any) -> Iterator[RawTerminal]:
    """The reader in a terminal, for as long as it is needed."""
    terminal = RawTerminal(arguments, **options)
    try:
        yield terminal
    finally:
        terminal.close()
