"""Errors as the strip says them: one line, with the shortest name of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.model.errors import BriefingError, Fault
from briefing.text.i18n import _


def error_line(error: BriefingError | Fault, beside: Path | None = None) -> str:
    """An error in one line, its file named as from where the reader is.

    Args:
        error: What is wrong, and where.
        beside: The folder of what is being read.
    """
    where = error.where and short_name(error.where, beside)
    return str(Fault(error.what, where, error.remedy))


def faults_line(faults: Sequence[Fault], beside: Path | None, key: str) -> str:
    """The first of some faults, how many more there are, and where they stand.

    Args:
        faults: The faults, at least one.
        beside: The folder of what is being read.
        key: The key that shows all of them.
    """
    first, more = error_line(faults[0], beside), len(faults) - 1
    if not more:
        return first
    return first + " · " + _("{count} more: {key}").format(count=more, key=key)


def short_name(where: str, beside: Path | None = None) -> str:
    """The shortest of the names of a file, and the line behind it, if there is one."""
    return min(_names(where, beside), key=len)


def _names(where: str, beside: Path | None) -> Iterator[str]:
    """What a file may be called: in full, from the home folder, from here, from beside it."""
    yield where
    for folder, before in ((Path.home(), "~/"), (Path.cwd(), ""), (beside, "")):
        if folder is not None and where.startswith(f"{folder}/"):
            yield before + where[len(f"{folder}/") :]
