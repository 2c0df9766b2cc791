"""A library is searched, and its notes are looked through; every row leads to its passage."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.ui.screens.finding import AllNotesDialog, FindDialog
from briefing.ui.screens.library import LibraryScreen
from briefing.ui.screens.reader import ReaderScreen
from briefing.ui.widgets.hint import Hint
from tests.cli.run import run
from tests.journeys.library_desk import LibraryDesk, library_desk, write_articles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "reports")


def found(reader: LibraryDesk) -> list[str]:
    assert isinstance(reader.front, FindDialog | AllNotesDialog)
    return [row.text for row in reader.front.rows_pane.rows]


def said(reader: LibraryDesk) -> str:
    return reader.front.query_one(Hint).words


async def asked(reader: LibraryDesk, words: str) -> None:
    """Type a query and wait until it was asked."""
    await reader.press("S")
    await reader.typed(words)


def target(reader: LibraryDesk) -> str:
    """The words that are marked in the article on the screen."""
    assert isinstance(reader.front, ReaderScreen)
    sitting = reader.front.sitting
    span = sitting.target_span
    return "" if span is None else span.of(sitting.reading.article.text)


async def test_words_are_found_by_document_and_lead_to_their_passage_and_back(
    folder: Path,
) -> None:
    async with library_desk(folder) as reader:
        await asked(reader, "wheat")
        [title, hit] = found(reader)
        assert title == "Talks in Geneva"
        assert "spoke of wheat for two days" in hit
        await reader.press("down", "enter")
        assert (reader.title, target(reader)) == ("Talks in Geneva", "wheat")
        await reader.press("q")
        assert found(reader) == [title, hit]
        assert reader.front.query_one("#passages").cursor == 1  # type: ignore[attr-defined]
        await reader.press("escape")
        assert isinstance(reader.front, LibraryScreen)


async def test_a_wrong_query_is_one_line_that_names_the_place(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await asked(reader, "wheat colour:red")
        assert "character 7" in said(reader)
        assert "there is no field" in said(reader)
        reader.front._show()  # type: ignore[attr-defined] # what was asked before goes on
        assert "there is no field" in said(reader)


async def test_nothing_is_said_to_be_there_only_where_it_was_looked_for(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await reader.press("S")
        assert (reader.front.rows_pane.empty, "document" in said(reader)) == ("", False)  # type: ignore[attr-defined]
        await reader.typed("colour:red")
        assert reader.front.rows_pane.empty == ""  # type: ignore[attr-defined]
        await reader.press(*["backspace"] * len("colour:red"))
        await reader.typed("zebra")
        assert reader.front.rows_pane.empty == "nothing here"  # type: ignore[attr-defined]
        assert "0 documents" in said(reader)


async def test_enter_right_behind_the_words_opens_the_first_hit_of_these(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await asked(reader, "farmers")
        for key in ("backspace",) * len("farmers") + tuple("river") + ("enter",):
            await reader.pilot.press(key)
        await reader.asked()
        while isinstance(reader.front, FindDialog):
            await reader.pilot.pause(0.02)
        assert reader.title == "Floods"


async def test_what_was_found_is_told_again_once_nothing_is_wrong(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await asked(reader, "wheat")
        await reader.typed(" x:")
        assert "there is no field" in said(reader)
        await reader.press("backspace", "backspace", "backspace")
        assert "1 document " in said(reader)


async def test_a_new_query_takes_the_place_of_the_words_of_the_last_time(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await asked(reader, "wheat")
        await reader.press("escape")
        await asked(reader, "river")
        assert found(reader)[0] == "Floods"
        await reader.press("escape", "S", "end")
        await reader.typed(" rose")
        assert reader.front.search.words == "river rose"  # type: ignore[attr-defined]


async def test_a_search_is_saved_beside_the_list_and_asked_again_from_there(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await asked(reader, "river rose")
        await reader.press("ctrl+s", "escape")
        assert "/river rose" in reader.rows("groups")
        at = reader.rows("groups").index("/river rose")
        await reader.press("shift+tab", *["j"] * at, "enter")
        await reader.asked()
        assert found(reader)[0] == "Floods"
        await reader.press("ctrl+s", "escape")
        assert "/river rose" not in reader.rows("groups")


async def test_notes_of_all_articles_are_filtered_and_lead_to_their_passage(folder: Path) -> None:
    for path, quote, tag in (
        ("harvest.md", "tonnes", "check"),
        ("talks.md", "wheat", "check"),
        ("old/floods.md", "river", "water"),
    ):
        run("notes", "add", folder / path, "--quote", quote, "--text", f"On {quote}.", "--tag", tag)
    async with library_desk(folder) as reader:
        assert reader.count("All notes") == "3"
        await reader.press("A")
        assert len(found(reader)) == 6
        await reader.typed("#water")
        assert [row for row in found(reader) if "river" in row]
        assert len(found(reader)) == 2
        assert "1 of 3 notes" in said(reader)
        await reader.press("down", "enter")
        assert (reader.title, target(reader)) == ("Floods", "river")


async def test_a_passage_is_searched_for_from_an_article(folder: Path) -> None:
    async with library_desk(folder) as reader:
        await reader.press("enter")
        await asked(reader, "metres")
        await reader.press("down", "enter")
        assert (reader.title, target(reader)) == ("Floods", "metres")
