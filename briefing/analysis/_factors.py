"""Doubles of a number, and halves of a measure: ``twice as many``, ``mezzo miglio``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._digits import number
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._number_words import word_value
from briefing.analysis._telltales import Sought
from briefing.languages.language import Language
from briefing.languages.phrases import ENDS, any_of
from briefing.model.span import Span

_BEFORE = 32
"""Characters before a multiple in which its qualifier stands."""

_WHOLE = 100
"""Percent that say only "wholly" in an adjective."""

_HALF = Decimal("0.5")

BARE = ""
"""The unit of a number that is no count of the noun behind it."""


@dataclass(frozen=True, slots=True)
class _Forms:
    """What says a factor or a half in a language."""

    factor: re.Pattern[str]
    """Group ``core`` with its article; in the group ``sure``, too, if nothing else need tell."""
    of: re.Pattern[str]
    """What tells so behind it."""
    half: re.Pattern[str]
    """Half of a measure, which is the group ``unit``."""
    values: Mapping[str, int]
    fold: re.Pattern[str]
    """A number with the ending that makes it a factor or a percentage, which is ``share``: groups
    ``few`` and ``unit``."""


@lru_cache(maxsize=8)
def _forms(own: Language) -> _Forms:
    words, units = own.numbers, own.units
    halves = any_of(words.half)
    measures = any_of((*units.measures, *units.halved, *units.points))
    sure = any_of((*words.factors, *map(_begun, words.factors)))
    return _Forms(
        factor=re.compile(
            rf"(?<![\w-])(?:(?i:{any_of(words.the)})\s)?"
            rf"(?P<core>(?P<sure>{sure})|{any_of(words.multiples)})(?![\w-])"
        ),
        of=re.compile(rf"\s(?:{any_of(words.multiple_ofs)}){ENDS}"),
        half=re.compile(
            rf"(?<![\w-])(?:{halves})[\s-]*(?P<unit>{measures})(?![\w-])",
            re.IGNORECASE,
        ),
        values={**words.factors, **words.multiples, **_begun_values(words.factors)},
        fold=_fold(own),
    )


def _fold(own: Language) -> re.Pattern[str]:
    words = own.numbers
    comparatives = any_of(own.names.comparatives)
    folds = rf"{any_of(words.sure_folds)}|(?:{any_of(words.folds)})(?=\s(?:{comparatives})(?!\w))"
    few = r"\d{1,4}(?:[.,]\d{1,2})?|[^\W\d_]+?"
    return re.compile(
        rf"(?<![\w.,-])(?P<few>{few})[-‐‑]?(?:(?P<share>{any_of(_shares(own))})|(?P<unit>{folds}))(?!\w)",
        re.IGNORECASE,
    )


def _shares(own: Language) -> Iterable[str]:
    """Adjectives that end in percent: ``zehnprozentig``."""
    return [one for one in own.units.percent if one[0].isalpha() and one.endswith("*")]


def _begun(phrase: str) -> str:
    """A phrase as it begins a sentence."""
    return phrase[:1].upper() + phrase[1:]


def _begun_values(values: Mapping[str, int]) -> dict[str, int]:
    return {_begun(phrase): value for phrase, value in values.items()}


def beside_factors(own: Language) -> dict[Sought, Iterable[str]]:
    """What tells that a factor may be in a line, or half of a measure."""
    words = own.numbers
    folds = (*words.folds, *words.sure_folds, *_shares(own))
    factors = (*words.factors, *words.multiples, *folds)
    return {Sought.FACTOR: factors, Sought.HALF: words.half}


def factors(text: str, tells: Collection[Sought], words: FigureWords) -> Iterator[Amount]:
    """The factors of a text, and its halves of a measure.

    Args:
        text: A line of the text.
        tells: What may be in the line.
        words: Those of the language.
    """
    forms = _forms(words.own)
    for match in forms.factor.finditer(text) if Sought.FACTOR in tells else ():
        start, end = match.start("core"), match.end()
        is_qualified = _is_qualified(text[max(0, start - _BEFORE) : start], words)
        is_of = match.start() < start and forms.of.match(text, end) is not None
        if is_qualified or match["sure"] or is_of:
            span = Span(start if is_qualified else match.start(), end)
            yield _spelled(span, _value(match["core"], forms.values), BARE)
    for match in forms.fold.finditer(text) if Sought.FACTOR in tells else ():
        value = _few(match["few"], words)
        is_idiom = match["share"] is not None and value == _WHOLE
        if value is not None and value > 1 and not is_idiom:
            yield _spelled(Span(*match.span()), value, match["unit"] or "%")
    for match in forms.half.finditer(text) if Sought.HALF in tells else ():
        yield _spelled(Span(*match.span()), _HALF, match["unit"])


def _is_qualified(before: str, words: FigureWords) -> bool:
    """Whether a qualifier stands before a word that is no mere preposition: not ``under``."""
    found = words.before.search(before)
    return found is not None and found[1].lower() not in words.own.qualifiers.spatial


def _few(said: str, words: FigureWords) -> int | Decimal | None:
    """What the number before such an ending means, in digits or in words."""
    if said[0].isdecimal():
        return number(said, words)
    return word_value(said.lower(), words.language)


def _value(said: str, values: Mapping[str, int]) -> int:
    """What a phrase of the file means; its star stands for any letters."""
    plain = " ".join(said.split())
    return values.get(plain) or next(
        value for phrase, value in values.items() if re.fullmatch(any_of([phrase]), said)
    )


def _spelled(span: Span, value: int | Decimal, unit: str) -> Amount:
    return Amount(span, value, None, True, False, None, False, "", unit)
