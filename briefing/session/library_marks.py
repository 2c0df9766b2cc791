"""Stars and read marks as the reader sets them in a list, and how to undo that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from briefing.model.library import Entry
from briefing.model.library_marks import Mark, Marks
from briefing.model.query import Standing
from briefing.model.records import dataclass, field, replace
from briefing.session.library_ports import MarksPort

_OF_READING = (Standing.UNREAD, Standing.READING)
_NOT_READ = (*_OF_READING, Standing.CHANGED)
_NONE, _NO_MARKS = Mark(), Marks()


def with_marks(entry: Entry, mark: Mark) -> Entry:
    """An article as it stands with the reader, by what was remembered and what was marked."""
    if mark == _NONE and Standing.STARRED not in entry.standings:
        return entry
    found = dict.fromkeys(each for each in entry.standings if each != Standing.STARRED)
    percent = entry.percent
    if mark.is_read is not None:
        percent = 100 if mark.is_read else 0
        gone = _NOT_READ if mark.is_read else _OF_READING
        found = dict.fromkeys(each for each in found if each not in gone)
    unread = (Standing.UNREAD.value,) if mark.is_read is False else ()
    starred = (Standing.STARRED.value,) if mark.is_starred else ()
    return replace(entry, percent=percent, standings=(*unread, *found, *starred))


def with_notes(entry: Entry) -> Entry:
    """An article that is told as noted where notes stand on it."""
    if not entry.notes:
        return entry
    return replace(entry, standings=(Standing.NOTED.value, *entry.standings))


@dataclass(slots=True)
class LibraryMarks:
    """The marks of the articles of one folder."""

    folder: Path
    """Where the articles lie."""
    port: MarksPort
    """Where marks are kept."""
    marks: Marks = field(default_factory=Marks)
    """All of them."""
    _before: list[Mapping[Entry, Mark]] = field(default_factory=list)
    """For each change the articles as they stood, and their marks."""

    def of(self, entry: Entry) -> Mark:
        """What is marked of an article."""
        return self.marks.of(self._key(entry)) if self.marks != _NO_MARKS else _NONE

    def toggle_star(self, entries: Sequence[Entry]) -> list[Entry]:
        """Give all a star; where all have one, take it away.

        Args:
            entries: At least one article.

        Returns:
            The articles as they stand now.

        Raises:
            BriefingError: It could not be written.
        """
        is_starred = not all(Standing.STARRED in entry.standings for entry in entries)
        return self._set(entries, lambda mark: replace(mark, is_starred=is_starred))

    def toggle_read(self, entries: Sequence[Entry]) -> list[Entry]:
        """Let all count as read; where all do, as unread. Otherwise as `toggle_star`."""
        is_read = any(each in entry.standings for entry in entries for each in _NOT_READ)
        return self._set(entries, lambda mark: replace(mark, is_read=is_read))

    def toggle_star_of(self, path: Path) -> bool:
        """Give an article of any folder a star, or take it away; whether it has one now.

        Errors as for stars of entries.
        """
        key = str(path.absolute())
        mark = self.port.load().of(key)
        self.marks = self.port.change({key: replace(mark, is_starred=not mark.is_starred)})
        return not mark.is_starred

    def reload(self) -> None:
        """Know the marks as they are now; errors as for `MarksPort.load`."""
        self.marks = self.port.load()

    def opened(self, entry: Entry) -> None:
        """An article that was marked as unread is read now; errors as for stars."""
        mark = self.of(entry)
        if mark.is_read is False:
            self.marks = self.port.change({self._key(entry): replace(mark, is_read=None)})

    def undo(self) -> list[Entry]:
        """Take the last change back; the articles as they stood before, none where there was none.

        Raises:
            BriefingError: It could not be written; it can be tried again.
        """
        if not self._before:
            return []
        before = self._before[-1]
        self.marks = self.port.change({self._key(entry): mark for entry, mark in before.items()})
        self._before.pop()
        return list(before)

    def _set(self, entries: Sequence[Entry], change: Callable[[Mark], Mark]) -> list[Entry]:
        before = {entry: self.of(entry) for entry in entries}
        now = {entry: change(mark) for entry, mark in before.items()}
        self.marks = self.port.change({self._key(entry): mark for entry, mark in now.items()})
        self._before.append(before)
        return [with_marks(entry, mark) for entry, mark in now.items()]

    def _key(self, entry: Entry) -> str:
        return mark_key(self.folder, entry.path)


def mark_key(folder: Path, path: str) -> str:
    """The name under which an article is marked."""
    return str((folder / path).absolute())
