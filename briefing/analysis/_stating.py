"""Whether a verb states a number of its subject: ``the toll rose to 21``, not ``he paid $5``."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token


def states_number(
    clause: Sequence[Token], before: Sequence[Token], after: Sequence[Token], words: ClauseWords
) -> bool:
    """Whether a number is what the last verb of a clause says of its subject.

    Args:
        clause: The last words before the number that have a verb, up to a comma.
        before: All words before the number.
        after: The words behind it.
        words: Those of the language.
    """
    verb = max((index for index, token in enumerate(clause) if token.is_verb), default=None)
    if verb is None:
        return False
    is_last = verb == len(clause) - 1
    if clause[-1] is not before[-1] and not (words.has_late_verbs and is_last):
        return False  # "The wind blew at 193 km/h, 28 more"
    token = clause[verb]
    if token.low in words.frames:
        return any(words.stating.fullmatch(one.low) for one in (*after, *clause[verb + 1 :]))
    if not words.stating.fullmatch(token.low):
        return False
    if words.has_late_verbs and any(_is_other_act(one, words) for one in after[:1]):
        return False
    return not any(_acts(clause, index, verb, words) for index in range(verb + 1, len(clause)))


def _acts(clause: Sequence[Token], index: int, verb: int, words: ClauseWords) -> bool:
    """Whether a word behind the verb says that something else is done."""
    token, before = clause[index], clause[index - 1]
    if words.stating.fullmatch(token.low):
        return False
    if before.low in words.markers:
        return token.low not in words.articles and not token.low[0].isdecimal()
    is_beside = index == verb + 1 or words.adverb.fullmatch(before.low) is not None
    return is_beside and _is_other_act(token, words)


def _is_other_act(token: Token, words: ClauseWords) -> bool:
    """Whether a participle says what was done: ``werd 5 miljoen geïnvesteerd``."""
    if words.adverb.fullmatch(token.low) or words.stating.fullmatch(token.low):
        return False
    return words.participle.fullmatch(token.low) is not None and token.text[0].islower()
