"""Dates as a Kindle writes them: in words, in the language that it speaks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from briefing import languages
from briefing.languages.phrases import any_of

_CLOCK = re.compile(r"\b(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s*([ap])\.?m\b)?")


@dataclass(frozen=True, slots=True)
class _Dates:
    """Dates in the words of all languages."""

    months: Mapping[str, int]
    """Their numbers; no name means two months in two of the languages."""
    day_first: re.Pattern[str]
    month_first: re.Pattern[str]


@lru_cache(maxsize=1)
def _dates() -> _Dates:
    every = [own.kindle for own in languages.every()]
    months = {name: number for own in every for number, name in enumerate(own.months, start=1)}
    names, of = any_of(months), any_of({word for own in every for word in own.date_of})
    day = rf"\b(\d{{1,2}})\.?\s+(?:(?:{of})\s+)?"
    return _Dates(
        months,
        re.compile(rf"{day}({names})\s+(?:(?:{of})\s+)?(\d{{4}}|\d\d)\b"),
        re.compile(rf"\b({names})\s+(\d{{1,2}}),?\s+(\d{{4}})\b"),
    )


def parse_date(line: str) -> str | None:
    """The date in a line, in the form that notes hold, as if it were UTC; None without one."""
    line = line.casefold()
    day = _day(line)
    if day is None:
        return None
    try:
        moment = datetime(*day, *_clock(line), tzinfo=UTC)
    except ValueError:
        return None
    return moment.replace(tzinfo=None).isoformat() + "Z"


def _day(line: str) -> tuple[int, int, int] | None:
    dates = _dates()
    found = dates.day_first.search(line)
    if found:
        year = int(found[3]) if len(found[3]) == 4 else 2000 + int(found[3])
        return year, dates.months[found[2]], int(found[1])
    found = dates.month_first.search(line)
    return (int(found[3]), dates.months[found[1]], int(found[2])) if found else None


def _clock(line: str) -> tuple[int, int, int]:
    found = _CLOCK.search(line)
    if found is None:
        return 0, 0, 0
    hour = int(found[1])
    if found[4]:
        hour = hour % 12 + (12 if found[4] == "p" else 0)
    return hour, int(found[2]), int(found[3] or 0)
