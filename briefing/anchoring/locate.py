"""The place of one passage in an alignment: found, set right and judged."""

from __future__ import annotations

from briefing.anchoring.adjust import snap_to_sentence, verbatim_copy
from briefing.anchoring.alignment import Alignment
from briefing.anchoring.edges import place_chars, split_edge
from briefing.anchoring.project import (
    Cluster,
    framed_cluster,
    heaviest_cluster,
    left_edge,
    neighbours,
    right_edge,
)
from briefing.anchoring.replaced_figures import replaced_figure
from briefing.anchoring.tokens import SENTENCE
from briefing.anchoring.verify import Evidence, judge, similarity
from briefing.model.anchor import ORPHAN, Match, MatchState
from briefing.model.span import Span

Range = tuple[int, int]
"""Tokens ``[first, last)`` of a text."""

IN_PLACE = 0.7
"""The confidence of a figure that is wholly another one in the same place."""
OWN_SENTENCE = 0.9
"""What a passage's own sentence is worth as surroundings, against all the words around it."""


def locate(alignment: Alignment, span: Span, tokens: Range) -> Match:
    """Where a passage went, or an orphan.

    Args:
        alignment: The two texts.
        span: The passage in characters of the old text.
        tokens: The old tokens that it touches; at least one.
    """
    match = _by_its_words(alignment, span, tokens)
    place = None if match.span is not None else replaced_figure(alignment, tokens)
    if place is None:
        return match
    found = Span(*place_chars(alignment.old, alignment.new, span, tokens, place))
    return Match(found, MatchState.ANCHORED, IN_PLACE)


def _by_its_words(alignment: Alignment, span: Span, tokens: Range) -> Match:
    cluster = _cluster(alignment, tokens)
    if cluster is None:
        return ORPHAN
    old, new = alignment.old, alignment.new
    place = _spread(alignment, tokens, cluster)
    place = verbatim_copy(old, new, tokens, place) or place
    place = snap_to_sentence(old, new, alignment.pairing, tokens, place)
    found = Span(*place_chars(old, new, span, tokens, place))
    state, confidence = judge(_evidence(alignment, span, tokens, found, place, cluster))
    return ORPHAN if state is MatchState.ORPHAN else Match(found, state, confidence)


def _cluster(alignment: Alignment, tokens: Range) -> Cluster | None:
    """The words of a passage that still stand together."""
    known = alignment.pairing, alignment.weights, alignment.explained
    heaviest = heaviest_cluster(*known, *tokens)
    framed = framed_cluster(*known, *tokens)
    if heaviest and framed and framed.weight >= heaviest.weight:
        return framed
    return heaviest


def _spread(alignment: Alignment, tokens: Range, cluster: Cluster) -> Range:
    """The new tokens of a cluster and its edited edges."""
    old, new = alignment.old, alignment.new
    outside, inside, piece = left_edge(alignment.pairing, tokens[0], cluster)
    first = cluster.new_first
    if inside and piece:
        first = split_edge(old, new, outside, inside, piece, left=True)
    outside, inside, piece = right_edge(alignment.pairing, tokens[1], cluster)
    last = cluster.new_last + 1
    if inside and piece:
        last = split_edge(old, new, outside, inside, piece, left=False)
    return first, last


def _evidence(
    alignment: Alignment, span: Span, tokens: Range, found: Span, place: Range, cluster: Cluster
) -> Evidence:
    origins = alignment.pairing.backward[place[0] : place[1]]
    own = sum(tokens[0] <= origin < tokens[1] for origin in origins)
    total = sum(alignment.weights[tokens[0] : tokens[1]])
    return Evidence(
        share=min(1.0, cluster.weight / total),
        purity=own / len(origins),
        similarity=similarity(span.of(alignment.old.text), found.of(alignment.new.text)),
        support=_support(alignment, tokens, place, cluster.weight),
        size=alignment.size(*tokens),
        kinship=alignment.kinship,
    )


def _support(alignment: Alignment, tokens: Range, place: Range, weight: float) -> float:
    """How much of a passage and the words around it still stands together, by weight.

    The words around it are those of its own sentence, or all on both sides, whichever kept more:
    a sentence may have moved away from its neighbours. A whole sentence speaks for itself only
    where it is a whole sentence again.
    """
    first, last = tokens
    low, high = max(0, first - alignment.reach), min(len(alignment.old), last + alignment.reach)
    wide = _kept_around(alignment, tokens, place, (low, high), weight)
    cuts = alignment.old.break_before
    low = next((i for i in range(first, low, -1) if cuts(i) >= SENTENCE), low)
    high = next((i for i in range(last, high) if cuts(i) >= SENTENCE), high)
    new_cuts = alignment.new.break_before
    if (low, high) == tokens and min(new_cuts(place[0]), new_cuts(place[1])) < SENTENCE:
        return wide
    return max(wide, OWN_SENTENCE * _kept_around(alignment, tokens, place, (low, high), weight))


def _kept_around(
    alignment: Alignment, tokens: Range, place: Range, around: Range, weight: float
) -> float:
    """The weight kept of a passage and of the words ``around`` it, as a share."""
    total = sum(alignment.weights[around[0] : around[1]])
    for i, j in neighbours(alignment.pairing, *tokens, alignment.reach):
        distance = place[0] - 1 - j if i < tokens[0] else j - place[1]
        if around[0] <= i < around[1] and 0 <= distance < 2 * alignment.reach:
            weight += alignment.weights[i]
    return weight / total
