"""What an amount counts, and the next word that may be a part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.analysis._figure_words import FigureWords

_WORD = re.compile(r"[ \u00a0\u202f]([^\W\d_][\w'’-]*)")


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
    match = _WORD.match(text, end) or (
        re.compile(r"['’]([^\W\d_][\w-]*)").match(text, end) if end < len(text) else None
    )
    if match is None or len(match[1]) == 1 or match[1].lower() in words.stop:
        return None
    elided = re.match(r"(\w+)['’]", match[1])
    if elided and len(elided[1]) <= 4 and words.own.units.word_order == "postposed":
        return None
    return match
