"""Feeds in the library: asked in the background, counted at the left, read one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model.feed import FeedSource
from briefing.model.library_file import KeepRead, LibraryFile
from briefing.storage.library_file import LibraryFileStore
from tests.cli.run import run
from tests.feed_server import FeedServer, feed_server, item, rss, sending, silent
from tests.journeys.library_desk import library_desk


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with feed_server() as found:
        yield found


def subscribe(folder: Path, **urls: str) -> Path:
    feeds = tuple(FeedSource(name, url, name.title()) for name, url in urls.items())
    LibraryFileStore(folder).change(lambda _file: LibraryFile(feeds))
    return folder


async def test_news_comes_while_one_reads_with_counts_and_faults_at_the_left(
    server: FeedServer, tmp_path: Path
) -> None:
    wheat = server.serve("/wheat", rss(item(1), item(2)))
    broken = server.serve("/broken", sending(b"", 500))
    async with library_desk(subscribe(tmp_path, wheat=wheat, broken=broken)) as reader:
        assert (reader.titles, reader.count("» Wheat")) == ([], "0")
        await reader.press("r")
        assert reader.titles == ["Item 1", "Item 2"]
        assert reader.rows("groups")[-2:] == ["» Broken", "» Wheat"]  # and no folder of that name
        assert reader.count("» Wheat") == "2"
        told = str(reader.library.shelf.strip.content)
        assert told.startswith("2 feeds: 2 new articles · broken: ")
        groups = reader.library.shelf.groups
        row = next(row for row in groups.rows if row.text == "» Broken")
        assert row.sign == "!"
        groups.point_at(row.ref)
        groups.focus()
        await reader.press("enter")
        assert "asked again after" in str(reader.library.shelf.strip.content)
        await reader.press("R")
        assert server.asked == {"/wheat": 1, "/broken": 2}
        await reader.press("r")
        told = str(reader.library.shelf.strip.content)
        assert told == "one feed: nothing new · one that failed is not asked yet"
        assert reader.foot.strip() == f"{tmp_path.name} · 2 articles · newest first"


async def test_a_feed_is_added_by_the_key_that_adds_pages(
    server: FeedServer, tmp_path: Path
) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/wheat">'
    server.serve("/site", sending(f"<html><head>{link}</head></html>".encode()))
    wheat = server.serve("/wheat", rss(item(1), item(2), title="Wheat"))
    broken = server.serve("/broken", sending(b"", 500))
    async with library_desk(tmp_path) as reader:
        for address, told, count in (
            (wheat, f"wheat added: {wheat} · wheat: 2 new articles", "2"),
            (server.url("/site"), "wheat is here already", "2"),
            (broken, "the server answers 500", "2"),
        ):
            await reader.press("a")
            await reader.pilot.press(*address)
            await reader.press("enter")
            assert told in str(reader.library.shelf.strip.content)
            assert reader.count("» Wheat") == count
        assert sorted(reader.titles) == ["Item 1", "Item 2"]


async def test_asking_is_stopped_and_holds_up_no_key(server: FeedServer, tmp_path: Path) -> None:
    wheat = server.serve("/wheat", rss(item(1), item(2)))
    yard = server.serve("/yard", silent)
    async with library_desk(subscribe(tmp_path, wheat=wheat, yard=yard)) as reader:
        await reader.pilot.press("r")
        while "feeds 1 of 2 · Esc stops" not in reader.foot:
            await reader.pilot.pause(0.02)
        await reader.pilot.press("o")
        assert "by title" in reader.foot
        assert "feeds 1 of 2" in reader.foot
        await reader.press("escape")  # returns when all has ended, although the server is silent
        assert "feeds" not in reader.foot
        assert server.asked == {"/wheat": 1, "/yard": 1}
        assert reader.titles == ["Item 1", "Item 2"]


async def test_unread_ones_are_read_across_feeds(server: FeedServer, tmp_path: Path) -> None:
    wheat = server.serve("/wheat", rss(item(1)))
    river = server.serve("/river", rss(item(2), item(3)))
    async with library_desk(subscribe(tmp_path, wheat=wheat, river=river)) as reader:
        await reader.press("r")
        view = reader.library.shelf.view
        view.group = next(group for group, _count in view.groups if group.value == "river/")
        reader.library.shelf.show()
        await reader.press("G", "full_stop")
        assert (view.group.value, reader.at_hand) == ("wheat/", "Item 1")
        await reader.press("comma")
        assert (view.group.value, reader.at_hand) == ("river/", "Item 3")
        await reader.press("enter", "full_stop", "q")
        assert (view.group.value, reader.at_hand, reader.count("» Wheat")) == (
            "wheat/",
            "Item 1",
            "0",
        )


async def test_the_text_goes_on_through_feed_after_feed(server: FeedServer, tmp_path: Path) -> None:
    names = {"barley": (1,), "oats": (2, 3), "rye": (4,)}
    urls = {
        name: server.serve(f"/{name}", rss(*(item(key) for key in keys)))
        for name, keys in names.items()
    }
    async with library_desk(subscribe(tmp_path, **urls)) as reader:
        await reader.press("r")
        view = reader.library.shelf.view
        view.group = next(group for group, _count in view.groups if group.value == "barley/")
        reader.library.shelf.show()
        await reader.press("enter")
        titles = [reader.title]
        for _press in range(3):
            await reader.press("full_stop")
            titles.append(reader.title)
        assert titles == ["Item 1", "Item 2", "Item 3", "Item 4"]


async def test_old_articles_go_after_an_update_and_come_back_with_one_key(
    server: FeedServer, tmp_path: Path
) -> None:
    wheat = server.serve("/wheat", rss(item(1), item(2), item(3)))
    rule = KeepRead(items=1)
    LibraryFileStore(subscribe(tmp_path, wheat=wheat)).change(
        lambda file: replace(file, keep_read=rule)
    )
    async with library_desk(tmp_path) as reader:
        await reader.press("r", "M", "x")
        newest, kept, gone = reader.titles
        await reader.press("M", "j", "asterisk", "r")
        assert reader.titles == [newest, kept]
        told = str(reader.library.shelf.strip.content)
        assert "one old article is in the trash; u undoes that" in told
        await reader.press("r")
        assert reader.titles == [newest, kept]
        await reader.press("u")
        assert reader.titles == [newest, kept, gone]


async def test_a_correction_tells_which_note_it_changes(server: FeedServer, tmp_path: Path) -> None:
    wheat = server.serve("/wheat", rss(item(1, text="Some 300 people left.")))
    async with library_desk(subscribe(tmp_path, wheat=wheat)) as reader:
        await reader.press("r")
        (article,) = (tmp_path / "wheat").glob("*.md")
        run("notes", "add", article, "--quote", "300 people")
        server.serve("/wheat", rss(item(1, text="Some 350 people left.")))
        await reader.press("r")
        told = str(reader.library.shelf.strip.content)
        assert told.startswith("one feed: one corrected · ")
        assert "has other words now: was «300 people» now «350 people»" in told
        assert reader.library.shelf.strip.has_class("-warning")
