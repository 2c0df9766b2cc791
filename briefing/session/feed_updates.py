"""News of feeds becomes articles: each once, corrections as versions, faults with since when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from briefing.model.errors import BriefingError
from briefing.model.feed import FeedRefusalError, FeedSource, FeedState, Item, KnownBy, KnownItem
from briefing.model.version import Arrival
from briefing.session.feed_articles import article_of, article_path, feed_folder
from briefing.session.feed_asking import Asked, Asking, News
from briefing.session.feed_items import digest, remembered
from briefing.session.ports import ArticleFilesPort, ClockPort, FeedStatesPort
from briefing.session.taking_in import Arriving, Taken, take_in

MADE_BY = "feeds-1"
"""What makes an article of an item; another number where it makes another text of the same."""
_FIRST_PAUSE, _LONGEST_PAUSE = timedelta(minutes=30), timedelta(days=1)
"""How long a feed that fails is left alone: twice as long each time."""
NEVER = "9999-12-31T00:00:00Z"
"""When a feed is due that its server has given up."""


class Outcome(StrEnum):
    """How the asking for a feed ended."""

    UNCHANGED = "unchanged"
    """There was nothing new."""
    UPDATED = "updated"
    """Something came."""
    FAILED = "failed"
    """There is a fault."""
    NOT_DUE = "not due"
    """It was not asked: it failed lately, or its server wants to be left alone."""


@dataclass(frozen=True, slots=True)
class Update:
    """What became of one feed."""

    feed: FeedSource
    """The feed; with its new address where it has moved for good."""
    outcome: Outcome
    """How it ended."""
    state: FeedState
    """What is known of it now."""
    taken: Counter[Taken] = field(default_factory=Counter)
    """How many articles came, and how."""
    waiting: tuple[str, ...] = ()
    """Articles that were edited by hand, so that their new text waits as a version."""
    faults: tuple[str, ...] = ()
    """Articles that could not be written, a line each."""
    former_url: str | None = None
    """Where it was before it moved for good."""


@dataclass(slots=True)
class FeedUpdates:
    """Updates the feeds of one library."""

    asking: Asking
    """What asks them."""
    states: FeedStatesPort
    """What is known of them."""
    articles: ArticleFilesPort
    """The library's articles."""
    clock: ClockPort
    """The time."""
    _by_link: dict[str, str] = field(default_factory=dict)

    def run(self, feeds: Sequence[FeedSource], *, is_named: bool) -> Iterator[Update]:
        """Ask feeds and take in what came; an update a feed, as soon as it is done.

        Args:
            feeds: Those to ask.
            is_named: Whether the user named them: they are asked although they are not due.

        Raises:
            StorageError: What is known of a feed could not be written. What came from it is there,
                and is known again the next time.
        """
        known = [(feed, self.states.load(feed.url)) for feed in feeds]
        for feed, state in known:
            self._by_link.update(_links(feed, state))
        now = self.clock.now()
        due = []
        for feed, state in known:
            if is_named or state.due is None or state.due <= now:
                due.append((feed, state))
            else:
                yield Update(feed, Outcome.NOT_DUE, state)
        for asked in self.asking.ask_all(due):
            yield self.take(asked)

    def take(self, asked: Asked) -> Update:
        """Take in what came of asking for a feed; errors as for `run`."""
        now = self.clock.now()
        if asked.error is not None:
            update = Update(asked.feed, Outcome.FAILED, _failed(asked.state, asked.error, now))
        elif asked.news is None:
            update = Update(asked.feed, Outcome.UNCHANGED, _well(asked.state, now))
        else:
            update = self._take_news(asked, asked.news, now)
        self.states.save(update.feed.url, update.state)
        if update.former_url is not None:
            self.states.forget(update.former_url)
        return update

    def _take_news(self, asked: Asked, news: News, now: str) -> Update:
        taken = _Taken()
        feed = _as_it_says(asked.feed, news)
        for place, matched in enumerate(news.matched):
            if self.asking.is_stopped():
                taken.is_whole = False
                break
            try:
                item, how = self._take_item(feed, news, place, now)
            except BriefingError as error:
                taken.fail(error, matched.known)
            else:
                taken.add(item, how)
        state = replace(
            _well(asked.state, now),
            known_by=news.known_by,
            items=remembered(asked.state.items, taken.items),
        )
        if news.content.is_whole and taken.is_whole and not taken.faults:
            state = replace(state, validators=news.page.validators)
        return Update(
            feed,
            Outcome.UPDATED if taken.came else Outcome.UNCHANGED,
            state,
            taken.count,
            tuple(taken.waiting),
            tuple(taken.faults),
            None if news.page.moved_to in (None, asked.feed.url) else asked.feed.url,
        )

    def _take_item(
        self, feed: FeedSource, news: News, place: int, now: str
    ) -> tuple[KnownItem, Taken]:
        """Let one item come in, unless it is known as it is, or another feed brought it."""
        item, known = news.matched[place].item, news.matched[place].known
        mark = digest(item) if place not in news.missing else ""
        other = None if known is not None else self._brought_by_another(item, news)
        path = known.path if known is not None else other or article_path(item, feed, news.known_by)
        now_known = KnownItem(item.guid, item.link, item.title, mark, path)
        is_own = path.startswith(f"{feed_folder(feed)}/")
        if other is not None or (known is not None and (known.digest == mark or not is_own)):
            return now_known, Taken.SAME
        markdown = article_of(item, news.pages.get(place), feed, now)
        arriving = Arriving(
            path, markdown, Arrival.FETCHED, made_by=MADE_BY, address=item.link or feed.url
        )
        how = take_in(self.articles, arriving, now)
        if item.link is not None and news.known_by is KnownBy.GUID:
            self._by_link.setdefault(item.link, path)
        return now_known, how

    def _brought_by_another(self, item: Item, news: News) -> str | None:
        """The article of a page that another feed has brought already."""
        if item.link is None or news.known_by is not KnownBy.GUID:
            return None
        is_one_of_many = sum(each.item.link == item.link for each in news.matched) > 1
        return None if is_one_of_many else self._by_link.get(item.link)


@dataclass(slots=True)
class _Taken:
    """What came from one feed so far."""

    items: list[KnownItem] = field(default_factory=list)
    count: Counter[Taken] = field(default_factory=Counter)
    waiting: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    is_whole: bool = True
    """Whether nobody stopped it."""

    @property
    def came(self) -> int:
        """How many articles are others than before."""
        return self.count.total() - self.count[Taken.SAME]

    def add(self, item: KnownItem, how: Taken) -> None:
        """One more."""
        self.items.append(item)
        self.count[how] += 1
        if how is Taken.WAITS:
            self.waiting.append(item.path)

    def fail(self, error: BriefingError, known: KnownItem | None) -> None:
        """One that could not be taken in: it stays what it was, and is tried again."""
        self.faults.append(str(error))
        if known is not None:
            self.items.append(known)


def _as_it_says(feed: FeedSource, news: News) -> FeedSource:
    """A feed with what it says of itself, at the address to which it has moved for good."""
    return replace(
        feed,
        url=news.page.moved_to or feed.url,
        title=feed.title or news.content.title or None,
        site=feed.site or news.content.site,
    )


def _links(feed: FeedSource, state: FeedState) -> Iterator[tuple[str, str]]:
    """The pages of which a feed has brought the articles, with these."""
    if state.known_by is not KnownBy.GUID:
        return
    counts = Counter(item.link for item in state.items)
    for item in state.items:
        if (
            item.link is not None
            and counts[item.link] == 1
            and item.path.startswith(f"{feed_folder(feed)}/")
        ):
            yield item.link, item.path


def _well(state: FeedState, now: str) -> FeedState:
    """A feed that has answered."""
    return replace(state, checked=now, due=None, failing_since=None, failures=0, fault=None)


def _failed(state: FeedState, error: BriefingError, now: str) -> FeedState:
    """A feed that failed: it is left alone for a while, longer each time."""
    pause = min(_FIRST_PAUSE * 2 ** min(state.failures, 10), _LONGEST_PAUSE)
    due = _later(now, pause)
    if isinstance(error, FeedRefusalError):
        due = NEVER if error.is_gone else _later(now, error.wait or pause)
    return replace(
        state,
        checked=now,
        due=due,
        failing_since=state.failing_since or now,
        failures=state.failures + 1,
        fault=str(error),
    )


def _later(now: str, pause: timedelta) -> str:
    then = datetime.fromisoformat(now).astimezone(UTC) + pause
    return then.strftime("%Y-%m-%dT%H:%M:%SZ")
