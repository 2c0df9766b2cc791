"""How exact a number is said to be, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._led import is_led
from briefing.analysis._measures import Measure, is_measure, is_scale, is_thick, measure_of
from briefing.analysis._qualified_apart import qualifier_apart
from briefing.analysis._spelled import may_begin
from briefing.analysis._unit import Unit, leads_to_known
from briefing.analysis._unit_kinds import unit_kinds
from briefing.languages.counting import Qualifiers
from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, any_of, plain
from briefing.model.figure import Qualifier
from briefing.model.span import Span

_FEWEST = 20
"""From here on a number in words has a qualifier before it, and no plain preposition."""

_COUNTED = (Measure.NONE, Measure.COUNT, Measure.TIMES)

_REACH = 48
"""Characters before a number in which its qualifier must stand."""

_CELL_END = "\t"
"""What no phrase of a line goes over: the end of a cell in the row of a table."""

_NEXT = re.compile(r" ([a-zß-ÿ]{3,})")
"""A word behind another one."""

_INITIAL = re.compile(r"[A-Z]\.")
"""An abbreviated name, and no "c." for circa."""

_TURNED = {Qualifier.OVER: Qualifier.AT_MOST, Qualifier.UNDER: Qualifier.AT_LEAST}
"""What a qualifier says behind a negation."""


@dataclass(frozen=True, slots=True)
class _Around:
    """Words around a figure that change what its qualifier means."""

    than: re.Pattern[str]
    negation: re.Pattern[str]
    """A word that turns what follows, in the same clause."""
    percent_before: re.Pattern[str]
    """What a text says before the number that something has reached: "9 %, hasta los 4"."""
    worth: re.Pattern[str]
    asked: re.Pattern[str]
    fewer: re.Pattern[str]
    """What a word that may say "among" says "under" behind."""
    legal: re.Pattern[str]
    when: re.Pattern[str]
    """Behind a number, when it was so."""
    of_when: re.Pattern[str]
    """The same behind "of"."""
    article: re.Pattern[str]
    """An article at the end, which numbers of some languages have anyway."""
    besides: re.Pattern[str]
    """A qualifier that says what comes on top of its number."""
    number: re.Pattern[str]
    """Behind a qualifier it takes that for itself: "cost 39 islands at least $153 billion"."""
    lasting: re.Pattern[str]
    """What a length of time stands behind: ``for`` over two years."""
    planned: re.Pattern[str]
    """Behind a number, or what it counts, that it was only expected."""
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
        percent_before=re.compile(rf"(?:{percent}),?\s*\Z"),
        worth=_noun_before(words.worth_nouns),
        asked=_noun_before(words.asked_nouns),
        fewer=re.compile(rf"(?<!\w)(?:{any_of(words.fewer_behind)}) (?:\w+ )?\Z", re.IGNORECASE),
        legal=_noun_before(words.legal_nouns),
        when=_time_behind(own, (*own.labels.prepositions, *own.labels.links)),
        of_when=_time_behind(own, own.labels.links),
        article=re.compile(
            rf"(?<!\w)(?:{any_of((*own.labels.articles, *own.labels.links))})\s*\Z", re.IGNORECASE
        ),
        besides=re.compile(rf"(?:{any_of(words.besides)})\s*", re.IGNORECASE),
        number=re.compile(rf"\s+(?:(?:{any_of(own.units.of_noun)})\s)?[A-Z]{{0,3}}[$€£]?\d"),
        lasting=re.compile(
            rf"(?<!\w)(?:{any_of((*own.labels.prepositions, *own.times.lasting_verbs))}) \Z",
            re.IGNORECASE,
        ),
        planned=re.compile(rf" ?(?:{any_of(words.planned)})(?!\w)"),
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
    is_then = when.match(text, unit.end) is not None or around.planned.match(text, unit.end)
    return bool(is_then) and (is_known or around.article.search(bound) is not None)


def qualifier_before(
    text: str, amount: Amount, unit: Unit, words: FigureWords
) -> tuple[int, Qualifier | None]:
    """Where a figure's phrase begins, and what the words before its number say of it."""
    start, qualifier = _said_before(text, amount, unit, words)
    if qualifier is None:
        return start, None
    if qualifier is Qualifier.ADDITIONAL and _is_change(text, start, unit, words):
        return amount.span.start, None
    said = text[start : amount.span.start].rstrip().lower()
    if said in words.own.times.windows and (unit.text or "").split(" ")[0] in words.time_units:
        return amount.span.start, None  # "dans les 48 heures" are no "about 48"
    is_bound = qualifier in (Qualifier.OVER, Qualifier.UNDER)
    if is_bound and _is_then(text, start, amount, unit, words):
        return amount.span.start, None
    return start, qualifier


def _said_before(
    text: str, amount: Amount, unit: Unit, words: FigureWords
) -> tuple[int, Qualifier | None]:
    """Where the phrase begins, and what its words before the number say."""
    start, qualifier = amount.span.start, None
    for _ in range(2):
        floor = start - _REACH if start > _REACH else 0
        match = words.before.search(text[floor:start])
        if match is not None and (cell := text.rfind(_CELL_END, floor, start)) >= 0:
            floor = cell + 1
            match = words.before.search(text[floor:start])
        match = match or qualifier_apart(text[floor:start], text[amount.span.end :][:1], words)
        if match is None:
            break
        begin = floor + match.start()
        before = text[floor:begin]
        if not _applies(match[1], before, amount, unit, words):
            break
        if _around(words.own).besides.fullmatch(text, begin, start):
            break
        said = _known_qualifier(match[1], words)
        if said is Qualifier.ADDITIONAL and words.definite.search(before):
            break  # "the other 12" were counted before
        turned = _TURNED.get(said)
        if turned and _around(words.own).negation.search(before):
            said = turned
        elif plain(match[1]) in words.own.qualifiers.exceeding:
            break
        qualifier = said if qualifier in (None, Qualifier.ADDITIONAL) else qualifier
        start = begin
    return start, qualifier


def _known_qualifier(phrase: str, words: FigureWords) -> Qualifier:
    said = plain(phrase)
    return words.qualifiers.get(said) or words.qualifiers_after[said]


def _applies(phrase: str, before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Not every "über" is "more than": "über drei Länder", "ein Paket über 46 Milliarden"."""
    low, around = phrase.lower().replace("’", "'"), _around(words.own)
    own = around.own
    if is_led(low, before, unit, words):
        return False
    is_legal = low in own.legal_least and around.legal.search(before) is not None
    if is_legal or (low in around.till and _ends_in_number(before, words)):
        return False
    is_known = leads_to_known(low, unit, words)
    if is_known or (low in own.reached and around.percent_before.search(before)):
        return False
    if low not in own.spatial:
        return _INITIAL.fullmatch(phrase) is None
    if (
        (low in own.worth and around.worth.search(before))
        or (low in own.asked and around.asked.search(before))
        or _is_among(low, before, unit, words)
        or (words.own.units.word_order == "postposed" and is_thick(unit.text, words))
    ):
        return False
    is_large = not amount.spelled or amount.value is None or amount.value >= _FEWEST
    return is_large or _is_measured(low, before, unit, words)


def _is_among(phrase: str, before: str, unit: Unit, words: FigureWords) -> bool:
    """Whether a word names among whom something was: ``Verletzte unter`` 40 Touristen.

    Where it may also say that they were fewer, nothing is said.
    """
    around = _around(words.own)
    if phrase not in around.own.among or unit.text is None or around.fewer.search(before):
        return False
    noun = unit_kinds(words).head(unit.text)
    return noun.endswith(around.own.among_endings) and unit_kinds(words).counts_people(noun)


def _is_measured(phrase: str, before: str, unit: Unit, words: FigureWords) -> bool:
    """Whether a small number in words measures something: "unter fünf Jahren", "over two inches".

    Days and years may also be those in whose course something happened: "killed over two days".
    """
    measure, times = measure_of(unit.text, words), words.own.times
    first = (unit.text or "").split(" ")[0]
    is_time = measure is Measure.TIME or first in times.single_units
    if not is_time or phrase not in words.own.qualifiers.spanning:
        return measure not in _COUNTED
    is_short = first in (*times.hour_units, *times.minute_units, *times.second_units)
    return is_short or _around(words.own).lasting.search(before) is not None


def _ends_in_number(before: str, words: FigureWords) -> bool:
    """Whether a range begins there: in digits, or in words."""
    last = "".join(before.split()[-1:])
    return last[-1:].isdecimal() or may_begin(last.lower(), words)


def additional_behind(
    text: str, amount: Amount, words: FigureWords
) -> tuple[Amount, Qualifier | None, int]:
    """The amount stretched over a word such as "more" or "weitere" before its noun."""
    match = words.after.match(text, amount.span.end)
    is_none = amount.unit is not None or match is None or "\t" in match[0]  # "a third more"
    if match is None or is_none or _around(words.own).than.match(text, match.end()):
        return amount, None, amount.span.end
    said: Qualifier | None
    said = words.qualifiers_after[plain(match[1])]
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
    if match is None or "\t" in match[0]:
        return None, end
    is_about = _known_qualifier(match[1], words) is Qualifier.ABOUT  # "9 per cento circa delle"
    if (
        (not is_about and _around(words.own).than.match(text, match.end()))
        or _around(words.own).number.match(text, match.end())
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
