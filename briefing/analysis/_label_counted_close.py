"""Where a label ends that tells what is counted, where adjectives stand behind their noun.

It is all of a clause, or is cut before a word that leads to more; where what is left does not say
enough there is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_counted_verbs import is_finite, is_participle
from briefing.analysis._noun_phrases import LONGEST

_LED = 3
"""Words between one that leads to a number and that: ``d'ici le`` 28."""


def ending(
    said: Sequence[Token], begin: int, words: ClauseWords, verb: int | None = None
) -> int | None:
    """Where a label may end that begins at a place: with the clause, else before a preposition.

    Args:
        said: The words behind the counted noun.
        begin: Where the label begins.
        words: Those of the language.
        verb: Which of the words said is the verb of the clause, if it is known.
    """
    size = _stop(said, words, verb)
    whole = _closed(said[:size], words)
    is_whole = size == len(said) and len(whole) == size
    if whole and whole[-1].span.end - begin <= LONGEST:
        return whole[-1].span.end if is_told(whole, words, is_whole) else None
    for at in range(len(whole) - 1, 0, -1):
        is_joint = words.leads(said[at]) and said[at].low not in words.links
        if is_joint and not words.leads(said[at - 1]):
            kept = _without_participle(_closed(said[:at], words), words)
            if kept and kept[-1].span.end - begin <= LONGEST:
                return kept[-1].span.end if is_told(kept, words, False) else None
    return None


def _stop(said: Sequence[Token], words: ClauseWords, verb: int | None) -> int:
    """How many words stand before another clause, or a further thing that is joined."""
    has_noun = False
    for at, token in enumerate(said):
        if not token.low[0].isalnum():
            return at
        is_joint = at > 0 and token.low in words.conjunctions
        if is_joint and not _is_pair(said, at) and _begins_anew(said[at + 1 :], words):
            return _without_half(said, at, words)
        is_inner = token.low in words.weak and token.low not in words.clitics | words.articles
        if at and (words.opens_inner(token) or is_inner) and not words.leads(token):
            return at
        if has_noun and at != verb and is_finite(token, words):
            return at
        has_noun = has_noun or (words.is_noun(token) and not is_participle(token, words))
    return len(said)


def _is_pair(said: Sequence[Token], at: int) -> bool:
    """Whether "and" joins two numbers of one thing: 10 ``y`` 20 camas."""
    beside = (said[at - 1], *said[at + 1 : at + 2])
    return all(one.low[0].isdecimal() for one in beside) and len(beside) > 1


def _begins_anew(following: Sequence[Token], words: ClauseWords) -> bool:
    """Whether words behind "and" begin another clause, or name what is told apart."""
    if not following:
        return True
    low = following[0].low
    is_small = words.is_number(following[0])
    is_small = is_small or low in words.articles or low in words.weak or low in words.openers
    is_done = words.adverb.fullmatch(low) is not None
    return is_small or is_done or any(is_finite(one, words) for one in following[:2])


def _without_half(said: Sequence[Token], end: int, words: ClauseWords) -> int:
    """The end without the first of two that belong together: ``entre el coche`` y el muro."""
    for at in range(end - 1, 0, -1):
        if said[at].low in words.conjunctions:
            break
        if said[at].low in words.between:
            return at
    return end


def _closed(said: Sequence[Token], words: ClauseWords) -> list[Token]:
    """Some words without the last ones that lead to more."""
    kept = list(said)
    while kept:
        low = kept[-1].low
        is_year = low.isdecimal() and words.is_small_word(low)
        if low[0].isdecimal() and not is_year:
            kept = _before_lead(kept, words)
        elif not is_year and _is_open(kept[-1], words):
            kept.pop()
        else:
            break
    return kept


def _without_participle(kept: list[Token], words: ClauseWords) -> list[Token]:
    """What is cut, without a participle that more belongs to: les vols ``mis`` en place."""
    if len(kept) < 2 or not is_participle(kept[-1], words):
        return kept
    if kept[-2].low in words.conjunctions:
        return _closed(kept[:-2], words)  # "arrêtés et placés en détention"
    is_of_noun = words.is_noun(kept[-2]) and not is_participle(kept[-2], words)
    is_of_noun = is_of_noun and kept[-2].text[0].islower() and not kept[-1].is_verb
    return kept[:-1] if is_of_noun else kept  # "les Nations unies"


def _before_lead(kept: list[Token], words: ClauseWords) -> list[Token]:
    """What stands before the word that leads to the number at an end."""
    near = range(len(kept) - 1, max(-1, len(kept) - 2 - _LED), -1)
    return kept[: next((at for at in near if words.leads(kept[at])), len(kept) - 1)]


def _is_open(token: Token, words: ClauseWords) -> bool:
    low = token.low
    is_small = words.is_small(token) or words.leads(token) or low in words.openers
    is_joint = low in words.conjunctions or low in words.qualifiers or low in words.weak
    is_helping = low in words.copulas or low in words.helpers or low in words.modals
    return is_small or is_joint or is_helping or words.adverb.fullmatch(low) is not None


def is_told(kept: Sequence[Token], words: ClauseWords, is_whole: bool) -> bool:
    """Whether some words say something, and not only begin to: ont passé ``au crible``."""
    if is_whole:
        return True
    is_passive = False
    for before, one in zip((None, *kept), kept, strict=False):
        is_passive = is_passive or one.low in words.copulas
        is_active = one.is_verb or words.nonfinite.fullmatch(one.low) is not None
        is_active = is_active or (before is not None and before.low in words.clitics)
        if is_participle(one, words) and (is_passive or one is kept[0]):
            return True
        if not is_active and words.is_noun(one) and not is_participle(one, words):
            return True
    return False
