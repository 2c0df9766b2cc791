"""Articles of a library go to its trash and come back; their notes only where that was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.model.library import Entry
from briefing.session.library_ports import TrashPort
from briefing.session.ports import ClockPort


@dataclass(frozen=True, slots=True)
class _Deleted:
    entries: tuple[Entry, ...]
    paths: tuple[str, ...]
    name: str


@dataclass(slots=True)
class LibraryTrash:
    """What was deleted in this sitting."""

    port: TrashPort
    """Where it goes."""
    clock: ClockPort
    """When."""
    _deleted: list[_Deleted] = field(default_factory=list)

    def delete(self, entries: Sequence[Entry], *, with_notes: bool = False) -> None:
        """Move articles to the trash.

        Args:
            entries: The articles.
            with_notes: Whether their notes go too; they stay beside where the articles were
                otherwise.

        Raises:
            BriefingError: One could not be moved; all are where they were.
        """
        paths = [entry.path for entry in entries]
        if with_notes:
            beside = (self.port.notes_beside(path) for path in list(paths))
            paths += [notes for notes in beside if notes is not None]
        name = self.port.put(paths, self.clock.now())
        self._deleted.append(_Deleted(tuple(entries), tuple(paths), name))

    def undo(self) -> list[Entry]:
        """Bring back what was deleted last; none where nothing was. Errors as for `delete`."""
        if not self._deleted:
            return []
        last = self._deleted[-1]
        self.port.bring_back(last.paths, last.name)
        self._deleted.pop()
        return list(last.entries)
