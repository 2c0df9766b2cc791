"""From the counterparts of single words to the place of a whole passage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.anchoring.blocks import NONE, Pairing

SLACK = 12
"""Words that may have been inserted between two words of a passage before it counts as torn."""
STRETCH = 3
"""How much longer than before the way from one word of a passage to the next may have become."""
MAX_EDGE = 80
"""Words beside a passage that are tried as part of its edited edge."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Words of a passage that still stand together."""

    first: int
    """The first old token of it."""
    last: int
    """The last old token of it (included)."""
    new_first: int
    """Where the first one is now."""
    new_last: int
    """Where the last one is now."""
    weight: float
    """The sum of the weights of its words."""


def clusters(pairing: Pairing, weights: list[float], first: int, last: int) -> list[Cluster]:
    """The groups of words ``[first, last)`` that stayed together, heaviest first."""
    groups: list[list[int]] = []
    for i in range(first, last):
        if pairing.forward[i] == NONE:
            continue
        if groups and _continues(pairing, groups[-1][-1], i):
            groups[-1].append(i)
        else:
            groups.append([i])
    made = [_cluster(pairing, weights, group) for group in groups]
    return sorted(made, key=lambda cluster: -cluster.weight)


def _continues(pairing: Pairing, i: int, next_i: int) -> bool:
    way = pairing.forward[next_i] - pairing.forward[i]
    return 0 < way <= STRETCH * (next_i - i) + SLACK


def _cluster(pairing: Pairing, weights: list[float], group: list[int]) -> Cluster:
    weight = sum(weights[i] * pairing.strength[i] for i in group)
    ends = pairing.forward[group[0]], pairing.forward[group[-1]]
    return Cluster(group[0], group[-1], *ends, weight)


def left_edge(pairing: Pairing, first: int, cluster: Cluster) -> tuple[range, range, range]:
    """What was replaced before the cluster's first word, up to the nearest explained word.

    Returns:
        Old tokens of it that are outside the passage, old tokens inside, and new tokens.
    """
    low = cluster.first
    while low > 0 and pairing.forward[low - 1] == NONE and cluster.first - low < MAX_EDGE:
        low -= 1
    new_low = cluster.new_first
    while new_low > 0 and pairing.backward[new_low - 1] == NONE:
        if cluster.new_first - new_low >= MAX_EDGE:
            break
        new_low -= 1
    follows = low == 0 or pairing.forward[low - 1] == new_low - 1
    inside = range(max(first, low), cluster.first)
    outside = range(low, inside.start) if follows else range(0)
    return outside, inside, range(new_low, cluster.new_first)


def right_edge(pairing: Pairing, last: int, cluster: Cluster) -> tuple[range, range, range]:
    """What was replaced after the cluster's last word; see `left_edge`."""
    high = cluster.last + 1
    size = len(pairing.forward)
    while high < size and pairing.forward[high] == NONE and high - cluster.last <= MAX_EDGE:
        high += 1
    new_high = cluster.new_last + 1
    while new_high < len(pairing.backward) and pairing.backward[new_high] == NONE:
        if new_high - cluster.new_last > MAX_EDGE:
            break
        new_high += 1
    follows = high == size or pairing.forward[high] == new_high
    inside = range(cluster.last + 1, min(last, high))
    outside = range(inside.stop, high) if follows else range(0)
    return outside, inside, range(cluster.new_last + 1, new_high)


def neighbours(pairing: Pairing, first: int, last: int, reach: int) -> Iterator[tuple[int, int]]:
    """The explained words around a passage: ``(steps away, new index)``, negative to the left."""
    for i in range(max(0, first - reach), first):
        if pairing.forward[i] != NONE:
            yield i - first, pairing.forward[i]
    for i in range(last, min(len(pairing.forward), last + reach)):
        if pairing.forward[i] != NONE:
            yield i - last + 1, pairing.forward[i]
