"""What a clause says behind its number, cut where a label may end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._noun_phrases import LONGEST
from briefing.model.span import Span

_YEAR = re.compile(r"(?:19|20)\d\d")


def cut(after: Sequence[Token], words: ClauseWords, most: int = LONGEST) -> Span | None:
    """What a clause says behind its number, up to where a label of so many characters must end."""
    said = list(after)
    while said and said[0].low in words.weak and said[0].low not in words.articles:
        said.pop(0)
    said = _late(said[: _end_of_clause(said, words)], words)
    while said and said[-1].span.end - said[0].span.start > most:
        joints = [at for at, one in enumerate(said) if at > 1 and _may_end_before(one, words)]
        said = said[: joints[-1]] if joints else []
    while said and _is_open(said[-1], words):
        said.pop()
    is_whole = len(said) > 1 and any(map(words.is_noun, said))
    return Span(said[0].span.start, said[-1].span.end) if is_whole else None


def _late(said: list[Token], words: ClauseWords) -> list[Token]:
    """What is too long without the helping verb at its beginning and what stands behind that.

    Where verbs stand late, the one at the end is what the clause says: ``haben … investiert``.
    """
    is_long = bool(said) and said[-1].span.end - said[0].span.start > LONGEST
    if not (is_long and words.has_late_verbs and said[0].is_verb):
        return said
    if words.participle.fullmatch(said[-1].low) is None:
        return said
    end = said[-1].span.end
    begins = (at for at, one in enumerate(said) if at and _may_end_before(one, words))
    return next((said[at:] for at in begins if end - said[at].span.start <= LONGEST), [])


def _is_open(token: Token, words: ClauseWords) -> bool:
    """Whether more has to follow a word."""
    is_pronoun = token.low in words.weak and token.low not in words.articles
    return is_pronoun or words.is_small(token) or words.leads(token) or token.low in words.openers


def _end_of_clause(said: Sequence[Token], words: ClauseWords) -> int:
    """Where another number begins, another clause, or a further noun that is joined."""
    verb = False
    noun = False
    for at, token in enumerate(said):
        if not (token.low[0].isalpha() or _YEAR.fullmatch(token.low)):
            return at
        if token.low in words.conjunctions and _begins_anew(said[at + 1 : at + 2], words):
            return at
        if verb and words.opens_inner(token) and not words.leads(token):
            return at  # "were reported | because"
        if token.is_verb and noun and not words.has_late_verbs:
            return at  # "passed in May | became law"
        verb = verb or token.is_verb
        noun = verb and (noun or words.is_noun(token))
    return len(said)


def _begins_anew(following: Sequence[Token], words: ClauseWords) -> bool:
    """Whether the word behind "and" begins another clause, or names another thing."""
    return any(token.is_verb or token.low in words.articles for token in following)


def _may_end_before(token: Token, words: ClauseWords) -> bool:
    """Whether a clause may be cut before a word: one that leads to more."""
    return words.leads(token) or token.low in words.openers
