"""Dates as a Kindle writes them: in words, in the language that it speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from briefing.languages.kindle import Kindle
from briefing.languages.load import every_language
from briefing.languages.phrases import any_of

_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_ZONE = re.compile(r"\b(?:gmt|utc)\s*([+-])(\d{1,2}):?(\d\d)?\b")
_MONTHS_A_YEAR = 12

_Day = tuple[int, int, int]
"""Year, month, day."""


@dataclass(frozen=True, slots=True)
class _Dates:
    """Dates in the words of all languages."""

    months: Mapping[str, int]
    """Their numbers; no name means two months in two of the languages."""
    day_first: re.Pattern[str]
    month_first: re.Pattern[str]
    counted: re.Pattern[str]
    """Year, month and day as numbers, each with a word behind it."""
    clock: re.Pattern[str]


@lru_cache(maxsize=1)
def _dates() -> _Dates:
    every = [own.kindle for own in every_language()]
    months = {
        name: number % _MONTHS_A_YEAR + 1 for own in every for number, name in enumerate(own.months)
    }
    names, of = any_of(months), _any(own.date_of for own in every)
    ordinal = _any(own.ordinal for own in every)
    day = rf"\b(\d{{1,2}})(?:\.|{ordinal})?\s+(?:(?:{of})\s+)?"
    year, month = _any(own.year for own in every), _any(own.month for own in every)
    date = _any(own.day for own in every)
    return _Dates(
        months,
        re.compile(rf"{day}({names})\.?\s+(?:(?:{of})\s+)?(\d{{4}}|\d\d)\b"),
        re.compile(rf"\b({names})\s+(\d{{1,2}})(?:{ordinal})?,?\s+(\d{{4}})\b"),
        re.compile(
            rf"(\d{{4}})\s*(?:{year})\s*(\d{{1,2}})\s*(?:{month})\s*(\d{{1,2}})\s*(?:{date})"
        ),
        _clock_pattern(every),
    )


def _clock_pattern(every: Sequence[Kindle]) -> re.Pattern[str]:
    hours, minutes = _any(own.hours for own in every), _any(own.minutes for own in every)
    seconds = _any(own.seconds for own in every)
    early = _any(own.before_noon for own in every)
    late = _any(own.after_noon for own in every)
    half = rf"(?:(?P<early_{{0}}>{early})|(?P<late_{{0}}>{late}))?"
    return re.compile(
        rf"{half.format('first')}\s*(?<!\d)(?P<hour>\d{{1,2}})\s*(?:[:.]|{hours})\s*(?P<minute>\d\d)"
        rf"(?:\s*(?:[:.]|{minutes})\s*(?P<second>\d\d)(?:\s*(?:{seconds}))?)?"
        rf"\s*{half.format('last')}"
    )


def _any(words: Iterable[Iterable[str]]) -> str:
    return any_of({word for some in words for word in some})


def parse_date(line: str) -> str | None:
    """The date in a line, in the form that notes hold; None without one.

    A time without a zone counts as UTC, since the file names none.
    """
    line = line.casefold()
    found = _day(line)
    if found is None:
        return None
    day, end = found
    try:
        moment = datetime(*day, *_clock(line[end:]), tzinfo=_zone(line[end:]))
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=None).isoformat() + "Z"


def _day(line: str) -> tuple[_Day, int] | None:
    """The day, and where in the line it ends."""
    dates = _dates()
    if found := dates.counted.search(line) or _ISO.search(line):
        return (int(found[1]), int(found[2]), int(found[3])), found.end()
    if found := dates.day_first.search(line):
        year = int(found[3]) if len(found[3]) == 4 else 2000 + int(found[3])
        return (year, dates.months[found[2]], int(found[1])), found.end()
    if found := dates.month_first.search(line):
        return (int(found[3]), dates.months[found[1]], int(found[2])), found.end()
    return None


def _clock(line: str) -> _Day:
    """Hour, minute and second behind a day; midnight where none stand there."""
    found = _dates().clock.search(line)
    if found is None:
        return 0, 0, 0
    hour = int(found["hour"])
    if found["early_first"] or found["early_last"]:
        hour %= 12
    elif found["late_first"] or found["late_last"]:
        hour = hour % 12 + 12
    return hour, int(found["minute"]), int(found["second"] or 0)


def _zone(line: str) -> timezone:
    found = _ZONE.search(line)
    if found is None:
        return UTC
    offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return timezone(-offset if found[1] == "-" else offset)
