"""A single one that is counted, and not the article of a noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from briefing.analysis._amount import Amount
from briefing.analysis._at_end import AtEnd
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._one_words import large_times, measure_words, single_ones, span_words
from briefing.analysis._scales import and_a_half
from briefing.analysis._telltales import Sought
from briefing.languages.language import Language
from briefing.languages.phrases import any_of, before_word
from briefing.model.figure import Qualifier
from briefing.model.span import Span

_BEFORE = 32
"""Characters that are looked at before such a number."""

_BESIDE_UNIT = frozenset((Sought.MEASURE, Sought.TIME))
"""What may stand behind a single one and is told by an expression for all."""

_APOSTROPHES = "'’"
_ELIDED = re.compile(r"[^\W\d_]+")
"""A noun right behind an article without its vowel."""


@dataclass(frozen=True, slots=True)
class _Ones:
    """Where "one" counts; group 1 is the number."""

    near: re.Pattern[str]
    """One, or an article, before a measure or a time; else no `_OnesOfUnits` is there."""
    least: re.Pattern[str]
    """``at least`` one."""
    sentenced: re.Pattern[str]
    """One year ``in prison``."""
    there: re.Pattern[str]
    """An entry of a series: ``11 in Spain and`` one ``in Portugal``."""
    ranged: re.Pattern[str]
    """The lower end of a range: ``one`` to two."""
    between: re.Pattern[str]
    """The same behind what begins one: between ``one`` and two."""
    governed: AtEnd
    """A preposition, behind which that one is none: ``in één keer``."""
    stressed: re.Pattern[str]
    """One that is never an article: ``één``."""
    number: re.Pattern[str]
    """Another number of that series, at the end of what stands before."""


@dataclass(frozen=True, slots=True)
class _OnesOfUnits:
    """The same before a measure or a time: few lines have one."""

    measured: re.Pattern[str]
    """``about`` one of a measure or a time: ``more than a ton``, ``nearly a year``."""
    rated: re.Pattern[str]
    """One of a measure in some time: one litre ``per hour``."""
    shared: re.Pattern[str]
    """``one`` percent."""
    begun: re.Pattern[str]
    """A time before a smaller or longer one: ``an`` hour and 20 minutes, ``a`` month to a year."""
    reached: re.Pattern[str]
    """The upper end of one: six months to ``a`` year."""


@lru_cache(maxsize=8)
def _ones_of_units(own: Language) -> _OnesOfUnits:
    number = _number(own)
    return _OnesOfUnits(
        measured=_measured(own),
        rated=_rated(own),
        shared=_shared(own),
        begun=_begun(own, number),
        reached=_reached(own, number),
    )


@lru_cache(maxsize=8)
def _halves(own: Language) -> re.Pattern[str]:
    """``a year`` and a half; group 2 is the unit."""
    one = any_of(single_ones(own))
    return re.compile(
        rf"(?<!\w)({one}|{any_of(own.numbers.one)})\s({any_of(own.times.single_units)})"
        rf"{and_a_half(own).pattern}",
        re.IGNORECASE,
    )


def _number(own: Language) -> str:
    """Another number beside a single one."""
    return rf"(?:\d|(?<!\w)(?:{any_of(own.changes.spelled)})(?!\w))"


@lru_cache(maxsize=8)
def _ones(own: Language) -> _Ones:
    least = any_of(set(own.qualifiers.before["at_least"]) - {*own.qualifiers.hedging})
    one = any_of(single_ones(own))
    stop = any_of((*own.units.stop, *own.times.time_units))
    spans = any_of(span_words(own))
    ands = any_of(own.shares.subject_ands)
    places = before_word((*own.shares.places, *own.states.joining_articles))
    number = _number(own)
    return _Ones(
        near=_near(own),
        least=re.compile(
            rf"(?<!\w)(?:{least})\s({one})\s(?!(?:{stop})\b)(?=[^\W\d_]{{3}})", re.IGNORECASE
        ),
        sentenced=_sentenced(own, one),
        there=re.compile(
            rf"(?<= )({one}) (?=(?:{any_of(own.shares.places)})(?!\w)"
            rf" ?(?:{places})?[^\W\d_a-zß-ÿ])"
        ),
        ranged=re.compile(rf"(?<!\w)({one}) (?=(?:{spans}) {number})", re.IGNORECASE),
        between=_between(own, one, number),
        stressed=re.compile(
            rf"(?<!\w)({any_of(own.numbers.stressed)}) (?!(?:{stop}|{any_of(own.units.of_noun)})\b)"
            r"(?=[^\W\d_]{3})",
            re.IGNORECASE,
        ),
        governed=AtEnd(lambda some: rf"(?<!\w)(?:{some}) \Z", own.labels.prepositions),
        number=re.compile(rf"{number}[^.;:!?\n]{{2,80}}(?:,|[\w,] (?:{ands})) \Z", re.IGNORECASE),
    )


def _sentenced(own: Language, one: str) -> re.Pattern[str]:
    times, sentences = any_of(own.times.single_units), any_of(own.times.sentences)
    return re.compile(rf"(?<!\w)({one})\s(?=(?:{times})\s(?:{sentences})(?!\w))")


def _near(own: Language) -> re.Pattern[str]:
    one, units, times = any_of((*single_ones(own), *own.numbers.one)), own.units, own.times
    measures = (*measure_words(own), *units.percent, *units.points)
    nouns = any_of((*measures, *times.single_units, *large_times(own)))
    return re.compile(rf"(?<!\w)(?:{one})(?:\s|(?<=['’]))(?:{nouns})(?!\w)", re.IGNORECASE)


def _measured(own: Language) -> re.Pattern[str]:
    words = own.qualifiers
    kinds = (some for kind, some in words.before.items() if kind != Qualifier.ADDITIONAL.value)
    bounds = before_word(set(chain.from_iterable(kinds)) - {*words.spatial})
    lasting = any_of((*own.labels.prepositions, *own.times.lasting_verbs))  # "for over a year"
    bounds = rf"(?:{bounds}|(?:{lasting})\s{before_word(words.spanning)})"
    measures = any_of((*measure_words(own), *own.times.single_units))
    one = any_of((*single_ones(own), *own.numbers.one))
    # no "metro cuadrado"
    ends = rf"(?!\s(?!(?:{any_of(own.units.stop)})(?!\w))\w)"
    ends = ends if own.units.word_order == "postposed" else r"(?!\w)"
    return re.compile(rf"(?<!\w){bounds}({one})\s(?={measures}(?!\w){ends})", re.IGNORECASE)


def _rated(own: Language) -> re.Pattern[str]:
    one = any_of((*single_ones(own), *own.numbers.one))
    measures, rates = any_of(measure_words(own)), any_of(own.times.rates)
    return re.compile(rf"(?<!\w)({one})\s(?={measures}\s(?:{rates})(?!\w))", re.IGNORECASE)


def _shared(own: Language) -> re.Pattern[str]:
    one = any_of((*single_ones(own), *own.numbers.one))
    shares = any_of((*own.units.percent, *own.units.points))
    return re.compile(rf"(?<!\w)({one})\s(?=(?:{shares})(?!\w))", re.IGNORECASE)


def _between(own: Language, one: str, number: str) -> re.Pattern[str]:
    words = own.numbers
    articles = rf"(?:{before_word(words.range_articles)})?"
    return re.compile(
        rf"(?<!\w)(?:{any_of(words.from_both)})\s{articles}({one})"
        rf"\s(?=(?:{any_of(words.range_ands)})\s{articles}{number})",
        re.IGNORECASE,
    )


def _begun(own: Language, number: str) -> re.Pattern[str]:
    one, ands = any_of((*single_ones(own), *own.numbers.one)), any_of(own.numbers.range_ands)
    large, spans = any_of(large_times(own)), any_of(own.numbers.range_spans)
    times = own.times
    days = (*times.month_units, *times.week_units, *times.day_units)
    small = any_of((*days, *times.hour_units, *times.minute_units, *times.second_units))
    rest = rf"{number}\w*\s"
    range_ = (
        rf"(?:{any_of(own.times.single_units)})\s(?:{spans})\s{rest}{any_of(own.times.time_units)}"
    )
    sum_ = rf"(?:{large})(?:,|\s(?:{ands}))\s{rest}(?:{small})"
    return re.compile(
        rf"(?<!\w)({one})(?:\s|(?<=['’]))(?=(?:{range_}|{sum_})(?!\w))", re.IGNORECASE
    )


def _reached(own: Language, number: str) -> re.Pattern[str]:
    one, spans = any_of((*single_ones(own), *own.numbers.one)), any_of(own.numbers.range_spans)
    times, single = any_of(own.times.time_units), any_of(own.times.single_units)
    return re.compile(rf"{number}\s(?:{times})\s(?:{spans})\s({one})\s(?=(?:{single})(?!\w))")


def ones(text: str, tells: AbstractSet[Sought], words: FigureWords) -> Iterator[Amount]:
    """The single ones of a text that are counted.

    Args:
        text: A line of the text.
        tells: What may be in the line.
        words: Those of the language.
    """
    if Sought.HALVED in tells:
        yield from _halved(text, words)
    found = _ones(words.own)
    patterns: list[re.Pattern[str]] = []
    may_be_near = Sought.SINGLE in tells and not tells.isdisjoint(_BESIDE_UNIT)
    if may_be_near and found.near.search(text):
        patterns += _beside_unit(tells, words)
    if Sought.ONE in tells:
        patterns += _alone(found, tells)
    for pattern in patterns:
        yield from (_one_of(match) for match in pattern.finditer(text))
    if Sought.ONE not in tells:
        return
    for match in found.stressed.finditer(text) if Sought.STRESSED in tells else ():
        if found.governed.search(text[max(0, match.start() - 20) : match.start()]) is None:
            yield _one(Span(*match.span(1)))
    for match in found.there.finditer(text):
        if found.number.search(text, max(0, match.start() - 90), match.start()):
            yield _one(Span(*match.span(1)))


def _beside_unit(tells: AbstractSet[Sought], words: FigureWords) -> Iterator[re.Pattern[str]]:
    """What is to be looked for in a line with one of a measure or a time."""
    found = _ones_of_units(words.own)
    yield found.measured
    if Sought.MEASURE in tells:
        yield from (found.rated, found.shared)
    if Sought.TIME in tells:
        yield from (found.begun, found.reached)


def _alone(found: _Ones, tells: AbstractSet[Sought]) -> Iterator[re.Pattern[str]]:
    """What is to be looked for in a line with one of whatever."""
    beside = (
        (Sought.LEAST, found.least),
        (Sought.SENTENCE, found.sentenced),
        (Sought.SPAN, found.ranged),
        (Sought.BOTH, found.between),
    )
    yield from (pattern for sought, pattern in beside if sought in tells)


def _one_of(match: re.Match[str]) -> Amount:
    """The one that a match tells, with the unit that it is joined to: ``un'ora``."""
    noun = _ELIDED.match(match.string, match.end(1))
    if noun is None or match[1][-1] not in _APOSTROPHES:
        return _one(Span(*match.span(1)))
    return replace(_one(Span(match.start(1), noun.end())), unit=noun[0])


def _halved(text: str, words: FigureWords) -> Iterator[Amount]:
    for match in _halves(words.own).finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        bound = words.before.search(before)
        before = before if bound is None else before[: bound.start()]  # "há pouco mais de"
        is_date = words.relative_after.match(text, match.end()) is not None
        if not is_date and words.relative_before.search(before) is None:
            yield replace(_one(Span(*match.span())), value=Decimal("1.5"), unit=match[2])


def _one(span: Span) -> Amount:
    return Amount(span, 1, None, True, False, None, False, "")
