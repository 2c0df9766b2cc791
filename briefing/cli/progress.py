"""A line on the terminal that says what takes so long, once it has taken a second."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TextIO, TypeVar

Told = TypeVar("Told")
PATIENCE = 1.0
"""Seconds of work that need no explanation."""
_BEAT = 0.2
_BAR_CELLS = 20
CLEAR = "\r\x1b[K"
"""Back to the beginning of the line, and erase it (ECMA-48, EL)."""


class Progress:
    """Shows the step of a piece of work, on a terminal only.

    ::

        with Progress(steps=3) as progress:
            progress.step("reading")

    Args:
        steps: How many steps there will be.
        stream: Where it is shown; standard error unless given.
    """

    def __init__(self, steps: int, stream: TextIO | None = None) -> None:
        self.steps = steps
        shown_on: TextIO | None = sys.stderr if stream is None else stream
        self._terminal = shown_on if shown_on is not None and shown_on.isatty() else None
        self.words = ""
        self.done = -1
        self.share = 0.0
        self._began = time.monotonic()
        self._over = threading.Event()
        self._turn = threading.Lock()
        self._thread: threading.Thread | None = None
        self._is_shown = False

    def __enter__(self) -> Self:
        if self._terminal is not None:
            self._thread = threading.Thread(target=self._run, daemon=True)
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        if self._thread is not None:
            self._thread.join()
        if self._is_shown:
            self._write(CLEAR)

    def step(self, words: str) -> None:
        """Begin the next step."""
        self.words, self.share = words, 0.0
        self.done += 1

    def part(self, got: int, expected: int | None) -> None:
        """Say how much of the step is done."""
        self.share = got / expected if expected else 0.0

    def beside(self, write: Callable[[Told], object], told: Told) -> None:
        """Let other lines be written to the terminal while this one is out of the way.

        Args:
            write: Writes them.
            told: What they say.
        """
        with self._turn:
            if self._is_shown:
                self._write(CLEAR)
            write(told)

    def _run(self) -> None:
        if self._over.wait(PATIENCE):
            return
        while True:
            with self._turn:
                self._is_shown = True
                self._write(CLEAR + self._line())
            if self._over.wait(_BEAT):
                return

    def _write(self, text: str) -> None:
        if self._terminal is not None:
            self._terminal.write(text)
            self._terminal.flush()

    def _line(self) -> str:
        share = min((max(self.done, 0) + min(self.share, 1.0)) / self.steps, 1.0)
        filled = int(share * _BAR_CELLS)
        bar = "█" * filled + "░" * (_BAR_CELLS - filled)
        return f"{bar} {self.words} {time.monotonic() - self._began:.0f} s"
