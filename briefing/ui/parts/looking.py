"""Looking, now and then, whether files of a library came, changed or went."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from time import monotonic

from briefing.model.library import Entry, FileState
from briefing.session.library import Library
from briefing.ui.idle import Idle, in_thread

_SHARE = 50
"""A look that took some time is followed by so many times as long without one: at a library of
20,000 files it would else keep a processor busy at every twentieth moment."""


class Looking:
    """Compares the states of a library's files with those of the look before, in a thread."""

    def __init__(self, library: Library, idle: Idle) -> None:
        """Have seen nothing yet.

        Args:
            library: Whose files.
            idle: The time that keys leave over.
        """
        self._library, self._idle = library, idle
        self._seen: list[tuple[str, FileState]] | None = None
        self._standing = library.standing_state()
        self._due = 0.0

    @property
    def is_due(self) -> bool:
        """Whether there is time for a look."""
        return self._idle.is_quiet and monotonic() >= self._due

    async def has_changed(self) -> bool:
        """Whether files came, changed or went since this was asked last.

        A key that comes meanwhile ends the look: it is as if never begun.

        Raises:
            BriefingError: The folder cannot be looked through.
        """
        began, self._due = monotonic(), inf
        try:
            return await in_thread(self._look)
        finally:
            self._due = monotonic() + _SHARE * (monotonic() - began)

    async def stand_otherwise(self, entries: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
        """Of some articles those that stand otherwise by now, as another window left them.

        A key that comes meanwhile ends the look, as above.

        Returns:
            Each with how it stands now.

        Raises:
            BriefingError: It cannot be read how they stand.
        """
        state = self._library.standing_state()
        if state == self._standing:
            return []
        found = await in_thread(lambda: self._compare(entries))
        if found is None:
            return []
        self._standing = state
        return found

    def _compare(self, entries: Sequence[Entry]) -> list[tuple[Entry, Entry]] | None:
        self._library.relearn_standing()
        found: list[tuple[Entry, Entry]] = []
        for entry in entries:
            if not self._idle.is_quiet:
                return None
            now = self._library.stood(entry)
            if now != entry:
                found.append((entry, now))
        return found

    def _look(self) -> bool:
        found: list[tuple[str, FileState]] = []
        for each in self._library.states():
            if not self._idle.is_quiet:
                return False
            found.append(each)
        before, self._seen = self._seen, found
        return before is not None and before != found
