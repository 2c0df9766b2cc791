"""What a verb before its subject or object says of the counted, where verbs also stand late."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_acts import act
from briefing.analysis._label_counted_end import helping
from briefing.analysis._label_counted_late import is_inner
from briefing.analysis._label_counted_verbs import is_participle
from briefing.analysis._noun_phrases import LONGEST, fit
from briefing.analysis._place import Place, bare
from briefing.analysis._subjects import begin_of_subject
from briefing.model.span import Span

_IDIOM = 2
"""Words of what a verb needs: ``in beslag``."""


def parted(place: Place) -> tuple[Span, ...]:
    """A verb before the counted and its other part behind them: ``gingen`` 60 Anträge ``ein``."""
    words, after, rest = place.words, place.after, bare(place.before, place.words)
    if not words.has_late_verbs or not after or not rest:
        return ()
    verbs = [at for at, one in enumerate(rest) if one.is_verb or one.low in helping(words)]
    if not verbs or rest[verbs[-1]].low in helping(words) or words.leads(rest[-1]):
        return ()
    at = verbs[-1]
    is_far = is_inner(rest, rest[at], words) or rest[-1].low in words.conjunctions
    last = _other_part(place, rest[at])
    if last is None or is_far or any(one.is_verb for one in after[:-1]):
        return ()
    for start in (_begin_of_clause(rest, at, words), at):
        first = Span(rest[start].span.start, rest[-1].span.end)
        if fit(first, last):
            return (first, last)
    return ()


def _other_part(place: Place, verb: Token) -> Span | None:
    """The particle that ends a clause, or what a verb that says nothing alone needs: in beslag."""
    words, after = place.words, place.after
    is_alone = len(after) == 1 and is_participle(after[0], words)  # "gingen 12 Jobs verloren"
    if after[-1].low in words.counted.particles or (is_alone and verb.text.islower()):
        return after[-1].span
    is_short = len(after) == _IDIOM and words.leads(after[0]) and after[1].text.islower()
    is_needed = is_short and verb.low in words.counted.idle and not words.has_capital_nouns
    return Span(after[0].span.start, after[1].span.end) if is_needed else None


def turned(place: Place) -> Span | None:
    """The verb before the counted, with who does it: ``meldete die Polizei`` 50 Einsätze."""
    words, rest = place.words, bare(place.before, place.words)
    if not ends_clause(place) or (rest[-1].is_verb and rest[-1].low in words.weak):
        return None  # "hinter ihnen"
    whole = act(place)
    if whole is not None:
        return None if rest[-1].low in words.counted.idle else whole
    at = _only_verb(rest, words)
    rest = rest if at is None else _without_aside(rest, at, place)
    if at is None or not rest or words.leads(rest[-1]) or rest[-1].low in words.conjunctions:
        return None
    begin = _begin_of_clause(rest, at, words)
    if begin < at and _has_bare_article(rest[at + 1 :], words):
        return None  # "ein Mann bot sein Haus 12 Gästen | an"
    long = Span(rest[begin].span.start, rest[-1].span.end)
    return long if len(long) <= LONGEST else Span(rest[at].span.start, rest[-1].span.end)


def _without_aside(rest: Sequence[Token], verb: int, place: Place) -> list[Token]:
    """Words up to a number without small ones at their end; none where these lead to it.

    ``im dritten | der fünf Duelle`` says which of them.
    """
    words, kept = place.words, list(rest)
    is_led = any(one.low in words.articles for one in place.before[len(rest) :][:1])
    while len(kept) > verb + 1 and _is_aside(kept[-1], words):
        if is_led or words.leads(kept[-1]):
            return []
        kept.pop()
    return kept


def _is_aside(token: Token, words: ClauseWords) -> bool:
    return words.is_aside(token) or (token.low in words.weak and token.low not in words.articles)


def _only_verb(rest: Sequence[Token], words: ClauseWords) -> int | None:
    """Where the only verb of a clause stands, if it says something alone."""
    verbs = [at for at, one in enumerate(rest) if one.is_verb or one.low in helping(words)]
    if len(verbs) != 1 or rest[verbs[0]].low in helping(words) | words.counted.idle:
        return None
    if words.stating.fullmatch(rest[verbs[0]].low):
        return None
    is_counted = any(one.low[0].isdecimal() for one in rest[verbs[0] :])
    return None if is_counted or is_inner(rest, rest[verbs[0]], words) else verbs[0]


def _begin_of_clause(rest: Sequence[Token], verb: int, words: ClauseWords) -> int:
    """Where the short subject before a verb begins; else where the verb stands."""
    begin = begin_of_subject(rest[:verb], words)
    return verb if begin is None else begin


def _has_bare_article(middle: Sequence[Token], words: ClauseWords) -> bool:
    """Whether a noun phrase stands there that no preposition leads to."""
    return any(
        one.low in words.articles and not (at and words.leads(middle[at - 1]))
        for at, one in enumerate(middle)
    )


def ends_clause(place: Place) -> bool:
    """Whether no verb or part of one stands at the end of a clause, behind the number.

    What stands there is led to: ``50 Einsätze | wegen überspülter Straßen``.
    """
    words, after = place.words, place.after
    if not after:
        return True
    is_listed = len(after) > _IDIOM and after[0].low in words.conjunctions
    if is_listed and words.is_count(after[1]) and not words.has_capital_nouns:
        return not (after[-1].is_verb or is_participle(after[-1], words))
    is_led = words.leads(after[0]) or after[0].low in words.articles
    is_led = is_led or (is_listed and words.is_count(after[1]))
    return is_led and words.has_capital_nouns and after[-1].text[0].isupper()
