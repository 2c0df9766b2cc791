"""Opening the reader: on a terminal of its own, driven by keys."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.cli.run import CHECKOUT


class Terminal:
    """A terminal in which the program runs."""

    def __init__(self, child: int, master: int) -> None:
        self.child = child
        self.seen = b""
        self._master = master
        self._status: int | None = None

    def press(self, keys: bytes) -> None:
        os.write(self._master, keys)

    def wait_for(self, words: bytes, seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while words not in self.seen:
            assert time.monotonic() < end, self.seen[-2000:]
            self._read(0.2)

    def status(self, seconds: float = 30) -> int:
        end = time.monotonic() + seconds
        while self._status is None:
            assert time.monotonic() < end, self.seen[-2000:]
            self._read(0.05)
            pid, status = os.waitpid(self.child, os.WNOHANG)
            if pid:
                self._status = os.waitstatus_to_exitcode(status)
        return self._status

    def close(self) -> None:
        if self._status is None:
            with suppress(ProcessLookupError):
                os.kill(self.child, signal.SIGKILL)
            os.waitpid(self.child, 0)
        os.close(self._master)

    def _read(self, seconds: float) -> None:
        ready, _w, _x = select.select([self._master], [], [], seconds)
        if ready:
            # On Linux the end of the child is told as an error.
            with suppress(OSError):
                self.seen += os.read(self._master, 65536)


@contextmanager
def terminal(*words: str, piped: bytes | None = None) -> Iterator[Terminal]:
    """Run the program on a terminal, with standard input from a pipe if wanted."""
    reading, writing = os.pipe()
    child, master = pty.fork()
    if child == 0:
        if piped is not None:
            os.dup2(reading, 0)
        os.closerange(3, 64)
        os.environ["PYTHONPATH"] = str(CHECKOUT)
        os.environ["TERM"] = "xterm-256color"
        os.execv(sys.executable, [sys.executable, "-m", "briefing", *words])
    os.close(reading)
    termios.tcsetwinsize(master, (24, 80))
    if piped is not None:
        os.write(writing, piped)
    os.close(writing)
    found = Terminal(child, master)
    try:
        yield found
    finally:
        found.close()


def test_an_article_is_shown_and_q_leaves(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Hi\n\nMarmalade.\n", encoding="utf-8")
    with terminal(str(path)) as screen:
        screen.wait_for(b"Marmalade")
        screen.press(b"q")
        assert screen.status() == 0


def test_a_piped_article_is_read_and_the_keys_come_from_the_terminal() -> None:
    with terminal("-", piped=b"# Hi\n\nMarmalade.\n") as screen:
        screen.wait_for(b"Marmalade")
        screen.press(b"q")
        assert screen.status() == 0


def test_an_unknown_theme_is_told_and_the_article_shown(own_folders: Path, tmp_path: Path) -> None:
    settings = own_folders / "config" / "briefing" / "config.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text("width: 60\ntheme: nope\n", encoding="utf-8")
    path = tmp_path / "a.md"
    path.write_text("# Hi\n\nMarmalade.\n", encoding="utf-8")
    with terminal(str(path)) as screen:
        screen.wait_for(b"Marmalade")
        screen.wait_for(b"nope")
        screen.press(b"q")
        assert screen.status() == 0


def test_the_column_is_as_narrow_as_the_settings_say(own_folders: Path, tmp_path: Path) -> None:
    settings = own_folders / "config" / "briefing" / "config.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text("width: 20\n", encoding="utf-8")
    path = tmp_path / "a.md"
    path.write_text("aaaa bbbb cccc dddd eeee ffff\n", encoding="utf-8")
    with terminal(str(path)) as screen:
        screen.wait_for(b"Summary")
        screen.wait_for(b"100 %")
        assert b"ffff" in screen.seen
        assert b"dddd eeee" not in screen.seen
        screen.press(b"q")
        assert screen.status() == 0


@pytest.mark.parametrize("words", [("missing.md",), ("pirnt",), ("--notes", "/", "-")])
def test_what_cannot_be_opened_is_told_before_the_screen_is_taken(words: tuple[str, ...]) -> None:
    with terminal(*words) as screen:
        assert screen.status() == 2
        assert b"\x1b[?1049h" not in screen.seen
        assert screen.seen.count(b"\n") == 1
