"""What stayed behind under an article's old name when its file was renamed or moved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Notes and versions whose article is not where it was any more, or its reading alone."""

    notes: Path | None
    """The notes file; None where there is none."""
    versions: Path | None
    """The versions file; None where there is none."""
    has_text: bool
    """Whether they name the very text that the article has now."""
    text: str = ""
    """The newest text that is kept of what they are about; empty where none is."""
    reading: Path | None = None
    """Where the article was when it was read, if neither notes nor versions were left."""

    @property
    def path(self) -> Path:
        """The file that a reader is told of.

        Raises:
            ValueError: Nothing was left.
        """
        found = self.notes or self.versions or self.reading
        if found is None:
            raise ValueError("nothing was left behind")
        return found


@dataclass(frozen=True, slots=True)
class Brought:
    """What came along to the new name of an article."""

    notes: int = 0
    """Notes, without deleted ones."""
    versions: int = 0
    """Texts that the article has been."""
