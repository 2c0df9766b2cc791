"""Numbers that say when: dates, years, times of day and ages."""

from __future__ import annotations

import re

from briefing.analysis._figure_words import FigureWords
from briefing.analysis._units import Unit
from briefing.analysis._written import Amount

BEFORE = 48
"""Characters that are looked at before a number."""

_HOURS = re.compile(
    r"\s?(?:h|heures|Uhr|horas)\s(?:à|et|bis|und|a|y|-|–)\s\d{1,2}\s?(?:h|heures|Uhr|horas)\b"
)
"""The rest of two times of day: ``de 9 h à 19 h``."""

_SINCE_HOURS = re.compile(
    r"(?:\d{1,2} ?(?:h|heures|horas|Uhr|uur)|\b(?:de|das|von) \d{1,2}(?: ?h)?)"
    r" (?:à|et|y|e|a|às|und|bis|en|tot) \Z"
)
"""The first of two times of day: ``de 9 a`` 18 horas."""

_TILL_HOURS = re.compile(r" (?:a|às|bis|à|y|et|und|tot) \d{1,2} ?(?:h|heures|horas|Uhr|uur)\b")

_WEAK_TIMES = ("uur", "heures", "horas", "h", "noon")

_APPOSITION = re.compile(r"[,(]\s*(?:de\s+|di\s+)?\Z")

_AGE_BEFORE = re.compile(
    r"(?:l['’]età di|âgée?s? (?:de|entre)|la edad de|Alter (?:von|zwischen)|aged(?: between)?"
    r"|età compresa tra(?: i)?|tra i|de entre"
    r"|(?:homme|femme|garçon|fille|uomo|donna|ragazz[oa]|bambin[oa]|hombre|mujer|joven|niñ[oa]"
    r"|anzian[oa]|giovane|ancian[oa]|jeune|homem|mulher|menin[oa]|jovem|idos[oa]|rapaz"
    r"|rapariga|criança|figli[oae]?|fils|filles?|enfants?|hij[oa]s?|filh[oa]s?),? d[ei]"
    r"|(?:man|vrouw|jongen|meisje) van)\s+"
    r"(?:\d{1,2} (?:and|to|und|bis|à|et|y|a|e i|e) )?\Z",
    re.IGNORECASE,
)

_AT_HOUR = re.compile(r"(?<!\w)(?:alle(?: ore)?|às|a las) \Z", re.IGNORECASE)

_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])(?:[.:h][0-5]\d)?")

_DECADE = re.compile(r"(?:anni|années|años|nineteen|twenty|['’])\s*['’]?\Z", re.IGNORECASE)

_SHORT_TIMES = ("minut", "second", "sekund", "segundo")
"""Units in which no date is given: "the last 11 minutes" are a part of a match."""

_THAN = re.compile(r" (?:than|als|que|dan|di quanto|del previsto|de lo |do que)\b")
"""Behind "three days earlier": it tells a difference, no date."""


def is_clock(text: str, amount: Amount) -> bool:
    """Whether a number stands behind words that make it a time of day: "alle 19 al 38 %"."""
    before = text[max(0, amount.span.start - BEFORE) : amount.span.start]
    return _CLOCK.fullmatch(amount.digits) is not None and _AT_HOUR.search(before) is not None


def is_year(text: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether a number stands behind words that make it a year: "from 92 % in 2019 to 91 %"."""
    before = text[max(0, amount.span.start - BEFORE) : amount.span.start]
    after = text[amount.span.end : amount.span.end + BEFORE]
    introduced = words.year_before.search(before) is not None
    return introduced and is_year_here(before, after, amount, unit, words)


def is_date(before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether it is the day or year of a date."""
    value = amount.value
    if value is None or value > 2100 or value != int(value) or amount.currency or amount.scaled:
        return False
    if words.month_after.match(after):
        return value <= 31
    if amount.spelled:  # "am 2. Juni drei Menschen"
        return False
    is_year_like = re.fullmatch(r"[12]\d{3}", amount.digits) is not None
    return words.month_before.search(before) is not None and (value <= 31 or is_year_like)


def is_relative_date(text: str, before: str, unit: Unit, words: FigureWords) -> bool:
    """Whether it is a stretch of time that stands for a date: "three days ago"."""
    if unit.text is None or unit.text.split()[0] not in words.time_units:
        return False
    end = unit.end - len(unit.text) + len(unit.text.split()[0])
    if words.relative_before.search(before) and not unit.text.lower().startswith(_SHORT_TIMES):
        return True
    follows = words.relative_after.match(text, end)
    return follows is not None and _THAN.match(text, follows.end()) is None


def is_age(before: str, after: str, unit: Unit, words: FigureWords) -> bool:
    """Whether it is somebody's age."""
    if re.match(r"[-\s]year[-s]?s?[-\s]?olds?|[-\s]?jährig|\s+Jahre alt|[-\s]?enn[ei]", after):
        return True
    if unit.text is None or not words.ages.match(after):
        return False
    behind = after.lstrip()[len(unit.text) :]
    if behind.startswith((",", ")")) and _APPOSITION.search(before):
        return True
    return _AGE_BEFORE.search(before) is not None


def is_time(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it is a time of day."""
    if amount.currency or amount.scaled or not _CLOCK.fullmatch(amount.digits):
        return False
    follows = words.time_after.match(after)
    precedes = words.time_before.search(before)
    if follows and (precedes or follows[1].lower() not in _WEAK_TIMES):
        return True
    if _HOURS.match(after):
        return True
    if (unit.text or "").startswith(("h", "H", "Uhr", "uur")) and _SINCE_HOURS.search(before):
        return True
    if _TILL_HOURS.match(after):
        return True
    has_minutes = len(amount.digits) > 2
    return bool(precedes) and (unit.text is None or (has_minutes and not unit.is_plural))


def is_year_here(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it is a year."""
    if not re.fullmatch(r"\d{4}", amount.digits) or amount.currency or amount.scaled:
        is_short = re.fullmatch(r"\d{2}", amount.digits) is not None
        return is_short and unit.text is None and _DECADE.search(before) is not None
    year = int(amount.digits)
    if not 1000 <= year <= 2100 or unit.text in ("%", "€", "$", "£"):
        return False
    if unit.text is None or re.match(r"\s*[)\],;]", after):
        return True
    introduced = words.year_before.search(before) is not None
    qualified = words.before.search(before) is not None and not introduced
    if year >= 1900:
        return not (unit.is_plural and (qualified or (year % 100 == 0 and not introduced)))
    return introduced and not unit.is_plural
