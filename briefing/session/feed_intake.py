"""Items of feeds become articles, many of them at a time: disks are slow, one by one above all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from briefing.model.errors import BriefingError
from briefing.model.feed import FeedSource, FeedState, Item, KnownBy, KnownItem
from briefing.model.version import Arrival
from briefing.session.feed_articles import article_of, article_path, feed_folder
from briefing.session.feed_items import digest
from briefing.session.feed_news import News
from briefing.session.ports import ArticleFilesPort
from briefing.session.taking_in import Arriving, Decision, Taken, decide

MADE_BY = "feeds-1"
"""What makes an article of an item; another number where it makes another text of the same."""
_TRIES = 3
"""How often the page behind an item is asked for before the text of the feed has to do."""
_AT_ONCE = 100
"""Articles that are written together. Whoever stops loses none of those that were."""


@dataclass(slots=True)
class Came:
    """What came from one feed so far."""

    items: list[KnownItem] = field(default_factory=list)
    """All that is known now."""
    count: Counter[Taken] = field(default_factory=Counter)
    """How many articles came, and how."""
    waiting: list[str] = field(default_factory=list)
    """Articles that were edited by hand, so that their new text waits as a version."""
    arrived: dict[str, str | None] = field(default_factory=dict)
    """Articles that are new, and the corrected ones with the SHA-256 of their texts before."""
    faults: list[str] = field(default_factory=list)
    """What could not be taken in, a line each."""
    is_whole: bool = True
    """Whether nobody stopped it."""

    @property
    def changed(self) -> int:
        """How many articles are others than before."""
        return self.count.total() - self.count[Taken.SAME]

    def add(self, item: KnownItem, decision: Decision) -> None:
        """One more."""
        self.items.append(item)
        self.count[decision.taken] += 1
        if decision.taken is Taken.WAITS:
            self.waiting.append(item.path)
        elif decision.taken is not Taken.SAME:
            self.arrived[item.path] = decision.replaces

    def fail(self, error: BriefingError, known: KnownItem | None) -> None:
        """One that could not be taken in: it stays what it was, and is tried again."""
        self.faults.append(str(error))
        if known is not None:
            self.items.append(known)


@dataclass(frozen=True, slots=True)
class _Decided:
    """An item of which it is clear what becomes of it."""

    item: KnownItem
    """As it will be known."""
    before: KnownItem | None
    """As it was known."""
    decision: Decision
    """What has to be written."""
    is_brought: bool
    """Whether its page is one that this feed alone has an article of."""


@dataclass(slots=True)
class FeedIntake:
    """Takes in what the feeds of one library say."""

    articles: ArticleFilesPort
    """The library's articles."""
    is_stopped: Callable[[], bool]
    """Whether nobody wants to hear more."""
    works: AbstractContextManager[object] = field(default_factory=nullcontext)
    """Held while an item is read."""
    _by_link: dict[str, str] = field(default_factory=dict)
    """The articles that feeds have brought, by their pages."""

    def know(self, feed: FeedSource, state: FeedState) -> None:
        """Know what a feed has brought, so that no other one brings it again."""
        self._by_link.update(_links(feed, state))

    def take(self, feed: FeedSource, news: News, now: str) -> Came:
        """Take in what a feed says.

        Args:
            feed: The feed.
            news: What it says.
            now: The present time, RFC 3339 in UTC.
        """
        came = Came(list(news.unchanged), Counter([Taken.SAME] * len(news.unchanged)))
        decided: list[_Decided] = []
        for place, matched in enumerate(news.matched):
            if self.is_stopped():
                came.is_whole = False
                break
            try:
                with self.works:
                    decided.append(self._decide(feed, news, place, now))
            except BriefingError as error:
                came.fail(error, matched.known)
            if len(decided) == _AT_ONCE:
                self._write(decided, came)
                decided.clear()
        self._write(decided, came)
        return came

    def _decide(self, feed: FeedSource, news: News, place: int, now: str) -> _Decided:
        """What becomes of an item, unless it is known as it is, or another feed brought it."""
        item, known = news.matched[place].item, news.matched[place].known
        missed = _missed(news, place)
        is_to_come = place in news.put_off or 0 < missed < _TRIES
        mark = "" if is_to_come else digest(item)
        other = None if known is not None else self._brought_by_another(item, news)
        path = known.path if known is not None else other or article_path(item, feed, news.known_by)
        now_known = KnownItem(
            item.guid, item.link, item.title, mark, path, missed, item.fingerprint
        )
        is_own = path.startswith(f"{feed_folder(feed)}/")
        is_as_it_was = known is not None and (is_to_come or known.digest == mark or not is_own)
        if other is not None or is_as_it_was:
            return _Decided(now_known, known, Decision(Taken.SAME), is_brought=False)
        made = news.articles.get(place)
        article = made or article_of(item, news.pages.get(place), feed, now)
        arriving = Arriving(
            path,
            article.markdown,
            Arrival.FETCHED,
            made_by=MADE_BY,
            address=item.link or feed.url,
            text=article.text,
            comes_back=False,
        )
        decision = decide(self.articles, arriving, now)
        is_brought = item.link is not None and news.known_by is KnownBy.GUID
        return _Decided(now_known, known, decision, is_brought)

    def _brought_by_another(self, item: Item, news: News) -> str | None:
        """The article of a page that another feed has brought already."""
        if item.link is None or news.known_by is not KnownBy.GUID:
            return None
        is_one_of_many = news.pages_named[item.link] > 1
        return None if is_one_of_many else self._by_link.get(item.link)

    def _write(self, decided: list[_Decided], came: Came) -> None:
        """Write what has to be written: together, or where that fails one after the other."""
        try:
            incoming = [each.decision.incoming for each in decided]
            self.articles.take([each for each in incoming if each is not None])
        except BriefingError:
            for each in decided:
                self._write_one(each, came)
        else:
            for each in decided:
                self._add(each, came)

    def _write_one(self, decided: _Decided, came: Came) -> None:
        try:
            if decided.decision.incoming is not None:
                self.articles.take([decided.decision.incoming])
        except BriefingError as error:
            came.fail(error, decided.before)
        else:
            self._add(decided, came)

    def _add(self, decided: _Decided, came: Came) -> None:
        if decided.is_brought and decided.item.link is not None:
            self._by_link.setdefault(decided.item.link, decided.item.path)
        came.add(decided.item, decided.decision)


def _missed(news: News, place: int) -> int:
    """How often in succession the page behind an item has not come."""
    known = news.matched[place].known
    before = 0 if known is None else known.missed
    if place in news.missing:
        return before + 1
    return 0 if place in news.pages else before


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
