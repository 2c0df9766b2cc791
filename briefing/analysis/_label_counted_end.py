"""Where the words end that say what the counted are or do, where adjectives stand before nouns."""

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
    beyond = (at for at in range(1, len(said)) if _is_beyond(said, at, words))
    stop = next(beyond, len(said))
    kept = [one for one in said[:stop] if one.span.end <= end]
    if words.has_late_verbs and len(kept) < len(said):
        return None  # the verb is yet to come
    if len(kept) == stop < len(said) and words.is_count(said[stop]):
        bare_end = [one for one in kept if one.low not in words.qualifiers][-1:]
        if any(one.is_verb or words.counted.gerund.fullmatch(one.low) for one in bare_end):
            return None  # "boxes which held | 30 packages"
        kept = _without_lead(kept, words)
    kept = _closed(kept, said, words)
    return kept[-1].span.end if _is_told(kept, words) else None


def _closed(kept: list[Token], said: Sequence[Token], words: ClauseWords) -> list[Token]:
    """What is kept, up to where it may end."""
    if words.has_late_verbs:
        is_open = _is_open(kept[-1], words) and not words.leads(kept[-1])  # "hängen davon ab"
        return [] if is_open else kept
    if len(kept) < len(said) and _is_within(said, len(kept), words):
        joints = [at for at, one in enumerate(kept) if words.leads(one)]
        kept = kept[: joints[-1]] if joints else []  # "to be built along a stretch | of the river"
        if not any(_is_done(one, words) for one in kept):
            return []
    while kept and _is_open(kept[-1], words):
        kept.pop()
    while kept and len(kept) < len(said) and words.counted.gerund.fullmatch(kept[-1].low):
        kept.pop()  # "benefits starting | January 1", "tablets weighing | 705 gm"
    return kept


def _is_within(said: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether a word goes on with the noun before it."""
    is_joint = said[at].low in words.conjunctions and _goes_on(said, at, words)
    return is_joint or said[at].low in words.links


def _is_done(token: Token, words: ClauseWords) -> bool:
    is_verb = token.is_verb and token.low not in helping(words)
    return is_verb or words.participle.fullmatch(token.low) is not None


def _is_told(kept: Sequence[Token], words: ClauseWords) -> bool:
    """Whether some words say more than a verb that another follows."""
    rest = [one for one in kept if not words.adverb.fullmatch(one.low)]
    small = helping(words) | words.counted.idle
    if not rest or all(one.low in small for one in rest):
        return False
    is_owed = rest[0].low in words.helpers and len(rest) > 1 and words.leads(rest[1])
    return not is_owed or any(words.participle.fullmatch(one.low) for one in rest)


def _is_beyond(said: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether another number, clause or thing begins with a word."""
    token = said[at]
    if token.low in words.conjunctions:
        return not _goes_on(said, at, words)
    is_inner = words.opens_inner(token) and not words.leads(token)
    return not token.low[0].isalpha() or is_inner or words.is_count(token)


def _goes_on(said: Sequence[Token], at: int, words: ClauseWords) -> bool:
    """Whether a word behind "and" belongs to that before it: ``the food and beverage lineup``."""
    if words.has_late_verbs or at + 1 == len(said) or not words.is_noun(said[at - 1]):
        return False
    following = said[at + 1]
    is_other = words.is_count(following) or following.low in words.openers
    has_verb = any(one.is_verb or one.low in helping(words) for one in said[at + 1 :][:_FEW])
    return words.is_noun(following) and not is_other and not has_verb


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


@lru_cache(maxsize=8)
def helping(words: ClauseWords) -> frozenset[str]:
    """Verbs that say nothing alone."""
    return words.copulas | words.helpers | words.modals | words.frames
