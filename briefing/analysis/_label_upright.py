"""Labels that do not say the contrary of their clause, or one of two that stand for all.

A label is a cut of its clause. What it must not lose is the negation of its verb ("eten | geen
vlees meer"), the bound of its number ("lay below the planned") and the second of a pair that names
women and men ("Lehrerinnen | und Lehrer").
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._clause_around import tokens_after
from briefing.analysis._noun_phrases import LONGEST
from briefing.analysis._place import Place
from briefing.model.span import Span

_NEAR = 4
"""Words behind a piece in which the negation of its verb stands."""

_STEM = 4
"""Letters in which both words of a pair begin."""

_LED = 2
"""An article and an adjective, at most, stand between a bound and its number."""


def upright(found: Span, place: Place) -> Span | None:
    """A label that says what its clause says; None where nothing is left of it.

    Args:
        found: The label that was chosen.
        place: Its number.
    """
    if found.start < place.span.end and place.span.start < found.end:
        return found  # what it counts, with what follows
    piece = _paired(found, place)
    tokens = place.around(piece)
    own = [token for token in tokens if piece.start <= token.span.start < piece.end]
    if not own:
        return piece
    if piece.end <= place.span.start:
        own = _without_bound(own, place)
    own = _without_end(own, place)
    if not own:
        return None
    piece = Span(own[0].span.start, min(piece.end, own[-1].span.end))
    return _with_negation(piece, own, place)


def _is_negation(token: Token, place: Place) -> bool:
    return place.phrases.negated.fullmatch(token.text) is not None


def _without_bound(own: list[Token], place: Place) -> list[Token]:
    """What stands before a bound that led to the number: Costs were ``below the planned`` 21."""
    words, size = place.words, len(own)
    is_beside = not place.text[own[-1].span.end : place.span.start].strip()
    for at in range(max(1, size - 1 - _LED), size - 1):
        is_bound = own[at].low in place.phrases.bounds and own[at + 1].low in words.articles
        if is_bound and is_beside:
            rest = own[:at]
            while len(rest) > 1 and rest[-1].is_verb:
                rest.pop()
            return rest
    return own


def _without_end(own: list[Token], place: Place) -> list[Token]:
    """A piece without the verb "is" that it ends in, also a negated one: ``rate wasn't``."""
    rest, helps = list(own), place.words.copulas | place.words.helpers
    while rest and (rest[-1].low in helps or _is_joined_negation(rest[-1], place)):
        rest.pop()
    return rest


def _is_joined_negation(token: Token, place: Place) -> bool:
    return "'" in token.low and token.low[-1:] != "'" and _is_negation(token, place)


def _with_negation(piece: Span, own: Sequence[Token], place: Place) -> Span | None:
    """A piece with the negation beside it, where it ends in a verb or begins with one."""
    before = [one for one in place.around(piece) if one.span.end <= own[0].span.start]
    if before and own[0].is_verb and _is_negation(before[-1], place):
        piece = Span(before[-1].span.start, piece.end)
    if any(_is_negation(one, place) for one in own):
        return piece
    end = max(piece.end, place.span.end) if piece.end <= place.span.start else piece.end
    behind = tokens_after(place.text, end, place.words)
    near = [at for at, one in enumerate(behind[:_NEAR]) if _is_negation(one, place)]
    if not near or not (own[-1].is_verb or (near[0] == 0 and _may_be_verb(own, place.words))):
        return piece
    if end == piece.end and behind[-1].span.end - piece.start <= LONGEST:
        return Span(piece.start, behind[-1].span.end)
    return _without_verb(own, place.words)


def _may_be_verb(own: Sequence[Token], words: ClauseWords) -> bool:
    """Whether a negation denies the word before it, where it stands behind its verb."""
    is_late = words.has_late_verbs and len(own) > 1
    return is_late and own[-1].text[0].islower()


def _without_verb(own: Sequence[Token], words: ClauseWords) -> Span | None:
    rest = list(own[:-1])
    while rest and (rest[-1].is_verb or not words.is_noun(rest[-1])):
        rest.pop()
    return Span(own[0].span.start, rest[-1].span.end) if rest else None


def _paired(found: Span, place: Place) -> Span:
    """A label that ends in the first of a pair of one stem, with the second."""
    if found.end <= place.span.start:
        return found
    words, behind = place.words, tokens_after(place.text, found.end, place.words)
    last = found.of(place.text).rsplit(None, 1)[-1]
    is_joined = len(behind) > 1 and behind[0].low in words.conjunctions
    if not is_joined or not _is_pair(last, behind[1].text):
        return found
    both = Span(found.start, behind[1].span.end)
    return both if len(both) <= LONGEST else found


def _is_pair(one: str, other: str) -> bool:
    """Whether two words begin alike, as those for women and men of a profession do."""
    first, second = (unicodedata.normalize("NFD", word)[: _STEM + 1] for word in (one, other))
    first, second = (word.replace("\u0308", "")[:_STEM].lower() for word in (first, second))
    return len(first) == _STEM and first == second and one != other
