"""Days that a line names in words, in any of the languages, and says nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from briefing.languages.load import every_language
from briefing.languages.phrases import any_of
from briefing.model.records import dataclass
from briefing.text.fold import fold_text

_MONTHS_A_YEAR = 12
_LONGEST = 60
"""Characters of a line that is a date."""


@dataclass(frozen=True, slots=True)
class _Forms:
    """How days are written."""

    label: re.Pattern[str]
    """What may stand before one: a word for when something was published, a day of the week."""
    forms: tuple[re.Pattern[str], ...]
    """Each with the year, the month as a word or a number, and the day where it is named."""


def written_day(line: str) -> str | None:
    """The day that a line names, or the month where it names no day; None for any other line.

    Numbers between points are day, month and year; between strokes they are none, since either of
    the first two may be the month.

    Returns:
        An ISO 8601 date, with or without a day.
    """
    if len(line) > _LONGEST or not any(map(str.isdecimal, line)):
        return None
    known = _forms()
    words = known.label.sub("", fold_text(" ".join(line.split())), count=1).rstrip(".")
    found = next(filter(None, (form.fullmatch(words) for form in known.forms)), None)
    return None if found is None else _iso(found.groupdict())


@lru_cache(maxsize=64)
def month_called(beginning: str) -> int | None:
    """The month whose name begins so in some language; None where several do, or none.

    Args:
        beginning: Folded, without accents.
    """
    numbers = {number for name, number in _month_names() if name.startswith(beginning)}
    return numbers.pop() if len(numbers) == 1 else None


def _iso(found: Mapping[str, str | None]) -> str | None:
    year, said, day = int(found["year"] or 0), found["month"] or "", found.get("day")
    month = int(said) if said.isdecimal() else month_called(fold_text(said, accents=True))
    try:
        whole = date(year, month or 0, int(day or 1))
    except ValueError:
        return None
    return whole.isoformat() if day else f"{whole:%Y-%m}"


@lru_cache(maxsize=1)
def _forms() -> _Forms:
    every = every_language()
    clippings = [own.kindle for own in every]
    of = _any(*(own.date_of for own in clippings), *(own.times.month_of for own in every))
    ordinal = _any(*(own.ordinal for own in clippings))
    years, months, days = (
        _any(*(words[at] for words in ((own.year, own.month, own.day) for own in clippings)))
        for at in range(3)
    )
    label = _any(*(own.captions.dated for own in every))
    weekday = _any(*(own.changes.weekdays for own in every))
    year, joint = r"(?P<year>(?:19|20)\d\d)", rf"\s+(?:(?:{of})\s+)?"
    month, day = r"(?P<month>[^\W\d_]{3,})\.?", rf"(?P<day>\d{{1,2}})(?:\.|{ordinal})?"
    forms = (
        rf"{day}{joint}{month},?{joint}{year}",
        rf"{month}\s+{day},?\s+{year}",
        rf"{month},?{joint}{year}",
        rf"{year}-(?P<month>\d\d)-(?P<day>\d\d)",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{year}",
        rf"{year}(?:{years})(?P<month>\d{{1,2}})(?:{months})(?P<day>\d{{1,2}})(?:{days})",
    )
    before = rf"(?:(?:{label})\s*:?\s+)?(?:(?:{weekday})[.,]?\s+)?"
    return _Forms(re.compile(before), tuple(map(re.compile, forms)))


def _any(*words: Iterable[str]) -> str:
    """One of the words, as they are folded."""
    return any_of({fold_text(word) for some in words for word in some})


@lru_cache(maxsize=1)
def _month_names() -> tuple[tuple[str, int], ...]:
    """The months of all languages with their numbers; a word of two languages stands twice."""
    return tuple(
        (fold_text(name, accents=True), index % _MONTHS_A_YEAR + 1)
        for language in every_language()
        for index, name in enumerate(language.kindle.months)
    )
