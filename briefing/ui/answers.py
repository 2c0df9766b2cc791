"""What a terminal answers late, taken out of what is typed.

A terminal is asked what it can do before the screen library reads the keys. On a slow line the
answer may come after that; the library does not know it and would take it for keys.
"""

from __future__ import annotations

import os
import re
import select
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_ANSWER = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # a colour (OSC)
    rb"|\x1bP[^\x1b]*\x1b\\"  # a setting (DCS)
    rb"|\x1b\[\?[0-9;]*c"  # what it is (DA1)
)
_BEGUN = re.compile(rb"\x1b(?:\][^\x07\x1b]*\x1b?|P[^\x1b]*\x1b?|\[(?:\?[0-9;]*)?)?\Z")
"""What may become an answer once the rest is there. https://invisible-island.net/xterm/ctlseqs/"""
_BLOCK = 4096
_PATIENCE_SECONDS = 0.1
"""How long the rest of an answer may take; the library waits as long after Escape."""


class Answers:
    """Takes answers out of a stream of bytes, however it is cut into pieces."""

    def __init__(self) -> None:
        self.held = b""
        """The beginning of what may be an answer."""

    def feed(self, data: bytes) -> bytes:
        """Take some bytes.

        Returns:
            What was typed; what may be the beginning of an answer is held back.
        """
        data = _ANSWER.sub(b"", self.held + data)
        begun = _BEGUN.search(data)
        self.held = begun[0] if begun else b""
        return data[: begun.start()] if begun else data

    def release(self) -> bytes:
        """Nothing followed: what was held back is typed, unless it can only be an answer."""
        held, self.held = self.held, b""
        return held if len(held) <= 2 else b""


@contextmanager
def without_answers(terminal: int) -> Iterator[int]:
    """Read a terminal in a thread, and pass on what is typed.

    Args:
        terminal: Its file descriptor.

    Yields:
        A file descriptor that gives what is typed, and ends when the terminal does.
    """
    typed, passing = os.pipe()
    ended, end = os.pipe()
    thread = threading.Thread(
        target=_pass_on, args=(terminal, passing, ended), name="answers", daemon=True
    )
    thread.start()
    try:
        yield typed
    finally:
        os.write(end, b".")
        thread.join()
        for file in (typed, ended, end):
            os.close(file)


def _pass_on(terminal: int, passing: int, ended: int) -> None:
    answers = Answers()
    with suppress(OSError):  # the terminal is gone, or nobody reads any more
        while True:
            patience = _PATIENCE_SECONDS if answers.held else None
            ready = select.select([terminal, ended], [], [], patience)[0]
            if ended in ready:
                break
            data = os.read(terminal, _BLOCK) if ready else b""
            if ready and not data:
                break
            typed = answers.feed(data) if ready else answers.release()
            if typed:
                os.write(passing, typed)
    os.close(passing)
