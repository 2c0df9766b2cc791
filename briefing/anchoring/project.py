"""From the counterparts of single words to the stretch of new text where a passage went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.anchoring.pairing import NONE, Pairing

ADDED_COST = 0.15
"""What an added word inside a passage costs, in words of the passage."""
FOREIGN_COST = 0.5
"""What a word costs that came from elsewhere in the old text."""
FOREIGN_SHARE = 0.5
"""Words from elsewhere that may stand in a passage between its neighbours, to its own words."""
LEAST_FRAMED = 0.6
"""How much of a passage must be left, by weight, for its neighbours to show its ends."""
STRETCH, SLACK = 2, 40
"""A passage may become so many times longer, and so many words more, between its neighbours."""
MAX_EDGE = 80
"""Words beside a passage that are tried as part of its edited edge."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Words of a passage that stand together in the new text."""

    first: int
    """The old token that its first new token came from."""
    last: int
    """The old token that its last new token came from (included)."""
    new_first: int
    """Its first new token."""
    new_last: int
    """Its last new token (included)."""
    weight: float
    """The sum of the weights of the words that stand there."""


def heaviest_cluster(
    pairing: Pairing, weights: Sequence[float], explained: Sequence[int], first: int, last: int
) -> Cluster | None:
    """The stretch of new text that holds most of the words ``[first, last)`` and little else.

    It is the segment of greatest sum (Bentley, "Algorithm design techniques", CACM 27(9), 1984)
    over the counterparts in the order of the new text, where words between them count against it.

    Args:
        pairing: The counterparts.
        weights: What each old token counts.
        explained: For each new token how many before it have a counterpart.
        first: The first old token of the passage.
        last: The one after its last.
    """
    found = sorted(
        (pairing.forward[i], weights[i] * pairing.strength[i])
        for i in range(first, last)
        if pairing.forward[i] != NONE
    )
    if not found:
        return None
    unit = sum(weights[first:last]) / (last - first)
    best, best_ends = -1.0, (0, 0)
    running, low, before = 0.0, 0, 0
    for index, (j, weight) in enumerate(found):
        running -= unit * _cost(explained, before + 1, j) if index else 0.0
        if running <= 0:
            running, low = 0.0, index
        running += weight
        before = j
        if running > best:
            best, best_ends = running, (low, index)
    kept = found[best_ends[0] : best_ends[1] + 1]
    ends = kept[0][0], kept[-1][0]
    weight = sum(value for _, value in kept)
    return Cluster(pairing.backward[ends[0]], pairing.backward[ends[1]], *ends, weight)


def framed_cluster(
    pairing: Pairing, weights: Sequence[float], explained: Sequence[int], first: int, last: int
) -> Cluster | None:
    """All counterparts of a passage, where those of its two neighbours enclose them.

    Then whatever was put between the words of the passage was put inside it, provided that most
    of the passage is there and that what is between did not come from elsewhere.
    """
    left = pairing.forward[first - 1] if first else -1
    right = pairing.forward[last] if last < len(pairing.forward) else len(pairing.backward)
    if (first and left == NONE) or right <= left + 1:
        return None
    if right - left > STRETCH * (last - first) + SLACK:
        return None
    found = [i for i in range(first, last) if left < pairing.forward[i] < right]
    foreign = explained[right] - explained[left + 1] - len(found)
    if not found or foreign > FOREIGN_SHARE * (last - first):
        return None
    new_first, new_last = (pick(pairing.forward[i] for i in found) for pick in (min, max))
    weight = sum(weights[i] * pairing.strength[i] for i in found)
    if weight < LEAST_FRAMED * sum(weights[first:last]):
        return None
    old_ends = pairing.backward[new_first], pairing.backward[new_last]
    return Cluster(*old_ends, new_first, new_last, weight)


def _cost(explained: Sequence[int], low: int, high: int) -> float:
    """What the words ``[low, high)`` between two words of a passage cost."""
    foreign = explained[high] - explained[low]
    return FOREIGN_COST * foreign + ADDED_COST * (high - low - foreign)


def left_edge(pairing: Pairing, first: int, cluster: Cluster) -> tuple[range, range, range]:
    """What was replaced before the cluster's first word, up to the nearest explained word.

    Returns:
        Old tokens of it that are outside the passage, old tokens inside, and new tokens.
    """
    low = _free_before(pairing.forward, cluster.first)
    new_low = _free_before(pairing.backward, cluster.new_first)
    follows = low == 0 or pairing.forward[low - 1] == new_low - 1
    inside = range(max(first, low), cluster.first)
    outside = range(low, inside.start) if follows else range(0)
    return outside, inside, range(new_low, cluster.new_first)


def right_edge(pairing: Pairing, last: int, cluster: Cluster) -> tuple[range, range, range]:
    """What was replaced after the cluster's last word; see `left_edge`."""
    high = _free_after(pairing.forward, cluster.last + 1)
    new_high = _free_after(pairing.backward, cluster.new_last + 1)
    follows = high == len(pairing.forward) or pairing.forward[high] == new_high
    inside = range(cluster.last + 1, min(last, high))
    outside = range(inside.stop, high) if follows else range(0)
    return outside, inside, range(cluster.new_last + 1, new_high)


def _free_before(counterpart: Sequence[int], at: int) -> int:
    """Where the stretch without counterparts begins that ends at a token."""
    first = at
    while first > max(0, at - MAX_EDGE) and counterpart[first - 1] == NONE:
        first -= 1
    return first


def _free_after(counterpart: Sequence[int], at: int) -> int:
    """Where the stretch without counterparts ends that begins at a token."""
    last = at
    while last < min(len(counterpart), at + MAX_EDGE) and counterpart[last] == NONE:
        last += 1
    return last


def neighbours(pairing: Pairing, first: int, last: int, reach: int) -> Iterator[tuple[int, int]]:
    """The explained words around a passage: ``(old index, new index)``."""
    for i in range(max(0, first - reach), first):
        if pairing.forward[i] != NONE:
            yield i, pairing.forward[i]
    for i in range(last, min(len(pairing.forward), last + reach)):
        if pairing.forward[i] != NONE:
            yield i, pairing.forward[i]
