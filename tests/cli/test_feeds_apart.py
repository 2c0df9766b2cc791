"""Long feeds are read in a process of their own: the same comes of it, and none is left behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.cli.feeds_apart import FeedsApart
from briefing.model.feed import FeedPage, FeedSource, FeedState, ItemText
from briefing.session.feed_asking import Asking
from briefing.session.feed_news import news_with_articles
from briefing.session.feed_updates import FeedUpdates, Update
from briefing.storage.feed_servers import FeedServers
from briefing.storage.feed_states import FeedStates
from briefing.storage.library_articles import LibraryArticles
from tests.feed_server import FeedServer, feed_server, item, rss
from tests.session.fakes import FakeClock

FEED = FeedSource("news", "https://example.org/feed")
NOW = "2026-11-29T13:00:00Z"
LONG = rss(*(item(key, text=f"Words {key}. " * 40) for key in range(80)))


@pytest.fixture
def apart() -> Iterator[FeedsApart]:
    found = FeedsApart()
    yield found
    found.stop()


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with feed_server() as found:
        yield found


def page(data: bytes) -> FeedPage:
    return FeedPage(data, FEED.url)


def update(server: FeedServer, library: Path, reader: FeedsApart | None) -> Update:
    feed = FeedSource("news", server.url("/feed"))
    articles, states = LibraryArticles(library), FeedStates(library)
    updates = FeedUpdates(Asking(FeedServers(), reader=reader), states, articles, FakeClock(), {})
    (found,) = updates.run([feed], is_named=True)
    return found


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_what_is_read_apart_is_what_is_read_here(apart: FeedsApart) -> None:
    odd = replace(FEED, text=ItemText.PAGE)
    for feed, data in ((FEED, LONG), (odd, rss(item("é", title="Ü & <b>")))):
        here = news_with_articles(feed, FeedState(), page(data), NOW)
        assert apart.read(feed, FeedState(), page(data), NOW) == here
        assert bool(here.articles) == (feed is FEED)


def test_what_is_no_feed_is_left_to_whoever_tells_it(apart: FeedsApart) -> None:
    assert apart.read(FEED, FeedState(), page(b"words"), NOW) is None
    assert apart.read(FEED, FeedState(), page(LONG), NOW) is not None


def test_an_update_ends_with_the_same_files(
    server: FeedServer, apart: FeedsApart, tmp_path: Path
) -> None:
    server.serve("/feed", LONG)
    for _time in range(2):
        read_apart = update(server, tmp_path / "apart", apart)
        read_here = update(server, tmp_path / "here", None)
        assert (read_apart.outcome, read_apart.taken) == (read_here.outcome, read_here.taken)
        server.serve("/feed", LONG.replace(b"Words 7.", b"Other 7."))
    assert files(tmp_path / "apart") == files(tmp_path / "here")


def test_a_process_that_comes_to_harm_costs_nothing(
    server: FeedServer, apart: FeedsApart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    server.serve("/feed", LONG)
    assert update(server, tmp_path, apart).taken.total() == 80
    assert len(list(tmp_path.rglob("*.md"))) == 80


def test_a_process_that_cannot_be_started_is_done_without(
    apart: FeedsApart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert apart.read(FEED, FeedState(), page(LONG), NOW) is None


def test_nothing_is_read_once_it_is_stopped(apart: FeedsApart) -> None:
    assert apart.read(FEED, FeedState(), page(LONG), NOW) is not None
    apart.stop()
    assert apart.read(FEED, FeedState(), page(LONG), NOW) is None
