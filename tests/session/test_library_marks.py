"""Stars and read marks, and taking them back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from briefing.model.errors import StorageError
from briefing.model.library import Entry
from briefing.model.library_marks import Mark, Marks
from briefing.session.library_marks import LibraryMarks, with_marks

FOLDER = Path("/reports")
UNREAD = Entry("a.md", "A", standings=("unread",))


@dataclass
class FakeMarks:
    """Marks in memory."""

    marks: Marks = field(default_factory=Marks)
    fails: bool = False

    def load(self) -> Marks:
        return self.marks

    def change(self, marks: Mapping[str, Mark]) -> Marks:
        if self.fails:
            raise StorageError("the disk is full")
        for path, mark in marks.items():
            self.marks = self.marks.with_mark(path, mark)
        return self.marks


@pytest.mark.parametrize(
    ("found", "mark", "standings"),
    [
        ("unread", Mark(), ("unread",)),
        ("unread", Mark(is_read=True), ()),
        ("changed", Mark(is_read=True), ()),
        ("changed", Mark(is_read=False), ("unread", "changed")),
        ("reading", Mark(), ("reading",)),
        ("reading", Mark(is_read=True), ()),
        ("reading", Mark(is_read=False), ("unread",)),
        ("noted", Mark(is_starred=True, is_read=True), ("noted", "starred")),
    ],
)
def test_marks_count_more_than_what_is_remembered(
    found: str, mark: Mark, standings: tuple[str, ...]
) -> None:
    entry = Entry("a.md", "A", percent=40, standings=(found,))
    assert with_marks(entry, mark).standings == standings


def test_reading_marks_go_back_and_forth() -> None:
    marks = LibraryMarks(FOLDER, FakeMarks())
    [read] = marks.toggle_read([UNREAD])
    assert (read.standings, read.percent) == ((), 100)
    [unread] = marks.toggle_read([read])
    assert (unread.standings, unread.percent) == (("unread",), 0)


def test_of_several_articles_all_are_marked_alike_and_taken_back_at_once() -> None:
    port = FakeMarks()
    marks = LibraryMarks(FOLDER, port)
    half = Entry("b.md", "B", percent=50, standings=("reading", "starred"))
    starred = marks.toggle_star([UNREAD, half])
    assert port.marks.starred == {"/reports/a.md", "/reports/b.md"}
    read = marks.toggle_read(starred)
    assert [entry.standings for entry in read] == [("starred",), ("starred",)]
    assert marks.undo() == starred
    assert marks.undo() == [UNREAD, half]
    assert port.marks == Marks()


def test_undo_takes_the_last_mark_back_and_then_the_one_before() -> None:
    port = FakeMarks()
    marks = LibraryMarks(FOLDER, port)
    [starred] = marks.toggle_star([UNREAD])
    assert starred.standings == ("unread", "starred")
    marks.toggle_read([starred])
    assert marks.undo() == [starred]
    assert port.marks == Marks(starred=frozenset({"/reports/a.md"}))
    assert marks.undo() == [UNREAD]
    assert port.marks == Marks()
    assert marks.undo() == []


def test_what_could_not_be_taken_back_can_be_tried_again() -> None:
    port = FakeMarks()
    marks = LibraryMarks(FOLDER, port)
    marks.toggle_star([UNREAD])
    port.fails = True
    with pytest.raises(StorageError):
        marks.undo()
    port.fails = False
    assert marks.undo() == [UNREAD]


def test_an_article_that_was_marked_as_unread_is_read_once_it_is_opened() -> None:
    port = FakeMarks(Marks(unread=frozenset({"/reports/a.md"})))
    LibraryMarks(FOLDER, port, port.marks).opened(UNREAD)
    assert port.marks == Marks()
