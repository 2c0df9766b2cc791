"""Stars and read marks as the reader sets them in a list, and how to undo that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.model.library import Entry
from briefing.model.library_marks import Mark, Marks
from briefing.model.query import Standing
from briefing.session.ports import MarksPort


def with_marks(standings: Iterable[Standing], mark: Mark) -> tuple[Standing, ...]:
    """How an article stands with the reader, by what was remembered and what was marked."""
    found = dict.fromkeys(standings)
    if mark.is_read is not None:
        found.pop(Standing.UNREAD, None)
    if mark.is_read:
        found.pop(Standing.CHANGED, None)
    unread = (Standing.UNREAD,) if mark.is_read is False else ()
    starred = (Standing.STARRED,) if mark.is_starred else ()
    return (*unread, *found, *starred)


@dataclass(slots=True)
class LibraryMarks:
    """The marks of the articles of one folder."""

    folder: Path
    """Where the articles lie."""
    port: MarksPort
    """Where marks are kept."""
    marks: Marks = field(default_factory=Marks)
    """All of them."""
    _before: list[tuple[Entry, Mark]] = field(default_factory=list)

    def toggle_star(self, entry: Entry) -> Entry:
        """Set or remove the star; the article as it stands now.

        Raises:
            BriefingError: It could not be written.
        """
        mark = self.marks.of(self._key(entry))
        return self._set(entry, replace(mark, is_starred=not mark.is_starred))

    def toggle_read(self, entry: Entry) -> Entry:
        """Let an unread article count as read, and a read one as unread; errors as for stars."""
        is_unread = Standing.UNREAD in entry.standings
        mark = self.marks.of(self._key(entry))
        return self._set(entry, replace(mark, is_read=is_unread))

    def opened(self, entry: Entry) -> None:
        """An article that was marked as unread is read now; errors as for stars."""
        mark = self.marks.of(self._key(entry))
        if mark.is_read is False:
            self.marks = self.port.change(self._key(entry), replace(mark, is_read=None))

    def undo(self) -> Entry | None:
        """Take the last mark back; the article as it stood before, None where there was none.

        Raises:
            BriefingError: It could not be written; it can be tried again.
        """
        if not self._before:
            return None
        entry, mark = self._before[-1]
        self.marks = self.port.change(self._key(entry), mark)
        self._before.pop()
        return entry

    def _set(self, entry: Entry, mark: Mark) -> Entry:
        key = self._key(entry)
        before = self.marks.of(key)
        self.marks = self.port.change(key, mark)
        self._before.append((entry, before))
        kept = [s for s in map(Standing, entry.standings) if s is not Standing.STARRED]
        standings = with_marks(kept, mark)
        return replace(entry, standings=tuple(each.value for each in standings))

    def _key(self, entry: Entry) -> str:
        return mark_key(self.folder, entry.path)


def mark_key(folder: Path, path: str) -> str:
    """The name under which an article is marked."""
    return str((folder / path).absolute())
