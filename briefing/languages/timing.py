"""The keys of a language's file that tell when, how long and how old."""

from __future__ import annotations

from briefing.languages.kinds import Words
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Times:
    """Numbers that say when, how long, and how old."""

    month_first: bool
    """Whether a month may stand before its day."""
    ordinal_before: Words
    """What an ordinal stands behind that ends in a stop: ``bis zum`` 24."""
    months: Words
    """Months and their abbreviations."""
    day_joints: Words
    """Between two days of a month."""
    day_endings: Words
    """Behind the day of a month: ``3rd``."""
    month_of: Words
    """Before a month or year in a date."""
    time_before: Words
    """Words that make a number a time of day."""
    time_after: Words
    """The same behind it."""
    year_before: Words
    """Words that make a bare number of four digits a year."""
    ages: Words
    """What makes a number somebody's age."""
    relative_before: Words
    """Before a stretch of time that is a date: ``every``."""
    windows: Words
    """Those of them that leave its length a figure: in the ``past`` two months."""
    relative_after: Words
    """Behind one: ``ago``."""
    difference: Words
    """Behind one that tells a difference, no date: ``three days earlier than``."""
    definite: Words
    """Articles: with them a small number only points back: ``i due paesi``."""
    these: Words
    """Those of them that point back: ``these`` three men."""
    time_units: Words
    """Units of time."""
    year_units: Words
    month_units: Words
    week_units: Words
    day_units: Words
    """Those of years and what may follow them: ``five years, three months and a day``."""
    hour_units: Words
    minute_units: Words
    second_units: Words
    """The same of hours, minutes and seconds."""
    short_units: Words
    """Units in which no date is given; with stars."""
    hours: Words
    """Words for hours behind a time of day."""
    hour_joints: Words
    """Between two times of day."""
    hour_since: Words
    """Before the first of two times of day."""
    lasting_verbs: Words
    """Before hours that tell how long, and no times of day; with stars: ``takes`` 8 to 10 hours."""
    weak_hours: Words
    """Words behind a number that are also units."""
    clock_says: Words
    """What a time of day follows: ``it is``."""
    clock_parts: Words
    """Parts of an hour in a time that is told in words: ``a quarter``."""
    clock_past: Words
    """Between minutes, or such a part, and their hour: ten ``past`` three."""
    clock_less: Words
    """Between an hour and its minutes: six heures ``moins`` dix."""
    at_hour: Words
    """Words before a time of day that nothing follows."""
    decades: Words
    """Before the two digits of a decade."""
    age_of: Words
    """Phrases before an age."""
    aged: Words
    """Those before ages without a unit, of which a range is a figure: ``aged`` 12 to 17."""
    age_verbs: Words
    """Verbs and prepositions before an age that no noun follows: ``aveva 67 anni``."""
    at_ages: Words
    """Before an age that begins a clause: ``à 32 ans, il part``."""
    age_ands: Words
    """Between two ages."""
    rates: Words
    """Behind a measure, in what time it is: one litre ``per hour``."""
    single_units: Words
    """Units of time of which there is one."""
    sentences: Words
    """Behind a single year or month that counts all the same: ``one year`` in prison."""
    old: Words
    """Behind an age; with stars."""
    apposition: Words
    """Before an age between commas."""
