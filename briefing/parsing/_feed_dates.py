"""Dates of feeds that are written as mail has them, but with the months of another language.

RSS asks for English names (RFC 822); many sites write their own: ``Seg, 24 Set 2018 19:22 -0300``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.languages.load import every_language
from briefing.text.fold import fold_text
from briefing.text.times import utc

_DATE = re.compile(
    r"""(?x)
    (?<!\d) (?P<day>\d{1,2}) \.? [ ] (?:[^\W\d_]{2}[ ])?
    (?P<month>[^\W\d_]{3,}) \.? [ ] (?:[^\W\d_]{2}[ ])?
    (?P<year>\d{4})
    (?: [ ,]+ (?P<time>\d{2}:\d{2}(?::\d{2})?) (?: [ ]? (?P<zone>[+-]\d{2}:?\d{2}) )? )?
    """
)
"""A day, a month's name or its beginning, and a year, with a word such as “de” between them."""
_MONTHS = 12


def parse_named_date(words: str) -> str | None:
    """A time in the form of our own, RFC 3339 in UTC; None where no date can be told.

    Without a zone it counts as UTC.
    """
    found = _DATE.search(" ".join(words.split()))
    month = None if found is None else _month(fold_text(found["month"], accents=True))
    if found is None or month is None:
        return None
    day = f"{found['year']}-{month:02}-{int(found['day']):02}"
    return utc(f"{day}T{found['time'] or '00:00'}{found['zone'] or '+00:00'}")


@lru_cache(maxsize=64)
def _month(beginning: str) -> int | None:
    """The month whose name begins so in some language; None where several do, or none."""
    numbers = {number for name, number in _names() if name.startswith(beginning)}
    return numbers.pop() if len(numbers) == 1 else None


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, int], ...]:
    """The months of all languages with their numbers; a word of two languages stands twice."""
    return tuple(
        (fold_text(name, accents=True), index % _MONTHS + 1)
        for language in every_language()
        for index, name in enumerate(language.kindle.months)
    )
