"""The shipped theme used last, ready to be drawn, since YAML would hold the first frame up.

Only themes that ship are kept here: they build on no other file. A copy that does not fit its file
any more, or is damaged, is made anew and never trusted.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict
from pathlib import Path

from briefing.model.errors import BriefingError, Fault, StorageError
from briefing.model.theme import Theme
from briefing.storage.atomic import PRIVATE, write_atomically
from briefing.storage.locations import may_exist, shipped_themes, state_folder, user_themes
from briefing.storage.plain_files import read


def load_theme_fast(name: str) -> tuple[Theme | None, tuple[Fault, ...]]:
    """One theme, as `themes.load_theme` gives it, without YAML where it was used last."""
    path = shipped_themes() / f"{name}.yaml"
    mark = _mark(path, name)
    theme = None if mark is None else _cached(mark)
    if theme is not None:
        return theme, ()
    from briefing.storage.themes import load_theme  # noqa: PLC0415 - the way this room avoids

    theme, faults = load_theme(name, (shipped_themes(), user_themes()))
    if mark is not None and theme is not None and not faults:
        _keep(mark, theme)
    return theme, faults


def _mark(path: Path, name: str) -> list[object] | None:
    """What tells the file from another state of it; None where a user's theme may be meant."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    if "/" in name or may_exist(user_themes() / path.name):
        return None
    return [str(path), status.st_mtime_ns, status.st_size, status.st_ino]


def _cached(mark: list[object]) -> Theme | None:
    try:
        content = read(_path(), below=state_folder())
        kept = json.loads(b"" if content is None else content.data)
        return Theme(**kept["theme"]) if kept["mark"] == mark else None
    except (BriefingError, ValueError, KeyError, TypeError):
        return None


def _keep(mark: list[object], theme: Theme) -> None:
    """Write the copy; where that fails the next start is a little slower, and nothing else."""
    data = json.dumps({"mark": mark, "theme": asdict(theme)}).encode("utf-8")
    with contextlib.suppress(StorageError):
        write_atomically(_path(), data, below=state_folder(), make_folder=True, mode=PRIVATE)


def _path() -> Path:
    return state_folder() / "theme.json"
