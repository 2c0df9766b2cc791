"""The last five versions of a notes file, in the state folder, to be copied back by hand."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

from briefing.model.errors import Fault, StorageError
from briefing.storage.atomic import PRIVATE, write_atomically
from briefing.storage.folders import entered
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


def keep(state_folder: Path, notes_path: Path, data: bytes) -> tuple[Fault, ...]:
    """Keep a version. Never fails: a save does not depend on its backup.

    Returns:
        What somebody has put in its place, such as a link.
    """
    place = folder(state_folder, notes_path)
    try:
        with entered(state_folder, place.relative_to(state_folder).parts, make=True) as opened:
            for number in range(COUNT - 1, 0, -1):
                with contextlib.suppress(FileNotFoundError):
                    _move(opened, f"{number}.yaml", f"{number + 1}.yaml")
        write_atomically(place / "1.yaml", data, below=state_folder, mode=PRIVATE)
    except OSError:
        return ()
    except StorageError as error:
        return () if isinstance(error.__cause__, OSError) else (Fault.of(error),)
    return ()


def _move(folder: int, name: str, to: str) -> None:
    os.replace(name, to, src_dir_fd=folder, dst_dir_fd=folder)
