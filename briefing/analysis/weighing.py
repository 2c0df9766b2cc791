"""How serious a change of wording is: a figure weighs more than a synonym.

Two wordings are compared by what each has and the other has not: numbers, written or spelled, with
their units and dates; negations; names; and the words that say how exact a number is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing.languages import Language, language_of
from briefing.languages.phrases import any_of
from briefing.model.change import Weighs
from briefing.text.fold import fold_text

_NUMBER = re.compile(r"(?:(?<![\w-])[-+])?\d+(?:[.,:/' ]?\d+)*")
_SYMBOL = re.compile(r"[%‰°€$£¥₽₴₹₩₺₪]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]['\"”»)]*\s|\n)\W*\Z")


@dataclass(frozen=True, slots=True)
class _Scales:
    """The words of a language that weigh, as expressions over folded text."""

    figures: re.Pattern[str]
    signs: re.Pattern[str]
    """Signs of measures behind a digit."""
    negations: re.Pattern[str]
    qualifiers: re.Pattern[str]
    common: frozenset[str]
    """Words that are no names though they begin a sentence."""


def weigh(
    old: str, new: str, language: str | None = None, *, before: str = "", after: str = ""
) -> Weighs:
    """What is most serious about one wording that became another.

    Args:
        old: The words before; empty where some were added.
        new: The words after; empty where some were removed.
        language: Of the text, BCP 47.
        before: Some of what stands before either, the same in both.
        after: Some of what stands behind either, the same in both.
    """
    return next(weights(old, new, language, before=before, after=after), Weighs.WORDS)


def weights(
    old: str, new: str, language: str | None = None, *, before: str = "", after: str = ""
) -> Iterator[Weighs]:
    """All that is serious about one wording that became another; arguments as in `weigh`."""
    scales = _scales(language)
    sides = tuple(fold_text(f"{before} {words} {after}") for words in (old, new))
    if any(_differ(kind, sides) for kind in (_NUMBER, _SYMBOL, scales.figures, scales.signs)):
        yield Weighs.FIGURE
    # "no more than" negates nothing: it is one qualifier.
    bare = tuple(scales.qualifiers.sub(" ", side) for side in sides)
    if _differ(scales.negations, bare):
        yield Weighs.NEGATION
    if _names(old, before, scales) != _names(new, before, scales):
        yield Weighs.NAME
    if _differ(scales.qualifiers, sides):
        yield Weighs.QUALIFIER


def _differ(pattern: re.Pattern[str], sides: Iterable[str]) -> bool:
    one, other = (Counter(match[0] for match in pattern.finditer(side)) for side in sides)
    return one != other


def _names(words: str, before: str, scales: _Scales) -> Counter[str]:
    """The words with a capital; at the beginning of a sentence, without its usual first words."""
    found: Counter[str] = Counter()
    for match in _WORD.finditer(words):
        word = match[0]
        if not any(char.isupper() for char in word):
            continue
        starts = _SENTENCE_START.search(f"{before} {words[: match.start()]}")
        folded = fold_text(word)
        if not (starts and (folded in scales.common or scales.qualifiers.fullmatch(folded))):
            found[folded] += 1
    return found


@lru_cache(maxsize=16)
def _scales(language: str | None) -> _Scales:
    own = language_of(language)
    tables = (own.qualifiers.before, own.qualifiers.behind)
    phrases = [phrase for table in tables for words in table.values() for phrase in words]
    return _Scales(
        figures=_pattern(_figure_words(own)),
        signs=re.compile(rf"(?<=\d)\s?(?:{any_of(own.changes.signs)})(?!\w)"),
        negations=_pattern(own.changes.negations),
        qualifiers=_pattern(phrases),
        common=frozenset(map(fold_text, (*own.sentences.starters, *own.detection.common))),
    )


def _figure_words(own: Language) -> list[str]:
    """Words that are, scale or measure a number, or name a day."""
    return [
        *own.changes.spelled,
        *own.changes.weekdays,
        *own.numbers.scales,
        *own.numbers.vague,
        *own.numbers.rounds,
        *own.times.months,
        *own.times.time_units,
        *own.units.measures,
        *own.units.money,
        *own.units.percent,
        *own.units.points,
    ]


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """An expression for phrases in folded text."""
    folded = {fold_text(phrase).strip() for phrase in phrases} - {""}
    return re.compile(rf"(?<!\w)(?:{any_of(folded)})(?!\w)")
