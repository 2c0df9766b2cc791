"""Qualifiers that do not touch their number: ``pelo menos,`` 20, ``more than a`` 4-year wait."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.analysis._figure_words import FigureWords
from briefing.languages.language import Language
from briefing.languages.phrases import any_of

_HYPHENS = frozenset(("-", "\u2010", "\u2011"))


@lru_cache(maxsize=8)
def _one(own: Language) -> re.Pattern[str]:
    """The article of one thing at the end."""
    return re.compile(rf"(?<!\w)(?:{any_of(own.numbers.one)}) \Z", re.IGNORECASE)


def qualifier_apart(before: str, behind: str, words: FigureWords) -> re.Match[str] | None:
    """A qualifier that a comma or an article parts from its number; None where there is none.

    Args:
        before: What stands before the number, from some way on.
        behind: What follows it.
        words: Those of the language.
    """
    if before.endswith(", "):
        return _between_commas(before, words)
    return _before_one(before, words) if behind[:1] in _HYPHENS else None


def _between_commas(before: str, words: FigureWords) -> re.Match[str] | None:
    found = words.before.search(f"{before[:-2]} ")
    is_apart = found is not None and before[: found.start()].rstrip().endswith((",", "("))
    return found if is_apart else None


def _before_one(before: str, words: FigureWords) -> re.Match[str] | None:
    """One before the article of a word that begins with the number."""
    one, own = _one(words.own).search(before), words.own
    found = None if one is None else words.before.search(before[: one.start()])
    if found is None or found[1].lower() in (*own.qualifiers.spatial, *own.labels.prepositions):
        return None
    return found
