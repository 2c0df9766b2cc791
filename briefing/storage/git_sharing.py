"""A library in a git repository: the lines that let git merge its files as the program does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.model.errors import InputError, StorageError, UsageError
from briefing.storage.atomic import write_atomically
from briefing.storage.git_calls import ask_git
from briefing.storage.plain_files import read
from briefing.text.decoding import decode_text
from briefing.text.i18n import _

ATTRIBUTES = (
    "*.notes.yaml merge=briefing",
    "**/.briefing/versions/*.yaml merge=briefing",
    "**/.briefing/library.yaml merge=briefing",
    "*.md merge=briefing-article",
    "**/.briefing/texts/* -text",
    "**/.briefing/originals/* binary",
)
"""Which files are merged by us: lines of ``.gitattributes``, which all who share it get.

What is known by its SHA-256 stays as it is, letter for letter, whatever git does with line ends.
"""
IGNORED = ("**/.briefing/trash/", "**/.briefing/lock", "**/.briefing/lock.held")
"""What is nobody else's: lines of ``.gitignore``."""


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
        found = ask_git(folder, "rev-parse", "--show-toplevel")
        if found is None:
            raise UsageError(
                _("this folder lies in no git repository"),
                where=str(folder),
                remedy=_("make one with `git init`"),
            )
        return cls(Path(found))

    def missing(self, drivers: Mapping[str, str]) -> list[tuple[str, str]]:
        """What is still to be written: the file each, and the line.

        Args:
            drivers: The commands that merge, by the names that `ATTRIBUTES` give them.
        """
        found = [(name, line) for name, lines in _FILES for line in self._missing_of(name, lines)]
        for name, command in drivers.items():
            if ask_git(self.folder, "config", f"merge.{name}.driver") != command:
                found.append((".git/config", f"merge.{name}.driver = {command}"))
        return found

    def write(self, drivers: Mapping[str, str]) -> None:
        """Write it.

        Args:
            drivers: As for `missing`.

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
        for name, command in drivers.items():
            for key, value in (("name", name), ("driver", command)):
                if ask_git(self.folder, "config", f"merge.{name}.{key}", value) is None:
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
