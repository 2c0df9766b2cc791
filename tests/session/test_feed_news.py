"""What was sent before is not read again: that saves time, and changes nothing else."""

from __future__ import annotations

import os
import random
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from briefing.model.feed import FeedPage, FeedSource, FeedState, KnownBy, KnownItem
from briefing.parsing import feeds
from briefing.session import feed_news
from briefing.session.feed_asking import Asking
from briefing.session.feed_updates import FeedUpdates
from briefing.storage.feed_servers import FeedServers
from briefing.storage.feed_states import FeedStates
from briefing.storage.library_articles import LibraryArticles
from tests.feed_server import item, rss
from tests.session.fakes import FakeClock

SEEDS = int(os.environ.get("FEED_SEEDS", "12"))
FEED = FeedSource("news", "https://example.org/feed.xml")


@dataclass
class Reader:
    """A library whose one feed says what it is given."""

    folder: Path
    read: list[str] = field(default_factory=list)
    """The headlines that were read, in their order."""

    def hears(self, data: bytes, base: str = FEED.url) -> None:
        asking = Asking(FeedServers())
        states, articles = FeedStates(self.folder), LibraryArticles(self.folder)
        updates = FeedUpdates(asking, states, articles, FakeClock(), {})
        asked = asking.read(FEED, states.load(FEED.url), FeedPage(data, base))
        assert asked.news is not None, asked.error
        self.read += [each.item.title for each in asked.news.matched]
        updates.take(asked)

    @property
    def state(self) -> FeedState:
        return FeedStates(self.folder).load(FEED.url)

    @property
    def known(self) -> tuple[KnownBy, set[KnownItem]]:
        items = {replace(each, fingerprint="") for each in self.state.items}
        assert len(items) == len(self.state.items)
        return self.state.known_by, items

    @property
    def files(self) -> dict[str, bytes]:
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in found}


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(tmp_path / "library")


def test_only_what_is_new_or_corrected_is_read(reader: Reader) -> None:
    reader.hears(rss(*(item(key) for key in range(3))))
    reader.hears(rss(item(3), item(0), item(1, text="Other words."), item(2)))
    assert reader.read == ["Item 0", "Item 1", "Item 2", "Item 3", "Item 1"]
    assert len(reader.state.items) == 4


def test_a_new_item_with_the_headline_of_an_old_one_is_another(reader: Reader) -> None:
    old = item(1, title="Weather today")
    reader.hears(rss(old))
    reader.hears(rss(item(2, title="Weather today"), old))
    assert len({each.path for each in reader.state.items}) == 2


def test_an_item_that_came_and_went_is_known_when_it_comes_back(reader: Reader) -> None:
    for data in (rss(item(1), item(2)), rss(item(2)), rss(item(1), item(2))):
        reader.hears(data)
    assert reader.read == ["Item 1", "Item 2"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<![CDATA[<p>In </item><item> one</p>]]>", id="cdata"),
        pytest.param("One <!-- </item><item> --> word", id="comment"),
        pytest.param("&lt;/item&gt;&lt;item&gt;", id="escaped"),
    ],
)
def test_tags_of_items_in_the_text_of_one_are_text(text: str, reader: Reader) -> None:
    reader.hears(rss(item(1, text=text), item(2)))
    reader.hears(rss(item(3), item(1, text=text), item(2)))
    assert reader.read == ["Item 1", "Item 2", "Item 3"]


def _changed(chance: random.Random, items: list[dict[str, str | None]]) -> None:
    """Something that real feeds do."""
    one = chance.choice(items)
    match chance.randrange(9):
        case 0 | 1 | 2:
            key = str(chance.randrange(1_000))
            items.insert(0, {"key": key, "guid": ""})
        case 3:
            items.insert(chance.randrange(len(items)), {**one})
        case 4:
            one["title"] = chance.choice(["Weather", "Item 5", "Other"])
        case 5:
            one["text"] = f"Words {chance.randrange(99)}."
        case 6:
            one["link"] = chance.choice(["https://example.org/one", "two", None])
        case 7:
            one["guid"] = chance.choice([None, "the same"])
        case _:
            if len(items) > 1:
                items.remove(one)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_reading_what_was_not_sent_before_ends_as_reading_all(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick, thorough = Reader(tmp_path / "quick"), Reader(tmp_path / "thorough")
    chance = random.Random(seed)
    items: list[dict[str, str | None]] = [{"key": str(n), "guid": ""} for n in range(3)]
    for _round in range(6):
        for _change in range(chance.randrange(3)):
            _changed(chance, items)
        data = rss(*(item(**each) for each in items))  # type: ignore[arg-type]
        base = chance.choice([FEED.url] * 4 + ["https://other.org/"])
        quick.hears(data, base)
        with monkeypatch.context() as all_read:
            all_read.setattr(feed_news, "by_fingerprint", lambda _known: {})
            thorough.hears(data, base)
        assert (quick.known, quick.files) == (thorough.known, thorough.files)


def test_a_feed_cut_into_its_items_is_read_as_one_that_was_not() -> None:
    data = rss(*(item(key) for key in range(4)))
    all_read = feeds.parse_feed(data, "feed", FEED.url)
    known = {all_read.items[1].fingerprint, all_read.items[3].fingerprint}
    some = feeds.parse_feed(data, "feed", FEED.url, known=known)
    assert some.items == (all_read.items[0], all_read.items[2])
    assert set(some.left_out) == known
