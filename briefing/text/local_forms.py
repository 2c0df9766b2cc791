"""Numbers and times as the reader's locale writes them.

They stand in the interface only. What is quoted from an article follows the article's language, and
what is written into files or goes to other programs stays as ISO 8601 and plain digits.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from briefing.text.i18n import locale_name

if TYPE_CHECKING:
    from babel import Locale

_GROUPED_FROM = 1000
"""Below it, a number is its digits everywhere; Babel, which is slow to load, is not asked."""


def number(value: int) -> str:
    """A whole number: ``1,000,000`` in English, ``1.000.000`` in Italian."""
    if abs(value) < _GROUPED_FROM:
        return str(value)
    from babel.numbers import format_decimal  # noqa: PLC0415 - heavy, and often not needed

    return format_decimal(value, locale=_locale("LC_NUMERIC") or "en")


def moment(time: str) -> str:
    """A time to the minute, where the reader is: ``22 nov 2026, 09:15``.

    Args:
        time: RFC 3339, in UTC, ending in Z.

    Returns:
        As the locale writes it, ``2026-11-22 09:15`` for one without a language; what is no time
        stays as it is.
    """
    try:
        there = datetime.fromisoformat(time).astimezone()
    except (ValueError, OverflowError):
        return time
    locale = _locale("LC_TIME")
    if locale is None:
        return f"{there:%Y-%m-%d %H:%M}"
    from babel.dates import format_date, format_time  # noqa: PLC0415 - see number

    day = format_date(there, "medium", locale=locale)
    return f"{day}, {format_time(there, 'short', locale=locale)}"


def _locale(category: str) -> Locale | None:
    """The reader's locale, if it has a language that Babel knows."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - see number

    name = locale_name(category)
    try:
        return None if name is None else Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return None
