"""Where the words end that say what the counted are or do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_cut import cut
from briefing.analysis._noun_phrases import LONGEST

_FEW = 3
"""Words before another number that may only lead to it: ``in the last`` 48 hours."""


def end_of_said(said: Sequence[Token], words: ClauseWords, most: int = LONGEST) -> int | None:
    """Where the words behind a number may end that say what the counted do or are.

    Args:
        said: These words.
        words: Those of the language.
        most: Characters that a label may have.
    """
    whole = cut(said, words, most)
    end = said[-1].span.end if whole is None else whole.end
    stop = next((at for at, one in enumerate(said) if at and _is_beyond(one, words)), len(said))
    kept = [one for one in said[:stop] if one.span.end <= end]
    if words.has_late_verbs and len(kept) < len(said):
        return None  # the verb is yet to come
    if len(kept) == stop < len(said) and _is_number(said[stop], words):
        if kept[-1].is_verb or words.counted.gerund.fullmatch(kept[-1].low):
            return None  # "boxes which held | 30 packages"
        kept = _without_lead(kept, words)
    while kept and _is_open(kept[-1], words):
        if words.has_late_verbs:
            return kept[-1].span.end if words.leads(kept[-1]) else None  # "hängen davon ab"
        kept.pop()
    while kept and len(kept) < len(said) and words.counted.gerund.fullmatch(kept[-1].low):
        kept.pop()  # "benefits starting | January 1", "tablets weighing | 705 gm"
    return kept[-1].span.end if _is_told(kept, words) else None


def _is_told(kept: Sequence[Token], words: ClauseWords) -> bool:
    """Whether some words say more than a verb that another follows."""
    rest = [one for one in kept if not words.adverb.fullmatch(one.low)]
    if not rest or all(one.low in helping(words) for one in rest):
        return False
    is_owed = rest[0].low in words.helpers and len(rest) > 1 and words.leads(rest[1])
    return not is_owed or any(words.participle.fullmatch(one.low) for one in rest)


def _is_beyond(token: Token, words: ClauseWords) -> bool:
    """Whether another number, clause or thing begins with a word."""
    is_next = token.low in words.conjunctions or not token.low[0].isalpha()
    is_inner = words.opens_inner(token) and not words.leads(token)
    return is_next or is_inner or _is_number(token, words)


def _is_number(token: Token, words: ClauseWords) -> bool:
    is_spelled = words.numbers.fullmatch(token.low) is not None
    return token.low[0].isdecimal() or (is_spelled and token.low not in words.articles)


def _without_lead(kept: list[Token], words: ClauseWords) -> list[Token]:
    """What is said, without the words at its end that lead to the next number."""
    near = range(len(kept) - 1, max(0, len(kept) - 1 - _FEW), -1)
    joint = next((at for at in near if words.leads(kept[at]) or kept[at].low in words.links), None)
    return kept[:joint]


def _is_open(token: Token, words: ClauseWords) -> bool:
    """Whether a word cannot be the last of a label."""
    low = token.low
    is_small = words.is_small(token) or words.leads(token) or low in words.openers
    is_joint = low in words.conjunctions or low in words.qualifiers or low in words.months
    return is_small or is_joint or words.adverb.fullmatch(low) is not None


def is_participle(token: Token, words: ClauseWords) -> bool:
    """Whether a word has the form of a participle and is no noun or small word."""
    is_other = token.low in words.stop or words.leads(token) or words.adverb.fullmatch(token.low)
    has_form = words.participle.fullmatch(token.low) is not None
    return has_form and not is_other and token.text[0].islower()


@lru_cache(maxsize=8)
def helping(words: ClauseWords) -> frozenset[str]:
    """Verbs that say nothing alone."""
    return words.copulas | words.helpers | words.modals | words.frames
