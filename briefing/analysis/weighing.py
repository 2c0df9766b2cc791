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

from briefing.analysis._unspaced import differing, joined
from briefing.analysis.capitals import UNREAD, Capitals, is_noun
from briefing.languages.language import Language
from briefing.languages.load import language_of
from briefing.languages.phrases import any_of
from briefing.model.change import Weighs
from briefing.text.fold import fold_text

_NUMBER = re.compile(r"(?:(?<![\w-])[-+])?\d+(?:[.,:/' ]?\d+)*")
_SYMBOL = re.compile(r"[%‰°€$£¥₽₴₹₩₺₪₡₲₱₦₫₵]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:]['\"”»)]*\s|\s[–—-]\s|\n)\W*\Z")
_ENDING_SIGN = re.compile(r"[.']\Z")


@dataclass(frozen=True, slots=True)
class _Scales:
    """The words of a language that weigh, as expressions over folded text."""

    language: str | None
    """BCP 47."""
    figures: re.Pattern[str]
    signs: re.Pattern[str]
    """Signs of measures behind a digit."""
    negations: re.Pattern[str]
    qualifiers: re.Pattern[str]
    counted: re.Pattern[str]
    """Qualifiers of a number that follows."""
    common: frozenset[str]
    """Words that are no names though they begin a sentence."""


def weigh(
    old: str,
    new: str,
    language: str | None = None,
    *,
    before: str = "",
    after: str = "",
    known: Capitals = UNREAD,
) -> Weighs:
    """What is most serious about one wording that became another.

    Args:
        old: The words before; empty where some were added.
        new: The words after; empty where some were removed.
        language: Of the text, BCP 47.
        before: Some of what stands before either, the same in both.
        after: Some of what stands behind either, the same in both.
        known: How the text uses its words with a capital.
    """
    found = weights(old, new, language, before=before, after=after, known=known)
    return next(found, Weighs.WORDS)


def weights(
    old: str,
    new: str,
    language: str | None = None,
    *,
    before: str = "",
    after: str = "",
    known: Capitals = UNREAD,
) -> Iterator[Weighs]:
    """All that is serious about one wording that became another; arguments as in `weigh`."""
    scales = _scales(language)
    sides = tuple(fold_text(joined(before, words, after)) for words in (old, new))
    unspaced = differing(*sides)
    patterns = (_NUMBER, _SYMBOL, scales.figures, scales.signs)
    if Weighs.FIGURE in unspaced or any(_differ(pattern, sides) for pattern in patterns):
        yield Weighs.FIGURE
    if Weighs.NEGATION in unspaced or _is_negated(scales, sides):
        yield Weighs.NEGATION
    names = (_names(words, before, after, scales, known) for words in (old, new))
    if next(names) != next(names):
        yield Weighs.NAME
    if Weighs.QUALIFIER in unspaced or _differ(scales.qualifiers, sides):
        yield Weighs.QUALIFIER


def is_number(word: str, language: str | None) -> bool:
    """Whether a folded word is a number, in digits or spelled out; scales and measures are none."""
    return word.isdecimal() or _spelled(language).fullmatch(word) is not None


def _is_negated(scales: _Scales, sides: tuple[str, ...]) -> bool:
    """Whether a negation came or went.

    "no more than 5" negates nothing where it became "at most 5": it is one qualifier. Where it lost
    nothing but its "no", the negation is what went.
    """
    if not _differ(scales.negations, sides):
        return False
    without = {" ".join(scales.negations.sub(" ", side).split()) for side in sides}
    bare = tuple(scales.counted.sub(" ", side) for side in sides)
    return len(without) == 1 or _differ(scales.negations, bare)


def _differ(pattern: re.Pattern[str], sides: Iterable[str]) -> bool:
    one, other = (Counter(match[0] for match in pattern.finditer(side)) for side in sides)
    return one != other


def _names(words: str, before: str, after: str, scales: _Scales, known: Capitals) -> Counter[str]:
    """The words with a capital that are names, as far as one can tell."""
    found: Counter[str] = Counter()
    for match in _WORD.finditer(words):
        if not any(char.isupper() for char in match[0]):
            continue
        ahead = f"{before} {words[: match.start()]}"
        starts = _SENTENCE_START.search(ahead)
        if starts and _is_usual_start(f"{words[match.start() :]} {after}", scales):
            continue
        if not is_noun(match[0], ahead, scales.language, known):
            found[fold_text(match[0])] += 1
    return found


def _is_usual_start(words: str, scales: _Scales) -> bool:
    """Whether words that begin a sentence have their capital from that alone."""
    folded = fold_text(words)
    first = _WORD.match(folded)
    is_common = first is not None and first[0] in scales.common
    return is_common or scales.qualifiers.match(folded) is not None


@lru_cache(maxsize=16)
def _scales(language: str | None) -> _Scales:
    own = language_of(language)
    tables = (own.qualifiers.before, own.qualifiers.behind)
    phrases = [phrase for table in tables for words in table.values() for phrase in words]
    counted = f"(?:{any_of(map(fold_text, phrases))})"
    number = rf"(?=\W{{1,3}}(?:\d|{_pattern(_figure_words(own)).pattern}))"
    return _Scales(
        language=language,
        figures=_pattern(_figure_words(own)),
        signs=re.compile(rf"(?<=\d)\s?(?:{any_of(own.changes.signs)})(?!\w)"),
        negations=_pattern(own.changes.negations),
        qualifiers=_pattern(phrases),
        counted=re.compile(rf"(?<!\w){counted}{number}"),
        common=frozenset(map(fold_text, (*own.sentences.starters, *own.detection.common))),
    )


@lru_cache(maxsize=16)
def _spelled(language: str | None) -> re.Pattern[str]:
    return _pattern(language_of(language).changes.spelled)


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
    """An expression for phrases in folded text.

    What differs between two texts is told in words: of "c. 370" the point may be left out.
    """
    folded = {fold_text(phrase).strip() for phrase in phrases} - {""}
    cut = {_ENDING_SIGN.sub("", phrase) for phrase in folded if _ENDING_SIGN.search(phrase)}
    before_number = rf"|(?:{any_of(cut)})(?=[\s.']*\d)" if cut else ""
    return re.compile(rf"(?<!\w)(?:(?:{any_of(folded)})(?!\w){before_number})")
