"""What an amount counts, and the next word that may be a part of it."""

from __future__ import annotations

import re

from briefing.analysis._figure_words import FigureWords
from briefing.model.records import dataclass

_WORD = re.compile(r"[ \u00a0\u202f]([^\W\d_][\w'’-]*)")
_ELIDING = re.compile(r"['’]([^\W\d_][\w-]*)")
"""A noun behind a word that lost its last vowel before it."""
_ELIDED = re.compile(r"\w{1,4}['’]")


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
    if match is None or len(match[1]) == 1 or match[1].lower() in words.stop:
        return None
    may_elide = words.own.units.word_order == "postposed"
    return None if may_elide and _ELIDED.match(match[1]) else match
