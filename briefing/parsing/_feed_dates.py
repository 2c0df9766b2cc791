"""Dates of feeds that are written as mail has them, but with the months of another language.

RSS asks for English names (RFC 822); many sites write their own: ``Seg, 24 Set 2018 19:22 -0300``.
"""

from __future__ import annotations

import re

from briefing.parsing.written_days import month_called
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


def parse_named_date(words: str) -> str | None:
    """A time in the form of our own, RFC 3339 in UTC; None where no date can be told.

    Without a zone it counts as UTC.
    """
    found = _DATE.search(" ".join(words.split()))
    month = None if found is None else month_called(fold_text(found["month"], accents=True))
    if found is None or month is None:
        return None
    day = f"{found['year']}-{month:02}-{int(found['day']):02}"
    return utc(f"{day}T{found['time'] or '00:00'}{found['zone'] or '+00:00'}")
