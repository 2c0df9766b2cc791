"""Feeds that move, go, or fail are asked where they are, and as often as they want."""

from __future__ import annotations

import pytest

from briefing.model.feed import FeedSource
from briefing.session.feed_updates import NEVER, Outcome
from tests.feed_server import (
    FeedServer,
    in_turn,
    item,
    leading,
    rss,
    sending,
)
from tests.session.feed_library import Desk


def test_a_feed_that_moved_for_good_is_asked_where_it_is(server: FeedServer, desk: Desk) -> None:
    new = server.serve("/new", rss(item(1)))
    old = server.serve("/old", leading(new, 301))
    update = desk.one(FeedSource("news", old))
    assert (update.feed.url, update.former_url) == (new, old)
    desk.one(update.feed)
    assert (server.asked["/old"], len(desk.articles)) == (1, 1)


def test_a_feed_that_moved_to_where_another_one_is_keeps_its_address_and_is_told(
    server: FeedServer, desk: Desk
) -> None:
    new = FeedSource("new", server.serve("/new", rss(item(1), item(2))))
    old = FeedSource("old", server.serve("/old", leading(new.url, 308)))
    for _time in range(2):
        one, two = sorted(desk.update(new, old), key=lambda update: update.feed.name)
        assert (two.feed.url, two.same_as, one.same_as) == (old.url, "new", None)
    assert len(desk.articles) == 2


def test_a_feed_that_moved_for_now_keeps_its_address(server: FeedServer, desk: Desk) -> None:
    new = server.serve("/new", rss(item(1)))
    update = desk.one(FeedSource("news", server.serve("/old", leading(new, 302))))
    assert update.feed.url == server.url("/old")


def test_a_feed_that_is_gone_is_asked_no_more(server: FeedServer, desk: Desk) -> None:
    feed = FeedSource("news", server.serve("/gone", sending(b"", 410)))
    assert desk.one(feed).state.due == NEVER
    assert desk.one(feed).outcome is Outcome.NOT_DUE
    assert server.asked["/gone"] == 1


@pytest.mark.parametrize(
    ("status", "wait", "due"),
    [
        (429, "172800", "2026-11-03T08:00:00Z"),
        (503, "3600", "2026-11-01T09:00:00Z"),
        (503, "no number", "2026-11-01T08:30:00Z"),
        (503, "Mon, 06 Sep 2021 16:45:00 GMT", "2026-11-01T08:30:00Z"),
        (429, "99999999999999999999", "2026-11-08T08:00:00Z"),
    ],
)
def test_a_server_that_asks_to_wait_is_left_alone(
    status: int, wait: str, due: str, server: FeedServer, desk: Desk
) -> None:
    feed = FeedSource("news", server.serve("/busy", sending(b"", status, Retry_After=wait)))
    assert desk.one(feed).state.due == due


def test_a_feed_that_fails_is_asked_less_often_until_it_is_well(
    server: FeedServer, desk: Desk
) -> None:
    answers = [sending(b"", 500)] * 3 + [sending(rss(item(1)))]
    feed = FeedSource("news", server.serve("/feed", in_turn(answers)))
    states = [desk.one(feed, is_named=True).state for _ in range(3)]
    assert [state.failures for state in states] == [1, 2, 3]
    assert [state.due for state in states] == [
        "2026-11-01T08:30:00Z",
        "2026-11-02T09:00:00Z",
        "2026-11-03T10:00:00Z",
    ]
    assert {state.failing_since for state in states} == {"2026-11-01T08:00:00Z"}
    well = desk.one(feed).state
    assert (well.failures, well.fault, well.due, well.failing_since) == (0, None, None, None)
