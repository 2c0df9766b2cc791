"""The feeds of one library: how it stands with each, and asking them for their news."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.model.errors import NotFoundError
from briefing.model.feed import FeedSource, FeedState, ShownFeed
from briefing.model.library import Entry
from briefing.model.library_file import LibraryFile
from briefing.session.feed_articles import feed_folder
from briefing.session.feed_asking import Asking
from briefing.session.feed_clearing import FeedClearing
from briefing.session.feed_news import FeedReaderPort
from briefing.session.feed_updates import FeedUpdates, Update
from briefing.session.feed_words import cleared_line, fault_words, news_line
from briefing.session.library_ports import LibraryFilePort
from briefing.session.ports import ArticleFilesPort, ClockPort, FeedServersPort, FeedStatesPort
from briefing.session.taking_in import Arrived
from briefing.text.i18n import _


@dataclass(frozen=True, slots=True)
class FeedDesk:
    """Everything that belongs to the feeds of a library."""

    file: LibraryFilePort
    """Which feeds there are."""
    states: FeedStatesPort
    """How the asking went."""
    articles: ArticleFilesPort
    """What came of it."""
    servers: FeedServersPort
    """What answers."""
    clock: ClockPort
    """The time."""
    clearing: FeedClearing
    """What lets old articles go."""
    recheck: Callable[[Arrived], list[str]] = lambda _arrived: []
    """Tells what does not hold any more since articles came, a line each."""
    reader: FeedReaderPort | None = None
    """What reads long feeds in a process of its own."""

    def feeds(self, names: Sequence[str] = ()) -> tuple[FeedSource, ...]:
        """The feeds with some names or addresses, each once; all where none is named.

        Raises:
            NotFoundError: There is none of that name.
            InputError: The library's file cannot be read.
        """
        there = self.file.load().feeds
        return tuple(dict.fromkeys(_named(there, name) for name in names)) if names else there

    def updates(self, asking: Asking) -> FeedUpdates:
        """What takes in the answers that something gets."""
        there = {feed.url: feed.name for feed in self.feeds()}
        return FeedUpdates(asking, self.states, self.articles, self.clock, there)

    def update(
        self,
        feeds: Sequence[FeedSource],
        *,
        is_named: bool,
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> Iterator[Update]:
        """Ask feeds and take in what came; an update a feed, as soon as it is done.

        Args:
            feeds: Those to ask.
            is_named: Whether the user named them: they are asked although they are not due.
            is_stopped: Whether to stop; asked often.

        Raises:
            BusyError: Another program updates them, and goes on for too long.
            StorageError: What is known of a feed could not be written.
        """
        done: list[Update] = []
        with self.states.alone():
            try:
                asking = Asking(self.servers, is_stopped, self.reader)
                for each in self.updates(asking).run(feeds, is_named=is_named):
                    done.append(each)
                    yield each
            finally:
                if self.reader is not None:
                    self.reader.stop()
                self.keep(done)

    def count(self, state: FeedState) -> int:
        """How many articles a feed has brought that are still there."""
        return sum(map(self.articles.is_there, {item.path for item in state.items}))

    def lost_by(self, updates: Sequence[Update]) -> list[str]:
        """The notes, quotations and figures that do not hold any more since these, a line each.

        Raises:
            BriefingError: The library cannot be read.
        """
        return self.recheck({path: rev for each in updates for path, rev in each.arrived.items()})

    def news_of(self, updates: Sequence[Update]) -> str:
        """What came of some updates, in one line."""
        return news_line(updates)

    def told_gone(self, entries: Sequence[Entry]) -> str:
        """That old articles went to the trash, in one line."""
        return cleared_line(entries)

    def keep(self, updates: Sequence[Update], added: Sequence[FeedSource] = ()) -> None:
        """Keep what feeds said of themselves, and where they moved to; add some."""
        now = {each.former_url or each.feed.url: each.feed for each in updates}

        def as_they_say(file: LibraryFile) -> LibraryFile:
            return replace(file, feeds=(*(now.get(one.url, one) for one in file.feeds), *added))

        if now or added:
            self.file.change(as_they_say)

    def shown(self) -> tuple[ShownFeed, ...]:
        """All feeds as a list shows them, by title; errors as for `feeds`."""
        found = (self._shown(feed) for feed in self.feeds())
        return tuple(sorted(found, key=lambda one: one.title.casefold()))

    def _shown(self, feed: FeedSource) -> ShownFeed:
        state = self.states.load(feed.url)
        title = feed.title or feed.name
        return ShownFeed(feed.name, title, f"{feed_folder(feed)}/", fault_words(feed, state))


def _named(feeds: Sequence[FeedSource], name: str) -> FeedSource:
    for each in feeds:
        if name in (each.name, each.url):
            return each
    what = _("there is no feed called “{name}”").format(name=name)
    raise NotFoundError(what, remedy=_("briefing feeds list names them"))
