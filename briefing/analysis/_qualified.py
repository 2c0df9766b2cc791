"""How exact a number is said to be, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.analysis._figure_words import FigureWords
from briefing.analysis._measures import is_measure, is_scale
from briefing.analysis._number_words import word_value
from briefing.analysis._shares import is_count
from briefing.analysis._unit import Unit
from briefing.analysis._written import Amount
from briefing.languages.counting import Qualifiers
from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, any_of
from briefing.model.figure import Qualifier
from briefing.model.span import Span

_REACH = 48
"""Characters before a number in which its qualifier must stand."""

_CELL_END = "\t"
"""What no phrase of a line goes over: the end of a cell in the row of a table."""

_MINUS = ("-", "–", "−")
_CELL_MINUS = re.compile(r"(?:\A|(?<=[\t\n])) ?([-–−])\Z")
_CELL_BEHIND = re.compile(r" ?%? ?(?:[\t\n]|\Z)")
"""What stands before and behind a number that is alone in its cell, and below nought."""

_WORD_BEFORE = re.compile(r"(\w+) \Z")

_FALLEN = re.compile(r"\((?:[^()]{1,24}[,;] )?[-–−]\Z")
"""What stands before a measure that has become less: ``18 % (-7 points)``, ``(9 %, -3 points)``."""

_NUMBER = re.compile(r"\s+[A-Z]{0,3}[$€£]?\d")
"""Behind a qualifier it takes that for itself: "cost 39 islands at least $153 billion"."""


_NEXT = re.compile(r" ([a-zß-ÿ]{3,})")
"""A word behind another one."""

_INITIAL = re.compile(r"[A-Z]\.")
"""An abbreviated name, and no "c." for circa."""

_TURNED = {
    Qualifier.OVER: Qualifier.AT_MOST,
    Qualifier.UNDER: Qualifier.AT_LEAST,
}
"""What a qualifier says behind a negation."""


@dataclass(frozen=True, slots=True)
class _Around:
    """Words around a figure that change what its qualifier means."""

    than: re.Pattern[str]
    minus: re.Pattern[str]
    """What makes a number negative, at the end of what stands before."""
    negation: re.Pattern[str]
    """A word that turns what follows, in the same clause."""
    degrees: tuple[str, ...]
    encloses: frozenset[str]
    """Dashes that open a remark, and make no number negative behind a word."""
    percent_before: re.Pattern[str]
    """What a text says before the number that something has reached: "9 %, hasta los 4"."""
    worth: re.Pattern[str]
    asked: re.Pattern[str]
    legal: re.Pattern[str]
    when: re.Pattern[str]
    """Behind a number, when it was so."""
    of_when: re.Pattern[str]
    """The same behind "of"."""
    article: re.Pattern[str]
    """An article at the end, which numbers of some languages have anyway."""
    besides: re.Pattern[str]
    """A qualifier that says what comes on top of its number."""
    changes: frozenset[str]
    """Words for "up to" that also say to what something has changed."""
    till: frozenset[str]
    """Words for "up to" that also stand between the two numbers of a range."""
    own: Qualifiers


@lru_cache(maxsize=8)
def _around(own: Language) -> _Around:
    words, numbers = own.qualifiers, own.numbers
    percent = any_of((*own.units.percent, *own.units.points))
    return _Around(
        than=re.compile(rf"\s+(?:{any_of(words.than)}){ENDS}"),
        negation=re.compile(
            rf"(?<!\w)(?:{any_of(words.negations)}){ENDS}[^.,;:!?()]*\Z", re.IGNORECASE
        ),
        minus=re.compile(rf"(?<![\w.,%‰°])(?<![\d%‰°] )(?:[-−–]|(?:{any_of(numbers.minus)}) )\Z"),
        degrees=own.units.degrees,
        encloses=frozenset(numbers.enclosing_dashes),
        percent_before=re.compile(rf"(?:{percent}),?\s*\Z"),
        worth=_noun_before(words.worth_nouns),
        asked=_noun_before(words.asked_nouns),
        legal=_noun_before(words.legal_nouns),
        when=_time_behind(own, (*own.labels.prepositions, *own.labels.links)),
        of_when=_time_behind(own, own.labels.links),
        article=re.compile(
            rf"(?<!\w)(?:{any_of((*own.labels.articles, *own.labels.links))})\s*\Z", re.IGNORECASE
        ),
        besides=re.compile(rf"(?:{any_of(words.besides)})\s*", re.IGNORECASE),
        changes=frozenset(own.labels.changes),
        till=frozenset(numbers.range),
        own=words,
    )


def _time_behind(own: Language, by: Iterable[str]) -> re.Pattern[str]:
    time = rf"(?:{any_of(own.times.months)}|(?:19|20)\d\d)\b"
    return re.compile(rf" (?:{any_of(by)}) (?:\w+ )?{time}", re.IGNORECASE)


def _noun_before(nouns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(nouns)}) \Z", re.IGNORECASE)


def _is_change(text: str, start: int, unit: Unit, words: FigureWords) -> bool:
    """Whether what seems to add a number says by how much something has changed."""
    if text[start] == "+":
        return unit.text is not None and is_measure(unit.text, words)
    if not is_scale(unit.text, words):
        return False
    return _around(words.own).than.match(text, unit.end) is not None


def _is_then(text: str, start: int, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether a number is one of another time that is exceeded: "below the 6.7 % of March"."""
    around, bound = _around(words.own), text[start : amount.span.start]
    is_known = words.definite.search(bound) is not None
    when = around.when if is_known else around.of_when
    is_then = when.match(text, unit.end) is not None
    return is_then and (is_known or around.article.search(bound) is not None)


def qualifier_before(
    text: str, amount: Amount, unit: Unit, words: FigureWords
) -> tuple[int, Qualifier | None]:
    """Where a figure's phrase begins, and what the words before its number say of it."""
    start, qualifier = _said_before(text, amount, words)
    if qualifier is Qualifier.ADDITIONAL and _is_change(text, start, unit, words):
        return amount.span.start, None
    said = text[start : amount.span.start].rstrip().lower()
    if said in words.own.times.windows and (unit.text or "").split(" ")[0] in words.time_units:
        return amount.span.start, None  # "dans les 48 heures" are no "about 48"
    is_bound = qualifier in (Qualifier.OVER, Qualifier.UNDER)
    if is_bound and _is_then(text, start, amount, unit, words):
        return amount.span.start, None
    return start, qualifier


def _said_before(text: str, amount: Amount, words: FigureWords) -> tuple[int, Qualifier | None]:
    """Where the phrase begins, and what its words before the number say."""
    start, qualifier = amount.span.start, None
    for _ in range(2):
        floor = start - _REACH if start > _REACH else 0
        match = words.before.search(text[floor:start])
        if match is not None and (cell := text.rfind(_CELL_END, floor, start)) >= 0:
            floor = cell + 1
            match = words.before.search(text[floor:start])
        if match is None:
            break
        begin = floor + match.start()
        before = text[floor:begin]
        is_share = words.share.match(text, amount.span.end) is not None
        if not _applies(match[1], before, amount, words, is_share=is_share):
            break
        if _around(words.own).besides.fullmatch(text, begin, start):
            break
        said = _known_qualifier(match[1], words)
        if said is Qualifier.ADDITIONAL and words.definite.search(before):
            break  # "the other 12" were counted before
        turned = _TURNED.get(said)
        if turned and _around(words.own).negation.search(before):
            said = turned
        qualifier = said if qualifier in (None, Qualifier.ADDITIONAL) else qualifier
        start = begin
    return start, qualifier


def _known_qualifier(phrase: str, words: FigureWords) -> Qualifier:
    plain = " ".join(phrase.lower().replace("’", "'").split())
    return words.qualifiers.get(plain) or words.qualifiers_after[plain]


def _applies(
    phrase: str, before: str, amount: Amount, words: FigureWords, *, is_share: bool
) -> bool:
    """Not every "über" is "more than": "über drei Länder", "ein Paket über 46 Milliarden"."""
    low, around = phrase.lower().replace("’", "'"), _around(words.own)
    own = around.own
    if low in around.changes and is_count(f"{before}{phrase} ", words):
        return False  # "het dodental steeg tot"
    is_legal = low in own.legal_least and around.legal.search(before) is not None
    if is_legal or (low in around.till and _ends_in_number(before, words)):
        return False
    if low in own.reached and around.percent_before.search(before):
        return False
    if low not in own.spatial:
        return _INITIAL.fullmatch(phrase) is None
    if (low in own.worth and around.worth.search(before)) or (
        low in own.asked and around.asked.search(before)
    ):
        return False
    return is_share or not amount.spelled or amount.value is None or amount.value >= 20


def _ends_in_number(before: str, words: FigureWords) -> bool:
    """Whether a range begins there: in digits, or in words."""
    last = before.split()[-1:] or [""]
    return last[0][-1:].isdecimal() or word_value(last[0].lower(), words.language) is not None


def additional_behind(
    text: str, amount: Amount, words: FigureWords
) -> tuple[Amount, Qualifier | None, int]:
    """The amount stretched over a word such as "more" or "weitere" before its noun."""
    match = words.after.match(text, amount.span.end)
    is_none = amount.unit is not None or match is None or "\t" in match[0]  # "a third more"
    if match is None or is_none or _around(words.own).than.match(text, match.end()):
        return amount, None, amount.span.end
    said: Qualifier | None
    said = words.qualifiers_after[" ".join(match[1].lower().replace("’", "'").split())]
    if said is Qualifier.ADDITIONAL and words.definite.search(text[: amount.span.start][-_REACH:]):
        said = None  # "the 42 other people" were counted before
    stretched = Amount(
        Span(amount.span.start, match.end()),
        amount.value,
        amount.magnitude,
        amount.spelled,
        amount.scaled,
        amount.currency,
        amount.is_round,
        amount.digits,
    )
    return stretched, said, match.end()


def qualifier_behind(text: str, end: int, words: FigureWords) -> tuple[Qualifier | None, int]:
    match = words.after.match(text, end)
    if (
        match is None
        or "\t" in match[0]
        or _around(words.own).than.match(text, match.end())
        or _NUMBER.match(text, match.end())
        or _compares(match, words)
    ):
        return None, end
    return _known_qualifier(match[1], words), match.end()


def _compares(found: re.Match[str], words: FigureWords) -> bool:
    """Whether "more" belongs to the adjective behind it: ``dos barrios más afectados``."""
    if found[1].lower() not in words.own.qualifiers.comparing:
        return False
    behind = _NEXT.match(found.string, found.end())
    endings = words.own.units.plural_endings
    return behind is not None and behind[1].endswith(endings) and behind[1] not in words.stop


def below_zero(text: str, amount: Amount, unit: Unit, words: FigureWords) -> Amount:
    """The amount with its minus sign, where one can be meant: of degrees, shares and cells."""
    start = amount.span.start
    if amount.value is None or not amount.digits:
        return amount
    if text[start - 1 : start] in _MINUS and _CELL_BEHIND.match(text, amount.span.end):
        sign = _CELL_MINUS.search(text, max(0, start - 3), start)
        if sign is not None:
            return replace(amount, value=-amount.value, span=Span(sign.start(1), amount.span.end))
    around = _around(words.own)
    if unit.text is None or not unit.text.startswith(around.degrees):
        return _fallen(text, amount, unit, words)
    minus = around.minus.search(text, max(0, start - 10), start)
    if minus is None or words.before.search(text[max(0, minus.start() - _REACH) : minus.end()]):
        return amount  # "pelo menos 25 por cento"
    if minus[0] in around.encloses and _opens_remark(text, minus.start(), words):
        return amount
    return replace(amount, value=-amount.value, span=Span(minus.start(), amount.span.end))


def _opens_remark(text: str, start: int, words: FigureWords) -> bool:
    """Whether a dash stands behind a word, but not behind a preposition: ``em –3 %``."""
    word = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    return word is not None and word[1].lower() not in words.own.labels.prepositions


def _fallen(text: str, amount: Amount, unit: Unit, words: FigureWords) -> Amount:
    """The amount with its minus sign, where it says by how much a measure has become less."""
    start = amount.span.start
    if text[start - 1 : start] not in _MINUS or amount.value is None or unit.text is None:
        return amount
    if _FALLEN.search(text, max(0, start - _REACH), start) is None:
        return amount
    if not is_measure(unit.text, words):
        return amount
    return replace(amount, value=-amount.value, span=Span(start - 1, amount.span.end))
