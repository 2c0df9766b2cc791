"""A single one that is counted, and not the article of a noun."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from briefing.analysis._at_end import AtEnd
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._telltales import Sought
from briefing.analysis._written import Amount, and_a_half
from briefing.languages.kinds import Words
from briefing.languages.language import Language
from briefing.languages.phrases import any_of, before_word
from briefing.model.figure import Qualifier
from briefing.model.span import Span

_BEFORE = 32
"""Characters that are looked at before such a number."""


@dataclass(frozen=True, slots=True)
class _Ones:
    """Where "one" counts; group 1 is the number."""

    least: re.Pattern[str]
    """``at least`` one."""
    measured: re.Pattern[str]
    """``about`` one of a measure: ``more than a ton``."""
    rated: re.Pattern[str]
    """One of a measure in some time: one litre ``per hour``."""
    sentenced: re.Pattern[str]
    """One year ``in prison``."""
    there: re.Pattern[str]
    """An entry of a series: ``11 in Spain and`` one ``in Portugal``."""
    halved: re.Pattern[str]
    """``a year`` and a half; group 2 is the unit."""
    ranged: re.Pattern[str]
    """The lower end of a range: ``one`` to two."""
    governed: AtEnd
    """A preposition, behind which that one is none: ``in één keer``."""
    stressed: re.Pattern[str]
    """One that is never an article: ``één``."""
    number: re.Pattern[str]
    """Another number of that series, at the end of what stands before."""


@lru_cache(maxsize=8)
def _ones(own: Language) -> _Ones:
    least, one = any_of(own.qualifiers.before["at_least"]), any_of(single_ones(own))
    stop = any_of((*own.units.stop, *own.times.time_units))
    joints = (*own.numbers.range_spans, *own.numbers.range_ors)
    spans = any_of(one for one in joints if one.isalpha())
    ands = any_of(own.shares.subject_ands)
    places = before_word((*own.shares.places, *own.states.joining_articles))
    number = rf"(?:\d|(?<!\w)(?:{any_of(own.changes.spelled)})(?!\w))"
    return _Ones(
        least=re.compile(
            rf"(?<!\w)(?:{least})\s({one})\s(?!(?:{stop})\b)(?=[^\W\d_]{{3}})", re.IGNORECASE
        ),
        measured=_measured(own),
        rated=_rated(own),
        sentenced=re.compile(
            rf"(?<!\w)({one})\s(?=(?:{any_of(own.times.single_units)})"
            rf"\s(?:{any_of(own.times.sentences)})(?!\w))"
        ),
        there=re.compile(
            rf"(?<= )({one}) (?=(?:{any_of(own.shares.places)})(?!\w)"
            rf" ?(?:{places})?[^\W\d_a-zß-ÿ])"
        ),
        halved=re.compile(
            rf"(?<!\w)({one}|{any_of(own.numbers.one)})\s({any_of(own.times.single_units)})"
            rf"{and_a_half(own).pattern}",
            re.IGNORECASE,
        ),
        ranged=re.compile(
            rf"(?<!\w)({one}) (?=(?:{spans}) "
            rf"(?:\d|(?:{any_of(own.changes.spelled)})(?!\w)))",
            re.IGNORECASE,
        ),
        stressed=re.compile(
            rf"(?<!\w)({any_of(own.numbers.stressed)}) (?!(?:{stop}|{any_of(own.units.of_noun)})\b)"
            r"(?=[^\W\d_]{3})",
            re.IGNORECASE,
        ),
        governed=AtEnd(lambda some: rf"(?<!\w)(?:{some}) \Z", own.labels.prepositions),
        number=re.compile(rf"{number}[^.;:!?\n]{{2,80}}(?:,|[\w,] (?:{ands})) \Z", re.IGNORECASE),
    )


def _measured(own: Language) -> re.Pattern[str]:
    words = own.qualifiers
    kinds = (some for kind, some in words.before.items() if kind != Qualifier.ADDITIONAL.value)
    bounds = before_word(set(chain.from_iterable(kinds)) - {*words.spatial})
    measures = any_of(_measures(own))
    one = any_of((*single_ones(own), *own.numbers.one))
    # no "metro cuadrado"
    ends = rf"(?!\s(?!(?:{any_of(own.units.stop)})(?!\w))\w)"
    ends = ends if own.units.word_order == "postposed" else r"(?!\w)"
    return re.compile(rf"(?<!\w){bounds}({one})\s(?={measures}(?!\w){ends})", re.IGNORECASE)


def _rated(own: Language) -> re.Pattern[str]:
    one = any_of((*single_ones(own), *own.numbers.one))
    measures, rates = any_of(_measures(own)), any_of(own.times.rates)
    return re.compile(rf"(?<!\w)({one})\s(?={measures}\s(?:{rates})(?!\w))", re.IGNORECASE)


def _measures(own: Language) -> Iterable[str]:
    """Words for a length, a weight and the like; how often something happens is none."""
    return {*own.units.measures, *own.units.halved} - {*own.names.times}


def single_ones(own: Language) -> Words:
    """The words for a single one."""
    return own.shares.one_noun or own.numbers.one


def beside_ones(own: Language) -> dict[Sought, Iterable[str]]:
    """What stands around a single one that is counted."""
    return {
        Sought.MEASURE: _measures(own),
        Sought.LEAST: own.qualifiers.before["at_least"],
        Sought.SENTENCE: own.times.sentences,
        Sought.HALVED: own.numbers.and_a_half,
    }


def ones(text: str, tells: Collection[Sought], words: FigureWords) -> Iterator[Amount]:
    """The single ones of a text that are counted.

    Args:
        text: A line of the text.
        tells: What may be in the line.
        words: Those of the language.
    """
    if Sought.HALVED in tells:
        yield from _halved(text, words)
    if Sought.ONE not in tells:
        return
    found = _ones(words.own)
    sides = (
        (found.least, Sought.LEAST),
        (found.measured, Sought.MEASURE),
        (found.rated, Sought.MEASURE),
        (found.sentenced, Sought.SENTENCE),
    )
    for pattern in (each for each, beside in sides if beside in tells):
        for match in pattern.finditer(text):
            yield _one(Span(*match.span(1)))
    for match in found.ranged.finditer(text):
        yield _one(Span(*match.span(1)))
    for match in found.stressed.finditer(text):
        if found.governed.search(text[max(0, match.start() - 20) : match.start()]) is None:
            yield _one(Span(*match.span(1)))
    for match in found.there.finditer(text):
        if found.number.search(text, max(0, match.start() - 90), match.start()):
            yield _one(Span(*match.span(1)))


def _halved(text: str, words: FigureWords) -> Iterator[Amount]:
    for match in _ones(words.own).halved.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        bound = words.before.search(before)
        before = before if bound is None else before[: bound.start()]  # "há pouco mais de"
        is_date = words.relative_after.match(text, match.end()) is not None
        if not is_date and words.relative_before.search(before) is None:
            yield replace(_one(Span(*match.span())), value=Decimal("1.5"), unit=match[2])


def _one(span: Span) -> Amount:
    return Amount(span, 1, None, True, False, None, False, "")
