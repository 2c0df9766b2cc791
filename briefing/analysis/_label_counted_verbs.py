"""Verbs among the words around what is counted."""

from __future__ import annotations

from briefing.analysis._clause import ClauseWords, Token


def is_finite(token: Token, words: ClauseWords) -> bool:
    """Whether a word is a verb that has a subject, where adjectives stand behind their noun.

    A pronoun may be joined to it: ``s'ouvrent``.
    """
    low = token.low
    if low in words.copulas or low in words.helpers or low in words.modals:
        return True
    if has_pronoun(low, words):
        return not words.nonfinite.fullmatch(low)
    joint, _, rest = low.partition("'")
    is_joined = bool(rest) and f"{joint}'" in words.clitics | words.weak
    if not (token.is_verb or (is_joined and words.is_verb(rest, rest, None))):
        return False
    is_other = words.participle.fullmatch(low) or words.nonfinite.fullmatch(low)
    return low in words.verbs or not is_other


def has_pronoun(low: str, words: ClauseWords) -> bool:
    """Whether a pronoun is joined to the end of a verb: ``registaram-se``."""
    verb, joint, pronoun = low.rpartition("-")
    return bool(verb and joint) and pronoun in words.clitics


def is_participle(token: Token, words: ClauseWords) -> bool:
    """Whether a word has the form of a participle, and is no small word."""
    low = token.low
    is_other = low in words.stop or low in words.weak or low in words.openers or words.leads(token)
    is_other = is_other or low in words.articles or low in words.measures
    is_other = is_other or words.adverb.fullmatch(low) is not None
    has_form = words.participle.fullmatch(low) is not None
    return has_form and not is_other and token.text[0].islower()
