"""Notes that stayed under an old name when their article was renamed.

They are named, never taken by themselves: the reader may have made a copy on purpose.
"""

from __future__ import annotations

import os
from pathlib import Path

from briefing.model.errors import BriefingError
from briefing.storage.plain_files import read

_ENDING = ".notes.yaml"


def left_under_old_name(path: Path, rev: str) -> tuple[Path, ...]:
    """The notes files of one text whose article is not beside them any more, by name.

    Args:
        path: Where the notes of the text would be; where there are some, nothing is looked for.
        rev: The SHA-256 of the reading text, 64 hex digits, which each notes file names.
    """
    try:
        names = {entry.name for entry in os.scandir(path.parent)}
    except OSError:
        return ()
    if path.name in names:
        return ()
    documents = {name for name in names if not name.endswith(_ENDING)}
    alone = (
        path.with_name(name)
        for name in sorted(names - documents)
        if not any(_belongs(name, document) for document in documents)
    )
    return tuple(notes for notes in alone if _names_text(notes, rev))


def _belongs(notes: str, document: str) -> bool:
    """Whether a notes file has the name of an article, with or without that one's ending."""
    return notes.removesuffix(_ENDING) in (document, Path(document).stem)


def _names_text(notes: Path, rev: str) -> bool:
    try:
        content = read(notes)
    except BriefingError:
        return False
    return content is not None and rev.encode("ascii") in content.data
