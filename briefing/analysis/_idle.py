"""Numbers in words that count nothing: they point back, name something or tell a time of day.

A number in words is a figure unless something here tells that it is none: what they may count is
open, what they stand for otherwise is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis import _vague
from briefing.analysis._amount import Amount
from briefing.analysis._at_end import AtEnd
from briefing.analysis._elliptic import is_followed_by_who, is_rest
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._naming import naming_words
from briefing.analysis._number_words import word_value
from briefing.analysis._parts import part_words
from briefing.analysis._shares import is_count, is_harmed, is_of_them, is_pair, is_told
from briefing.analysis._times import BEFORE
from briefing.analysis._unit import Unit
from briefing.languages.language import Language
from briefing.model.figure import Qualifier

_SMALL_WORD = re.compile(r"(?<!\w)[a-zß-ÿ]{5,}")
"""What a headline that gives its words capitals has not."""

_INSIDE = re.compile(r"[\w,] \Z")
"""What stands before a word that does not begin a sentence."""

_NOUN_BEFORE = re.compile(r"[a-zß-ÿ)] [A-ZÄÖÜ][\w-]+ \Z")
"""A noun, where these have capitals, and no subject's name at the beginning."""

_JOINED = re.compile(r"(?<!\w)([^\W\d_]+)(?:,| ([^\W\d_]+)) \Z")
"""A word and what joins it to a number, which may be another number."""

_NEXT = re.compile(r",? ([^\W\d_]+)")
"""The word behind a number, which may be the next number: ``drei, vier Parteien``."""

_MILLION = 1_000_000
_ROUND = (1_000, _MILLION)
"""Numbers in words that may be the scale of a table."""
_LAST_HOUR = 12
_MOST_PARTED = 4
"""So many pieces something is parted into: ``in two``."""
_PAIR = 2
_MOST_LABELS = 20
"""Below it, a number behind a German noun is that of one of several."""


@dataclass(frozen=True, slots=True)
class _Pointing:
    """What makes a number in words none that counts."""

    before: AtEnd
    """Words that it points back with: ``we`` two, ``tous`` deux; years of a decade."""
    all: AtEnd
    """Several of them, whatever noun follows a pair: ``tous les`` deux retraités."""
    into: AtEnd
    """What something is parted with: ``in`` two."""
    homonyms: frozenset[str]
    """Numbers that are other words, too."""


@lru_cache(maxsize=8)
def _pointing(own: Language) -> _Pointing:
    pointing = (*own.numbers.pointing, *own.times.year_units, *own.times.age_of)
    return _Pointing(
        before=AtEnd(lambda some: rf"(?<!\w)(?:{some})(?:(?<=['’])| )\Z", pointing),
        all=AtEnd(
            lambda some: rf"(?<!\w)(?:{some}) \Z",
            [one for one in own.numbers.pointing if " " in one],
        ),
        into=AtEnd(lambda some: rf"(?<!\w)(?:{some}) \Z", own.shares.places),
        homonyms=frozenset(own.numbers.homonyms),
    )


def is_idle(text: str, before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether a number in words only points back, or is another word that looks like one.

    Args:
        text: A line of the text.
        before: What stands before the number, from some way on.
        amount: The number.
        unit: What follows it.
        words: Those of the language.
    """
    is_word = " " not in text[amount.span.start : amount.span.end]
    is_scale = amount.value in (None, *_ROUND) and is_word
    is_scale = is_scale and _is_scale_of_table(before, unit, words)
    if is_scale or amount.value is None:
        return is_scale or _is_idle_magnitude(text, before, amount, unit, words)
    is_shared = unit.end == amount.span.end  # "tra i due e i tre anni"
    points = amount.value == _PAIR and not is_shared and words.definite.search(before)
    if points and is_pair(unit, words):
        after = text[amount.span.end : amount.span.end + BEFORE]
        return not is_rest(before, after, words)
    is_all = amount.value == _PAIR and _pointing(words.own).all.search(before) is not None
    if amount.value == 1 or is_all:
        return is_all
    if unit.text is None or not unit.is_plural:
        is_decade = unit.text is None and _is_decade(before, amount, words)
        is_large = amount.scaled and amount.value >= _MILLION
        return is_decade or not (is_large or _is_count(text, before, amount, unit, words))
    if unit.text.split()[0] in words.fractions:
        return True
    is_other = _is_decade(before, amount, words) or _is_homonym(text, amount, unit.text, words)
    return is_other or _is_named(text, before, amount)


def _is_decade(before: str, amount: Amount, words: FigureWords) -> bool:
    """Whether it names years of a century: ``jaren zestig``, ``anni sessanta e`` settanta."""
    years = words.own.times.year_units
    is_ten = isinstance(amount.value, int) and amount.value < 100 and amount.value % 10 == 0
    last = _past_number(before, words).rstrip().rsplit(" ", 1)[-1].lower()
    return is_ten and last in years


def _is_scale_of_table(before: str, unit: Unit, words: FigureWords) -> bool:
    """Whether a bracket says in what a table counts: ``(dollars in millions, except …)``."""
    opens = max(before.rfind("("), before.rfind("["))
    if opens <= max(before.rfind(")"), before.rfind("]")):
        return False
    said = (unit.text or "").lower()
    is_money = said in words.own.units.money or not said[:1].isalpha()
    return is_money and (
        opens == len(before) - 1 or _pointing(words.own).into.search(before) is not None
    )


def _is_homonym(text: str, amount: Amount, noun: str, words: FigureWords) -> bool:
    """Whether a word that is not only a number has no plural behind it: ``TERCER GRADO``."""
    said = text[amount.span.start : amount.span.end].lower()
    if said not in _pointing(words.own).homonyms or not noun[0].isupper():
        return False
    endings = words.own.units.plural_endings
    return bool(endings) and not noun.split(maxsplit=1)[0].lower().endswith(endings)


def is_loose(text: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    """Whether what follows a number in words is hardly what it counts: "killing six aboard"."""
    if not amount.spelled or unit.text is None:
        return False
    if amount.value is None:
        return not _vague.is_joined(text, amount, words)
    return 1 < amount.value < _MILLION and not unit.is_plural


def _is_idle_magnitude(
    text: str, before: str, amount: Amount, unit: Unit, words: FigureWords
) -> bool:
    says_enough = _vague.stands_alone if unit.text is None else _vague.is_joined
    is_counted = words.own.writing.of and words.of.match(text, amount.span.end) is not None
    if part_words(words.own).per.search(before) and not is_counted:
        return True  # "36 por milhão", not "visto por milhares de pessoas"
    is_said = says_enough(text, amount, words) or _vague.is_told(text, amount, words)
    is_said = is_said or is_harmed(before, words)  # "injuring dozens"
    if is_said or _vague.is_composed(text, amount):
        return False
    return not _vague.is_open(text, amount, words) or words.definite.search(before) is not None


def _is_count(text: str, before: str, amount: Amount, unit: Unit, words: FigureWords) -> bool:
    after = text[amount.span.end : amount.span.end + BEFORE]
    if is_rest(before, after, words):
        return True
    if unit.text is None and (
        _is_or_two(before, amount, words) or _is_other(text, after, amount, words)
    ):
        return False
    if words.own.sentences.capital_nouns and _is_label(_past_number(before, words), amount):
        return False
    if unit.text is None and (
        amount.scaled
        or is_count(before, words)
        or is_of_them(before, after, words)
        or _is_bounded_share(text, before, amount, words)
        or (is_told(before, after, words) and not words.definite.search(before))
    ):
        return True
    bound = words.before.search(before)
    if bound is not None:
        before = before[: bound.start()]
    return not (
        _is_named(text, before, amount)
        or _is_pointed(before, amount, words)
        or _is_pointed(_past_number(before, words), amount, words)
        or _is_other_word(text, after, amount, words)
    )


def _is_or_two(before: str, amount: Amount, words: FigureWords) -> bool:
    """Whether it only says that there may be a second: "a thing or two"."""
    return amount.value == _PAIR and before.endswith(
        tuple(f" {one} " for one in words.own.numbers.range_ors)
    )


def _is_other(text: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether it is another word that a clause describes: winds are ``venti``."""
    said = text[amount.span.start : amount.span.end].lower()
    is_one = not amount.scaled and said in _pointing(words.own).homonyms
    return is_one and text[amount.span.start].islower() and is_followed_by_who(after, words)


def _is_pointed(before: str, amount: Amount, words: FigureWords) -> bool:
    """Whether what stands before it makes it none: an article, a preposition of time, a noun."""
    pointing, value = _pointing(words.own), amount.value or 0
    if words.definite.search(before) or pointing.before.search(before):
        return True
    if words.relative_before.search(before):
        return True
    is_hour = value <= _LAST_HOUR and words.time_before.search(before) is not None
    return is_hour or (value <= _MOST_PARTED and pointing.into.search(before) is not None)


def _past_number(before: str, words: FigureWords) -> str:
    """What stands before another number that is joined to it: "gli anni" sessanta e settanta."""
    joined = _JOINED.search(before)
    if joined is None or (joined[2] or "").lower() not in ("", *words.own.shares.subject_ands):
        return before
    if word_value(joined[1].lower(), words.language) is None:
        return before
    return _past_number(before[: joined.start()], words)


def _is_label(before: str, amount: Amount) -> bool:
    """Whether a noun stands before it where these have capitals: ``auf Rang zwei``."""
    is_small = amount.value is not None and amount.value < _MOST_LABELS
    return is_small and _NOUN_BEFORE.search(before) is not None


def _is_other_word(text: str, after: str, amount: Amount, words: FigureWords) -> bool:
    """Whether it is the beginning of a compound, one of several guesses, or another word."""
    if after.startswith(("-", "‐", "'", "’")):
        return True
    if text[amount.span.start : amount.span.end].lower() in _pointing(words.own).homonyms:
        return True
    more = _NEXT.match(after)
    return more is not None and (word_value(more[1].lower(), words.language) or 0) > 1


def _is_named(text: str, before: str, amount: Amount) -> bool:
    """Whether its capital in the middle of a sentence makes it part of a name."""
    is_inside = text[amount.span.start].isupper() and _INSIDE.search(before) is not None
    return is_inside and _SMALL_WORD.search(text) is not None


def _is_bounded_share(text: str, before: str, amount: Amount, words: FigureWords) -> bool:
    """Whether it is part of a number: "at least six of the 14 victims", or more of the same."""
    follows = naming_words(words.own).of.match(text, amount.span.end)
    is_large = amount.value is not None and amount.value >= 10
    bound = words.before.search(before)
    if bound is None:
        return False
    said = words.qualifiers.get(" ".join(bound[1].lower().replace("’", "'").split()))
    if said is Qualifier.ADDITIONAL:  # "altre quattro", not "le altre quattro"
        return words.definite.search(before[: bound.start()]) is None
    return is_large or follows is not None or said is Qualifier.AT_LEAST
