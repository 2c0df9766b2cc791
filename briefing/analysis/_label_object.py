"""What a label behind its number goes on with: ``to help | the pupils``, ``Rome | and Bari``."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._noun_phrases import LONGEST, phrase_at_start
from briefing.model.span import Span

_ARTICLE = 6
"""Characters that an article may add to a label."""


def with_rest(found: Span, tokens: Sequence[Token], words: ClauseWords) -> Span:
    """A piece with the object of the verb that it ends in, or the second of two names.

    Args:
        found: The piece.
        tokens: The words behind the number.
        words: Those of the language.
    """
    own = [token for token in tokens if found.start <= token.span.start < found.end]
    rest = [token for token in tokens if token.span.start >= found.end]
    if not own or not rest or words.has_capital_nouns:
        return found
    if own[-1].text[0].isupper():
        return _with_name(found, rest, words)
    is_act = words.nonfinite.fullmatch(own[-1].low) is not None
    return _with_object(found, rest, words) if is_act and rest[0].low in words.articles else found


def _with_name(found: Span, rest: Sequence[Token], words: ClauseWords) -> Span:
    is_joined = len(rest) > 1 and rest[0].low in words.conjunctions
    if not is_joined or not (rest[1].text[0].isupper() and rest[1].text.isalpha()):
        return found
    if len(rest) > 2 and (rest[2].is_verb or rest[2].low in words.helpers):
        return found  # "for Rome and Bari paid"
    both = Span(found.start, rest[1].span.end)
    return both if len(both) <= LONGEST else found


def _with_object(found: Span, rest: Sequence[Token], words: ClauseWords) -> Span:
    behind = list(rest)
    while behind and behind[0].low in words.articles:
        behind.pop(0)
    more = phrase_at_start(behind, words, LONGEST - len(found) - _ARTICLE)
    return found if more is None else Span(found.start, more.end)
