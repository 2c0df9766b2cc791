"""Feeds that misbehave: no double, no loss, no hang, one line each."""

from __future__ import annotations

import pytest

from briefing.model.feed import FeedSource
from briefing.session.feed_updates import Outcome
from briefing.session.taking_in import Taken
from tests.feed_server import (
    ODD,
    WRONG,
    FeedServer,
    item,
    rss,
    silent,
    tagged,
)
from tests.session.feed_library import Desk


@pytest.mark.parametrize("path", WRONG)
def test_what_is_wrong_is_one_line_and_no_article(
    path: str, server: FeedServer, desk: Desk
) -> None:
    feed = FeedSource("bad", server.serve(path, WRONG[path]))
    update = desk.one(feed)
    assert update.outcome is Outcome.FAILED
    assert update.state.fault is not None
    assert "\n" not in update.state.fault
    assert len(update.state.fault) < 250
    assert update.state.failing_since == "2026-11-01T08:00:00Z"
    assert not desk.articles


@pytest.mark.parametrize("path", ODD)
def test_what_is_odd_is_taken_in_as_often_as_it_comes(
    path: str, server: FeedServer, desk: Desk
) -> None:
    feed = FeedSource("odd", server.serve(path, ODD[path]))
    assert [desk.one(feed).outcome for _time in range(2)] == [Outcome.UPDATED, Outcome.UNCHANGED]
    assert len(desk.articles) == 2
    assert "root:" not in desk.texts()
    assert desk.texts().replace("\n", "").isprintable()


def test_one_bad_feed_does_not_hold_up_the_others(server: FeedServer, desk: Desk) -> None:
    good = FeedSource("good", server.serve("/good", rss(item(1))))
    bad = [FeedSource(path[1:], server.serve(path, WRONG[path])) for path in ("/500", "/words")]
    outcomes = {update.feed.name: update.outcome for update in desk.update(*bad, good)}
    assert outcomes == {
        "500": Outcome.FAILED,
        "words": Outcome.FAILED,
        "good": Outcome.UPDATED,
    }


def test_a_silent_host_is_left_after_two_feeds_and_who_answers_comes_first_then(
    server: FeedServer, desk: Desk
) -> None:
    names = ("a", "b", "c")
    mute = [FeedSource(name, server.serve(f"/{name}", silent)) for name in names]
    good = FeedSource("good", server.serve("/good", rss(item(1))))
    faults = {each.feed.name: each.state.fault or "" for each in desk.update(*mute, good)}
    assert server.asked == {"/a": 1, "/b": 1}
    assert "does not answer" in faults["a"]
    assert "did not answer for other feeds" in faults["good"]
    updates = desk.update(*mute, good)
    assert [each.feed.name for each in updates[:2]] == ["c", "good"]
    assert updates[1].outcome is Outcome.UPDATED
    assert updates[1].state.fault is None


def test_an_item_becomes_an_article_with_all_that_the_feed_says(
    server: FeedServer, desk: Desk
) -> None:
    feed = FeedSource(
        "news", server.serve("/feed", rss(item(1, title="R&amp;D &lt;b&gt;up&lt;/b&gt;")))
    )
    update = desk.one(feed)
    assert update.taken == {Taken.NEW: 1}
    assert (update.feed.title, update.feed.site) == ("News", "https://example.org/")
    (path,) = desk.articles
    assert path.parent.name == "news"
    assert path.read_text("utf-8") == (
        "---\ntitle: R&D up\nsource:\n  url: https://example.org/1\n"
        "  retrieved: '2026-11-01T08:00:00Z'\npublished: '2021-09-06T16:45:00Z'\nsite: News\n"
        "---\n\nWords of item 1.\n"
    )


def test_nothing_new_is_one_request_and_no_write(server: FeedServer, desk: Desk) -> None:
    feed = FeedSource("news", server.serve("/feed", tagged(rss(item(1)))))
    desk.one(feed)
    before = {path: path.stat().st_mtime_ns for path in desk.articles}
    assert desk.one(feed).outcome is Outcome.UNCHANGED
    assert server.asked["/feed"] == 2
    assert {path: path.stat().st_mtime_ns for path in desk.articles} == before


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("Mon, 06 Sep 2021 16:45:00 GMT", "2021-09-06T16:45:00Z"),
        ("06 Sep 2021 18:45 +0200", "2021-09-06T16:45:00Z"),
        ("2021-09-06T16:45:00Z", "2021-09-06T16:45:00Z"),
        ("2021-09-06", "2021-09-06T00:00:00Z"),
        ("Mon Sep  6 16:45:00 2021", "2021-09-06T16:45:00Z"),
        ("20210906", "2021-09-06T00:00:00Z"),
    ],
)
def test_dates_of_many_forms_are_read(
    date: str, published: str, server: FeedServer, desk: Desk
) -> None:
    desk.one(FeedSource("news", server.serve("/feed", rss(item(1, date=date)))))
    assert f"published: '{published}'" in desk.texts()


def test_titles_with_escapes_reach_no_terminal(server: FeedServer, desk: Desk) -> None:
    bad = rss(item(1, title="a\x1b[31mred\x07 &#27;]0;title&#7; end"))
    desk.one(FeedSource("news", server.serve("/feed", bad)))
    assert len(desk.articles) == 1
    assert not {"\x1b", "\x07", "\x9b"} & set(desk.texts())
