"""The text of the page behind an item, where that is wanted."""

from __future__ import annotations

import pytest

from briefing.model.feed import FeedSource, ItemText
from briefing.session import feed_asking
from briefing.session.feed_updates import Outcome
from briefing.session.taking_in import Taken
from briefing.storage import _reach
from tests.feed_server import (
    FeedServer,
    feed_server,
    in_turn,
    item,
    rss,
    sending,
    silent,
    tagged,
)
from tests.session.feed_library import Desk


def test_the_page_behind_an_item_is_taken_where_it_says_more(
    server: FeedServer, desk: Desk
) -> None:
    words = "The minister said on Monday that the harvest had been good this year. " * 5
    page = (
        f"<html><body><article><h1>Item 1</h1><p>{words}</p><p>{words}</p></article></body></html>"
    )
    link = server.serve("/page", sending(page.encode(), Content_Type="text/html"))
    feed = FeedSource("news", server.serve("/feed", rss(item(1, link=link))), text=ItemText.PAGE)
    desk.one(feed)
    assert words.strip() in desk.texts()
    desk.one(feed)
    assert server.asked["/page"] == 1


def test_a_page_that_fails_leaves_the_text_of_the_feed_and_is_tried_twice_more(
    server: FeedServer, desk: Desk
) -> None:
    link = server.serve("/page", sending(b"", 500))
    body = tagged(rss(item(1, link=link)))
    feed = FeedSource("news", server.serve("/feed", body), text=ItemText.PAGE)
    first = desk.one(feed)
    assert (first.missing, first.taken) == (1, {Taken.NEW: 1})
    assert "Words of item 1." in desk.texts()
    outcomes = [desk.one(feed).outcome for _time in range(4)]
    assert set(outcomes) == {Outcome.UNCHANGED}
    assert (server.asked["/page"], len(desk.articles)) == (3, 1)


def test_a_text_that_came_from_a_page_stays_until_the_page_comes_again(
    server: FeedServer, desk: Desk
) -> None:
    words = "The minister said on Monday that the harvest had been good this year. " * 9
    page = f"<html><body><article><h1>Item 1</h1><p>{words}</p></article></body></html>"
    pages = [
        sending(text.encode(), status, Content_Type="text/html")
        for text, status in ((page, 200), ("", 500), (page.replace("good", "bad"), 200))
    ]
    link = server.serve("/page", in_turn(pages))
    feeds = [rss(item(1, link=link, text=text)) for text in ("Good.", "Bad.", "Bad.")]
    feed = FeedSource("news", server.serve("/feed", in_turn(feeds)), text=ItemText.PAGE)
    desk.one(feed)
    assert desk.one(feed).taken == {Taken.SAME: 1}
    assert "been good this year" in desk.texts()
    assert desk.one(feed).taken == {Taken.CORRECTED: 1}
    assert "been bad this year" in desk.texts()


def test_pages_of_a_silent_host_are_not_waited_for_again_and_again(
    server: FeedServer, desk: Desk
) -> None:
    items = [item(n, link=server.serve(f"/page-{n}", silent)) for n in range(5)]
    feed = FeedSource("news", server.serve("/feed", rss(*items)), text=ItemText.PAGE)
    assert desk.one(feed).taken == {Taken.NEW: 5}
    assert sum(server.asked[f"/page-{n}"] for n in range(5)) == 2
    assert desk.texts().count("Words of item") == 5


def test_pages_are_fetched_some_at_a_time_until_all_are_there(
    server: FeedServer, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_asking, "_PAGES", 2)
    words = "The river rose by three metres in a night, and the bridge was closed. " * 9
    page = sending(f"<article><p>{words}</p></article>".encode(), Content_Type="text/html")
    items = [item(n, link=server.serve(f"/page-{n}", page)) for n in range(5)]
    feed = FeedSource("news", server.serve("/feed", tagged(rss(*items))), text=ItemText.PAGE)
    taken = [desk.one(feed).taken for _time in range(4)]
    assert taken == [
        {Taken.NEW: 5},
        {Taken.CORRECTED: 2, Taken.SAME: 3},
        {Taken.CORRECTED: 1, Taken.SAME: 4},
        {},
    ]
    assert all(server.asked[f"/page-{n}"] == 1 for n in range(5))


def test_a_feed_out_there_leads_to_no_page_inside(
    server: FeedServer, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = server.serve("/router", sending(b"<p>password</p>" * 99, Content_Type="text/html"))
    is_public = _reach.is_public
    monkeypatch.setattr(_reach, "is_public", lambda one: one == "127.0.0.2" or is_public(one))
    with feed_server("127.0.0.2") as outside:
        url = outside.serve("/feed", rss(item(1, link=link)))
        desk.one(FeedSource("news", url, text=ItemText.PAGE))
        assert (outside.asked, server.asked) == ({"/feed": 1}, {})
    assert "Words of item 1." in desk.texts()
