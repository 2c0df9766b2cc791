"""A search of a library that another one takes the place of is given up; what was found stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli.library_opening import open_library
from briefing.model.settings import Settings
from briefing.session.library_find import find
from briefing.session.library_search import LibrarySearch
from briefing.storage.library_file import LibraryFileStore
from briefing.storage.locations import cache_folder
from briefing.text.queries import parse_query


@pytest.fixture
def search(tmp_path: Path) -> LibrarySearch:
    for number in range(6):
        (tmp_path / f"{number}.md").write_text(f"Wheat and {'oats' if number % 2 else 'rye'}.\n")
    return LibrarySearch(open_library(tmp_path, Settings()), LibraryFileStore(tmp_path))


def paths(search: LibrarySearch) -> list[str]:
    return [one.entry.path for one in search.found]


def test_everything_is_looked_through_for_the_query_that_was_asked_last(
    search: LibrarySearch,
) -> None:
    search.begin("oats")
    assert not search.is_done
    search.look_on()
    assert (search.is_done, paths(search)) == (True, ["1.md", "3.md", "5.md"])
    search.ask_next("rye")
    assert (search.is_due, paths(search)) == (True, [])


def test_what_is_not_wanted_any_more_is_not_looked_at(search: LibrarySearch) -> None:
    looked: list[str] = []

    def hold_back() -> None:
        looked.append(search.words)
        if len(looked) == 5 + len("wheat"):
            search.begin("rye")

    search.hold_back = hold_back
    search.begin("wheat")
    first = search.found
    search.look_on()
    assert not search.is_done
    assert len(first) < 6
    search.look_on()
    assert (search.is_done, paths(search)) == (True, ["0.md", "2.md", "4.md"])


def test_a_folder_that_has_gone_is_told_and_ends_the_search(
    search: LibrarySearch, tmp_path: Path
) -> None:
    search.library.folder = tmp_path / "gone"
    search.begin("wheat")
    search.look_on()
    assert (search.is_done, paths(search)) == (True, [])
    assert "gone" in str(search.library.faults[-1])


@pytest.mark.parametrize("damage", [b"Rex", b'R"x', b"R\xffx"])
def test_where_an_index_is_damaged_the_files_are_listed(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: Rye\n---\nWheat was dear.\n")
    for is_damaged in (False, True, False):
        library = open_library(tmp_path, Settings())
        assert [entry.title for entry in library.entries()] == ["Rye"]
        assert len(library.faults) == is_damaged
        library.index.close()  # type: ignore[attr-defined] # what was written goes into the file
        for path in (cache_folder() / "library").glob("*.sqlite"):
            path.write_bytes(path.read_bytes().replace(b"Rye", damage))
        damage = b"Rye"


@pytest.mark.parametrize("damage", [b"Rex", b'R"x', b"R\xffx"])
def test_what_a_damaged_index_says_is_never_told(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: Rye\n---\nWheat was dear.\n")
    for is_damaged in (False, True):
        library = open_library(tmp_path, Settings())
        found = list(find(library, parse_query("wheat")))
        assert [one.entry.title for one in found] == ["Rye"]
        assert len(library.faults) == is_damaged
        library.index.close()  # type: ignore[attr-defined] # what was written goes into the file
        for path in (cache_folder() / "library").glob("*.sqlite"):
            path.write_bytes(path.read_bytes().replace(b"Rye", damage))
