"""The figures that a text states: a number, how exact it is, and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from briefing.analysis._amounts import amounts
from briefing.analysis._figure_words import FigureWords, figure_words
from briefing.analysis._joined import joined
from briefing.analysis._not_figures import is_no_figure
from briefing.analysis._number_words import word_value
from briefing.analysis._times import is_clock, is_year
from briefing.analysis._units import Unit, is_range, unit_after
from briefing.analysis._written import Amount
from briefing.analysis.pieces import pieces
from briefing.languages.counting import Qualifiers
from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, any_of
from briefing.model.figure import Figure, Qualifier
from briefing.model.span import Span

_REACH = 48
"""Characters before a number in which its qualifier must stand."""

_NUMBER = re.compile(r"\s+[A-Z]{0,3}[$€£]?\d")
"""Behind a qualifier it takes that for itself: "cost 39 islands at least $153 billion"."""


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
    negation: re.Pattern[str]
    """A word that turns what follows, in the same clause."""
    """What makes a number negative, at the end of what stands before."""
    degrees: tuple[str, ...]
    percent_before: re.Pattern[str]
    """What a text says before the number that something has reached: "9 %, hasta los 4"."""
    worth: re.Pattern[str]
    asked: re.Pattern[str]
    legal: re.Pattern[str]
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
        minus=re.compile(rf"(?<![\w.,])(?:[-−–]|(?:{any_of(numbers.minus)}) )\Z"),
        degrees=own.units.degrees,
        percent_before=re.compile(rf"(?:{percent}),?\s*\Z"),
        worth=_noun_before(words.worth_nouns),
        asked=_noun_before(words.asked_nouns),
        legal=_noun_before(words.legal_nouns),
        till=frozenset(numbers.range),
        own=words,
    )


def _noun_before(nouns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(nouns)}) \Z", re.IGNORECASE)


def in_order(text: str, language: str | None) -> tuple[Figure, ...]:
    """The figures in the order of the text."""
    found = (in_piece(text, piece, language) for piece in pieces(text, language))
    return tuple(chain.from_iterable(found))


def in_piece(text: str, piece: Span, language: str | None) -> list[Figure]:
    """The figures of one piece of a text, in order."""
    words = figure_words(language)
    line = piece.of(text)
    found = amounts(line, words)
    units = _shared_units(line, found, words)
    figures = [_figure(line, a, unit, words) for a, unit in zip(found, units, strict=True)]
    return [_moved(figure, piece.start) for figure in joined(line, figures, words)]


def _moved(figure: Figure, by: int) -> Figure:
    """A figure of a piece as one of the whole text."""
    span = figure.span
    return figure if span is None else replace(figure, span=Span(span.start + by, span.end + by))


def _shared_units(text: str, found: Sequence[Amount], words: FigureWords) -> list[Unit]:
    """The units, where the first number of a range has that of the second."""
    shared = [unit_after(text, amount, words) for amount in found]
    for index in range(len(found) - 2, -1, -1):
        end, start = found[index].span.end, found[index + 1].span.start
        after = shared[index + 1]
        joins = after.is_plural and is_range(text[end:start], words)
        if shared[index].text is not None or not joins:
            continue
        if found[index].spelled and not found[index + 1].spelled:
            continue  # "venti a 120 km/h" are winds
        if is_year(text, found[index], shared[index], words):
            continue
        if after.text in words.own.shares.votes:
            continue  # "438 contre 86 et 42 abstentions"
        if after.text == "%" and is_clock(text, found[index], words):
            continue
        if not is_no_figure(text, found[index + 1], after, words):
            shared[index] = Unit(after.text, end, is_plural=True)
    return shared


def _figure(text: str, amount: Amount, unit: Unit, words: FigureWords) -> Figure | None:
    amount = _below_zero(text, amount, unit, words)
    start, qualifier = _qualifier_before(text, amount, words)
    if unit.text == "%" and qualifier is Qualifier.ADDITIONAL and text[start] == "+":
        start, qualifier = amount.span.start, None  # the sign of a change
    late: Qualifier | None = None
    stretched, behind, end = _additional_behind(text, amount, words)
    if behind is not None:
        amount, unit = stretched, unit_after(text, stretched, words)
    if is_no_figure(text, amount, unit, words, is_qualified=behind is not None):
        return None
    end = max(end, unit.end if unit.text is not None else amount.span.end)
    if unit.text != "%":
        late, end = _qualifier_after(text, end, words)
    if qualifier in (None, Qualifier.ADDITIONAL):
        qualifier = late or behind or qualifier
    if qualifier is None and amount.is_round:
        qualifier = Qualifier.ABOUT
    span = Span(start, end)
    return Figure(
        amount.value,
        amount.magnitude,
        qualifier,
        unit.text,
        None,
        span,
        span.of(text),
        auto=True,
        is_worded=amount.unit is not None,
    )


def _below_zero(text: str, amount: Amount, unit: Unit, words: FigureWords) -> Amount:
    """The amount with its minus sign, where one can be meant: for degrees and percentages."""
    around = _around(words.own)
    minus = around.minus.search(text, max(0, amount.span.start - 10), amount.span.start)
    is_scale = (unit.text or "").startswith(around.degrees)
    if minus is None or not is_scale or amount.value is None or not amount.digits:
        return amount
    return replace(amount, value=-amount.value, span=Span(minus.start(), amount.span.end))


def _qualifier_before(
    text: str, amount: Amount, words: FigureWords
) -> tuple[int, Qualifier | None]:
    """Where the phrase begins, and what its words before the number say."""
    start, qualifier = amount.span.start, None
    for _ in range(2):
        floor = max(0, start - _REACH)
        floor = max(floor, text.rfind("\n", floor, start) + 1)
        match = words.before.search(text[floor:start])
        if match is None or not _applies(
            match[1], text[floor : floor + match.start()], amount, words
        ):
            break
        said = _known_qualifier(match[1], words)
        is_turned = _around(words.own).negation.search(text[floor : floor + match.start()])
        said = _TURNED.get(said, said) if is_turned else said
        qualifier = said if qualifier in (None, Qualifier.ADDITIONAL) else qualifier
        start = floor + match.start()
    return start, qualifier


def _known_qualifier(phrase: str, words: FigureWords) -> Qualifier:
    plain = " ".join(phrase.lower().replace("’", "'").split())
    return words.qualifiers.get(plain) or words.qualifiers_after[plain]


def _applies(phrase: str, before: str, amount: Amount, words: FigureWords) -> bool:
    """Not every "über" is "more than": "über drei Länder", "ein Paket über 46 Milliarden"."""
    low, around = phrase.lower().replace("’", "'"), _around(words.own)
    own = around.own
    is_legal = low in own.legal_least and around.legal.search(before) is not None
    if is_legal or (low in around.till and _ends_in_number(before, words)):
        return False
    if low in own.reached and around.percent_before.search(before):
        return False
    if low not in own.spatial:
        return True
    if (low in own.worth and around.worth.search(before)) or (
        low in own.asked and around.asked.search(before)
    ):
        return False
    return not amount.spelled or amount.value is None or amount.value >= 20


def _ends_in_number(before: str, words: FigureWords) -> bool:
    """Whether a range begins there: in digits, or in words."""
    last = before.split()[-1:] or [""]
    return last[0][-1:].isdecimal() or word_value(last[0].lower(), words.language) is not None


def _additional_behind(
    text: str, amount: Amount, words: FigureWords
) -> tuple[Amount, Qualifier | None, int]:
    """The amount stretched over a word such as "more" or "weitere" before its noun."""
    match = words.after.match(text, amount.span.end)
    if match is None or _around(words.own).than.match(text, match.end()):
        return amount, None, amount.span.end
    said = words.qualifiers_after[" ".join(match[1].lower().replace("’", "'").split())]
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


def _qualifier_after(text: str, end: int, words: FigureWords) -> tuple[Qualifier | None, int]:
    match = words.after.match(text, end)
    if (
        match is None
        or _around(words.own).than.match(text, match.end())
        or _NUMBER.match(text, match.end())
    ):
        return None, end
    return _known_qualifier(match[1], words), match.end()
