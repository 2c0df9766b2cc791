"""Addresses of the web, as they may be shown."""

from __future__ import annotations

import re

_USER = re.compile(
    r"(?<=://)(?:[^/?#]*@"
    # Behind a colon stands a port; what is no number there is a password with a slash in it.
    r"|[^/?#:@\s]*:(?!\d*(?:[/?#]|\Z))[^@\s]*@)"
)
"""A user and a password before a host (https://url.spec.whatwg.org/#concept-url-username)."""


_FEED = re.compile(r"(?i)^feed:(?://)?(?=\S)")


def without_user(address: str) -> str:
    """An address without the user and the password that may stand in it."""
    return _USER.sub("", address)


def without_feed(address: str) -> str:
    """An address without the ``feed:`` of links that readers of feeds were to open.

    What stood before it is left where there is something: both forms were in use
    (https://en.wikipedia.org/wiki/Feed_URI_scheme).
    """
    return _FEED.sub("", address.strip(), count=1)
