"""Numbers of a share: parts of a whole, which are figures, and rates, which are not."""

from __future__ import annotations

import re

from briefing.analysis._amounts import word_value
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._units import Unit
from briefing.analysis._written import Amount

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
    r"|dei|delle|degli|de l[oa]s|van de|d[ao]s) (\d[\d.,]*) [^\W\d_]{3}"
)
"""The whole of which a number is a part, and what both count: ``29 of the 55 seats``."""

_FEWEST_OF_MANY = 11
"""A whole of ten or less makes a rate: ``9 out of 10 people``."""

_OF_FEW = re.compile(r"(?<![\w.,])(\d|[^\W\d_]+) (?:of|in|von|van|op de|su|sur|out of) \Z")

_OUT_OF = re.compile(
    r" (?:su|sur|out of|de cada|em cada|op de) (\d|10|100|[^\W\d_]+)(?![\w%]|[.,]\d| %)"
)
"""The rest of a rate behind what it counts: ``7 Français sur 10``."""

_OF_ALL = re.compile(
    r"(?<!\w)(?:Of|Out of|Dei|Delle|Degli|Von|Sur|Des|De|Van|Dos|Das)(?: [\w'’]+){0,3}?"
    r" (\d[\d.,]*) [^\W\d_]{3}[^.;:,\d]*, \Z"
    r"|(?<!\w)(?:Von (?:den|insgesamt)|Van de) (\d[\d.,]*) [^.;:,\d]+ \Z"
)
"""What begins a sentence with the whole of its number: ``Of the 41 ferries, 17 failed``."""

_OF_IT = re.compile(
    r"(?<!\w)(?:ne|l['’]en|n['’]en|en (?:a|ont|avait|avaient|compte|comptent)) (?:[^\W\d_]+ )?\Z",
    re.IGNORECASE,
)
"""A pronoun that says of what a number is a part: ``ne riserva 20``, ``en a compté 20``."""

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

_ONE_IN = re.compile(
    r"(?<!\w)(?:[12]|one|uno|una|un|eine?r?|two|due|zwei|deux|dos)"
    r" (?:in|out of|su|von|sur|de cada|ogni) \Z"
    r"|(?<![\w.,])\d{1,2} (?:out of|su|sur|de cada|em cada) \Z"
    r"|(?<!\w)(?:een|één|twee|drie|vier) op de \Z|(?<!\w)(?:um|uma|dois|duas|três) em cada \Z",
    re.IGNORECASE,
)
"""What makes a number the whole of a share: "one in ten voters"."""

_ONE_NOUN_IN = re.compile(
    r"(?<!\w)une? (?!attaqu|raid|rapport|étud|livr|accord|articl|enquêt|vot|film|séri|débat)"
    r"[^\W\d_]+ sur \Z"
    r"|(?<!\w)un(?:['’]|[ao]? )(?!attacc|raid|rapport|stud|libr|accord|articol|inchiest|indagin"
    r"|voto|film|serie|dibattit|report|referendum)[^\W\d_]+ su \Z"
    r"|(?<!\w)(?:un[ao]?|uma?) [^\W\d_]+ (?:de|em) cada \Z"
    r"|(?<!\w)(?:een|één) [^\W\d_]+ op de \Z"
    r"|(?<!\w)one [^\W\d_]+ out of \Z",
    re.IGNORECASE,
)
"""The same with what is counted: ``una famiglia su tre``, but not what is said on three things."""


def is_share(text: str, before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it belongs to a share or a rate: ``1 bambino su 4``, ``4 von 10 Kindern``."""
    if _ONE_IN.search(before) or _is_rate(before, amount, unit):
        return True
    value = amount.value
    if value is not None and value < _FEWEST_OF_MANY and _ONE_NOUN_IN.search(before):
        return True
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


def is_part(before: str, after: str) -> bool:
    """Whether a number that counts nothing itself is so many of what was or is counted."""
    if _OF_WHICH.search(before) or _OF_THEM.match(after) or _VOTES.match(after):
        return True
    if _SUBJECT_BEFORE.search(before) and _SUBJECT_AFTER.match(after):
        return True
    if _OF_IT.search(before):
        return True
    many = _OF_MANY.match(after) or _OF_ALL.search(before)
    whole = "" if many is None else next(filter(None, many.groups()))
    return bool(whole) and int(re.sub(r"\D", "", whole)) >= _FEWEST_OF_MANY


def is_of_them(before: str, after: str) -> bool:
    """Whether a number counts some of those that were counted before: "three of them"."""
    return bool(_OF_WHICH.search(before) or _OF_THEM.match(after))
