"""Which words are plurals: nouns that a number may count."""

from __future__ import annotations

from functools import lru_cache

from briefing.analysis._figure_words import FigureWords
from briefing.analysis._unit_words import unit_words

_MOST_KNOWN = 16_384
"""Words that are remembered."""


@lru_cache(maxsize=_MOST_KNOWN)
def is_plural_noun(word: str, words: FigureWords) -> bool:
    """Whether a word, which may say whose something is, is a plural."""
    return is_plural(_bare(word, unit_words(words.own).possessive).lower(), words)


def is_plural(word: str, words: FigureWords) -> bool:
    """Whether a word, or the last part of one with hyphens, is a plural."""
    last = word.rsplit("-", 1)[-1]
    if last in words.people or word in words.people:
        return True
    units = words.own.units
    ends = last.endswith(units.plural_endings) and not last.endswith(units.not_plural)
    return ends and len(last) > 2


def _bare(word: str, endings: tuple[str, ...]) -> str:
    """A word without an ending that says whose it is."""
    if not word.endswith(endings):
        return word
    return next((word.removesuffix(one) for one in endings if word.endswith(one)), word)
