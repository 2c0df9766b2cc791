"""Numbers between plain words, before the noun that they count: most figures of most texts.

Dozens of rules tell what else a number may be, but each of them needs certain words beside it. The
word before a number and the one behind it are looked up once, for all these rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis._amount import Amount
from briefing.analysis._at_end import AtEnd, last_word
from briefing.analysis._channels import channel_before
from briefing.analysis._clock_words import clock_says
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._hours import since_hours
from briefing.analysis._naming import naming_words
from briefing.analysis._parts import part_words
from briefing.analysis._unit import Unit
from briefing.languages.phrases import any_of

_COUNT = re.compile(r"[1-9]\d{0,2}(?:[.,'’\s]\d{3})+|[1-9]\d{0,2}|[1-9]\d{4,}")
"""Digits of no year, and of nothing that is written with a leading nought or decimals."""

_FIRST_WORD = re.compile(r"[^\W\d_]{2,}")

_WORD_OF_PHRASE = re.compile(r"[\w*]+")

_MOST_IN_CAPITALS = 3
"""Digits before a noun with a capital: more may be the code of a town."""

_REACH = 48
"""Characters behind a number in which the stroke of a case's number stands."""

_MOST_KNOWN = 2_048
"""Words that are remembered; beyond, they are looked at anew."""


class _ByWord(dict[str, bool]):
    """Whether a word may be the one that a rule needs; each is looked at once."""

    def __init__(self, tells: Callable[[str], bool]) -> None:
        super().__init__()
        self._tells = tells

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        self[word] = found = self._tells(word)
        return found


@dataclass(frozen=True, slots=True)
class _Telling:
    """Words that may tell that a number is no figure."""

    before: _ByWord
    """The last one before it, in small letters."""
    behind: _ByWord
    """The one right behind it."""


@lru_cache(maxsize=8)
def _telling(words: FigureWords) -> _Telling:
    ends, behind = _ends(words), re.compile(any_of(_begins(words)), re.IGNORECASE)
    return _Telling(
        before=_ByWord(lambda last: any(end.may_follow(last) for end in ends)),
        behind=_ByWord(lambda first: behind.fullmatch(first) is not None),
    )


def _ends(words: FigureWords) -> tuple[AtEnd, ...]:
    """What stands before a number in the rules that concern one before a plural noun."""
    parts = part_words(words.own)
    shares = (parts.per, parts.one_in, parts.of_few, parts.one_noun_in)
    times = (words.month_before, since_hours(words.own), clock_says(words.own))
    return (
        words.label,
        naming_words(words.own).numbered,
        channel_before(words.own),
        *shares,
        *times,
    )


def _begins(words: FigureWords) -> set[str]:
    """The first word of each phrase that stands right behind a number in any such rule."""
    times, names = words.own.times, words.own.names
    phrases = (
        *(*times.months, *times.month_of, *times.day_joints, *names.eras),
        *(*names.zones, *times.hours, *times.hour_joints, *times.time_after),
        *(*times.time_units, *times.single_units, *times.ages, *times.age_ands, *times.old),
        *(*names.scale_points, *names.streets, *names.house_endings),
    )
    found = map(_WORD_OF_PHRASE.search, phrases)
    verbs = words.own.labels.verbs if words.own.units.word_order == "preposed" else ()
    return {word[0] for word in found if word is not None} | {*verbs}  # the Daytona 500 "drew"


def counts_plainly(text: str, before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether a number counts the noun right behind it, and nothing beside it may tell otherwise.

    Of others nothing is said: they may be figures, too.

    Args:
        text: A line of the text.
        before: What stands before the number.
        amount: The number.
        unit: What follows it.
        words: Those of the language.
    """
    noun, end = unit.text, amount.span.end
    if noun is None or not unit.is_plural or amount.scaled or amount.currency:
        return False
    if before[-1:] != " " or not before[-2:-1].islower() or not _COUNT.fullmatch(amount.digits):
        return False
    first = _FIRST_WORD.match(noun)
    if first is None or text[end : end + 1] != " " or not text.startswith(noun, end + 1):
        return False
    if not noun[0].islower() and not _is_noun_with_capital(text, amount, words):
        return False
    telling = _telling(words)
    if telling.before[last_word(before)] or telling.behind[first[0]]:
        return False
    return part_words(words.own).out_of.match(text, unit.end) is None


def _is_noun_with_capital(text: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a capital behind a number is only that of a noun: of no town, decade or court."""
    if not words.own.sentences.capital_nouns or words.own.times.decades:
        return False
    if amount.digits.isdecimal() and len(amount.digits) > _MOST_IN_CAPITALS:
        return False
    end = amount.span.end
    return text.find("/", end, end + _REACH) < 0
