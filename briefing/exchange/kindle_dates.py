"""Dates as a Kindle writes them: in words, in the language that it speaks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

_MONTHS_BY_LANGUAGE = (
    "january february march april may june july august september october november december",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
)
"""The months, January first. No name means two months in two of these languages."""

_MONTHS: Mapping[str, int] = {
    name: number
    for names in _MONTHS_BY_LANGUAGE
    for number, name in enumerate(names.split(), start=1)
}

_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))

_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})\.?\s+(?:de\s+)?({_NAMES})\s+(?:de\s+)?(\d{{4}}|\d\d)\b")

_MONTH_FIRST = re.compile(rf"\b({_NAMES})\s+(\d{{1,2}}),?\s+(\d{{4}})\b")

_CLOCK = re.compile(r"\b(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s*([ap])\.?m\b)?")


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
    found = _DAY_FIRST.search(line)
    if found:
        year = int(found[3]) if len(found[3]) == 4 else 2000 + int(found[3])
        return year, _MONTHS[found[2]], int(found[1])
    found = _MONTH_FIRST.search(line)
    return (int(found[3]), _MONTHS[found[1]], int(found[2])) if found else None


def _clock(line: str) -> tuple[int, int, int]:
    found = _CLOCK.search(line)
    if found is None:
        return 0, 0, 0
    hour = int(found[1])
    if found[4]:
        hour = hour % 12 + (12 if found[4] == "p" else 0)
    return hour, int(found[2]), int(found[3] or 0)
