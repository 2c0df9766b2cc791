"""How a document stands with the reader, by what the state folder remembers of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefing.model.library import Entry
from briefing.model.query import Standing
from briefing.model.source import Source
from briefing.storage.locations import article_name, may_exist, state_folder, state_path
from briefing.storage.reading_state import StateStore
from briefing.storage.versions import LastReadings

READ_PERCENT = 95
"""So much of an article is all of it: footnotes and lists of sources are seldom gone through."""

_LOOKED_AT = 50
"""Articles read last, of all folders, among which the last of one is looked for."""


def with_standing(path: Path, entry: Entry) -> Entry:
    """A document with how it stands: unread, being read, changed since; with how much was read.

    Args:
        path: The document's file.
        entry: What the library knows of it.
    """
    remembered = state_path(Source(article_name(path), path.absolute(), ""))
    if not may_exist(remembered):
        return replace(entry, percent=0, standings=(Standing.UNREAD.value,))
    state, _faults = StateStore(remembered).load()
    percent = 100 if state.percent is None else min(100, state.percent)
    standings = [] if percent >= READ_PERCENT else [Standing.READING.value]
    last = LastReadings.of(remembered).load()
    if last is not None and entry.rev is not None and last.rev != entry.rev:
        standings.append(Standing.CHANGED.value)
    return replace(entry, percent=percent, standings=tuple(standings))


def last_read(folder: Path) -> Path | None:
    """The article of a folder that was read last; None where none of those read last lies there."""
    try:
        states = [
            (path.stat().st_mtime_ns, path) for path in (state_folder() / "articles").glob("*.json")
        ]
    except OSError:
        return None
    home = str(folder.absolute())
    for _when, path in sorted(states, reverse=True)[:_LOOKED_AT]:
        state, _faults = StateStore(path).load()
        found = state.identity.path
        if found is not None and Path(found).is_relative_to(home):
            return Path(found)
    return None
