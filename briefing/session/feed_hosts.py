"""Hosts that feeds are asked of: never two requests at once, and no more of one that is silent."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from briefing.model.errors import BriefingError, InputError
from briefing.model.feed import FeedSource, FeedState, SlowServerError
from briefing.text.i18n import _

MOST_SLOW = 2
"""How often in succession a host is waited for in vain before the rest of it is left for later."""

ToAsk = tuple[FeedSource, FeedState]
"""A feed, and what is known of it."""


class LeftForLaterError(InputError):
    """A feed that was not asked, since its host is silent: no fault of its own."""

    @classmethod
    def of(cls, feed: FeedSource) -> LeftForLaterError:
        """Say so of a feed."""
        what = _("not asked: its server did not answer for other feeds")
        return cls(what, where=feed.url, remedy=_("look at the address and the connection"))


@dataclass(slots=True)
class Turns:
    """Lets one thread at a time ask a host."""

    _locks: dict[str, threading.Lock] = field(default_factory=dict)

    @contextmanager
    def of(self, url: str) -> Iterator[None]:
        """Wait for the turn to ask the host of an address."""
        with self._locks.setdefault(host_of(url), threading.Lock()):
            yield


@dataclass(slots=True)
class Patience:
    """How long answers of one host are waited for."""

    _slow: int = 0

    @property
    def is_over(self) -> bool:
        """Whether it was waited for in vain often enough."""
        return self._slow >= MOST_SLOW

    def hear(self, error: BriefingError | None) -> None:
        """It was asked, and answered or not."""
        self._slow = self._slow + 1 if isinstance(error, SlowServerError) else 0


def host_of(url: str) -> str:
    """The host of an address; empty where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def by_host(feeds: Iterable[ToAsk]) -> Sequence[Sequence[ToAsk]]:
    """Feeds by their hosts; what failed lately comes last, so that it holds up nothing else."""
    hosts: dict[str, list[ToAsk]] = defaultdict(list)
    for feed, state in sorted(feeds, key=_failures):
        hosts[host_of(feed.url)].append((feed, state))
    return tuple(hosts.values())


def _failures(one: ToAsk) -> int:
    return one[1].failures
