"""The servers of feeds on the web, within the limits that every fetch keeps to."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.feed import NO_VALIDATORS, FeedPage, Validators
from briefing.model.original import Original
from briefing.storage.feed_fetching import fetch_feed
from briefing.storage.fetching import DEFAULT_LIMITS, Limits
from briefing.storage.originals import load_original


@dataclass(frozen=True, slots=True)
class FeedServers:
    """Asks them; safe from several threads."""

    limits: Limits = DEFAULT_LIMITS
    """What an answer may cost."""

    def fetch(self, url: str, validators: Validators = NO_VALIDATORS) -> FeedPage | None:
        """Ask for a feed; see `fetch_feed`."""
        return fetch_feed(url, validators, self.limits)

    def page(self, url: str) -> Original:
        """Fetch the page behind an item; errors as for `fetching.fetch`."""
        return load_original(url)
