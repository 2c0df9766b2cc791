"""An article that is edited in its file is held against what rests on it in other articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.storage.library_index import LibraryIndex
from tests.cli.run import run
from tests.journeys.library_desk import LibraryDesk, library_desk, write_articles

DRAFT = (
    "---\ntitle: Draft\nkind: draft\n---\n“The river rose by three metres in a night” it says.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_articles(tmp_path / "reports")
    (folder / "draft.md").write_text(DRAFT)
    return folder


def edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text().replace(old, new))


def told(reader: LibraryDesk) -> str:
    strip = reader.library.shelf.strip
    return str(strip.content) if strip.is_shown else ""


async def test_a_quotation_of_an_article_that_is_edited_in_place_is_told_once(folder: Path) -> None:
    async with library_desk(folder) as reader:
        assert told(reader) == ""
        edit(folder / "old" / "floods.md", "three metres", "five metres")
        edit(folder / "talks.md", "two days", "three days")  # nothing rests on it
        await reader.press("r")
        assert "draft.md:5: altered: «The river rose by three metres in a night»" in told(reader)
        assert "draft «three», source «five»" in told(reader)
        assert "(+" not in told(reader)
        await reader.press("escape", "r")
        assert told(reader) == ""


async def test_a_tie_to_a_passage_that_is_edited_in_place_is_told(folder: Path) -> None:
    about = ("--about", folder / "talks.md", "--about-quote", "two days")
    run("notes", "add", folder / "harvest.md", "--quote", "tonnes", "--text", "?", *about)
    async with library_desk(folder) as reader:
        edit(folder / "talks.md", "two days", "three days")
        await reader.press("r")
        assert told(reader).startswith(f"{folder}/harvest.md: talks.md?rev=")
        assert told(reader).endswith("was «two days» now «three days»")


async def test_what_changed_while_nobody_looked_is_told_when_the_library_is_opened(
    folder: Path,
) -> None:
    assert run("list", folder).status == 0
    edit(folder / "old" / "floods.md", "three metres", "five metres")
    assert run("list", folder).status == 0  # it is known in the index; nobody was told
    assert list(LibraryIndex.of(folder).replaced()) == ["old/floods.md"]
    async with library_desk(folder) as reader:
        assert "draft «three», source «five»" in told(reader)
        assert LibraryIndex.of(folder).replaced() == {}


async def test_a_text_that_is_as_it_was_again_is_not_told(folder: Path) -> None:
    async with library_desk(folder) as reader:
        for words in (("three metres", "five metres"), ("five metres", "three metres")):
            edit(folder / "old" / "floods.md", *words)
            assert run("list", folder).status == 0
        await reader.press("r")
        assert told(reader) == ""
