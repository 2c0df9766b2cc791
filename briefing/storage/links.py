"""Symbolic links that a user names: where they lead."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from briefing.model.errors import StorageError
from briefing.text.i18n import _


def is_link(path: Path) -> bool:
    """Whether it is a link; False where it cannot be looked at: opening it will tell why."""
    try:
        return stat.S_ISLNK(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def destination(path: Path) -> Path:
    """Where a file really lies that a user named to be written.

    Returns:
        The same path, unless it is a link or the way to it, as it was named, leads through one.

    Raises:
        StorageError: It is a link that leads nowhere: whoever made it chose what would be made.
    """
    if is_link(path):
        try:
            path.stat()
        except OSError as error:
            what = _("this is a link that leads nowhere")
            raise StorageError(what, where=str(path), remedy=_("name another file")) from error
    # Links on the way to where a user works are no news.
    base = path.parent if path.is_absolute() else Path()
    plain = os.path.normpath(Path(os.path.realpath(base)) / path.relative_to(base))
    real = os.path.realpath(path)
    return path if real == plain else Path(real)
