"""A library in a git repository: the lines that let git merge its files as the program does."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.model.errors import InputError, StorageError, UsageError
from briefing.storage.atomic import write_atomically
from briefing.storage.plain_files import read
from briefing.text.decoding import decode_text
from briefing.text.i18n import _

ATTRIBUTES = (
    "*.notes.yaml merge=briefing",
    "**/.briefing/versions/*.yaml merge=briefing",
    "**/.briefing/library.yaml merge=briefing",
)
"""Which files are merged: lines of ``.gitattributes``, which all who share the repository get."""
IGNORED = ("**/.briefing/trash/", "**/.briefing/lock", "**/.briefing/lock.held")
"""What is nobody else's: lines of ``.gitignore``."""
_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Repository:
    """The git repository in which a library lies."""

    folder: Path
    """Its uppermost folder."""

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """The repository in which a folder lies.

        Raises:
            UsageError: There is none, or no git.
        """
        found = _git(folder, "rev-parse", "--show-toplevel")
        if found is None:
            raise UsageError(
                _("this folder lies in no git repository"),
                where=str(folder),
                remedy=_("make one with `git init`"),
            )
        return cls(Path(found))

    def missing(self, driver: str) -> list[tuple[str, str]]:
        """What is still to be written: the file each, and the line.

        Args:
            driver: The command that merges.
        """
        found = [(name, line) for name, lines in _FILES for line in self._missing_of(name, lines)]
        if _git(self.folder, "config", "merge.briefing.driver") != driver:
            found.append((".git/config", f"merge.briefing.driver = {driver}"))
        return found

    def write(self, driver: str) -> None:
        """Write it.

        Raises:
            StorageError: It could not be written.
        """
        for name, lines in _FILES:
            missing = list(self._missing_of(name, lines))
            if missing:
                before = self._text(name)
                begun = before if not before or before.endswith("\n") else f"{before}\n"
                data = "".join((begun, *(f"{line}\n" for line in missing))).encode("utf-8")
                write_atomically(self.folder / name, data)
        for key, value in (("name", "briefing"), ("driver", driver)):
            if _git(self.folder, "config", f"merge.briefing.{key}", value) is None:
                what = _("git did not take the merge driver")
                raise StorageError(what, where=str(self.folder))

    def _missing_of(self, name: str, lines: Sequence[str]) -> Iterator[str]:
        known = {line.strip() for line in self._text(name).splitlines()}
        return (line for line in lines if line not in known)

    def _text(self, name: str) -> str:
        path = self.folder / name
        content = read(path)
        if content is None or not content.data:
            return ""
        try:
            return decode_text(content.data, str(path))
        except InputError as error:
            raise StorageError(error.what, where=error.where, remedy=error.remedy) from error


_FILES = ((".gitattributes", ATTRIBUTES), (".gitignore", IGNORED))


def _git(folder: Path, *words: str) -> str | None:
    """What git answers; None where it says no."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed words and data, no shell
            ["git", "-C", str(folder), *words],  # noqa: S607 - the user's own git
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError as error:
        raise UsageError(_("there is no git on this machine"), where="git") from error
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise UsageError(_("git does not answer"), where=str(folder)) from error
    return done.stdout.strip() if done.returncode == 0 else None
