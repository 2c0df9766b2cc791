"""Old articles that came from feeds and were read go to the trash, where a library has a rule.

What somebody has done something with is never old: a star, a tag, a note, one that is being typed,
a passage that a draft quotes, words that were edited. The rule is off until somebody sets it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from briefing.model.feed import FeedSource
from briefing.model.library import Entry
from briefing.model.library_file import KeepRead
from briefing.session.feed_articles import feed_folder
from briefing.session.library_order import Order, ordered
from briefing.session.library_ports import AttachedPort, LibraryFilePort
from briefing.session.ports import ClockPort, FeedStatesPort


@dataclass(frozen=True, slots=True)
class FeedClearing:
    """Finds what a library's rule lets go."""

    file: LibraryFilePort
    """The rule, and which feeds there are."""
    states: FeedStatesPort
    """What came from them."""
    attached: AttachedPort
    """What hangs on an article."""
    pointed_at: Callable[[], Collection[str]]
    """The paths of articles that drafts quote or notes of others are about; slow."""
    clock: ClockPort
    """The time."""

    @property
    def is_on(self) -> bool:
        """Whether there is a rule.

        Raises:
            InputError: The library's file cannot be read.
        """
        return self.file.load().keep_read != KeepRead()

    def outlived(self, entries: Iterable[Entry]) -> list[Entry]:
        """The articles that are to go, by feeds.

        Args:
            entries: All articles of the library, as they stand with the reader.

        Raises:
            BriefingError: The library's file or folder cannot be read.
        """
        file, there = self.file.load(), {entry.path: entry for entry in entries}
        found: list[Entry] = []
        for feed in file.feeds if file.keep_read != KeepRead() else ():
            own = ordered(list(self._of_feed(feed, there)), Order.NEWEST)
            found += self._beyond(own, file.keep_read)
        free = [entry for entry in found if not self.attached.is_touched(entry.path, entry.rev)]
        pointed_at = self.pointed_at() if free else ()
        return [entry for entry in free if entry.path not in pointed_at]

    def _of_feed(self, feed: FeedSource, there: dict[str, Entry]) -> Iterator[Entry]:
        """The articles that a feed has brought."""
        folder = f"{feed_folder(feed)}/"
        for item in self.states.load(feed.url).items:
            if item.path.startswith(folder) and item.path in there:
                yield there[item.path]

    def _beyond(self, entries: Iterable[Entry], rule: KeepRead) -> Iterator[Entry]:
        """Those that were read, are unmarked, and older or more than the rule keeps."""
        oldest = _before(self.clock.now(), rule.days)
        for count, entry in enumerate(entries):
            if entry.standings or entry.tags or entry.fault is not None:
                continue
            is_one_too_many = rule.items is not None and count >= rule.items
            if is_one_too_many or (oldest and self._written(entry) < oldest):
                yield entry

    def _written(self, entry: Entry) -> str:
        """When an article came, or was corrected; what has just gone is no older than anything."""
        return self.attached.written(entry.path) or "9"


def _before(now: str, days: int | None) -> str:
    """The time some days ago; empty where none are named."""
    if days is None:
        return ""
    then = datetime.fromisoformat(now).astimezone(UTC) - timedelta(days=days)
    return then.strftime("%Y-%m-%dT%H:%M:%SZ")
