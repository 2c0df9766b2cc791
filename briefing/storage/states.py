"""What the reader's own folder remembers of all articles, one after the other."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from briefing.model.errors import BriefingError
from briefing.model.reading_state import ReadingState
from briefing.storage.locations import state_folder
from briefing.storage.plain_files import read
from briefing.storage.state_json import state_from_json

MAX_STATES = 2000
"""Articles read before that are looked up, the newest."""


def states() -> Iterator[tuple[Path, ReadingState]]:
    """The file and the state of each article that was read, the newest first."""
    for path in _newest_first():
        try:
            content = read(path, below=state_folder())
            yield path, state_from_json(json.loads(b"" if content is None else content.data))
        except (BriefingError, ValueError, RecursionError):
            continue  # what the program remembers may be damaged; nothing depends on it


def _newest_first() -> list[Path]:
    folder = state_folder() / "articles"
    try:
        with os.scandir(folder) as entries:
            found = [(e.stat().st_mtime_ns, e.name) for e in entries if e.name.endswith(".json")]
    except OSError:
        return []
    return [folder / name for _when, name in sorted(found, reverse=True)[:MAX_STATES]]
