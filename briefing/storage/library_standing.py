"""How a document stands with the reader, by what the state folder remembers of it."""

from __future__ import annotations

import time
from pathlib import Path

from briefing.model.library import Entry
from briefing.model.query import Standing
from briefing.model.records import replace
from briefing.model.source import Source
from briefing.storage.locations import article_name, may_exist, state_folder, state_name
from briefing.storage.reading_state import StateStore

READ_PERCENT = 95
"""So much of an article is all of it: footnotes and lists of sources are seldom gone through."""

_SAME_MOMENT_NS = 50_000_000
"""A file that came within so long of another may not have changed the date of their folder."""
_LOOKED_AT = 50
"""Articles read last, of all folders, among which the last of one is looked for."""


class Standings:
    """How documents stand with the reader.

    Of most documents nothing is remembered: the names of all state files are looked at once, and
    again when some have come or gone.
    """

    def __init__(self) -> None:
        self._folder = state_folder() / "articles"
        self._names: frozenset[str] = frozenset()
        self._looked_ns, self._changed_ns = 0, -1

    def state(self) -> object:
        """What is another as soon as an article may stand otherwise, as by another window."""
        try:
            return self._folder.stat().st_mtime_ns
        except OSError:
            return None

    def of(self, path: Path, entry: Entry) -> Entry:
        """A document with how it stands: unread, being read, changed since; and how much was read.

        Args:
            path: The document's file.
            entry: What the library knows of it.
        """
        name = state_name(Source(article_name(path), path.absolute(), ""))
        if not self._has(name):
            return replace(entry, percent=0, standings=(Standing.UNREAD.value,))
        from briefing.storage.versions import LastReadings  # noqa: PLC0415 - only where it was read

        remembered = self._folder / name
        state, _faults = StateStore(remembered).load()
        percent = 100 if state.percent is None else min(100, state.percent)
        standings = [] if percent >= READ_PERCENT else [Standing.READING.value]
        last = LastReadings.of(remembered).load()
        if last is not None and entry.rev is not None and last.rev != entry.rev:
            standings.append(Standing.CHANGED.value)
        return replace(entry, percent=percent, standings=tuple(standings))

    def _has(self, name: str) -> bool:
        """Whether there is a state file of a name."""
        try:
            changed_ns = self._folder.stat().st_mtime_ns
            if changed_ns != self._changed_ns or self._looked_ns - changed_ns < _SAME_MOMENT_NS:
                self._looked_ns, self._changed_ns = time.time_ns(), changed_ns
                self._names = frozenset(each.name for each in self._folder.iterdir())
        except FileNotFoundError:
            return False
        except OSError:
            return may_exist(self._folder / name)
        return name in self._names


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
