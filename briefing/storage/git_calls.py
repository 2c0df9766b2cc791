"""Asking git, the user's own, for what it knows or can do."""

from __future__ import annotations

import subprocess
from pathlib import Path

from briefing.model.errors import UsageError
from briefing.text.i18n import _

_SECONDS = 20.0


def call_git(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """Let git do something in a folder.

    Raises:
        UsageError: There is no git, or it does not answer.
    """
    try:
        return subprocess.run(  # noqa: S603 - fixed words and data, no shell
            ["git", "-C", str(folder), *words],  # noqa: S607 - the user's own git
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError as error:
        raise UsageError(_("there is no git on this machine"), where="git") from error
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise UsageError(_("git does not answer"), where=str(folder)) from error


def ask_git(folder: Path, *words: str) -> str | None:
    """What git answers, without the line end; None where it says no. Errors as `call_git`."""
    done = call_git(folder, *words)
    return done.stdout.decode("utf-8", "surrogateescape").strip() if done.returncode == 0 else None
