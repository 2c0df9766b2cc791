"""How a document stands with the reader, by what the state folder remembers of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.model.library import Entry
from briefing.model.query import Standing
from briefing.model.source import Source
from briefing.storage.locations import article_name, may_exist, state_path
from briefing.storage.versions import LastReadings


def standings_of(path: Path, entry: Entry) -> Iterator[Standing]:
    """Unread, or changed since it was read; neither where it was read as it is.

    Args:
        path: The document's file.
        entry: What the library knows of it.
    """
    remembered = state_path(Source(article_name(path), path.absolute(), ""))
    if not may_exist(remembered):
        yield Standing.UNREAD
        return
    last = LastReadings.of(remembered).load()
    if last is not None and entry.rev is not None and last.rev != entry.rev:
        yield Standing.CHANGED
