"""The keys of a language's file for the clippings of a Kindle."""

from __future__ import annotations

from briefing.languages.kinds import Words
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Kindle:
    """The words of a Kindle's clippings."""

    months: Words
    """The months, January first; a twelve for each language that the file speaks for."""
    bookmark: Words
    """Words for a bookmark."""
    highlight: Words
    """Words for a highlight."""
    note: Words
    """Words for a note."""
    location: Words
    """Words before a location."""
    page: Words
    """Words before a page."""
    date_of: Words
    """What may join the day to the month, and the month to the year."""
    page_after: Words
    """Words behind the number of a page."""
    ordinal: Words
    """What may follow the number of a day."""
    year: Words
    month: Words
    day: Words
    """What follows the number of a year, a month and a day that are counted, year first."""
    hours: Words
    minutes: Words
    seconds: Words
    """What may part hours, minutes and seconds, besides a colon and a full stop."""
    before_noon: Words
    after_noon: Words
    """The halves of a day of twice twelve hours."""
