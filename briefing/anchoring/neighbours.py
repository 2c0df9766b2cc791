"""Telling repeated passages apart by what another program knows of their order and chapter.

A reader that numbers pages or locations does not say which of two equal sentences was marked, but
it says what stands before and after what. Passages whose words stand only once are fixed points;
a repeated one must lie between its neighbours.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model.span import Span

Order = tuple[float, ...]
"""A place in the count of another program: only greater, smaller and equal mean something."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What is known of one passage."""

    places: tuple[Span, ...]
    """Where its words stand, in the order of the text."""
    order: Order | None = None
    """Where it stands in the other program's count; None where that says nothing."""
    within: Span | None = None
    """The part of the text that its chapter takes up; None where that is not known."""


def choose(leads: Sequence[Lead]) -> list[Span | None]:
    """For each passage the one place that its chapter and its neighbours leave.

    Args:
        leads: The passages of one work, in any order.

    Returns:
        As many places; None where there is none, or more than one is left.
    """
    narrowed = [_in_chapter(lead) for lead in leads]
    fixed = _fixed_points(narrowed)
    between = [_between(lead, fixed) for lead in narrowed]
    chosen = {index: lead.places[0] for index, lead in enumerate(between) if len(lead.places) == 1}
    chosen |= _one_each(between)
    return [chosen.get(index) for index in range(len(leads))]


def _in_chapter(lead: Lead) -> Lead:
    """The places in its chapter, where it has any there."""
    if lead.within is None:
        return lead
    chapter = lead.within
    inside = tuple(p for p in lead.places if chapter.start <= p.start and p.end <= chapter.end)
    return replace(lead, places=inside) if inside else lead


def _fixed_points(leads: Sequence[Lead]) -> list[tuple[Order, int]]:
    """Passages with one place, as far as the text has them in the other program's order.

    Of those that contradict each other the longest chain that does not is kept.
    """
    points = sorted(
        (lead.order, lead.places[0].start)
        for lead in leads
        if lead.order is not None and len(lead.places) == 1
    )
    return _longest_rising(points)


def _longest_rising(points: Sequence[tuple[Order, int]]) -> list[tuple[Order, int]]:
    """The longest chain whose starts do not fall (patience sorting, O(n log n))."""
    tops: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for index, (_order, start) in enumerate(points):
        at = bisect_right(tops, start)
        before.append(last[at - 1] if at else None)
        tops[at : at + 1] = [start]
        last[at : at + 1] = [index]
    chain: list[tuple[Order, int]] = []
    step = last[-1] if last else None
    while step is not None:
        chain.append(points[step])
        step = before[step]
    return chain[::-1]


def _between(lead: Lead, fixed: Sequence[tuple[Order, int]]) -> Lead:
    """The places that lie between the fixed points around it."""
    if lead.order is None or len(lead.places) < 2 or not fixed:
        return lead
    orders = [order for order, _start in fixed]
    low, high = bisect_left(orders, lead.order), bisect_right(orders, lead.order)
    first = fixed[low - 1][1] if low else 0
    last = fixed[high][1] if high < len(fixed) else None
    left = tuple(p for p in lead.places if first <= p.start and (last is None or p.start <= last))
    return replace(lead, places=left) if left else lead


def _one_each(leads: Sequence[Lead]) -> Mapping[int, Span]:
    """Where as many passages as places are left of the same words: the first to the first."""
    alike: dict[tuple[Span, ...], list[tuple[Order, int]]] = defaultdict(list)
    for index, lead in enumerate(leads):
        if lead.order is not None and len(lead.places) > 1:
            alike[lead.places].append((lead.order, index))
    given: dict[int, Span] = {}
    for places, group in alike.items():
        if len(group) == len(places) and len({order for order, _index in group}) == len(group):
            in_order = [index for _order, index in sorted(group)]
            given |= dict(zip(in_order, places, strict=True))
    return given
