"""Numbers without a noun that tell of each of several names: ``Porto (62), … Faro (37)``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._digits import number
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._measures import is_scale
from briefing.analysis._unit import Unit
from briefing.languages.language import Language
from briefing.languages.phrases import any_of
from briefing.model.span import Span

_ENTRY = re.compile(
    r"(?<![\w’'-])[^\W\d_][\w’'-]* "
    r"\((?P<sign>\+ ?)?(?P<digits>\d{1,3}(?:[., ]\d{3})*|\d{4,5})\)(?! ?\d)"
)
"""A word with a number alone in its bracket; the first of a series need be no name."""

_FEWEST = 2
"""Entries that make one."""

_ORDER_REACH = 80
"""Characters before a number in which the order that it belongs to is looked for."""

_OLDEST = 110
"""Up to here a number behind a name may be somebody's age."""

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")

_CHANGE = re.compile(r"(?: \(|\([^()]*%[;,] )\+\Z")
"""The sign of a change, at the beginning of a bracket or behind a share: ``(30%; +``."""

_PLUS = re.compile(r"(?<![\w.,])\+ ?\Z")
"""The sign of a change: ``(+1.4%)``."""

_CLOSES = re.compile(r"\)(?! ?\d)")
"""The end of a bracket, and not the beginning of a telephone number: ``(+39) 06``."""


@dataclass(frozen=True, slots=True)
class _Words:
    """What a language says around such numbers."""

    ranked: re.Pattern[str]
    """Between two entries of an order: ``followed by``."""
    gap: re.Pattern[str]
    """What stands between two entries of a series."""
    entry: re.Pattern[str]
    """A name with its number behind "with"."""
    second: re.Pattern[str]
    """An order, before its second entry: 34 cases, ``followed by`` Lyon with 23."""
    led: re.Pattern[str]
    """The same before the first of several, where it can mean nothing else."""
    signed: re.Pattern[str]
    """A sign in words behind a bracket: ``(minus``."""


@lru_cache(maxsize=8)
def _words(own: Language) -> _Words:
    signs = any_of((*own.numbers.minus, *own.numbers.plus))
    joints = any_of((*own.shares.subject_ands, *own.shares.ranked))
    return _Words(
        ranked=re.compile(rf"\)[^()]*(?<!\w)(?:{any_of(own.shares.ranked)})(?!\w)[^()]*\("),
        gap=re.compile(rf"(?:,| (?:{joints})(?!\w))[^().;:!?\d\n]{{0,40}}"),
        entry=re.compile(
            rf"(?<![\w’'-])[^\W\d_a-zß-ÿ][\w’'-]*,? (?:{any_of(own.shares.told_with)}) "
            rf"(?P<digits>\d{{1,3}})(?=[,.;)](?:\s|\Z)|\Z|\s(?:{joints})(?!\w))"
        ),
        second=re.compile(rf"(?<!\w)(?:{any_of(own.shares.ranked)}) [^.;:()\d]*\Z"),
        led=re.compile(
            rf"(?<!\w)(?:{any_of(set(own.shares.ranked) - set(own.labels.prepositions))})"
            r" [^.;:()\d]*\Z"
        ),
        signed=re.compile(rf"\((?:[+−]|(?:{signs}) )\Z"),
    )


def is_in_series(text: str, before: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a number alone in a bracket counts something, and is neither a mark nor an age.

    Args:
        text: A line of the text.
        before: What stands before the number.
        after: What follows it.
        amount: The number.
        words: Those of the language.
    """
    if _CLOSES.match(after) and before.endswith("("):
        return amount.span.start in _series(text, words)
    if _CLOSES.match(after) and _words(words.own).signed.search(before):
        return True
    is_small = amount.value is not None and amount.value < _OLDEST
    is_behind_word = before[-1:] == " " and before[-2:-1].isalpha()
    return is_small and is_behind_word and amount.span.start in _told_with(text, words)


def is_change(before: str, after: str) -> bool:
    """Whether a bracket holds a sign and a number, as of a change: ``Lyon (+374)``."""
    return _CHANGE.search(before) is not None and _CLOSES.match(after) is not None


def is_signed(before: str, after: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether it is a change with its sign: ``+3 %``."""
    if "+" not in before[-2:] or _PLUS.search(before) is None:
        return False
    is_counted = unit.is_plural or is_scale(unit.text, words)
    return amount.scaled or is_counted or is_change(before, after)


@lru_cache(maxsize=2)
def _series(text: str, words: FigureWords) -> frozenset[int]:
    """Where the numbers stand that tell of several names of a line."""
    found: set[int] = set()
    chain: list[re.Match[str]] = []
    gap = _words(words.own).gap
    for entry in _ENTRY.finditer(text):
        if chain and not gap.fullmatch(text, chain[-1].end(), entry.start()):
            found.update(_counts(text, chain, words))
            chain = []
        chain.append(entry)
    found.update(_counts(text, chain, words))
    return frozenset(found)


def _counts(text: str, chain: Sequence[re.Match[str]], words: FigureWords) -> Iterator[int]:
    """Where the numbers of names that stand close together are, if these are no ages or years."""
    counts = [one for one in chain if _YEAR.fullmatch(one["digits"]) is None]
    if sum(one[0][0].isupper() for one in counts) < _FEWEST:
        return
    is_large = any(one["sign"] or number(one["digits"], words) > _OLDEST for one in counts)
    between = Span(chain[0].end() - 1, chain[-1].end()).of(text)
    start = chain[0].start()
    led = text[max(0, start - _ORDER_REACH) : start]
    own = _words(words.own)
    if is_large or own.ranked.search(between) or own.led.search(led):
        yield from (one.start("digits") for one in counts)


@lru_cache(maxsize=2)
def _told_with(text: str, words: FigureWords) -> frozenset[int]:
    """Where the numbers stand that names of a line are said to come with."""
    found = _words(words.own)
    entries = [one.start("digits") for one in found.entry.finditer(text)]
    if len(entries) >= _FEWEST or not entries:
        return frozenset(entries)
    before = text[max(0, entries[0] - _ORDER_REACH) : entries[0]]
    return frozenset(entries if found.second.search(before) else ())
