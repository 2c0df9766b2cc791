"""The servers of feeds on the web, within the limits that every fetch keeps to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from briefing.model.feed import NO_VALIDATORS, FeedPage, Validators
from briefing.model.original import Original
from briefing.storage._reach import Hosts
from briefing.storage._redirects import refuse_private
from briefing.storage.feed_fetching import fetch_feed
from briefing.storage.fetching import A_TEXT, DEFAULT_LIMITS, Limits, fetch
from briefing.storage.originals import original_of
from briefing.text.i18n import _


@dataclass(frozen=True, slots=True)
class FeedServers:
    """Asks them; safe from several threads."""

    limits: Limits = DEFAULT_LIMITS
    """What an answer may cost."""
    _hosts: Hosts = field(default_factory=Hosts)

    def fetch(
        self, url: str, validators: Validators = NO_VALIDATORS, named_by: str | None = None
    ) -> FeedPage | None:
        """Ask for a feed; see `fetch_feed`.

        Args:
            url: Its address.
            validators: What came with its last answer.
            named_by: The page that named it; None: the user did.
        """
        if named_by is not None:
            refuse_private(url, named_by, _("names {url}, which is {inside}"), self._hosts)
        return fetch_feed(url, validators, self.limits, named_by, self._hosts)

    def page(self, url: str, named_by: str) -> Original:
        """Fetch the page behind an item of a feed; errors as for `fetching.fetch`."""
        refuse_private(url, named_by, _("names {url}, which is {inside}"), self._hosts)
        wanted = replace(A_TEXT, named_by=named_by)
        return original_of(fetch(url, self.limits, wanted=wanted, hosts=self._hosts))
