"""A real terminal: a tmux server of its own, with the program in it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest

PROGRAM = [sys.executable, "-m", "briefing"]
HERE = Path(__file__).parents[2]
PATIENCE_SECONDS = 30.0
STEP_SECONDS = 0.1


class Terminal:
    """A tmux server of its own, with one window."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._socket = ""

    def start(self, *arguments: str, size: tuple[int, int] = (120, 40)) -> None:
        """Open the window with the program in it; a shell is left when the program ends."""
        program = " ".join([*PROGRAM, *arguments])
        self._open(f"{program}; echo ended with $?; exec cat", size)

    def _open(self, words: str, size: tuple[int, int]) -> None:
        self._socket = f"briefing-{uuid4().hex[:12]}"  # the last server may still be ending
        width, height = size
        self._tmux(
            "-f", "/dev/null", "new-session", "-d", "-x", str(width), "-y", str(height), words
        )

    def start_shell(self, prompt: str, *, size: tuple[int, int] = (120, 40)) -> None:
        """Open the window with a shell in it, to which the program is known by its name."""
        program = " ".join(PROGRAM)
        begin = f'PS1="{prompt}"; briefing() {{ {program} "$@"; }}; clear\n'
        self._open("exec bash --norc --noprofile", size)
        self.type(begin)

    def press(self, *keys: str) -> None:
        """Press keys, as tmux names them."""
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type words."""
        self._tmux("send-keys", "-l", text)

    @property
    def screen(self) -> str:
        """What the terminal shows."""
        return self._tmux("capture-pane", "-p")

    def until(self, is_there: Callable[[str], bool], what: str) -> str:
        """Wait until the terminal shows something."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            screen = self.screen
            if is_there(screen):
                return screen
            time.sleep(STEP_SECONDS)
        pytest.fail(f"the terminal never showed {what}:\n{self.screen}")

    def shows(self, *words: str) -> str:
        """Wait until the terminal shows all these words."""
        return self.until(lambda screen: all(word in screen for word in words), f"{words}")

    @property
    def pasted(self) -> str:
        """What tmux would paste."""
        return self._tmux("show-buffer")

    @property
    def program_id(self) -> int:
        """The process of the program."""
        shell = self._tmux("display-message", "-p", "#{pane_pid}").strip()
        found = subprocess.run(["pgrep", "-P", shell], capture_output=True, text=True, check=True)
        return int(found.stdout.split()[0])

    def close(self) -> None:
        """End this server, and no other."""
        subprocess.run(
            ["tmux", "-L", self._socket, "kill-server"], capture_output=True, check=False
        )

    def _tmux(self, *words: str) -> str:
        environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(HERE)}
        environment.pop("TMUX", None)
        done = subprocess.run(
            ["tmux", "-L", self._socket, *words],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
            cwd=self.home,
        )
        return done.stdout
