"""One row for one fact: figures that state the same value of the same thing are one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from briefing.model.figure import Figure, Qualifier
from briefing.model.span import Span

_TELLING_VALUE = 100
"""From here on, the same odd number of other things is hardly a coincidence."""

_TELLING_DIGITS = 3
"""So many digits before the noughts tell as much: 18,600."""

_LARGE = 1_000_000
"""From here on, so is one of two digits: 6.5 billion."""

_LOOSE = frozenset((Qualifier.ABOUT, Qualifier.OVER, Qualifier.AT_LEAST))
"""Qualifiers that two reports of one number may differ in."""

_NEAR = 400
"""Characters within which a number alone states again what one before it states."""

_PAIR = 2

_NOWHERE = Span(0, 0)

_STEM = 5
"""Letters of a noun that tell two forms of it apart from another noun."""

_WORD = re.compile(r"[^\W\d_]{4,}")


class Kinds(Protocol):
    """What units say."""

    def measures(self, unit: str) -> bool:
        """Whether a unit does not say what is counted."""

    def are_deaths(self, unit: str, other: str) -> bool:
        """Whether both units count deaths: "dead" and "victims"."""

    def are_people(self, unit: str, other: str) -> bool:
        """Whether both units count people, and one of them says nothing more of these."""


def together(
    figures: Iterable[Figure],
    kinds: Kinds,
    apart: Collection[Span | None] = (),
    title_end: int = 0,
) -> list[Figure]:
    """Figures without those that state again what one before them states.

    Args:
        figures: In the order of importance, with their labels.
        kinds: What units say.
        apart: Where figures stand that a check compares: with another qualifier they are two.
        title_end: The first character after the title.

    Returns:
        The first of each, with the places of all.
    """
    rows: dict[tuple[object, object, object], list[_Row]] = {}
    for figure in figures:
        same = rows.setdefault((figure.value, figure.magnitude, figure.upper), [])
        for row in same:
            is_compared = row.figure.qualifier is not figure.qualifier and (
                row.figure.span in apart and figure.span in apart
            )
            if not is_compared and is_same(row.figure, figure, kinds):
                row.join(figure)
                break
        else:
            same.append(_Row(figure))
    for same in rows.values():
        if len(same) == _PAIR and _are_of_title(same[0].figure, same[1].figure, kinds, title_end):
            same[0].join(same.pop().figure)
    return [row.whole() for same in rows.values() for row in same]


class _Row:
    """A fact, and all places that state it so far."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        """What it says, without the places that were joined."""
        self._joined: set[Span] | None = None

    def join(self, other: Figure) -> None:
        """Add the places of another figure that states it, and what that says more."""
        if self._joined is None:
            self._joined = set(self.figure.passages)
        self._joined.update(other.passages)
        self.figure = _fuller(self.figure, other)

    def whole(self) -> Figure:
        """The figure with all its places, in order."""
        if self._joined is None:
            return self.figure
        return replace(self.figure, places=tuple(sorted(self._joined)))


def is_same(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether two figures of the same value state the same fact."""
    qualifiers = {one.qualifier, other.qualifier} - {None}
    if len(qualifiers) > 1 or Qualifier.ADDITIONAL in qualifiers:
        same = one.qualifier is other.qualifier and _stem(one.unit) == _stem(other.unit)
        # "some 80 injured", then "a good 80 of the injured"
        return same or (qualifiers <= _LOOSE and _is_qualified_again(one, other, kinds))
    if qualifiers and one.qualifier is not other.qualifier:
        return _is_qualified_again(one, other, kinds)
    if one.unit is None or other.unit is None:
        return _says_same(one, other) or _is_bare_again(one, other)
    if kinds.are_people(one.unit, other.unit):
        return _says_same(one, other) or not (one.label and other.label)
    measured = kinds.measures(one.unit), kinds.measures(other.unit)
    if any(measured):
        same_sign = _stem(one.unit) == _stem(other.unit)
        return same_sign and (_says_same(one, other) or not (one.label and other.label))
    return _are_one_noun(one.unit, other.unit, kinds) or _is_odd(one)


def _are_of_title(one: Figure, other: Figure, kinds: Kinds, title_end: int) -> bool:
    """Whether one of the only two sums or shares of a value is the title's, which texts repeat."""
    if one.unit is None or other.unit is None or one.qualifier is not other.qualifier:
        return False
    is_title = (_start(one) < title_end) != (_start(other) < title_end)
    return is_title and _stem(one.unit) == _stem(other.unit) and kinds.measures(one.unit)


def _are_one_noun(one: str, other: str, kinds: Kinds) -> bool:
    """Whether two units name the same: one of them may say more of it.

    "Three federations" are the "three larger federations" that the text has told of.
    """
    if _stem(one) == _stem(other) or kinds.are_deaths(one, other):
        return True
    said, again = frozenset(_stems(one)), frozenset(_stems(other))
    return bool(said and again) and (said <= again or again <= said)


def _is_bare_again(one: Figure, other: Figure) -> bool:
    """Whether one of two figures is a number alone, close behind the other: ``not seven``."""
    if one.span is None or other.span is None:
        return False
    first, second = sorted((one, other), key=lambda figure: figure.span or _NOWHERE)
    is_bare = second.unit is None and second.label is None
    is_near = _start(second) - _start(first) <= _NEAR
    return is_bare and is_near and (first.unit is not None or first.label is not None)


def _start(figure: Figure) -> int:
    return min((span.start for span in figure.passages), default=0)


def _is_qualified_again(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether one of two figures states the other with a qualifier.

    "Up to 80" of something is another statement than 80 of it, "at least 80" a more careful one.
    """
    if Qualifier.UP_TO in (one.qualifier, other.qualifier):
        return False
    if one.unit and other.unit and kinds.are_deaths(one.unit, other.unit):
        return True
    if one.unit is None or other.unit is None:
        return _says_same(one, other)
    if kinds.are_people(one.unit, other.unit) and _is_odd(one):
        return True
    return bool(_words(one) & _words(other)) and _stem(one.unit) == _stem(other.unit)


def _says_same(one: Figure, other: Figure) -> bool:
    """Whether units and labels of two figures share a telling word."""
    return bool(_words(one) & _words(other)) or _is_odd(one)


def are_apart(one: Figure, other: Figure, kinds: Kinds) -> bool:
    """Whether two figures of one value may count different things, as far as their words tell.

    A share or a sum of money says nothing of whose it is, and round numbers of people recur: for
    these only a label that they share, or a telling number, makes them one.
    """
    labels = [frozenset(_stems(figure.label)) for figure in (one, other)]
    if all(labels):
        return labels[0].isdisjoint(labels[1])
    units = [unit for unit in (one.unit, other.unit) if unit is not None]
    is_open = any(kinds.measures(unit) or kinds.are_people(unit, unit) for unit in units)
    is_telling = _is_odd(one) and (one.value or 0) >= _TELLING_VALUE
    return is_open and not is_telling


def _stems(words: str | None) -> Iterator[str]:
    return (word.lower()[:_STEM] for word in _WORD.findall(words or ""))


def _words(figure: Figure) -> frozenset[str]:
    """The telling words of a figure's unit and label, as far as they are compared."""
    return frozenset((*_stems(figure.unit), *_stems(figure.label)))


def _is_odd(figure: Figure) -> bool:
    """Whether a value is so telling that it hardly stands for two things."""
    value = figure.value
    if value is None:
        return False
    if value != int(value):
        return True
    digits = len(str(int(value)).rstrip("0"))
    if value >= _LARGE:
        return digits > 1
    return value >= _TELLING_VALUE and (digits >= _TELLING_DIGITS or value % 100 != 0)


def _stem(unit: str | None) -> str:
    return (unit or "").lower().split(" ")[0][:_STEM]


def _fuller(row: Figure, other: Figure) -> Figure:
    """A row with what another figure of the same fact says more."""
    better = other if row.label is None and other.label is not None and row.unit is None else row
    first = row if row.qualifier is not None or other.qualifier is None else other
    label = better.label or other.label
    snippet = None if label is not None else first.snippet
    if first is row and (label, snippet) == (row.label, row.snippet):
        return row
    return replace(first, label=label, snippet=snippet)
