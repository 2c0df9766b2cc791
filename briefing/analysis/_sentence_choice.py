"""Which sentences are chosen for a summary: those that add the most to the ones before them."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from briefing.model.records import dataclass
from briefing.model.span import Span

MOST = 5
"""Points of a summary."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence, and what it would add besides key figures."""

    span: Span
    title_words: frozenset[str]
    part: int
    """The part of the text it stands in: its section, in news."""
    news: float
    """What it is worth as the first of its part."""
    worth: float
    """What it is worth besides."""


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A sentence to choose."""

    candidate: Candidate
    figures: frozenset[str]
    """The key figures that it holds."""


class Best:
    """The best of the sentences that share the same words with the title."""

    def __init__(self) -> None:
        self.by_worth: list[Candidate] = []
        self.by_part: list[Candidate] = []

    def meet(self, candidate: Candidate) -> None:
        """Look at a later sentence."""
        if len(self.by_worth) < MOST or candidate.worth > self.by_worth[-1].worth:
            self.by_worth = sorted((*self.by_worth, candidate), key=lambda c: -c.worth)[:MOST]
        if len(self.by_part) < MOST or _as_first(candidate) > _as_first(self.by_part[-1]):
            self._meet_by_part(candidate)

    def _meet_by_part(self, candidate: Candidate) -> None:
        rest = [c for c in self.by_part if c.part != candidate.part]
        same = [c for c in self.by_part if c.part == candidate.part]
        best = max((*same, candidate), key=_as_first)
        self.by_part = sorted((*rest, best), key=lambda c: -_as_first(c))[:MOST]


def best_of(pool: Sequence[Held], chosen: Sequence[Held], each: float) -> tuple[float, Held]:
    """The sentence that adds the most to those that were chosen, and how much that is.

    Args:
        pool: The sentences to choose from, at least one.
        chosen: Those that were chosen.
        each: What a key figure is worth that none of these holds.
    """
    figures = frozenset().union(*(one.figures for one in chosen))
    words = frozenset().union(*(one.candidate.title_words for one in chosen))
    parts = {one.candidate.part for one in chosen}

    def gain(one: Held) -> float:
        candidate, is_news = one.candidate, one.candidate.part not in parts
        told = each * len(one.figures - figures) + 0.25 * len(candidate.title_words - words)
        return told + candidate.news * is_news + candidate.worth

    gains = ((gain(one), -one.candidate.span.start, one) for one in pool)
    most, _start, best = max(gains, key=itemgetter(0, 1))
    return most, best


def _as_first(candidate: Candidate) -> float:
    return candidate.news + candidate.worth
