"""Which rows of one value may state the fact of another figure, without a look at all of them.

Two statements are of one fact only where they share something: a telling word, the noun or measure
of their unit, that both are people, or where they stand. Rows are kept by these traits; `is_same`
has the last word. Texts with a thousand factors of two would be compared a million times.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Hashable, Iterable, Iterator
from enum import Enum, auto

from briefing.analysis._fact_places import start_of
from briefing.analysis._fact_words import stem, telling_words
from briefing.analysis._kinds import Kinds
from briefing.analysis._same_fact import reach_of
from briefing.analysis._telling_values import is_odd
from briefing.model.figure import Figure, Qualifier


class _Kind(Enum):
    """What two statements of one fact may share besides their words."""

    ADDITIONAL = auto()
    """So many more of the same."""
    BARE = auto()
    """No noun, of an order of magnitude."""
    HEAD = auto()
    """The noun of a count."""
    DEATHS = auto()
    PEOPLE = auto()
    SIGN = auto()
    """A measure."""


_PERCENT = "%"
"""A unit that says nothing: two shares are one fact only where their labels share a word."""

_UNLABELLED = "unlabelled"
"""What goes with the kind of a row without a label."""


class Alike:
    """Rows of one value by what they share with others that state the same."""

    def __init__(self, kinds: Kinds) -> None:
        """Begin without rows; the kinds tell what units say."""
        self._kinds = kinds
        self.count = 0
        """Rows that are kept."""
        self._by_trait: dict[Hashable, list[int]] = {}
        self._starts: list[tuple[int, int]] = []

    def keep(self, number: int, figure: Figure) -> None:
        """Remember what a row states, also where it says more than before."""
        self.count = max(self.count, number + 1)
        for trait in _traits(figure, self._kinds):
            self._by_trait.setdefault(trait, []).append(number)
        insort(self._starts, (start_of(figure), number))

    def numbers(self, figure: Figure) -> Iterable[int]:
        """The rows that may state the fact of a figure, in their order."""
        sought = _sought(figure, self._kinds)
        if sought is None:
            return range(self.count)
        found = {number for trait in sought for number in self._by_trait.get(trait, ())}
        start, reach = start_of(figure), reach_of(figure, self._kinds)
        begin = bisect_left(self._starts, (start - reach, 0))
        end = bisect_left(self._starts, (start + reach + 1, 0))
        found.update(number for _start, number in self._starts[begin:end])
        return sorted(found)


def _traits(figure: Figure, kinds: Kinds) -> Iterator[Hashable]:
    """What a row is found by."""
    unit, is_unlabelled = figure.unit, figure.label is None
    yield from telling_words(figure)
    if figure.qualifier is Qualifier.ADDITIONAL:
        yield _Kind.ADDITIONAL, stem(unit)
    if unit is None:
        yield _Kind.BARE
        return
    for trait in _kinds_of(unit, kinds):
        yield trait
        if is_unlabelled:
            yield trait, _UNLABELLED


def _kinds_of(unit: str, kinds: Kinds) -> Iterator[Hashable]:
    """What a unit is, in whatever words."""
    if kinds.measures(unit):
        yield _Kind.SIGN, kinds.sign(unit)
    else:
        yield _Kind.HEAD, kinds.called(unit) or stem(kinds.head(unit))
    if kinds.counts_people(unit):
        yield _Kind.PEOPLE
    if kinds.are_deaths(unit, unit):
        yield _Kind.DEATHS


def _sought(figure: Figure, kinds: Kinds) -> Iterable[Hashable] | None:
    """What a row has that may state a figure's fact far from it; None where any may.

    Without a label a measure may be any other, and with one only those that have none: two labels
    must share a word.
    """
    unit, is_labelled = figure.unit, figure.label is not None
    if is_odd(figure) or (unit is None and figure.value is None):
        return None
    found: list[Hashable] = [*telling_words(figure), (_Kind.ADDITIONAL, stem(unit))]
    if unit is None or unit == _PERCENT:
        return found
    if figure.value is None:
        found.append(_Kind.BARE)
    for trait in _kinds_of(unit, kinds):
        is_by_label = is_labelled and _is_told_by_label(trait)
        found.append((trait, _UNLABELLED) if is_by_label else trait)
    return found


def _is_told_by_label(trait: Hashable) -> bool:
    """Whether two of such a kind are one fact only by their labels, where both have one."""
    return trait is _Kind.PEOPLE or (isinstance(trait, tuple) and trait[0] is _Kind.SIGN)
