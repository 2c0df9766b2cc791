"""What a user sets in a file of their own; the program only ever reads it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from briefing.model.records import dataclass, field


@dataclass(frozen=True, slots=True)
class ThemePair:
    """Two themes, one of which is used as the terminal is."""

    light: str
    """The name of the one for a light background."""
    dark: str
    """The name of the one for a dark background."""

    def choose(self, *, is_dark: bool) -> str:
        """The one for a background."""
        return self.dark if is_dark else self.light


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings file. What it leaves out, or has wrong, is as if it were not there."""

    theme: str | ThemePair | None = None
    """The name of a theme, or two; a choice made in the app since then comes first."""
    width: int | None = None
    """The widest line of the article, in cells."""
    cursor: bool = False
    """Whether the terminal's own cursor is shown where the focus is."""
    author: str | None = None
    """Who new notes are by."""
    language: str | None = None
    """Of the interface, BCP 47; else the environment's."""
    notes_folder: Path | None = None
    """Where the notes of all articles go, absolute; else beside the articles."""
    library: Path | None = None
    """The user's own library, absolute; else ``library/`` in the data folder."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys in place of the usual ones, by the id of the action; none: the action has no key."""
    where: Mapping[str, str] = field(default_factory=dict)
    """``config.yaml:12`` by setting (``theme``, ``keys.quit``), for faults that show up later."""
