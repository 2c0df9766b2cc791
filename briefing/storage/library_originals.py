"""The bytes that a library's articles were made of, and which article came of which.

They lie beside each article, under ``.briefing/originals``, and the versions of an article name
them: what came in before is found in those files alone.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from briefing.model.errors import BriefingError
from briefing.model.original import Original
from briefing.model.version import Version, Versions
from briefing.notes.versions import parse_versions
from briefing.storage.atomic import write_atomically
from briefing.storage.notes_texts import VERSIONS
from briefing.storage.plain_files import read
from briefing.storage.versions import VersionStore
from briefing.text.decoding import decode_text

FOLDER = (".briefing", "originals")
"""The way from an article's folder to its original."""
_LONGEST_ENDING = 12
"""Characters of an ending, with its point; a longer one is none."""


@dataclass(slots=True)
class LibraryOriginals:
    """What the articles below a folder were made of."""

    folder: Path
    """The library's folder."""
    _files: dict[Path, bytes] = field(default_factory=dict)
    """Every versions file, as it was when something was asked first, or kept since."""
    _is_known: bool = False

    def made_of(self, sha256: str) -> str | None:
        """The article that was made of bytes with this SHA-256; None where none was."""
        return self._find(sha256, lambda version: version.original == sha256)

    def came_from(self, address: str) -> str | None:
        """The article that came from an address; None where none did."""
        said = max(address.split("'"), key=len)  # YAML doubles these
        return self._find(said, lambda version: version.address == address)

    def keep(self, path: str, original: Original) -> None:
        """Keep the bytes of an article, where they do not lie there already.

        Args:
            path: The article, from the library's folder.
            original: What it was made of.

        Raises:
            StorageError: They could not be written.
        """
        article = self.folder / path
        ending = original.ending if len(original.ending) <= _LONGEST_ENDING else ""
        kept = article.parent.joinpath(*FOLDER, f"{original.sha256}{ending}")
        if not _is_whole(kept, len(original.data)):
            write_atomically(kept, original.data, below=self.folder, make_folder=True)
        self._learn(VersionStore(article).path)

    def _find(self, words: str, is_it: Callable[[Version], bool]) -> str | None:
        """The article of the first versions file that has some words, in a version that is it."""
        if not self._is_known:
            self._is_known = True
            for path in _versions_files(self.folder):
                self._learn(path)
        needle = words.encode("utf-8", "surrogateescape")
        for path, data in self._files.items():
            found = _versions(data, path) if needle in data else None
            if found is not None and any(map(is_it, found.versions)):
                article = path.parents[len(VERSIONS)] / found.article
                return normalize("NFC", article.relative_to(self.folder).as_posix())
        return None

    def _learn(self, path: Path) -> None:
        with suppress(BriefingError):
            content = read(path, below=self.folder)
            if content is not None:
                self._files[path] = content.data


def _is_whole(path: Path, size: int) -> bool:
    """Whether a file of this size lies there, and no link to one."""
    try:
        status = path.lstat()
    except OSError:
        return False
    return stat.S_ISREG(status.st_mode) and status.st_size == size


def _versions(data: bytes, path: Path) -> Versions | None:
    """What a file says; None where it cannot be read: whoever changes it will be told."""
    try:
        return parse_versions(decode_text(data, str(path)), where=str(path))
    except BriefingError:
        return None


def _versions_files(folder: Path) -> Iterator[Path]:
    """Every versions file below a folder; what cannot be looked into holds none."""
    for here, names, _files in os.walk(folder):
        if VERSIONS[0] in names:
            yield from sorted(Path(here).joinpath(*VERSIONS).glob("*.yaml"))
        names[:] = sorted(name for name in names if not name.startswith("."))
