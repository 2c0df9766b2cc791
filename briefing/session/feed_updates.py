"""News of feeds becomes articles: each once, corrections as versions, faults with since when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from briefing.model.errors import BriefingError
from briefing.model.feed import FeedRefusalError, FeedSource, FeedState
from briefing.session.feed_asking import Asked, Asking
from briefing.session.feed_hosts import LeftForLaterError
from briefing.session.feed_intake import FeedIntake
from briefing.session.feed_items import remembered
from briefing.session.feed_news import News
from briefing.session.ports import ArticleFilesPort, ClockPort, FeedStatesPort
from briefing.session.taking_in import Arrived, Taken

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
    arrived: Arrived = field(default_factory=dict)
    """Those that came, and what they replace."""
    former_url: str | None = None
    """Where it was before it moved for good."""
    same_as: str | None = None
    """The feed at whose address it is now; it keeps its own, until somebody removes one of them."""
    missing: int = 0
    """How many pages behind its items did not come."""


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
    there: Mapping[str, str] = field(default_factory=dict)
    """The names of the library's feeds, by their addresses."""
    _intake: FeedIntake = field(init=False)

    def __post_init__(self) -> None:
        """Begin with nothing known of what feeds have brought."""
        self._intake = FeedIntake(self.articles, self.asking.is_stopped, self.asking.works)

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
            self._intake.know(feed, state)
        now = self.clock.now()
        due = []
        for feed, state in known:
            if is_named or state.due is None or state.due <= now:
                due.append((feed, state))
            else:
                yield Update(feed, Outcome.NOT_DUE, state)
        unchanged: dict[str, FeedState] = {}
        try:
            for asked in self.asking.ask_all(due, now):
                update = self._taken(asked)
                if asked.error is None and asked.news is None and asked.state.fault is None:
                    unchanged[update.feed.url] = update.state  # that it was asked can wait
                else:
                    self._keep(update)
                yield update
        finally:
            self.states.save(unchanged)

    def take(self, asked: Asked) -> Update:
        """Take in what came of asking for a feed; errors as for `run`."""
        update = self._taken(asked)
        self._keep(update)
        return update

    def _taken(self, asked: Asked) -> Update:
        now = self.clock.now()
        if asked.error is not None:
            return Update(asked.feed, Outcome.FAILED, _failed(asked.state, asked.error, now))
        if asked.news is None:
            return Update(asked.feed, Outcome.UNCHANGED, _well(asked.state, now))
        return self._take_news(asked, asked.news, now)

    def _keep(self, update: Update) -> None:
        self.states.save({update.feed.url: update.state})
        if update.former_url is not None:
            self.states.forget(update.former_url)

    def _take_news(self, asked: Asked, news: News, now: str) -> Update:
        moved_to = news.page.moved_to
        same_as = None if moved_to == asked.feed.url else self.there.get(moved_to or "")
        url = asked.feed.url if moved_to is None or same_as is not None else moved_to
        feed = replace(asked.feed, url=url)
        came = self._intake.take(feed, news, now)
        state = replace(
            _well(asked.state, now),
            known_by=news.known_by,
            items=remembered(asked.state.items, came.items),
        )
        is_to_come = any(not item.digest for item in came.items)
        if news.content.is_whole and came.is_whole and not came.faults and not is_to_come:
            state = replace(state, validators=news.page.validators)
        return Update(
            feed,
            Outcome.UPDATED if came.changed else Outcome.UNCHANGED,
            state,
            came.count,
            tuple(came.waiting),
            tuple(came.faults),
            came.arrived,
            None if url == asked.feed.url else asked.feed.url,
            same_as,
            len(news.missing),
        )


def _well(state: FeedState, now: str) -> FeedState:
    """A feed that has answered."""
    return replace(state, checked=now, due=None, failing_since=None, failures=0, fault=None)


def _failed(state: FeedState, error: BriefingError, now: str) -> FeedState:
    """A feed that failed: it is left alone for a while, longer each time."""
    if isinstance(error, LeftForLaterError):
        since = state.failing_since or now
        return replace(state, failing_since=since, fault=str(error))  # the first one, next time
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
