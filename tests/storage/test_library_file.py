"""The file of a library on the disk: changes of several windows hold, and a broken one stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model.errors import BriefingError
from briefing.model.library_file import LibraryFile, SavedSearch
from briefing.storage.library_file import LibraryFileStore


def test_each_change_starts_from_what_is_there_now(tmp_path: Path) -> None:
    one, two = LibraryFileStore(tmp_path), LibraryFileStore(tmp_path)
    assert one.load() == LibraryFile()
    one.change(lambda file: file.with_search(SavedSearch("wheat", "wheat lang:en")))
    two.change(lambda file: file.with_search(SavedSearch("corn", "corn")))
    one.change(lambda file: replace(file, left_out=("drafts",)))
    assert [each.name for each in two.load().searches] == ["corn", "wheat"]
    assert two.load().left_out == ("drafts",)
    assert [path.name for path in (tmp_path / ".briefing").iterdir()] == ["library.yaml"]


def test_nothing_is_written_where_nothing_changes(tmp_path: Path) -> None:
    LibraryFileStore(tmp_path).change(lambda file: file)
    assert list(tmp_path.iterdir()) == []


def test_a_broken_file_is_named_and_stays(tmp_path: Path) -> None:
    store = LibraryFileStore(tmp_path)
    store.path.parent.mkdir()
    store.path.write_text("searches: [\n")
    with pytest.raises(BriefingError, match=r"library\.yaml:\d"):
        store.change(lambda file: file.with_search(SavedSearch("a", "a")))
    assert store.path.read_text() == "searches: [\n"
