"""Times as other programs write them, and as notes hold them: RFC 3339 in UTC, ending in Z."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_OURS = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def is_utc(time: str) -> bool:
    """Whether a time has the form that notes hold."""
    if not _OURS.fullmatch(time):
        return False
    try:
        datetime.fromisoformat(time[:19])
    except ValueError:
        return False
    return True


def utc(time: str) -> str | None:
    """A time of ISO 8601 in the form that notes hold; None for anything else.

    A time without a zone counts as UTC. Fractions of a second are dropped, so that times sort as
    text; a time that has our form already is kept as it is.
    """
    if is_utc(time):
        return time
    try:
        moment = datetime.fromisoformat(time.strip())
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return _written(moment.astimezone(UTC))
    except (ValueError, OverflowError):
        return None


def from_epoch(seconds: float) -> str | None:
    """Seconds since 1970 in the form that notes hold; None when there is no such year."""
    try:
        return _written(datetime.fromtimestamp(seconds, UTC))
    except (ValueError, OverflowError, OSError):
        return None


def _written(moment: datetime) -> str:
    # Not strftime: it does not pad years below 1000 on every platform.
    return moment.replace(microsecond=0, tzinfo=None).isoformat() + "Z"
