"""Somebody who has never seen the program finds out how to use it, and is never told twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.desk import desk

SIZES = [(250, 70), (120, 40), (80, 24), (40, 12)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_start_tells_how_to_write_a_note_and_to_find_everything_else(
    size: tuple[int, int],
) -> None:
    async with desk(size=size, is_first=True) as reader:
        told = reader.news.split("\n")
        assert len(told) == (4 if size[1] >= 20 else 1)
        for words in ("a ", "Ctrl+s", "?", "q"):
            assert words in reader.news
        screen = reader.screen_text()
        assert all(line in screen for line in told), "nothing is cut off"
        assert reader.article.size.height >= size[1] * 3 // 4


async def test_it_takes_no_key_and_gives_way_to_news() -> None:
    async with desk(size=(80, 24), is_first=True) as reader:
        assert reader.focus == "article"
        await reader.write_note("subito")
        assert reader.news.startswith("saved in")
        assert reader.saved[0]["text"] == "subito"


async def test_esc_hides_it() -> None:
    async with desk(size=(80, 24), is_first=True) as reader:
        assert reader.news
        await reader.press("escape")
        assert not reader.news


async def test_it_is_told_once(home: Path) -> None:
    (home / "x.md").write_text("Words.\n", "utf-8")
    async with desk(is_first=True) as reader:
        assert reader.news
    async with desk(str(home / "x.md"), is_first=True) as reader:
        assert not reader.news


async def test_a_warning_comes_first_and_orientation_waits_for_a_better_day(home: Path) -> None:
    path = home / "x.md"
    path.write_text("---\nlanguage: [it]\n---\nWords.\n", "utf-8")
    async with desk(str(path), is_first=True) as reader:
        assert "x.md:2" in reader.news
        assert "\n" not in reader.news
    path.write_text("Words.\n", "utf-8")
    async with desk(str(path), is_first=True) as reader:
        assert len(reader.news.split("\n")) == 4


async def test_it_follows_the_size_of_the_terminal() -> None:
    async with desk(size=(120, 40), is_first=True) as reader:
        await reader.resize(40, 12)
        assert "\n" not in reader.news
        await reader.resize(80, 24)
        assert len(reader.news.split("\n")) == 4


async def test_it_names_the_readers_own_keys(home: Path) -> None:
    folder = home / "config" / "briefing"
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text("keys: {help: f1}\n", "utf-8")
    async with desk(size=(80, 24), is_first=True) as reader:
        assert "f1 shows all keys" in reader.news
