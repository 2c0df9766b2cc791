"""The last five versions of a notes file, in the state folder, to be copied back by hand."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

from briefing.model.errors import StorageError
from briefing.storage.atomic import write_atomically
from briefing.storage.locations import short_name

COUNT = 5
"""How many versions are kept; 1 is the newest."""


def key(notes_path: Path) -> str:
    """A name for a notes file that no other file has: its name and a hash of its whole path."""
    real = os.path.realpath(notes_path)
    digest = hashlib.sha256(real.encode(errors="surrogateescape")).hexdigest()
    return f"{short_name(Path(real).name)}.{digest[:16]}"


def folder(state_folder: Path, notes_path: Path) -> Path:
    """Where the versions of a notes file lie."""
    return state_folder / "backups" / key(notes_path)


def keep(state_folder: Path, notes_path: Path, data: bytes) -> None:
    """Keep a version. Never fails: a save does not depend on its backup."""
    place = folder(state_folder, notes_path)
    with contextlib.suppress(OSError, StorageError):
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        for number in range(COUNT - 1, 0, -1):
            older = place / f"{number}.yaml"
            if older.exists():
                older.replace(place / f"{number + 1}.yaml")
        write_atomically(place / "1.yaml", data)
