"""Dates of feeds as RFC 3339 in UTC."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime


def utc(date: str | None) -> str | None:
    """A date of ISO 8601 (https://www.rfc-editor.org/rfc/rfc3339); None where it is none."""
    if date is None:
        return None
    try:
        found = datetime.fromisoformat(date.strip())
    except ValueError:
        return None
    return _written(found if found.tzinfo else found.replace(tzinfo=UTC))


def utc_of_parts(parts: Sequence[int] | None) -> str | None:
    """A date of year, month, day, hour, minute and second in UTC; None where it is none."""
    if parts is None:
        return None
    try:
        return _written(datetime(*parts[:6], tzinfo=UTC))  # type: ignore[misc, arg-type]
    except (ValueError, TypeError, OverflowError):
        return None


def _written(date: datetime) -> str | None:
    try:
        return date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if date.year >= 1000 else None
    except (ValueError, OverflowError):
        return None
