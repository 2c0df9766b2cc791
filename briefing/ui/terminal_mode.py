"""How the terminal is asked to behave before the screen library takes it.

It is imported before the first words are on the screen, so it needs next to nothing itself.
"""

from __future__ import annotations

import os
import termios

ENTER = "\x1b[?1049h\x1b[?25l\x1b[H"
"""The other screen, without a cursor, from its first cell on."""
LEAVE = "\x1b[?1049l\x1b[?25h"
"""Back to the screen and the cursor of whoever called the program."""

Attributes = list[int | list[bytes | int]]
"""The settings of a terminal, as `termios.tcgetattr` gives them."""

_INCOMING, _LOCAL, _CHARACTERS = 0, 3, 6
_DISABLED = b"\0"
"""A character that no key sends: `_POSIX_VDISABLE` of Linux; on others Ctrl+@, which means
nothing here."""


def silence(terminal: int) -> Attributes:
    """Let keys come one by one, as they were typed, and not be written over the page.

    No key stops the output (Ctrl+s), or is taken by the terminal and lost (Ctrl+z, Ctrl+v): all
    wait for whoever reads them next. Only Ctrl+c still ends the program.

    Args:
        terminal: Its file descriptor.

    Returns:
        How it was before.
    """
    before = termios.tcgetattr(terminal)
    new = termios.tcgetattr(terminal)
    changes = termios.ICRNL | termios.INLCR | termios.IGNCR
    new[_INCOMING] &= ~(changes | termios.IXON | termios.IXOFF)
    new[_LOCAL] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    new[_CHARACTERS][termios.VSUSP] = _DISABLED
    new[_CHARACTERS][termios.VMIN] = 1
    new[_CHARACTERS][termios.VTIME] = 0
    termios.tcsetattr(terminal, termios.TCSANOW, new)
    return before


def restore(terminal: int, before: Attributes) -> None:
    """Let the terminal be as it was; one that is gone needs nothing."""
    try:
        termios.tcsetattr(terminal, termios.TCSANOW, before)
    except termios.error:
        return


def write_all(file: int, data: bytes) -> None:
    """Write all of it; a terminal may take less at a time."""
    while data:
        data = data[os.write(file, data) :]
