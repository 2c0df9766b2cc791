"""Calling `briefing` in this process, and in one of its own where that matters."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from briefing.cli import main

_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 24, 1, 2
"""Of Linux: linux/prctl.h and linux/capability.h."""

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a call left."""

    status: int
    out: str
    err: str

    @property
    def is_one_line(self) -> bool:
        """Whether a user sees one line, and no traceback."""
        return self.err.count("\n") == 1 and "Traceback" not in self.err


def run(*words: object, stdin: str | bytes | None = None) -> Ran:
    """Call a command in this process."""
    result = CliRunner().invoke(main, [str(word) for word in words], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


def give_up_roots_rights() -> None:
    """In a child: heed permissions as other users have to. Root writes everywhere otherwise."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for right in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
            libc.prctl(_PR_CAPBSET_DROP, right, 0, 0, 0)


def spawn(
    *words: object,
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
    prepare: Callable[[], None] | None = None,
    folder: Path | None = None,
) -> Ran:
    """Call a command in a process of its own.

    Args:
        words: The command line after `briefing`.
        stdin: What it reads.
        environment: Variables besides those of this process.
        prepare: Called in the child before the program starts.
        folder: Where it runs.
    """
    done = subprocess.run(
        [sys.executable, "-m", "briefing", *(os.fsencode(str(word)) for word in words)],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=60,
        cwd=folder,
        preexec_fn=prepare,
        env={
            **os.environ,
            "PYTHONPATH": str(CHECKOUT),
            "PYTHONDONTWRITEBYTECODE": "1",
            **(environment or {}),
        },
    )
    return Ran(
        done.returncode,
        done.stdout.decode(errors="surrogateescape"),
        done.stderr.decode(errors="surrogateescape"),
    )
