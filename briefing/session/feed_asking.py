"""Asking feeds politely: some at once, of one host never more than one, none before it is due."""

from __future__ import annotations

import queue
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from briefing.model.errors import BriefingError
from briefing.model.feed import FeedPage, FeedSource, FeedState, ItemText
from briefing.model.original import Original
from briefing.session.feed_articles import ItemArticle, article_of
from briefing.session.feed_hosts import LeftForLaterError, Patience, ToAsk, Turns, by_host, host_of
from briefing.session.feed_news import FeedReaderPort, News, as_it_says, news_of
from briefing.session.ports import FeedServersPort

AT_ONCE = 8
"""Hosts that are asked at the same time."""
_READY = 4
"""Answers with their articles that may wait to be written: they take room."""
_LOOK_SECONDS = 0.1
"""How often it is looked whether to stop while no server answers."""
_PAGES = 50
"""Pages behind items that are fetched for one feed at one time; of the others there is the text of
the feed, until the next time."""
_LONG = 32_768
"""Bytes of a feed from which on it is read elsewhere, where that is possible."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking for a feed."""

    feed: FeedSource
    """The feed, with what it says of itself."""
    state: FeedState
    """What was known of it before."""
    news: News | None = None
    """What it said; None where nothing changed, or it failed."""
    error: BriefingError | None = None
    """Why it failed."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks feeds, in threads of its own."""

    servers: FeedServersPort
    """What answers."""
    is_stopped: Callable[[], bool] = lambda: False
    """Whether nobody wants to hear more."""
    reader: FeedReaderPort | None = None
    """What reads long feeds in a process of its own."""
    works: threading.Lock = field(default_factory=threading.Lock)
    """Held by the one thread that reads or writes an item: several would take the interpreter from
    a reader who presses keys, and be no faster."""
    _turns: Turns = field(default_factory=Turns)
    _over: threading.Event = field(default_factory=threading.Event)
    """Set when nobody takes answers any more, whatever has ended that."""

    def ask_all(self, feeds: Sequence[ToAsk], now: str) -> Iterator[Asked]:
        """Ask feeds; each as soon as it has answered, until it is stopped.

        Args:
            feeds: Those to ask, and what is known of them.
            now: The present time, RFC 3339 in UTC.
        """
        hosts = by_host(feeds)
        waiting: queue.SimpleQueue[Sequence[ToAsk]] = queue.SimpleQueue()
        for of_host in hosts:
            waiting.put(of_host)
        answers: queue.Queue[Asked | None] = queue.Queue(_READY)
        count = min(AT_ONCE, len(hosts))
        for number in range(count):
            # Daemons write nothing, and whoever stops does not wait for their servers.
            threading.Thread(
                target=self._work,
                args=(waiting, answers, now),
                name=f"feeds-{number}",
                daemon=True,
            ).start()
        try:
            while count and not self.is_stopped():
                try:
                    answer = answers.get(timeout=_LOOK_SECONDS)
                except queue.Empty:
                    continue  # none has answered yet; whoever stops waits for none
                if answer is None:
                    count -= 1
                elif not self.is_stopped():
                    yield answer
        finally:
            self._over.set()

    def ask(self, feed: FeedSource, state: FeedState, now: str) -> Asked:
        """Ask one feed, and for the pages behind what is new in it where that is wanted."""
        try:
            with self._turns.of(feed.url):
                page = self.servers.fetch(feed.url, state.validators)
        except BriefingError as error:
            return Asked(feed, state, error=error)
        return Asked(feed, state) if page is None else self.read(feed, state, page, now)

    def read(
        self, feed: FeedSource, state: FeedState, page: FeedPage, now: str | None = None
    ) -> Asked:
        """Read what a server sent for a feed; elsewhere, where the time is given for articles."""
        try:
            news = None if now is None else self._read_elsewhere(feed, state, page, now)
            if news is None and (self.is_stopped() or self._over.is_set()):
                return Asked(feed, state)  # nobody takes it
            if news is None:
                with self.works:
                    news = news_of(feed, state, page)
        except BriefingError as error:
            return Asked(feed, state, error=error)
        feed = as_it_says(feed, news.content)
        return Asked(feed, state, self._with_pages(news) if feed.text is ItemText.PAGE else news)

    def _read_elsewhere(
        self, feed: FeedSource, state: FeedState, page: FeedPage, now: str
    ) -> News | None:
        """What a long feed says; None where it is read here."""
        if self.reader is None or len(page.data) < _LONG:
            return None
        return self.reader.read(feed, state, page, now)

    def _work(
        self,
        waiting: queue.SimpleQueue[Sequence[ToAsk]],
        answers: queue.Queue[Asked | None],
        now: str,
    ) -> None:
        """Ask host after host, of each one feed after the other."""
        try:
            while True:
                patience = Patience()
                for feed, state in waiting.get_nowait():
                    if self.is_stopped():
                        return
                    if patience.is_over:
                        self._give(answers, Asked(feed, state, error=LeftForLaterError.of(feed)))
                        continue
                    asked = self.ask(feed, state, now)
                    patience.hear(asked.error)
                    self._give(answers, self._with_articles(asked, now))
        except queue.Empty:
            return
        finally:
            self._give(answers, None)

    def _give(self, answers: queue.Queue[Asked | None], answer: Asked | None) -> None:
        """Hand over an answer as soon as there is room for it, unless nobody wants it."""
        while not self._over.is_set() and not self.is_stopped():
            try:
                answers.put(answer, timeout=_LOOK_SECONDS)
            except queue.Full:
                continue
            return

    def _with_articles(self, asked: Asked, now: str) -> Asked:
        """Make articles of what is new or corrected, while others wait for the disk.

        What cannot be made is left to whoever takes the answer, and tells why.
        """
        if asked.news is None:
            return asked
        made: dict[int, ItemArticle] = {**asked.news.articles}
        for place, each in enumerate(asked.news.matched):
            if self.is_stopped():
                break
            if place in made or not each.is_news:
                continue
            page = asked.news.pages.get(place)
            with self.works, suppress(BriefingError):
                made[place] = article_of(each.item, page, asked.feed, now)
        return replace(asked, news=replace(asked.news, articles=made))

    def _with_pages(self, news: News) -> News:
        """Fetch the pages behind what is new or corrected."""
        wanted = {
            place: each.item.link
            for place, each in enumerate(news.matched)
            if each.item.link is not None and each.is_news
        }
        pages: dict[int, Original] = {}
        missing: set[int] = set()
        patience: dict[str, Patience] = defaultdict(Patience)
        for place, link in [*wanted.items()][:_PAGES]:
            of_host = patience[host_of(link)]
            if self.is_stopped():
                break
            if of_host.is_over:
                continue
            try:
                with self._turns.of(link):
                    pages[place] = self.servers.page(link, news.page.found_at)
            except BriefingError as error:
                of_host.hear(error)
                missing.add(place)
            else:
                of_host.hear(None)
        left = frozenset(wanted.keys() - pages.keys() - missing)
        return replace(news, pages=pages, missing=frozenset(missing), put_off=left)
