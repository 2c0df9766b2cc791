"""Which library is meant: the user's own where none is named, or the one that an article is of."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from briefing.model.settings import Settings
from briefing.storage.locations import has_library, library_folder, may_exist, settings_path


def own_library(settings: Settings | None = None) -> Path:
    """The user's own library, absolute: as the settings name it, else in the data folder."""
    if settings is None and may_exist(settings_path()):
        from briefing.storage.settings import load_settings  # not before the first words

        settings = load_settings()[0]
    return (settings and settings.library) or library_folder()


def listed_folder(article: str | None, notes_file: Path | None = None) -> str | None:
    """The folder that is shown as a list where it is named, or nothing is; else None."""
    if article is not None:
        return article if os.path.isdir(article) else None  # noqa: PTH112 - says no to any name
    own = own_library()
    return str(own) if notes_file is None and has_library(own) else None


def library_of(article: Path | None, settings: Settings) -> Path:
    """The library that an article is of; the user's own for one without a file.

    It is the nearest folder above that has a library's file or is the user's own, else the folder
    in which it lies.
    """
    own = own_library(settings)
    if article is None:
        return own
    from briefing.storage.library_file import NAME

    above = article.absolute().parents
    return next((each for each in above if each == own or each.joinpath(*NAME).is_file()), above[0])


def common_folder(files: Sequence[Path]) -> tuple[Path, tuple[Path, ...]]:
    """The folder below which all of some files lie, and their absolute paths."""
    paths = tuple(dict.fromkeys(file.absolute() for file in files))
    return Path(os.path.commonpath([path.parent for path in paths])), paths
