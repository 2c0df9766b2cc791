"""Feeds that misbehave: no double, no loss, no hang, one line each."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from briefing.model.errors import StorageError
from briefing.model.feed import FeedSource, ItemText
from briefing.model.version import Incoming
from briefing.session import feed_asking
from briefing.session.feed_asking import Asking
from briefing.session.feed_updates import NEVER, FeedUpdates, Outcome, Update
from briefing.session.taking_in import Taken
from briefing.storage import _reach
from briefing.storage.feed_servers import FeedServers
from briefing.storage.feed_states import FeedStates
from briefing.storage.fetching import Limits
from briefing.storage.library_articles import LibraryArticles
from tests.dying import dying_after
from tests.feed_server import (
    ODD,
    WRONG,
    FeedServer,
    feed_server,
    in_turn,
    item,
    leading,
    rss,
    sending,
    silent,
    tagged,
)

QUICK = Limits(silence=0.4, seconds=0.8, size=200_000, redirects=3)


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with feed_server() as found:
        yield found


@dataclass
class Day:
    """A clock that goes on by a day for each update."""

    day: int = 1

    def now(self) -> str:
        return f"2026-11-{self.day:02}T08:00:00Z"

    def new_id(self) -> str:
        raise NotImplementedError


@dataclass
class Desk:
    """A library with feeds, updated again and again."""

    folder: Path
    limits: Limits = QUICK
    clock: Day = field(default_factory=Day)

    def update(self, *feeds: FeedSource, is_named: bool = False) -> list[Update]:
        updates = FeedUpdates(
            Asking(FeedServers(self.limits)),
            FeedStates(self.folder),
            LibraryArticles(self.folder),
            self.clock,
            {feed.url: feed.name for feed in feeds},
        )
        found = list(updates.run(feeds, is_named=is_named))
        self.clock.day += 1
        return found

    def one(self, feed: FeedSource, *, is_named: bool = False) -> Update:
        (update,) = self.update(feed, is_named=is_named)
        return update

    @property
    def articles(self) -> list[Path]:
        return sorted(self.folder.rglob("*.md"))

    def texts(self) -> str:
        return "\n".join(path.read_text("utf-8") for path in self.articles)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "library")


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


def _atom(*titles: str) -> bytes:
    """One entry, with each of its headlines on a day of its own."""
    entries = (
        f"<entry><id>urn:1</id><title>{title}</title><link href='https://example.org/1'/>"
        f"<updated>2026-01-0{day}T00:00:00Z</updated><summary>Words.</summary></entry>"
        for day, title in enumerate(titles, 1)
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom'>{''.join(entries)}</feed>".encode()


THREE = [item(n, guid="same") for n in (1, 2, 3)]
NO_DOUBLE: dict[str, tuple[list[bytes], int]] = {
    "no guid": ([rss(item(1, guid=None), item(2, guid=None))] * 2, 2),
    "one guid three times": ([rss(*THREE), rss(*THREE[:1]), rss(*THREE)], 3),
    "one guid and one address, several headlines": (
        [rss(*(item(n, guid="same", link="https://example.org/") for n in (1, 2, 3)))] * 2,
        3,
    ),
    "one item as it was and as it is": ([_atom("Old", "New"), _atom("Old", "New", "Newest")], 1),
    "one address, several headlines": (
        [rss(*(item(n, guid=None, link="https://example.org/") for n in (1, 2)))] * 2,
        2,
    ),
    "one item three times": ([rss(item(1), item(1), item(1))] * 2, 1),
    "all guids changed": (
        [rss(*(item(n) for n in range(5))), rss(*(item(n, guid=f"new-{n}") for n in range(5)))],
        5,
    ),
    "guids and addresses changed": (
        [
            rss(*(item(n) for n in range(5))),
            rss(*(item(n, guid=f"x{n}", link=f"https://new.org/{n}") for n in range(5))),
        ],
        5,
    ),
    "all guids changed, one headline twice": (
        [
            rss(*(item(n, title=f"News {n % 4}") for n in range(5))),
            rss(
                *(
                    item(n, guid=f"x{n}", link=f"https://new.org/{n}", title=f"News {n % 4}")
                    for n in range(5)
                )
            ),
        ],
        7,
    ),
    "items come and go": ([rss(item(1), item(2)), rss(item(3)), rss(item(1), item(3))], 3),
    "dates in the future": ([rss(item(1, date="Mon, 06 Sep 2094 16:45:00 GMT"))] * 2, 1),
    "no date": ([rss(item(1, date=""))] * 2, 1),
    "an item without anything": ([rss("<item></item>", item(1))] * 2, 2),
    "breaks off": ([rss(item(1), item(2))[:-60], rss(item(1), item(2))], 2),
}


@pytest.mark.parametrize("case", NO_DOUBLE)
def test_no_item_comes_twice_and_none_is_lost(case: str, server: FeedServer, desk: Desk) -> None:
    answers, count = NO_DOUBLE[case]
    feed = FeedSource("news", server.serve("/feed", in_turn(answers)))
    for _answer in answers:
        assert desk.one(feed).outcome is not Outcome.FAILED
    assert len(desk.articles) == count


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


def test_a_correction_is_a_version_and_no_second_article(server: FeedServer, desk: Desk) -> None:
    first, second = (
        rss(item(1, title=title, text=f"{count} organizations."))
        for title, count in (("Over 350", 350), ("Over 30", 30))
    )
    feed = FeedSource("news", server.serve("/feed", in_turn([first, second])))
    desk.one(feed)
    update = desk.one(feed)
    assert update.taken == {Taken.CORRECTED: 1}
    (path,) = desk.articles
    assert "title: Over 30\n" in path.read_text("utf-8")
    versions = LibraryArticles(desk.folder).versions(f"news/{path.name}")
    texts = [versions.text(version.rev) for version in versions.load().versions]
    assert texts == ["Over 350\n350 organizations.", "Over 30\n30 organizations."]


def test_what_was_edited_by_hand_stays_and_is_told(server: FeedServer, desk: Desk) -> None:
    answers = [rss(item(1)), rss(item(1, text="Other words."))]
    feed = FeedSource("news", server.serve("/feed", in_turn(answers)))
    desk.one(feed)
    (path,) = desk.articles
    path.write_text(path.read_text("utf-8").replace("Words", "My words"), "utf-8")
    update = desk.one(feed)
    assert update.waiting == (f"news/{path.name}",)
    assert "My words of item 1." in path.read_text("utf-8")


def test_two_feeds_with_one_item_give_one_article(server: FeedServer, desk: Desk) -> None:
    feeds = [FeedSource(name, server.serve(f"/{name}", rss(item(1)))) for name in ("one", "two")]
    desk.update(*feeds)
    desk.update(*feeds)
    assert len(desk.articles) == 1
    for feed in feeds:
        assert len(FeedStates(desk.folder).load(feed.url).items) == 1


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
