"""An item is one article: however often it comes, and whatever changes in it."""

from __future__ import annotations

import pytest

from briefing.model.feed import FeedSource
from briefing.session.feed_updates import Outcome
from briefing.session.taking_in import Taken
from briefing.storage.feed_states import FeedStates
from briefing.storage.library_articles import LibraryArticles
from tests.feed_server import (
    FeedServer,
    in_turn,
    item,
    rss,
)
from tests.session.feed_library import Desk


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
