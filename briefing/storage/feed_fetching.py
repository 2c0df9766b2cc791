"""Asking for a feed: only for what changed, and no more often than its server wants to be asked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from briefing.model.errors import InputError
from briefing.model.feed import NO_VALIDATORS, FeedPage, FeedRefusalError, Validators
from briefing.storage._reach import Hosts
from briefing.storage.fetching import DEFAULT_LIMITS, Limits, RefusalError, Wanted, fetch
from briefing.text.i18n import _, ngettext
from briefing.text.local_forms import number

_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1"
)
_MEDIA_TYPES = (
    "application/atom+xml",
    "application/rss+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/json",
    "application/xml",
    "application/xhtml+xml",
    "application/x-rss+xml",
    "application/octet-stream",
)
"""Types beside ``text/…`` that servers give feeds."""
_WAITING = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
_LONGEST_WAIT = timedelta(days=7)
"""A server that wants more is asked again then."""


def fetch_feed(
    url: str,
    validators: Validators = NO_VALIDATORS,
    limits: Limits = DEFAULT_LIMITS,
    named_by: str | None = None,
    hosts: Hosts | None = None,
) -> FeedPage | None:
    """Ask for a feed.

    Args:
        url: Its address.
        validators: What came with its last answer.
        limits: Where to give up.
        named_by: The page that named it; None: the user did.
        hosts: As for `fetch`.

    Returns:
        What came; None where nothing changed since.

    Raises:
        FeedRefusalError: The server does not want to be asked now, or never again.
        InputError: There is no answer, none in time, no text, or too much of it.
    """
    try:
        wanted = Wanted(_ACCEPT, _MEDIA_TYPES, validators, named_by)
        page = fetch(url, limits, wanted=wanted, hosts=hosts)
    except RefusalError as error:
        if error.status == HTTPStatus.NOT_MODIFIED and validators != NO_VALIDATORS:
            return None
        raise _refusal(error) from error
    return FeedPage(page.data, page.found_at, page.charset, page.validators, page.moved_to)


def _refusal(error: RefusalError) -> InputError:
    is_gone = error.status == HTTPStatus.GONE
    wait = _wait(error.wait) if error.status in _WAITING else None
    if not is_gone and wait is None:
        return error
    remedy = _patience(wait) if wait else error.remedy
    remedy = _("it is gone for good") if is_gone else remedy
    refusal = FeedRefusalError(error.what, where=error.where, remedy=remedy)
    refusal.is_gone = is_gone
    refusal.wait = wait
    return refusal


def _patience(wait: timedelta) -> str:
    """How long a server wants to be left alone."""
    minutes = -(-wait // timedelta(minutes=1))
    words = ngettext("it asks to wait for a minute", "it asks to wait for {count} minutes", minutes)
    return words.format(count=number(minutes))


def _wait(words: str | None) -> timedelta | None:
    """What a server says about when to ask again: seconds or a date (RFC 9110, 10.2.3)."""
    if words is None:
        return None
    try:
        seconds = int(words)
        wait = timedelta(seconds=min(seconds, int(_LONGEST_WAIT.total_seconds())))
    except ValueError:
        try:
            date = parsedate_to_datetime(words)
        except ValueError:
            return None
        wait = (date if date.tzinfo else date.replace(tzinfo=UTC)) - datetime.now(UTC)
    return min(max(wait, timedelta(0)), _LONGEST_WAIT)
