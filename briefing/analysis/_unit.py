"""What an amount counts, and the next word that may be a part of it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from briefing.analysis._figure_words import FigureWords
from briefing.languages.language import Language
from briefing.languages.phrases import any_of
from briefing.model.records import dataclass

_WORD = re.compile(r"[ \u00a0\u202f]([^\W\d_][\w'’\u0300-\u036f-]*(?:(?:\+\+|#)(?!\w))?)")
"""A word; Latin letters may have their accents behind them, and some names signs: ``C++``."""
_ELIDING = re.compile(r"['’]([^\W\d_][\w-]*)")
"""A noun behind a word that lost its last vowel before it."""
_MOST_KNOWN = 16_384
"""Words that are remembered."""
_ELIDED = re.compile(r"\w{1,4}['’]")
_CONTRACTED = re.compile(r"([^\W\d_]+)['’][a-z]{1,2}\Z")


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted."""

    text: str | None
    """In the article's words; None where nothing follows."""
    end: int
    """The character after it."""
    is_plural: bool
    """Whether it looks like something that can be counted."""


def next_word(text: str, end: int, words: FigureWords) -> re.Match[str] | None:
    """The word that follows, if it can belong to the noun of a number."""
    # An apostrophe before the noun ("d'obus") stands where its space would.
    match = _WORD.match(text, end) or _ELIDING.match(text, end)
    if match is None or not _may_belong(match[1], words):
        return None
    return None if _goes_on(text, match.end()) else match


def _goes_on(text: str, end: int) -> bool:
    """Whether a sign that belongs to a letter follows: words of other scripts are not cut there."""
    behind = text[end : end + 1]
    return behind > "\u036f" and unicodedata.category(behind)[0] == "M"


@lru_cache(maxsize=_MOST_KNOWN)
def _may_belong(word: str, words: FigureWords) -> bool:
    """Whether a word can belong to the noun of a number: no small word, nor joined to one."""
    if len(word) == 1 or word.lower() in words.stop or _is_contracted(word, words):
        return False
    may_elide = words.own.units.word_order == "postposed"
    return not (may_elide and _ELIDED.match(word))


def _is_contracted(word: str, words: FigureWords) -> bool:
    """Whether a small word has its verb joined to it: the five years ``he's`` been away."""
    head = _CONTRACTED.match(word)
    is_possible = head is not None and words.own.units.word_order == "preposed"
    return is_possible and head is not None and head[1].lower() in words.stop


def leads_to_known(phrase: str, unit: Unit, words: FigureWords) -> bool:
    """Whether an adjective tells that a phrase ends in an article: ``an die`` 4 anderen.

    Args:
        phrase: What stands before a number, in small letters.
        unit: What the number counts.
        words: Those of the language.
    """
    first = (unit.text or "").split(" ")[0]
    if " " not in phrase or not first[:1].islower():
        return False
    is_weak = _weak_adjective(words.own).fullmatch(first) is not None
    return is_weak and words.definite.search(f"{phrase} ") is not None


@lru_cache(maxsize=8)
def _weak_adjective(own: Language) -> re.Pattern[str]:
    """An adjective as it stands behind the plural's article."""
    return re.compile(rf"(?:[\w-]+-)?(?:{any_of(own.units.weak_adjectives)})")
