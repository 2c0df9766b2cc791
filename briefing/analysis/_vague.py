"""Orders of magnitude without a number, "thousands", and whether they tell enough."""

from __future__ import annotations

from briefing.analysis._amount import Amount
from briefing.analysis._figure_words import FigureWords
from briefing.analysis._parts import part_words

_FEWEST_ALONE = 100
"""The least order of magnitude that says something without a noun; dozens say too little."""

_FEWEST_OPEN = 1000
"""The same where no clause tells more of them."""


def stands_alone(text: str, amount: Amount, words: FigureWords) -> bool:
    """Whether "Tausende" is a noun itself, where nouns are told by their capitals."""
    if (amount.magnitude or 0) < _FEWEST_ALONE:
        return False
    is_noun = words.own.sentences.capital_nouns and text[amount.span.start].isupper()
    return is_noun and text[amount.span.end : amount.span.end + 1] not in ("-", "‐")


def is_composed(text: str, amount: Amount) -> bool:
    """Whether several words tell it and a clause goes on: "tens of thousands without power"."""
    said = text[amount.span.start : amount.span.end]
    goes_on = text[amount.span.end : amount.span.end + 2].strip().isalpha()
    return goes_on and " " in said and (amount.magnitude or 0) > _FEWEST_ALONE


def is_joined(text: str, amount: Amount, words: FigureWords) -> bool:
    """Whether "thousands" is followed by "of", where the language needs it."""
    last = text[amount.span.start : amount.span.end].lower().split()[-1]
    is_several = last not in words.vague and len(text[amount.span.start : amount.span.end]) > len(
        last
    )
    return (
        is_several or not words.own.writing.of or words.of.match(text, amount.span.end) is not None
    )


def is_open(text: str, amount: Amount, words: FigureWords) -> bool:
    """Whether "millions" says enough although nothing tells of what: "the lives of millions"."""
    follows = text[amount.span.end : amount.span.end + 1]
    return (
        (amount.magnitude or 0) >= _FEWEST_OPEN and follows not in ("-", "‐") and bool(words.vague)
    )


def is_told(text: str, amount: Amount, words: FigureWords) -> bool:
    """Whether a clause tells what became of "thousands", or where they are."""
    parts = part_words(words.own)
    if parts.subject_after.match(text, amount.span.end):
        return True
    is_large = (amount.magnitude or 0) >= _FEWEST_ALONE
    return is_large and parts.place.match(text, amount.span.end) is not None
