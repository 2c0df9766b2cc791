"""A list of a library shows what another window does to its articles, and what this one does."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model.library_marks import Mark
from briefing.session.library_marks import mark_key
from briefing.storage.library_marks import MarksFile
from briefing.ui.screens.reader import ReaderScreen
from tests.journeys.desk import ready
from tests.journeys.library_desk import LibraryDesk, library_desk, write_articles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "reports")


async def look(reader: LibraryDesk) -> None:
    """Let the list look at what others did; it does so every few seconds."""
    reader.library.gathering.looking._due = 0.0
    reader.library.gathering.look_at_files()
    await reader.app.workers.wait_for_complete()
    await ready(reader.app, reader.pilot)


async def test_stars_of_another_window_come_without_a_key(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await look(reader)
        await reader.press("down")
        MarksFile().change({mark_key(folder, "talks.md"): Mark(is_starred=True)})
        await look(reader)
        assert (reader.count("Starred"), reader.at_hand) == ("1", "Talks in Geneva")
        assert "★" in reader.rows()[1]
        await reader.press("asterisk")
        assert MarksFile().load().starred == frozenset()
        await look(reader)
        assert reader.count("Starred") == "0"


async def test_marks_that_cannot_be_read_are_told_and_the_list_goes_on(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await reader.press("asterisk")
        await look(reader)
        MarksFile().path.write_text("{")
        await look(reader)
        assert "damaged" in str(reader.library.shelf.strip.content)
        MarksFile().path.unlink()
        await look(reader)
        assert not reader.library.shelf.strip.is_shown
        assert len(reader.titles) == 3


async def test_a_folder_that_was_gone_is_told_until_it_is_back(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await look(reader)
        away = folder.rename(folder.with_name("away"))  # noqa: ASYNC240 - nobody waits meanwhile
        await look(reader)
        strip = reader.library.shelf.strip
        assert "no such folder" in str(strip.content)
        away.rename(folder)
        await look(reader)
        assert not strip.is_shown
        assert len(reader.titles) == 3


async def test_an_article_is_given_a_star_while_it_is_read(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await reader.press("enter", "asterisk")
        assert isinstance(reader.front, ReaderScreen)
        assert "it has a star" in str(reader.front.stage.strip.content)
        await reader.press("q")
        assert (reader.count("Starred"), reader.count("Unread")) == ("1", "2")
        assert "★" in reader.rows()[0]
        await reader.press("enter", "asterisk", "q")
        assert reader.count("Starred") == "0"
