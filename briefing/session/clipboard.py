"""The system's clipboard, through the program that each desktop has for it, run without a shell."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping

_PATIENCE_SECONDS = 1.0
"""How long a program may take. Each answers in a few hundredths and goes on in the background."""

_TOOLS = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
)
"""What has to be set in the environment, and the command that then takes the text."""

_TMUX = (("tmux", "load-buffer", "-w", "-"), ("tmux", "load-buffer", "-"))
"""Its own buffer, which it pastes; with ``-w``, since tmux 3.2, it hands that on to the terminal
outside, as its option ``set-clipboard`` lets it."""


def copy(text: str, environment: Mapping[str, str] = os.environ) -> str | None:
    """Give a text to the first program that takes it; inside tmux, to tmux as well.

    Args:
        text: What to copy; characters that no file can hold become question marks.
        environment: Tells which desktop this is.

    Returns:
        The program's name, or None where there is none or none answered in time.
    """
    tool = next((command[0] for command in commands(environment) if _takes(command, text)), None)
    if environment.get("TMUX") and any(_takes(list(command), text) for command in _TMUX):
        return tool or _TMUX[0][0]
    return tool


def commands(environment: Mapping[str, str], platform: str = sys.platform) -> Iterator[list[str]]:
    """The commands to try, in this order. Over SSH the clipboard of the machine is not the user's.

    A display stays: one that SSH passes on is the user's own.

    Args:
        environment: Tells which desktop this is.
        platform: As `sys.platform` names it.
    """
    is_remote = "SSH_CONNECTION" in environment or "SSH_TTY" in environment
    if platform == "darwin" and not is_remote:
        yield ["pbcopy"]
    yield from (list(command) for needed, command in _TOOLS if environment.get(needed))


def _takes(command: list[str], text: str) -> bool:
    """Whether a program took the text. It lives on, in a session of its own, to hand it out."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, no shell; the text goes in as data
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE_SECONDS,
            check=False,
            start_new_session=True,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
