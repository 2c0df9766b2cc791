"""Numbers between plain words, before what they count or measure: most figures of most texts.

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
from briefing.analysis._unit_words import unit_words
from briefing.languages.phrases import any_of

_COUNT = re.compile(r"[1-9]\d{0,2}(?:[.,'’\s]\d{3})+|[1-9]\d{0,2}|[1-9]\d{4,}")
"""Digits of no year, and of nothing that is written with a leading nought or decimals."""

_MEASURED = re.compile(r"(?:0|[1-9]\d*)(?:[.,]\d+)*")
"""Digits of a share or price, which no leading nought makes a code."""

_BEHIND = re.compile(r"[ \u00a0\u202f]?%|[,;)]|(?P<stop>\.)| (?P<word>[^\W\d_]{2,})|\Z")
"""What may stand behind a price or the digits of a share; no other sign may."""

_FIRST_WORD = re.compile(r"[^\W\d_]{2,}(?![^ ])")

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
    verb = unit_words(words.own).finite  # "the Falcon 9 landed"
    return _Telling(
        before=_ByWord(lambda last: any(end.may_follow(last) for end in ends)),
        behind=_ByWord(lambda first: bool(behind.fullmatch(first) or verb.fullmatch(first))),
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
    """Whether a number counts what stands right beside it, and no word may tell otherwise.

    Of others nothing is said: they may be figures, too.

    Args:
        text: A line of the text.
        before: What stands before the number.
        amount: The number.
        unit: What follows it.
        words: Those of the language.
    """
    noun, end = unit.text, amount.span.end
    if amount.currency or noun == "%":
        return _measures_plainly(text, before, amount, unit, words)
    if noun is None or not unit.is_plural or amount.scaled:
        return False
    if before[-1:] != " " or not before[-2:-1].islower() or not _COUNT.fullmatch(amount.digits):
        return False
    first = _FIRST_WORD.match(noun) if text.startswith(f" {noun}", end) else None
    if first is None or not (noun[0].islower() or _is_noun_with_capital(text, amount, words)):
        return False
    telling = _telling(words)
    if telling.before[last_word(before)] or telling.behind[first[0]]:
        return False
    is_named = naming_words(words.own).begun.match(text, amount.span.start) is not None
    return not is_named and part_words(words.own).out_of.match(text, unit.end) is None


def _measures_plainly(
    text: str, before: str, amount: Amount, unit: Unit, words: FigureWords
) -> bool:
    """The same of shares and prices with a sign; no rule for numbers that are counted is theirs."""
    end = amount.span.end
    if amount.currency:
        is_beside = len(amount.currency) == 1 and not amount.currency.isalpha()
    else:  # not the first end of "5 to 10 %"
        is_beside = unit.end > end and before[-1:] == " " and before[-2:-1].islower()
        is_beside = is_beside and not amount.scaled
    found = _BEHIND.match(text, end) if is_beside and _MEASURED.fullmatch(amount.digits) else None
    if found is None or (found["stop"] and words.own.sentences.ordinal_stop):
        return False
    telling, word = _telling(words), found["word"]
    if word is not None and (not word.islower() or telling.behind[word]):
        return False
    return not telling.before[last_word(before)]


def _is_noun_with_capital(text: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a capital behind a number is only that of a noun: of no town, decade or court."""
    if not words.own.sentences.capital_nouns or words.own.times.decades:
        return False
    if amount.digits.isdecimal() and len(amount.digits) > _MOST_IN_CAPITALS:
        return False
    end = amount.span.end
    return text.find("/", end, end + _REACH) < 0
