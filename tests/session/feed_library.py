"""A library with feeds that is updated day after day."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from briefing.model.feed import FeedSource
from briefing.session.feed_asking import Asking
from briefing.session.feed_updates import FeedUpdates, Update
from briefing.storage.feed_servers import FeedServers
from briefing.storage.feed_states import FeedStates
from briefing.storage.fetching import Limits
from briefing.storage.library_articles import LibraryArticles

QUICK = Limits(silence=0.4, seconds=0.8, size=200_000, redirects=3)


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
