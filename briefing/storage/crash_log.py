"""What is written down when something goes wrong that nobody foresaw: for a report of the fault.

It holds the versions, the terminal and the lines of the program that were running, and no word of
the article or the notes, except where the message of the error itself quotes one.
"""

from __future__ import annotations

import contextlib
import os
import platform
import sys
import time
import traceback
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from briefing import __version__
from briefing.storage.atomic import PRIVATE, write_atomically
from briefing.storage.folders import remove
from briefing.storage.locations import state_folder
from briefing.text.safe import visible_lines

_KEPT = 5
"""How many logs are kept."""
_MAX_CHARACTERS = 200_000


def write_crash_log(error: BaseException) -> Path:
    """Write down what went wrong.

    Returns:
        The file.

    Raises:
        StorageError: It could not be written.
    """
    folder = state_folder() / "crashes"
    path = folder / time.strftime(f"%Y-%m-%d-%H%M%S-{os.getpid()}.log", time.gmtime())
    lines = "".join(traceback.format_exception(error))
    text = f"{_circumstances()}\n{lines[-_MAX_CHARACTERS:]}"
    data = visible_lines(text).encode(errors="replace")
    write_atomically(path, data, below=state_folder(), make_folder=True, mode=PRIVATE)
    _remove_old(folder)
    return path


def _circumstances() -> str:
    facts = {
        "briefing": __version__,
        "textual": _version("textual"),
        "python": sys.version.split()[0],
        "system": platform.platform(),
        "terminal": " ".join(os.environ.get(name, "-") for name in ("TERM", "COLORTERM", "LANG")),
    }
    return "".join(f"{name}: {fact}\n" for name, fact in facts.items())


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"


def _remove_old(folder: Path) -> None:
    with contextlib.suppress(OSError):
        for old in sorted(folder.glob("*.log"))[:-_KEPT]:
            remove(state_folder(), folder.name, old.name)
