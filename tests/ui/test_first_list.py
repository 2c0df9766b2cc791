"""The first rows of a library must be the rows that follow: nothing may jump, nothing be wrong."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing.cli.first_list import first_list
from briefing.cli.library_opening import open_library
from briefing.model.reading_state import Identity, ReadingState
from briefing.model.settings import Settings
from briefing.model.source import Source
from briefing.storage.locations import article_name
from briefing.storage.reading_state import StateStore
from briefing.ui.first_list import list_frame
from tests.journeys.library_desk import library_desk

_ADDRESS = re.compile(r"\x1b\[(\d+);1H")
_LOOKS = re.compile(r"\x1b\[[0-9;]*m")
_ARTICLES = 90


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles in two folders, of several dates and some of none; some share a title."""
    for number in range(_ARTICLES):
        day = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"
        date = f"published: '{day}'\n" if number % 7 else ""
        title = "The same" if number % 9 == 0 else f"Récolte 挪威 {number} of a long year"
        file = tmp_path / "lib" / ("in" if number % 2 else "") / f"{number:03}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ntitle: {title}\n{date}language: fr\n---\n\nWords.\n", "utf-8")
    return tmp_path / "lib"


def _drawn(folder: Path, size: tuple[int, int], files: Sequence[Path] = ()) -> list[str]:
    """What stands in each line, looks aside."""
    page = first_list(folder, files, Settings(), size).page.draw()
    return [_LOOKS.sub("", line) for line in _ADDRESS.split(page)[2::2]]


def _rows(folder: Path, size: tuple[int, int]) -> list[str]:
    """The lines of the list without its borders."""
    frame = list_frame(*size)
    lines = _drawn(folder, size)[1 : frame.rows + 1]
    return [line.split("│")[3 if frame.groups else 1] for line in lines]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20), (40, 12), (250, 70)])
async def test_every_row_stands_where_the_library_draws_it(
    folder: Path, size: tuple[int, int]
) -> None:
    open_library(folder, Settings()).entries()
    drawn = _drawn(folder, size)
    async with library_desk(folder, size=size) as reader:
        pane = reader.library.shelf.articles
        inside, outside = pane.content_region, pane.region
        assert (outside.height, len(drawn)) == (list_frame(*size).height, size[1])
        for y in range(inside.height):
            line = _cells(drawn[inside.y + y])[inside.x : inside.right - 1]
            assert "".join(line) == pane.render_line(y).text[:-1].rstrip("\n")


def _cells(line: str) -> list[str]:
    """A line by cells: a wide character stands in the first of its two."""
    wide = {each: (each, "") for each in line if "\u4e00" <= each <= "\u9fff"}
    return [part for each in line for part in wide.get(each, (each,))]


def test_it_begins_around_the_article_that_was_read_last(folder: Path) -> None:
    open_library(folder, Settings()).entries()
    path = folder / "in" / "051.md"
    state = ReadingState(identity=Identity(path=str(path)))
    StateStore.of(Source(article_name(path), path, "")).save(state)
    shown = first_list(folder, (), Settings(), (120, 20))
    entry = shown.rows.entries[shown.rows.cursor]
    assert entry is not None
    assert (shown.here, entry.path, shown.rows.cursor) == (path, "in/051.md", 15)
    assert "›" in _rows(folder, (120, 20))[15]


def test_a_row_whose_file_has_changed_is_left_empty(folder: Path) -> None:
    open_library(folder, Settings()).entries()
    newest = first_list(folder, (), Settings(), (120, 40)).rows.entries
    assert newest[0] is not None
    os.utime(folder / newest[0].path, ns=(1, 1))
    rows = _rows(folder, (120, 40))
    assert rows[0].strip() == ""
    assert rows[1].strip() != ""


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_a_small_library_that_was_never_read_begins_in_the_order_of_the_screen(
    folder: Path, size: tuple[int, int]
) -> None:
    """By how its articles begin; their lengths come when they are read."""
    drawn = [entry.path for entry in first_list(folder, (), Settings(), size).rows.entries if entry]
    assert open_library(folder, Settings()).known() == []  # and no index is made for it
    async with library_desk(folder, size=size) as reader:
        rows = reader.library.shelf.articles.rows
        assert drawn == [row.ref for row in rows[: list_frame(*size).rows]]


def test_a_big_library_that_was_never_read_begins_with_names_by_path(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.cli.first_list._FEW", 10)
    rows = _rows(folder, (120, 40))
    names = [row.split()[2 if "›" in row else 1] for row in rows]
    assert names == [f"{number:03}.md" for number in range(0, 2 * len(rows), 2)]


def test_of_a_terminal_that_is_too_small_nothing_is_drawn(folder: Path) -> None:
    assert first_list(folder, (), Settings(), (39, 12)).page.draw() == ""


@pytest.mark.parametrize("is_indexed", [True, False])
def test_no_title_reaches_the_terminal_as_a_command(tmp_path: Path, is_indexed: bool) -> None:
    (tmp_path / "a\x1b]0;x\x07.md").write_text('---\ntitle: "x\\e[31my"\n---\nWords.\n', "utf-8")
    if is_indexed:
        open_library(tmp_path, Settings()).entries()
    page = first_list(tmp_path, (), Settings(), (80, 24)).page.draw()
    left = _LOOKS.sub("", _ADDRESS.sub("", page))
    assert not set(left) & {"\x1b", "\x07"}
    assert "\x1b[31m" not in page
