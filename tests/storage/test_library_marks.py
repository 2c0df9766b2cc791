"""The file of stars and read marks."""

from __future__ import annotations

import stat

import pytest

from briefing.model.errors import InputError
from briefing.model.library_marks import Mark, Marks
from briefing.storage.library_marks import MarksFile, load_or_none


def test_marks_come_back_and_nobody_else_reads_them() -> None:
    MarksFile().change({"/a.md": Mark(is_starred=True)})
    MarksFile().change({"/b.md": Mark(is_read=False)})
    assert MarksFile().load() == Marks(frozenset({"/a.md"}), unread=frozenset({"/b.md"}))
    assert stat.S_IMODE(MarksFile().path.stat().st_mode) == 0o600


def test_without_a_file_there_are_none() -> None:
    assert MarksFile().load() == Marks()


@pytest.mark.parametrize("data", ["{", "[]", '{"starred": [], "read": []}', '{"starred": [1]}'])
def test_a_damaged_file_is_told_and_stays(data: str) -> None:
    path = MarksFile().path
    path.parent.mkdir(parents=True)
    path.write_text(data)
    with pytest.raises(InputError):
        MarksFile().change({"/a.md": Mark(is_starred=True)})
    assert path.read_text() == data
    marks, error = load_or_none()
    assert marks == Marks()
    assert isinstance(error, InputError)
