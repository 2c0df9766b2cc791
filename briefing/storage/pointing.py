"""Which articles of a folder may rest on others: drafts, and those with ties to others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from briefing.model.errors import BriefingError, Fault
from briefing.storage.library_files import NOTES, look_through
from briefing.storage.plain_files import read

_HEAD_BYTES = 16_384
"""So much of a file may hold the front matter that makes it a draft, or ties its figures."""
_DRAFT = re.compile(rb"^kind:[ \t]*['\"]?draft\b", re.MULTILINE)
_TWIN = re.compile(rb"^\s+same_as:", re.MULTILINE)
_TIE = re.compile(rb"^\s*about:", re.MULTILINE)


def may_point(folder: Path) -> Iterator[tuple[str, bool]]:
    """The paths of such articles, each with whether it is a draft; what cannot be read is none.

    Raises:
        BriefingError: There is no such folder.
    """
    for one in look_through(folder):
        if isinstance(one, Fault):
            continue
        path, state = one
        head = _head(folder / path) if path.endswith(".md") else b""
        is_draft = _DRAFT.search(head) is not None
        has_ties = state.notes is not None and _has_ties(folder / path)
        if is_draft or has_ties or _TWIN.search(head):
            yield path, is_draft


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD_BYTES)
    except OSError:
        return b""


def _has_ties(path: Path) -> bool:
    for name in (path.name, path.stem):
        try:
            content = read(path.with_name(name + NOTES))
        except BriefingError:
            continue
        if content is not None and _TIE.search(content.data):
            return True
    return False
