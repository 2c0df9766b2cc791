"""A pseudo-terminal in which a full-screen program is timed as a person sees it."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

COLUMNS, ROWS = 120, 40

_ESCAPES = re.compile(
    rb"\x1b\[[0-9;:?<>=]*[ -/]*[@-~]"  # control sequences
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # operating system commands
    rb"|\x1b[PX^_].*?\x1b\\"  # strings for the device
    rb"|\x1b[()][0-9A-B]|\x1b.|[\x00-\x1f]",
    re.DOTALL,
)
"""What a terminal obeys and does not show (ECMA-48, section 5)."""

_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[0c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b]10;?": b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b]11;?": b"\x1b]11;rgb:0000/0000/0000\x1b\\",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
}
"""What programs ask a terminal, and what xterm says to it."""

Sight = Callable[[str], bool]
"""Whether what was written to the screen shows what one waits for. Spaces are left out of it."""


class Terminal:
    """One program in one terminal; a context manager that always ends the program.

    Args:
        command: The program and its arguments.
        environment: Its whole environment.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.started_at = time.perf_counter()
        self.process, self._screen = pty.fork()
        if self.process == 0:
            _become(command, environment)
        self.is_over = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()

    def read(self, patience_seconds: float) -> bytes:
        """What is written within some time; nothing once the program has ended."""
        if self.is_over or not select.select([self._screen], [], [], patience_seconds)[0]:
            return b""
        try:
            data = os.read(self._screen, 1 << 16)
        except OSError:  # the other side is closed
            data = b""
        self.is_over = not data
        for question, answer in _ANSWERS.items():
            if question in data:
                os.write(self._screen, answer)
        return data

    def wait_for(self, sight: Sight, timeout_seconds: float) -> float | None:
        """When something is on the screen (`time.perf_counter`); None if it never comes."""
        written = bytearray()
        end = time.perf_counter() + timeout_seconds
        while not self.is_over and time.perf_counter() < end:
            data = self.read(0.02)
            written += data
            if data and sight(shown(written)):
                return time.perf_counter()
        return None

    def settle(self, quiet_seconds: float, at_most_seconds: float) -> None:
        """Wait until nothing has been written for some time."""
        end = time.perf_counter() + at_most_seconds
        quiet_until = time.perf_counter() + quiet_seconds
        while not self.is_over and time.perf_counter() < min(quiet_until, end):
            if self.read(0.02):
                quiet_until = time.perf_counter() + quiet_seconds

    def press(self, keys: str) -> float:
        """Send keys as a terminal does; when they were sent (`time.perf_counter`)."""
        with contextlib.suppress(OSError):
            os.write(self._screen, keys.encode())
        return time.perf_counter()

    def answer(self, keys: str, sight: Sight, timeout_seconds: float) -> float | None:
        """Seconds from a key to what it brings to the screen; None if that never comes."""
        pressed_at = self.press(keys)
        seen_at = self.wait_for(sight, timeout_seconds)
        return None if seen_at is None else seen_at - pressed_at

    def work_seconds(self) -> float:
        """Processor time of the program so far, all its threads that are alive."""
        total = 0
        for task in Path(f"/proc/{self.process}/task").glob("*/schedstat"):
            with contextlib.suppress(OSError):
                total += int(task.read_text().split()[0])
        return total / 1e9

    def peak_megabytes(self) -> float:
        """The most memory that the program and its children have held so far, resident."""
        return sum(_peak_kilobytes(process) for process in _family(self.process)) / 1024

    def close(self) -> None:
        """End the program, with force if it does not go by itself."""
        if self.process == 0:
            return
        for number in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.process, number)
            if self._has_ended(2.0):
                break
        os.close(self._screen)
        self.process = 0

    def leaves(self, keys: str, timeout_seconds: float) -> float | None:
        """Seconds from the keys that quit to the end of the program; None if it stays."""
        pressed_at = self.press(keys)
        end = pressed_at + timeout_seconds
        while not self.is_over and time.perf_counter() < end:
            self.read(0.02)
        return time.perf_counter() - pressed_at if self.is_over else None

    def _has_ended(self, patience_seconds: float) -> bool:
        end = time.perf_counter() + patience_seconds
        while time.perf_counter() < end:
            with contextlib.suppress(ChildProcessError):
                if not os.waitpid(self.process, os.WNOHANG)[0]:
                    self.read(0.02)
                    continue
            return True
        return False


def shown(written: bytes | bytearray) -> str:
    """What is readable of what a program wrote, without spaces: lines may be filled with them."""
    return _ESCAPES.sub(b"", bytes(written)).decode("utf-8", "ignore").replace(" ", "")


def _become(command: Sequence[str], environment: Mapping[str, str]) -> None:
    size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
    fcntl.ioctl(0, termios.TIOCSWINSZ, size)
    try:
        os.execvpe(command[0], list(command), dict(environment))
    finally:  # exec did not come to pass: this copy of the harness must not go on
        os._exit(127)


def _family(process: int) -> list[int]:
    found = [process]
    for parent in found:
        with contextlib.suppress(OSError):
            children = Path(f"/proc/{parent}/task/{parent}/children").read_text()
            found += [int(child) for child in children.split()]
    return found


def _peak_kilobytes(process: int) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1])
    return 0
