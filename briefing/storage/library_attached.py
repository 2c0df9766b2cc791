"""What hangs on an article of a library, wherever it lies: notes, also those being typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from briefing.model.errors import BriefingError
from briefing.model.source import Source
from briefing.model.version import Arrival
from briefing.storage.locations import article_name, own_notes_path
from briefing.storage.reading_state import StateStore
from briefing.storage.versions import VersionStore

_NOTES = ".notes"
"""What the name of an article is followed by in those of its notes files and of their copies."""


@dataclass(frozen=True, slots=True)
class LibraryAttached:
    """What hangs on the articles of one library."""

    folder: Path
    """The library's folder."""
    notes_folder: Path | None
    """The folder of the settings in which all notes lie; None: beside their articles."""
    _names: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    """The names of notes in each folder that was looked into."""

    def written(self, path: str) -> str | None:
        """When an article's file was last written, RFC 3339 in UTC; None where there is none."""
        try:
            seconds = (self.folder / path).stat().st_mtime
        except OSError:
            return None
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def is_touched(self, path: str, rev: str | None) -> bool:
        """Whether somebody did something with an article; also where that is not to be seen.

        Notes lie somewhere, or did, one is being typed, or it was edited by hand.

        Args:
            path: The article.
            rev: The SHA-256 of its reading text now.
        """
        article = (self.folder / path).absolute()
        source = Source(article_name(article), article, "")
        homes = {self.notes_folder, None}
        try:
            return (
                self._has_notes_beside(article)
                or any(own_notes_path(source, title=None, folder=home).exists() for home in homes)
                or StateStore.of(source).has_drafts()
                or not _is_as_it_came(article, rev)
            )
        except (BriefingError, OSError):
            return True

    def _has_notes_beside(self, article: Path) -> bool:
        """Whether a notes file lies beside an article, or a copy that a file service made of it."""
        folder = article.parent
        if folder not in self._names:
            found = (path.name for path in folder.iterdir())
            self._names[folder] = tuple(name for name in found if _NOTES in name)
        owners = (f"{article.name}{_NOTES}", f"{article_name(article)}{_NOTES}")
        return any(name.startswith(owners) for name in self._names[folder])


def _is_as_it_came(article: Path, rev: str | None) -> bool:
    """Whether a text is one that came, and nobody made a note on it or an earlier one."""
    versions = VersionStore(article).load()
    found = None if rev is None else versions.find(rev)
    is_noted = any(each.how is Arrival.ANNOTATED for each in versions.versions)
    return found is not None and not is_noted
