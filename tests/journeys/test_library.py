"""A folder is a library: list, groups and preview, reading from it and coming back."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli.shelf import ShelfMaker
from briefing.cli.theme import fitting
from briefing.cli.wiring import Themes
from briefing.model.reading_state import Choices
from briefing.model.settings import Settings
from briefing.storage.library_marks import MarksFile
from briefing.ui.keys import ACTIONS
from briefing.ui.screens.library import LibraryScreen
from briefing.ui.screens.reader import ReaderScreen
from tests.journeys.desk import desk, ready
from tests.journeys.library_desk import library_desk, write_articles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "reports")


async def test_the_newest_comes_first_with_its_groups_and_what_it_says(folder: Path) -> None:
    async with library_desk(folder) as reader:
        assert reader.titles == ["Harvest report", "Talks in Geneva", "Floods"]
        assert (reader.count("All"), reader.count("Unread"), reader.count("old/")) == (
            "3",
            "3",
            "1",
        )
        assert "reports · 3 articles" in reader.foot


async def test_the_article_at_hand_is_told_in_short(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await reader.previewed()
        said = reader.rows("preview")
        assert said[0] == "Harvest report"
        assert any("11,000 tonnes" in row for row in said[said.index("Figures") :])


async def test_an_article_is_read_and_left_for_its_row(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await reader.press("j", "enter")
        assert reader.title == "Talks in Geneva"
        await reader.press("q")
        assert isinstance(reader.front, LibraryScreen)
        assert (reader.at_hand, reader.count("Unread")) == ("Talks in Geneva", "2")


async def test_in_an_article_the_next_unread_one_is_a_key_away(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await reader.press("enter", "full_stop")
        assert reader.title == "Talks in Geneva"
        await reader.press("full_stop")
        assert reader.title == "Floods"
        await reader.press("comma")
        assert reader.title == "Talks in Geneva"
        await reader.press("o")
        assert reader.at_hand == "Talks in Geneva"


async def test_the_list_is_narrowed_as_one_types_and_escape_shows_all(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await reader.press("slash", "f", "l", "o")
        assert reader.titles == ["Floods"]
        await reader.press("enter")
        assert isinstance(reader.front, LibraryScreen)
        await reader.press("escape")
        assert len(reader.titles) == 3
        assert reader.at_hand == "Floods"


async def test_stars_and_read_marks_are_kept_and_taken_back(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await reader.press("asterisk", "x")
        assert (reader.count("Starred"), reader.count("Unread")) == ("1", "2")
        assert MarksFile().load().starred == {str(folder / "harvest.md")}
        await reader.press("u", "u")
        assert (reader.count("Starred"), reader.count("Unread")) == ("0", "3")
        assert MarksFile().load().starred == frozenset()


async def test_a_group_is_chosen_beside_the_list(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await reader.press("shift+tab", "G", "enter")
        assert reader.titles == ["Floods"]
        assert reader.library.shelf.articles.has_focus


async def test_files_that_came_or_changed_are_there_after_looking_again(folder: Path) -> None:
    async with library_desk(folder) as reader:
        (folder / "new.md").write_text("# Brand new\n\nWords.\n")
        (folder / "talks.md").unlink()
        await reader.press("r")
        assert set(reader.titles) == {"Harvest report", "Floods", "Brand new"}


async def test_several_files_are_a_list_of_just_them(folder: Path) -> None:
    files = [folder / "talks.md", folder / "old" / "floods.md"]
    async with library_desk(folder, files) as reader:
        assert reader.titles == ["Talks in Geneva", "Floods"]


async def test_from_an_article_its_library_opens_and_another_article_is_chosen(
    folder: Path,
) -> None:
    async with desk(str(folder / "talks.md")) as reader:
        screen = reader.reader
        themes = Themes(next(iter(screen.themes.values())), fitting)
        maker, door = ShelfMaker(Settings(), ACTIONS, themes, Choices()), screen.door
        door.make = lambda path: maker.beside(path, door)
        await reader.press("o")
        await ready(reader.app, reader.pilot)
        library = reader.front
        assert isinstance(library, LibraryScreen)
        assert library.shelf.entry is not None
        assert library.shelf.entry.title == "Talks in Geneva"
        await reader.press("j", "enter")
        await ready(reader.app, reader.pilot)
        assert isinstance(reader.front, ReaderScreen)
        assert reader.sitting.reading.article.title == "Floods"


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((40, 12), {"articles"}),
        ((80, 24), {"articles", "preview"}),
        ((120, 40), {"groups", "articles", "preview"}),
        ((250, 70), {"groups", "articles", "preview"}),
    ],
)
async def test_each_size_shows_what_it_has_room_for(
    folder: Path, size: tuple[int, int], shown: set[str]
) -> None:
    async with library_desk(folder, size=size) as reader:
        panes = ("groups", "articles", "preview")
        seen = {name for name in panes if reader.library.query_one(f"#{name}").is_on_screen}
        assert seen == shown


async def test_where_it_is_narrow_tab_brings_each_pane(folder: Path) -> None:
    async with library_desk(folder, size=(40, 12)) as reader:
        await reader.press("tab")
        assert reader.library.preview.pane.is_on_screen
        await reader.press("tab")
        assert reader.library.shelf.groups.is_on_screen
        await reader.press("tab")
        assert reader.library.shelf.articles.is_on_screen
