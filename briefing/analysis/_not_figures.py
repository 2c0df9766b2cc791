"""Numbers that are no figures: years, dates, times, ordinals, labels, scores, telephone numbers."""

from __future__ import annotations

import re

from briefing.analysis._amounts import Amount, word_value
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._units import Unit
from briefing.model.figure import Qualifier

_BEFORE = 48
"""Characters that are looked at before a number."""

_GLUED_BEFORE = re.compile(
    r"(?:[^\W\d_][-‐‑.]?|(?<!\w)[^\W\d_]\s?[=<>]\s?|\d[-–—‐‑/:.]|[#@^_+]\d*[ -]?|\S*(?:://|www\.|@)\S*)\Z"
)
_GLUED_AFTER = re.compile(
    r"(?!(?:km|kg|m|cm|mm|g|l|km²|m²|ha|MW|GW|kW|kWh|GB|TB|MB|Hz|mph|kt|t)\b)[^\W\d_]|[ªº@_/]\d?"
    r"|°(?![ \u00a0]?(?:[CF]\b|(?!\w)))|:\d|[.,-]\d|[–—‐‑]\d"
)
_PLUS = re.compile(r"(?<![\w.,])\+ ?\Z")
"""The sign of a change: ``(+1.4%)``."""

_COMPOUND = re.compile(r"[-‐‑][A-ZÄÖÜ]\w*[-‐‑]\w")
"""The rest of a German name that begins with a number: ``9-Euro-Ticket``."""

_TIMES = re.compile(
    r"[-‐‑ \u00a0]?(?:times|fold|mal|fach\w*|fois|volte|veces|vezes|keer|maal)(?!\w)"
)
"""What makes a number a factor: ``3,5-mal``."""
_ORDINAL = re.compile(
    r"°[ \u00a0](?!(?:sotto|sopra|bajo|sobre|e|y|o|a|al|di|in|nel|en|de|con|C|F)\b)[^\W\d_]"
)
"""A degree sign that is written for the ordinal's: ``il 3° posto``."""

_MOST_ORDINAL = 31

_ADDRESS = re.compile(r"(?:rue|avenue|boulevard|place|quai|chemin|impasse)\b", re.IGNORECASE)
_POSTCODE = re.compile(r"\d{5}")
_NAMED = re.compile(
    r"(?<!\w)(?:il|lo|al|del|dal|nel|el|le|au|du|o|ao|do|the|die|der|den|dem|het) \Z", re.IGNORECASE
)
"""An article of one thing: a number behind it that counts nothing is a name, ``il 118``."""

_MOST_NAMED = 1000

_PER = re.compile(
    r"(?<!\w)(?:per|every|each|je|pro|pour|por|cada|a cada|ogni|su|sur|op|auf)(?: les| los)? \Z",
    re.IGNORECASE,
)
"""What makes a round number the whole of a rate: ``7.2 per 100,000 inhabitants``."""

_OF_WHICH = re.compile(
    r"(?<!\w)(?:of which|of whom|di cui|dei quali|delle quali|davon|dont|de l[oa]s cuales"
    r"|de ellos|de ellas|waarvan|van wie|dos quais|das quais) \Z",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r" (?:of them|of whom|di loro|d['’]entre (?:eux|elles)|von ihnen|de ell[oa]s|van hen"
    r"|del[ea]s)\b"
)
_OF_MANY = re.compile(
    r" (?:(?:of|out of)(?: the| its| their| those)?|von(?: den| insgesamt)?|der|des|sur(?: les)?|su"
    r"|dei|delle|degli|de l[oa]s|van de|d[ao]s) (?P<all>\d[\d.,]*) [^\W\d_]{3}"
)
"""The whole of which a number is a part, and what both count: ``29 of the 55 seats``."""

_FEWEST_OF_MANY = 11
"""A whole of ten or less makes a rate: ``9 out of 10 people``."""

_OF_FEW = re.compile(r"(?<![\w.,])(\d|[^\W\d_]+) (?:of|in|von|van|op de|su|sur|out of) \Z")
_OUT_OF = re.compile(
    r" (?:su|sur|out of|de cada|em cada|op de) (\d|10|100|[^\W\d_]+)(?![\w%]|[.,]\d| %)"
)
"""The rest of a rate behind what it counts: ``7 Français sur 10``."""

_SUBJECT_BEFORE = re.compile(r"(?:\A|[.;:,–—] |[.;:,] (?:and|e|und|et|y|en) )\Z")
_SUBJECT_AFTER = re.compile(
    r" (?:are|were|have|had|remain|died|survived|i (?:feriti|morti|dispersi)|sono|erano|hanno"
    r"|risultano|werden|wurden|sind|waren|haben|starben|überlebten|sont|étaient|ont|sont|están|siguen|son|fueron"
    r"|murieron|han|estão|foram|morreram|worden|zijn)\b"
)
"""Around a number that is what a clause speaks of: ``; 35 are missing``."""

_RATED = re.compile(
    r"(?:Skala von|scale of|scale from|scala da|échelle de|escala de|schaal van)\b[^.!?]*\Z",
    re.IGNORECASE,
)
"""What makes a number behind it a point on a scale."""

_SCALE_REACH = 160
"""Characters in which that is looked for."""

_VOTES = re.compile(
    r" (?:against|in favou?r|contro|a favore|contrari|dagegen|dafür|contre|en contra|a favor|contra"
    r"|tegen|voor|abstentions?|abstenciones|Enthaltungen)\b"
)

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

_LEADING_ZERO = re.compile(r"0[\d\s\u00a0\u202f]")
_NOTED_YEAR = re.compile(r"(?:19|20)\d\d\.\d{1,2}")
"""A year at the end of a sentence, with the mark of a footnote: ``since 1974.1 Some …``."""

_FEWEST_GROUPED = 5
"""Digits that a count is not written with unless they are grouped, or its noun follows."""

_NINE_DIGITS = re.compile(r"\d{3}(?:[ \u00a0\u202f]\d{3}){2}")
"""A telephone number, where nothing behind it is counted: ``900 101 020``."""

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
_MARKS = re.compile(r"[\[(]\Z")
_MARKS_AFTER = re.compile(r"\s*[\])]")
_LIST_MARK = re.compile(r"(?:\A|\n)[ \t]*\Z")
_LIST_MARK_AFTER = re.compile(r"[.)][ \t]")
_SCALE_POINT = re.compile(r"[-‐‑ ]magnitude\b|[-‐‑](?:point|star)\b")
_AT_HOUR = re.compile(r"(?<!\w)(?:alle(?: ore)?|às|a las) \Z", re.IGNORECASE)
_GMT = re.compile(r" (?:GMT|UTC|BST|EST|EDT|CET)\b")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])(?:[.:h][0-5]\d)?")
_DECADE = re.compile(r"(?:anni|années|años|nineteen|twenty|['’])\s*['’]?\Z", re.IGNORECASE)
_CODE_BEFORE = re.compile(r"(?<!\w)[A-Z]{2,4} \Z")
"""Letters that make a number a name: ``AZ 610``."""

_ONE_IN = re.compile(
    r"(?<!\w)(?:[12]|one|uno|una|un|eine?r?|two|due|zwei|deux|dos)"
    r" (?:in|out of|su|von|sur|de cada|ogni) \Z"
    r"|(?<![\w.,])\d{1,2} (?:out of|su|sur|de cada|em cada) \Z"
    r"|(?<!\w)(?:een|één|twee|drie|vier) op de \Z|(?<!\w)(?:um|uma|dois|duas|três) em cada \Z",
    re.IGNORECASE,
)
"""What makes a number the whole of a share: "one in ten voters"."""

_SHORT_TIMES = ("minut", "second", "sekund", "segundo")
"""Units in which no date is given: "the last 11 minutes" are a part of a match."""

_THAN = re.compile(r" (?:than|als|que|dan|di quanto|del previsto|de lo |do que)\b")
"""Behind "three days earlier": it tells a difference, no date."""

_TIES = r"(?:e|ed|and|und|et|y|to|al|au|bis|a|o|or|ou|oder|-|–)"


def is_no_figure(
    text: str, amount: Amount, unit: Unit, words: FigureWords, *, is_qualified: bool = False
) -> bool:
    """Whether a number is something else than a figure.

    Args:
        text: A line of the text.
        amount: The number.
        unit: What follows it.
        words: Those of the language.
        is_qualified: Whether the amount ends in a qualifier: "22 others".
    """
    before = text[max(0, amount.span.start - _BEFORE) : amount.span.start]
    after = text[amount.span.end : amount.span.end + _BEFORE]
    if _is_date(before, after, amount, words) or _is_label(before, amount, unit, words):
        return True
    if _SCALE_POINT.match(after) or (len(amount.digits) == 4 and _GMT.match(after)):
        return True
    if _is_share(text, before, amount, unit, words) or _TIMES.match(after):
        return True
    if _is_relative_date(text, before, unit, words) or _is_age(before, after, unit, words):
        return True
    if amount.spelled:
        return not is_qualified and _is_idle_word(text, before, amount, unit, words)
    return (
        _is_glued(before, after, amount, unit)
        or _is_time(before, after, amount, unit, words)
        or _is_year(before, after, amount, unit, words)
        or (not is_qualified and _is_mark(before, after, amount, unit, words))
    )


def is_clock(text: str, amount: Amount) -> bool:
    """Whether a number stands behind words that make it a time of day: "alle 19 al 38 %"."""
    before = text[max(0, amount.span.start - _BEFORE) : amount.span.start]
    return _CLOCK.fullmatch(amount.digits) is not None and _AT_HOUR.search(before) is not None


def is_year(text: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether a number stands behind words that make it a year: "from 92 % in 2019 to 91 %"."""
    before = text[max(0, amount.span.start - _BEFORE) : amount.span.start]
    after = text[amount.span.end : amount.span.end + _BEFORE]
    introduced = words.year_before.search(before) is not None
    return introduced and _is_year(before, after, amount, unit, words)


def _is_date(before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    value = amount.value
    if value is None or value > 2100 or value != int(value) or amount.currency or amount.scaled:
        return False
    month = rf"(?:{words.month})"
    if re.match(
        rf"\.?(?:er|º)?\s+(?:{_TIES}\s+\d{{1,2}}\.?\s+)?(?:de\s+|of\s+|di\s+)?{month}(?!\w)",
        after,
        re.IGNORECASE,
    ):
        return value <= 31
    tail = rf"(?<!\w){month}\.?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?\s*(?:,|{_TIES})\s*)?(?:de\s+)?\Z"
    is_year_like = re.fullmatch(r"[12]\d{3}", amount.digits) is not None
    return re.search(tail, before, re.IGNORECASE) is not None and (value <= 31 or is_year_like)


def _is_label(before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    if amount.currency or amount.scaled or amount.value is None:
        return False
    if words.label.search(before) is None:
        return False
    return unit.text is None or _is_small_or_plain(amount)


def _is_small_or_plain(amount: Amount) -> bool:
    return amount.value is not None and (
        amount.value < 10000 and not re.search(r"[.,]\d{3}", amount.digits)
    )


def _is_share(text: str, before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it belongs to a share or a rate: ``1 bambino su 4``, ``4 von 10 Kindern``."""
    if _ONE_IN.search(before) or _is_rate(before, amount, unit):
        return True
    value = amount.value
    few = _OF_FEW.search(before)
    if value is not None and value < _FEWEST_OF_MANY and few and _small(few[1], words):
        return True
    if unit.text is None:
        start = amount.span.start
        return _RATED.search(text, max(0, start - _SCALE_REACH), start) is not None
    behind = _OUT_OF.match(text, unit.end)
    return behind is not None and value is not None and value < _small(behind[1], words)


def _small(number: str, words: FigureWords) -> int:
    """What a short number means, in digits or in words; 0 where it is none or more than 100."""
    value = int(number) if number.isdecimal() else word_value(number.lower(), words.language) or 0
    return value if value <= 100 else 0


def _is_rate(before: str, amount: Amount, unit: Unit) -> bool:
    """Whether it is the whole of a rate: a hundred, a thousand, a million of something."""
    is_whole = amount.value is not None and re.fullmatch(r"10{2,}", str(amount.value)) is not None
    is_counted = unit.text is not None and amount.currency is None
    return is_whole and is_counted and _PER.search(before) is not None


def _is_part(before: str, after: str) -> bool:
    """Whether a number that counts nothing itself is so many of what was or is counted."""
    if _OF_WHICH.search(before) or _OF_THEM.match(after) or _VOTES.match(after):
        return True
    if _SUBJECT_BEFORE.search(before) and _SUBJECT_AFTER.match(after):
        return True
    many = _OF_MANY.match(after)
    return many is not None and int(re.sub(r"\D", "", many["all"])) >= _FEWEST_OF_MANY


def _is_relative_date(text: str, before: str, unit: Unit, words: FigureWords) -> bool:
    if unit.text is None or unit.text.split()[0] not in words.time_units:
        return False
    end = unit.end - len(unit.text) + len(unit.text.split()[0])
    if words.relative_before.search(before) and not unit.text.lower().startswith(_SHORT_TIMES):
        return True
    follows = words.relative_after.match(text, end)
    return follows is not None and _THAN.match(text, follows.end()) is None


def _is_age(before: str, after: str, unit: Unit, words: FigureWords) -> bool:
    if re.match(r"[-\s]year[-s]?s?[-\s]?olds?|[-\s]?jährig|\s+Jahre alt|[-\s]?enn[ei]", after):
        return True
    if unit.text is None or not words.ages.match(after):
        return False
    behind = after.lstrip()[len(unit.text) :]
    if behind.startswith((",", ")")) and _APPOSITION.search(before):
        return True
    return _AGE_BEFORE.search(before) is not None


def _is_idle_word(text: str, before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether a number in words only points back, or is another word that looks like one."""
    if amount.value is None:
        return unit.text is None or not _is_joined(text, amount, words)
    if amount.value == 2 and words.definite.search(before):
        return True
    if unit.text is None:
        after = text[amount.span.end : amount.span.end + _BEFORE]
        is_part = _OF_WHICH.search(before) or _OF_THEM.match(after)
        return not (amount.scaled or is_part or _is_bounded_share(text, before, amount, words))
    if not unit.is_plural:
        return not (amount.scaled and amount.value >= 1_000_000)
    if unit.text.split()[0] in words.fractions:
        return True
    first = text[amount.span.start]
    return first.isupper() and bool(re.search(r"[\w,] \Z", before))


def _is_bounded_share(text: str, before: str, amount: Amount, words: FigureWords) -> bool:
    """Whether it is part of a number: "at least six of the 14 victims"."""
    follows = re.match(
        r" (?:of|dei|delle|degli|der|des|de)\b", text[amount.span.end : amount.span.end + 8]
    )
    is_large = amount.value is not None and amount.value >= 10
    bound = words.before.search(before)
    if bound is None:
        return False
    said = words.qualifiers.get(" ".join(bound[1].lower().replace("’", "'").split()))
    return is_large or follows is not None or said is Qualifier.AT_LEAST


def _is_joined(text: str, amount: Amount, words: FigureWords) -> bool:
    """Whether "thousands" is followed by "of", where the language needs it."""
    last = text[amount.span.start : amount.span.end].lower().split()[-1]
    is_several = last not in words.vague and len(text[amount.span.start : amount.span.end]) > len(
        last
    )
    return is_several or words.language == "de" or words.of.match(text, amount.span.end) is not None


def _is_glued(before: str, after: str, amount: Amount, unit: Unit) -> bool:
    if amount.currency or (unit.text == "%" and _PLUS.search(before)):
        return False
    if _GLUED_BEFORE.search(before):
        goes_on = unit.is_plural or amount.scaled
        return not (re.search(r"\d[-–—]\Z", before) and goes_on)
    is_compound = _COMPOUND.match(after) is not None
    if unit.text is not None and after.startswith(("-", "‐", "‑")):
        return is_compound
    if unit.text == "%" or (unit.text or "").startswith("°"):
        is_small = amount.value is not None and amount.value <= _MOST_ORDINAL
        return unit.text == "°" and is_small and _ORDINAL.match(after) is not None
    if _GLUED_AFTER.match(after) and not amount.scaled:
        return is_compound or not _is_range(after) or _falls(amount, after)
    spaced = re.match(r"[ /]\d", after) or re.search(r"\d[ ]\Z", before)
    return bool(spaced) and not unit.is_plural


def _is_range(after: str) -> bool:
    """Whether "10-15 people" goes on: a number, then a word."""
    return re.match(r"[-–—‐‑]\d+(?:[.,]\d+)*(?: ?%| [^\W\d_]{3,})", after) is not None


def _falls(amount: Amount, after: str) -> bool:
    """Whether the second of two numbers is the smaller: a score, ``112-104``."""
    second = re.match(r"[-–—‐‑](\d+)(?![.,]\d)", after)
    return second is not None and amount.value is not None and int(second[1]) < amount.value


def _is_time(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
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


def _is_year(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
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


def _is_mark(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    if amount.currency or amount.scaled:
        return False
    if _LIST_MARK.search(before) and _LIST_MARK_AFTER.match(after):
        return True
    if _LEADING_ZERO.match(amount.digits) or _is_address(amount, unit, words):
        return True
    if _NOTED_YEAR.fullmatch(amount.digits) and re.match(r"\s+[^\W\d_a-zà-ÿ]|\s*\Z", after):
        return True
    return unit.text is None and _is_bare_mark(before, after, amount, words)


def _is_address(amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it is the number of a house or a town: ``12 rue de la Paix``, ``75001 Paris``."""
    if unit.text is None or not amount.digits.isdecimal():
        return False
    is_town = words.language != "de" and unit.text[0].isupper()
    return _ADDRESS.match(unit.text) is not None or (
        is_town and _POSTCODE.fullmatch(amount.digits) is not None
    )


def _is_bare_mark(before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a number that counts nothing stands for something: a code, a mark, a telephone."""
    if _is_part(before, after):
        return False
    is_ungrouped = len(amount.digits) >= _FEWEST_GROUPED and amount.digits.isdecimal()
    if is_ungrouped or _NINE_DIGITS.fullmatch(amount.digits):
        return words.before.search(before) is None
    if _CODE_BEFORE.search(before) and amount.digits.isdecimal():
        return True
    if _MARKS.search(before) and _MARKS_AFTER.match(after):
        return True
    if amount.value is None or not amount.digits.isdecimal() or words.before.search(before):
        return False
    return amount.value < 100 or (amount.value < _MOST_NAMED and _NAMED.search(before) is not None)
