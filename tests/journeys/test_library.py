"""A folder is a library: list, groups and preview, reading from it and coming back."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli.shelf import ShelfMaker
from briefing.cli.theme import Fitting
from briefing.cli.wiring import Themes
from briefing.model.reading_state import Choices
from briefing.model.settings import Settings
from briefing.storage.library_marks import MarksFile
from briefing.storage.library_standing import last_read
from briefing.ui.depth import Depth
from briefing.ui.keys import ACTIONS
from briefing.ui.screens.library import LibraryScreen
from briefing.ui.screens.reader import ReaderScreen
from tests.cli.run import run
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
        keys = dict(reader.library.shelf.foot.keys)
        assert (keys["Enter"], keys["S"], keys["a"]) == ("open it", "find", "add")


async def test_the_articles_are_analysed_while_one_reads_the_list(folder: Path) -> None:
    async with library_desk(folder) as reader:
        library = reader.library.shelf.library
        while any(entry.states is None for entry in library.known()):
            await reader.pilot.pause(0.02)
        known = {entry.path: entry.states for entry in library.known()}
        assert known == {"harvest.md": (), "old/floods.md": (), "talks.md": ("FR", "IT")}


async def test_the_cursor_begins_on_the_newest_whatever_its_file_is_called(folder: Path) -> None:
    (folder / "harvest.md").rename(folder / "zeal.md")
    async with library_desk(folder) as reader:
        assert reader.at_hand == "Harvest report"
        await reader.press("j", "r")
        assert reader.at_hand == "Talks in Geneva"


async def test_the_cursor_goes_to_the_article_read_last_unless_it_was_moved_meanwhile(
    folder: Path,
) -> None:
    async with library_desk(folder) as reader:
        shelf = reader.library.shelf
        for is_moved, at_hand in ((False, "Floods"), (True, "Talks in Geneva")):
            shelf.articles.cursor, shelf.was_moved = 0, False
            shelf.aim, shelf.is_gathering = folder / "later.md", True
            shelf.show()
            if is_moved:
                await reader.press("j")
            assert (shelf.aim is None) is is_moved
            shelf.aim = None if is_moved else folder / "old" / "floods.md"
            shelf.show()
            assert reader.at_hand == at_hand
        shelf.is_gathering = False


async def test_the_article_at_hand_is_told_in_short(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await reader.previewed()
        said = reader.rows("preview")
        assert said[0] == "Harvest report"
        assert any("11,000 tonnes" in row for row in said[said.index("Figures") :])


async def test_a_key_does_not_wait_for_the_preview_which_follows_once_keys_pause(
    folder: Path,
) -> None:
    async with library_desk(folder) as reader:
        await reader.previewed()
        reader.library.shelf.articles.move(1)
        assert reader.rows("preview")[0] == "Harvest report"
        await reader.previewed()
        assert reader.rows("preview")[0] == "Talks in Geneva"


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
    assert last_read(folder) == folder / "talks.md"


async def test_the_list_is_narrowed_as_one_types_and_escape_shows_all(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await reader.press("slash")
        await reader.press("f", "l", "o")
        assert reader.titles == ["Floods"]
        assert reader.library.shelf.articles.border_title == " All 1 "
        assert [key for key, _label in reader.library.shelf.foot.keys] == ["Enter", "↑ ↓", "Esc"]
        await reader.press("enter")
        assert isinstance(reader.front, LibraryScreen)
        assert reader.library.shelf.foot.keys[0][1] == "open it"
        await reader.press("escape")
        assert len(reader.titles) == 3
        assert reader.at_hand == "Floods"


async def test_what_does_not_have_the_words_leaves_the_cursor_to_the_first_that_has(
    folder: Path,
) -> None:
    async with library_desk(folder) as reader:
        await reader.press("down", "down", "slash", "l")
        assert reader.titles == ["Harvest report", "Talks in Geneva", "Floods"]
        assert reader.at_hand == "Floods"
        await reader.press("k")
        assert reader.titles == ["Talks in Geneva"]
        await reader.press("backspace", "backspace")
        assert reader.at_hand == "Talks in Geneva"
        await reader.press("down", "h", "a", "r")
        assert reader.titles[0] == reader.at_hand == "Harvest report"


async def test_stars_and_read_marks_are_kept_and_taken_back(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await reader.press("asterisk", "x")
        assert (reader.count("Starred"), reader.count("Unread")) == ("1", "2")
        assert MarksFile().load().starred == {str(folder / "harvest.md")}
        await reader.press("u", "u")
        assert (reader.count("Starred"), reader.count("Unread")) == ("0", "3")
        assert MarksFile().load().starred == frozenset()


async def test_several_are_picked_and_marked_and_taken_back_at_once(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await reader.press("m", "m", "x")
        assert (reader.count("Unread"), reader.rows()[0][0]) == ("1", "✓")
        await reader.press("escape", "u")
        assert reader.count("Unread") == "3"
        await reader.press("M", "asterisk")
        assert reader.count("Starred") == "3"


async def test_deleting_is_taken_back_and_notes_stay(folder: Path) -> None:
    notes = folder / "harvest.notes.yaml"
    run("notes", "add", folder / "harvest.md", "--quote", "tonnes", "--text", "Dry?")
    before = (folder / "harvest.md").read_bytes()
    async with library_desk(folder) as reader:
        await reader.press("d")
        assert reader.titles == ["Talks in Geneva", "Floods"]
        assert not (folder / "harvest.md").exists()
        assert notes.exists()
        await reader.press("u")
        assert reader.at_hand == "Harvest report"
        assert (folder / "harvest.md").read_bytes() == before
        await reader.press("D")
        assert not notes.exists()
        await reader.press("u")
        assert notes.exists()
    assert list((folder / ".briefing" / "trash").glob("*/*")) == []


async def test_a_document_is_added_by_a_key_and_the_cursor_stands_on_it(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "corn.md").write_text("# Corn\n\nCorn was dear.\n")
    async with library_desk(folder) as reader:
        await reader.press("a")
        await reader.typed(str(tmp_path / "corn.md"))
        await reader.press("enter")
        assert (reader.at_hand, reader.count("All")) == ("Corn", "4")
        await reader.press("a")
        await reader.typed("nowhere.md")
        await reader.press("enter")
        assert "there is no such file" in str(reader.library.shelf.strip.content)
        assert reader.at_hand == "Corn"


async def test_an_article_that_was_begun_is_being_read_until_its_end_was_seen(
    folder: Path,
) -> None:
    words = "\n\n".join(f"## Part {n}\n\n" + "Wheat was cheap. " * 60 for n in range(9))
    (folder / "harvest.md").write_text(f"---\npublished: '2026-03-01'\n---\n# Harvest\n\n{words}\n")
    async with library_desk(folder) as reader:
        await reader.press("enter")
        await reader.read_for(60)
        await reader.press("q")
        assert (reader.count("Reading"), reader.count("Unread")) == ("1", "2")
        entry = reader.library.shelf.entry
        assert entry is not None
        assert 0 < entry.percent < 100
        await reader.press("enter", "g")
        for _page in range(12):
            await reader.read_for(300)
            await reader.press("space")
        await reader.read_for(300)
        await reader.press("q")
        assert reader.count("Reading") == "0"
        await reader.press("x")
        assert reader.count("Unread") == "3"


async def test_the_next_unread_row_is_a_key_away(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await reader.press("j", "x", "k", "full_stop")
        assert reader.at_hand == "Floods"
        await reader.press("comma")
        assert reader.at_hand == "Harvest report"


async def test_the_mouse_chooses_groups_and_opens_articles(folder: Path) -> None:
    async with library_desk(folder) as reader:
        groups, articles = reader.library.shelf.groups, reader.library.shelf.articles
        at = next(n for n, row in enumerate(groups.rows) if row.text == "old/")
        await reader.pilot.click(groups, offset=(3, at + 1))
        await ready(reader.app, reader.pilot)
        assert reader.titles == ["Floods"]
        await reader.pilot.click(articles, offset=(20, 1))
        await ready(reader.app, reader.pilot)
        assert reader.title == "Floods"


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


async def test_what_other_programs_write_is_seen_without_a_key(folder: Path) -> None:
    async with library_desk(folder) as reader:
        looking = reader.library.gathering.looking
        assert not await looking.has_changed()
        (folder / "new.md").write_text("# Brand new\n\nWords.\n")
        assert await looking.has_changed()
        assert not await looking.has_changed()


async def test_a_key_ends_a_look_at_the_files_and_the_next_one_sees_what_came(folder: Path) -> None:
    async with library_desk(folder) as reader:
        looking, idle = reader.library.gathering.looking, reader.library.given.idle
        assert not await looking.has_changed()
        (folder / "new.md").write_text("# Brand new\n\nWords.\n")
        idle.give_way()
        assert not looking.is_due
        assert not await looking.has_changed()
        await idle.quiet()
        assert await looking.has_changed()


async def test_several_files_are_a_list_of_just_them(folder: Path) -> None:
    files = [folder / "talks.md", folder / "old" / "floods.md"]
    async with library_desk(folder, files) as reader:
        assert reader.titles == ["Talks in Geneva", "Floods"]


async def test_from_an_article_its_library_opens_and_another_article_is_chosen(
    folder: Path,
) -> None:
    async with desk(str(folder / "talks.md")) as reader:
        screen = reader.reader
        themes = Themes(next(iter(screen.themes.values())), Fitting(Depth.TRUE))
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
        await reader.press("shift+tab", "slash", "f", "l")
        assert reader.library.shelf.articles.is_on_screen
        assert reader.titles == ["Floods"]
