"""Whatever happens while items are written, none is lost and none comes twice."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefing.model.errors import StorageError
from briefing.model.feed import FeedSource
from briefing.model.version import Incoming
from briefing.session.taking_in import Taken
from briefing.storage.feed_states import FeedStates
from briefing.storage.fetching import Limits
from briefing.storage.library_articles import LibraryArticles
from tests.dying import dying_after
from tests.feed_server import (
    FeedServer,
    item,
    rss,
    tagged,
)
from tests.session.feed_library import Desk


@pytest.mark.parametrize("count", range(13))
def test_a_kill_at_any_write_costs_and_doubles_nothing(
    count: int, server: FeedServer, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = FeedSource("news", server.serve("/feed", rss(*(item(n) for n in range(4)))))
    with monkeypatch.context() as patch:
        dying_after(count, patch)
        with pytest.raises(KeyboardInterrupt):
            desk.one(feed)
    desk.one(feed)
    assert len(desk.articles) == 4
    assert len(FeedStates(desk.folder).load(feed.url).items) == 4
    for path in desk.articles:
        versions = LibraryArticles(desk.folder).versions(f"news/{path.name}")
        (version,) = versions.load().versions
        assert versions.text(version.rev) is not None


def test_a_full_disk_is_told_and_what_did_not_come_is_asked_for_again(
    server: FeedServer, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = FeedSource("news", server.serve("/feed", tagged(rss(item(1), item(2)))))

    def full(_self: object, incoming: Sequence[Incoming]) -> None:
        raise StorageError("no space left", where=incoming[0].path)

    with monkeypatch.context() as patch:
        patch.setattr(LibraryArticles, "take", full)
        assert len(desk.one(feed).faults) == 2
    assert desk.one(feed).taken == {Taken.NEW: 2}


def test_a_name_leads_nowhere_else(server: FeedServer, desk: Desk) -> None:
    desk.one(FeedSource("../../outside", server.serve("/feed", rss(item(1)))))
    (path,) = desk.articles
    assert path.parent.parent == desk.folder


def test_many_items_come_at_once(server: FeedServer, desk: Desk) -> None:
    large = replace(desk, limits=Limits(silence=5, seconds=20))
    count = int(os.environ.get("FEED_ITEMS", "120"))  # more than are written together
    feed = FeedSource("news", server.serve("/feed", rss(*(item(n) for n in range(count)))))
    assert large.one(feed).taken == {Taken.NEW: count}
    assert large.one(feed).taken == {Taken.SAME: count}
