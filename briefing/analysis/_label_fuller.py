"""A label that tells too little, with more of its clause: ``the index closed with a loss``.

Of a change it is told what has changed, and of a share of something who or what has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from briefing.analysis import _label_acts as acts
from briefing.analysis import _label_behind as behind
from briefing.analysis import _label_linked as linked
from briefing.analysis._clause import ClauseWords, Token
from briefing.analysis._label_told import told
from briefing.analysis._measures import Measure
from briefing.analysis._noun_phrases import (
    GAP,
    LONGEST,
    begin_of_phrase,
    fit,
    phrase_at_end,
    phrase_at_start,
)
from briefing.analysis._place import Place, bare, is_vague
from briefing.analysis._subjects import stands_alone
from briefing.model.span import Span

_FEW = 3
"""Words of a change that is not said of anything: ``a record annual rise``."""


def fuller(piece: Span, place: Place) -> tuple[Span, ...]:
    """A label, or its parts on both sides of its number where one alone says too little.

    ``a rise of 3 % in prices`` is a rise in prices, ``the index closed with a loss of 3 %`` tells
    of the index.
    """
    if place.measure in (Measure.TIME, Measure.TIMES):
        return (piece,)
    piece = _so_large(piece, place)
    if piece.start >= place.span.end:
        changed = _with_complement(piece, place)
        return _of_whole(piece, place) if changed is None else (changed,)
    tokens = [token for token in place.before if token.span.start < piece.end]
    named = [token for token in tokens if token.span.start >= piece.start]
    if _is_change(named, place):
        return _of_change(piece, tokens, len(named), place)
    more = _whole(place) if place.measure is Measure.SHARE else None
    is_short = more is not None and fit(piece, more)
    return (piece, more) if more is not None and is_short else (piece,)


def _so_large(piece: Span, place: Place) -> Span:
    """Of several nouns the one that is so large: détails de la ``cellule`` de 15 m²."""
    if place.measure is not Measure.SIZE or place.order != "postposed":
        return piece
    if place.text[piece.end : place.span.start].strip().lower() not in place.phrases.ofs:
        return piece
    of = place.phrases.of_noun.match(place.text, piece.start, piece.end)
    tokens = [token for token in place.around(piece) if piece.start <= token.span.start < piece.end]
    if of is None or any(token.is_verb for token in tokens):
        return piece  # "livello del mare si è abbassato di"
    is_measured = tokens[-1].low in place.phrases.shifts  # "struttura dell'altezza di"
    return piece if is_measured else Span(of.end(), piece.end)


def _of_change(piece: Span, tokens: Sequence[Token], count: int, place: Place) -> tuple[Span, ...]:
    """A change with what has changed: behind the number, or as the subject of its clause.

    Args:
        piece: The change.
        tokens: The words of the clause up to its end.
        count: How many of them it is.
        place: Its number.
    """
    more = _complement(place, LONGEST - len(piece) - GAP) if _is_beside(piece, place) else None
    if more is not None and place.after[0].low in place.words.links:
        return piece, more
    is_plain = sum(map(place.words.is_noun, tokens[-count:])) == 1  # "rate", not "tax rate"
    whole = _with_subject(tokens, len(tokens) - count, place.words) if is_plain else None
    if whole is not None:
        return (whole,)
    return (piece,) if more is None else (piece, more)


def _is_change(tokens: Sequence[Token], place: Place) -> bool:
    """Whether some words name a change, and nothing that has changed."""
    is_short = 0 < len(tokens) <= _FEW and not any(map(place.words.is_small, tokens[1:]))
    return is_short and any(token.low in place.phrases.shifts for token in tokens)


def _is_beside(piece: Span, place: Place) -> bool:
    """Whether a piece stands right before its number, but for the words that join the two."""
    between = [token for token in place.before if token.span.start >= piece.end]
    words = place.words
    joints = _joints(words)
    return all(token.low in joints for token in between)


@lru_cache(maxsize=8)
def _joints(words: ClauseWords) -> frozenset[str]:
    """What joins a number to the noun right before it."""
    return words.links | words.changes | words.articles | words.qualifiers


def _of_whole(piece: Span, place: Place) -> tuple[Span, ...]:
    """Of what a number is a part, with the change that is told of it, or with who has that part."""
    link = place.after[0] if place.after else None
    if link is None or link.low not in place.words.links or link.span.end > piece.start:
        return (piece,)
    change = _change_before(place)
    first = _who(place) if change is None else change
    of = piece if change is None else Span(link.span.start, piece.end)
    if first is None or _are_two(place.around(first), first, place.words):
        return (piece,)
    return (first, of) if fit(first, of) else (piece,)


def _are_two(tokens: Sequence[Token], piece: Span, words: ClauseWords) -> bool:
    """Whether a piece holds a second clause: ``diputado y donde obtuvo``."""
    own = [token for token in tokens if piece.start <= token.span.start < piece.end]
    pairs = pairwise(own)
    return not words.plain_past and any(
        one.low in words.conjunctions and words.opens_inner(two) for one, two in pairs
    )


def _whole(place: Place) -> Span | None:
    """Of what a number is a part, right behind it: ``5 % of the votes``."""
    is_of = bool(place.after) and place.after[0].low in place.words.links
    found = behind.following(place) if is_of else None
    return None if found is None or is_vague(found, place) else found


def _change_before(place: Place) -> Span | None:
    """The change right before a number: ``a rise of``."""
    words, rest = place.words, bare(place.before, place.words)
    low = rest.pop().low if rest else ""
    if low not in words.links and low not in words.changes:
        return None
    named = next(
        (at for at in (-1, -2) if len(rest) >= -at and rest[at].low in place.phrases.shifts), None
    )
    return None if named is None else Span(rest[named].span.start, rest[-1].span.end)


def _head(place: Place) -> Span | None:
    """The noun that a small word joins to a number: ``a quota of``."""
    found = linked.linked(place)
    named = [token for token in place.before if found and found.start <= token.span.start]
    return found if len(named) <= _FEW + 1 else None


def _who(place: Place) -> Span | None:
    """Who or what has a share of something: ``The firm holds`` 5 % of the shares."""
    if place.measure is not Measure.SHARE:
        return None
    found = _head(place) or acts.subject_of(place) or acts.act(place)
    if found is not None or place.words.has_late_verbs:
        return found
    found = told(place)
    lead = next((one for one in place.before if found and one.span.start >= found.start), None)
    is_noun = lead is not None and place.words.is_noun(lead) and not place.words.leads(lead)
    return found if is_noun else None


def _with_complement(piece: Span, place: Place) -> Span | None:
    """A change behind its number with what changes: ``growth for the union``."""
    named = [token for token in place.after if piece.start <= token.span.start < piece.end]
    rest = [token for token in place.after if token.span.start >= piece.end]
    named = named[1:] if named and place.words.leads(named[0]) else named
    if not (_is_change(named, place) and len(rest) > 1 and rest[0].low in place.words.complements):
        return None
    more = _phrase(rest[1:], LONGEST - len(piece) - len(rest[0].text) - GAP, place.words)
    return None if more is None else Span(piece.start, more.end)


def _phrase(tokens: Sequence[Token], most: int, words: ClauseWords) -> Span | None:
    """The noun phrase that some words begin with, unless it is a time: ``the first quarter``."""
    found = phrase_at_start(tokens, words, most)
    named = [token for token in tokens if found and token.span.start < found.end]
    is_time = any(one.low in words.measures and not words.is_small(one) for one in named)
    return None if is_time else found


def _complement(place: Place, most: int) -> Span | None:
    """What is changed, behind a number: ``of exports``, ``in sales``."""
    words, after = place.words, place.after
    if len(after) < 2 or after[0].low not in words.links | place.phrases.places:
        return None
    found = _phrase(after[1:], most - len(after[0].text), words)
    return None if found is None else Span(after[0].span.start, found.end)


def _with_subject(tokens: Sequence[Token], begin: int, words: ClauseWords) -> Span | None:
    """A short clause from its subject to the change that it tells of."""
    end = begin
    while end and _joins(tokens[end - 1], words):
        end -= 1
    verbs = end
    while verbs and _is_of_verb(tokens[verbs - 1], words):
        verbs -= 1
    acts = [token for token in tokens[verbs:end] if token.is_verb]
    if not acts or any(token.low in words.frames for token in acts):
        return None  # "rechneten mit", but not "hatten mit … gerechnet"
    head = begin_of_phrase(tokens[:verbs], words)
    if head == verbs or not stands_alone(tokens, head, words):
        return None
    found = phrase_at_end(tokens[:verbs], words)
    if found is None or found.start < tokens[head].span.start:
        return None
    named = [token for token in tokens[head:verbs] if not words.is_small(token)]
    whole = Span(found.start, tokens[-1].span.end)
    is_clear = not any(token.low in words.measures for token in named)
    is_clear = is_clear and not all(token.low in words.vague for token in named)
    return whole if is_clear and len(whole) <= LONGEST else None


def _joins(token: Token, words: ClauseWords) -> bool:
    """Whether a word leads from a verb to its object."""
    low = token.low
    is_exact = low in words.qualifiers or words.adverb.fullmatch(low) is not None
    return low in words.articles or words.leads(token) or is_exact


def _is_of_verb(token: Token, words: ClauseWords) -> bool:
    is_participle = words.participle.fullmatch(token.low) and token.text[0].islower()
    is_act = token.is_verb or bool(is_participle) or token.low in _beside_verbs(words)
    return is_act or words.adverb.fullmatch(token.low) is not None


@lru_cache(maxsize=8)
def _beside_verbs(words: ClauseWords) -> frozenset[str]:
    """Small words that stand in a verb of several words."""
    return words.helpers | words.modals | words.frames | words.copulas | words.clitics
