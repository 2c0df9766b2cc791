"""Copies of a notes file that programs which synchronise folders leave where two sides changed it.

They are named, never read by themselves: only the reader knows which of them is still of use.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

_MIDDLE = re.compile(
    r"[ ._~-]?(?:sync-)?conflict\S*"  # Syncthing, ownCloud
    r"| ?\([^()/]{1,120}\)"  # Dropbox, Nextcloud in every language; Google Drive's (1)
    r"| \d{1,2}"  # iCloud Drive
    r"|-[A-Za-z0-9][A-Za-z0-9-]{0,30}"  # OneDrive: the computer's name
)
"""What stands between the name of the file and its ending."""


def copies_of(path: Path) -> tuple[Path, ...]:
    """The copies that lie beside a notes file, by name; none where its folder cannot be read."""
    stem, suffix = path.stem, path.suffix
    try:
        with os.scandir(path.parent) as entries:
            names = [entry.name for entry in entries if entry.name.startswith(stem)]
    except OSError:
        return ()
    return tuple(
        path.with_name(name)
        for name in sorted(names)
        if name != path.name
        and name.endswith(suffix)
        and _MIDDLE.fullmatch(name[len(stem) : -len(suffix)])
    )
