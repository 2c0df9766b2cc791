"""One row for one fact: figures that state the same value of the same thing are one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from briefing.analysis._alike import Alike
from briefing.analysis._same_fact import Kinds, is_same, start_of, telling_words
from briefing.model.figure import Figure
from briefing.model.span import Span

_MANY_SHARES = 10
"""So many different shares with decimals let two of them be alike by chance."""

_PAIR = 2


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
    figures = list(figures)
    are_many = len({one.value for one in figures if _is_decimal_share(one)}) >= _MANY_SHARES
    rows: dict[tuple[object, object, object], _Rows] = {}
    for figure in figures:
        value = figure.value, figure.magnitude, figure.upper
        if value not in rows:
            rows[value] = _Rows(kinds, apart, are_many=are_many)
        rows[value].meet(figure)
    for same in rows.values():
        same.join_title(title_end)
    return [row.whole() for same in rows.values() for row in same.rows]


class _Rows:
    """The facts of one value."""

    def __init__(self, kinds: Kinds, apart: Collection[Span | None], *, are_many: bool) -> None:
        self.rows: list[_Row] = []
        self._kinds, self._apart, self._are_many = kinds, apart, are_many
        self._alike = Alike(kinds)

    def meet(self, figure: Figure) -> None:
        """Join a figure to the first row whose fact it states, else make it a row."""
        for number in self._alike.numbers(figure):
            row = self.rows[number]
            is_other = self._are_kept_apart(row.figure, figure)
            if not is_other and is_same(row.figure, figure, self._kinds):
                before = row.figure
                row.join(figure)
                if row.figure is not before:
                    self._alike.keep(number, row.figure)
                return
        self._alike.keep(len(self.rows), figure)
        self.rows.append(_Row(figure))

    def _are_kept_apart(self, row: Figure, figure: Figure) -> bool:
        """Whether two figures are two facts whatever their words say."""
        is_other = row.qualifier is not figure.qualifier
        if is_other and row.span in self._apart and figure.span in self._apart:
            return True
        return self._are_many and _may_recur(row, figure)

    def join_title(self, title_end: int) -> None:
        """Join the only two rows of a value where one is the title's."""
        if len(self.rows) != _PAIR:
            return
        one, other = self.rows
        if _are_of_title(one.figure, other.figure, self._kinds, title_end):
            one.join(self.rows.pop().figure)


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


def _is_decimal_share(figure: Figure) -> bool:
    return figure.unit == "%" and figure.value is not None and figure.value != int(figure.value)


def _may_recur(one: Figure, other: Figure) -> bool:
    """Whether a share of two digits, among many, hardly is one fact with another like it."""
    if not _is_decimal_share(one) or len(str(one.value).strip("-0.").replace(".", "")) > _PAIR:
        return False
    return telling_words(one).isdisjoint(telling_words(other))


def _are_of_title(one: Figure, other: Figure, kinds: Kinds, title_end: int) -> bool:
    """Whether one of the only two sums or shares of a value is the title's, which texts repeat."""
    if one.unit is None or other.unit is None or one.qualifier is not other.qualifier:
        return False
    is_title = (start_of(one) < title_end) != (start_of(other) < title_end)
    is_alike = kinds.sign(one.unit) == kinds.sign(other.unit)
    return is_title and is_alike and kinds.measures(one.unit)


def _fuller(row: Figure, other: Figure) -> Figure:
    """A row with what another figure of the same fact says more."""
    better = other if row.label is None and other.label is not None and row.unit is None else row
    first = row if row.qualifier is not None or other.qualifier is None else other
    label = better.label or other.label
    snippet = None if label is not None else first.snippet
    if first is row and (label, snippet) == (row.label, row.snippet):
        return row
    return replace(first, label=label, snippet=snippet)
