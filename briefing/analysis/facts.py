"""One row for one fact: figures that state the same value of the same thing are one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import replace

from briefing.analysis._alike import Alike
from briefing.analysis._beside import is_beside_any
from briefing.analysis._same_fact import Kinds, is_same, may_repeat, telling_words
from briefing.analysis._title_facts import are_of_title
from briefing.model.figure import Figure, Qualifier
from briefing.model.span import Span

_MANY_SHARES = 10
"""So many different shares with decimals let two of them be alike by chance."""

_PAIR = 2

_WEAK = (Qualifier.UP_TO, Qualifier.ADDITIONAL)
"""Qualifiers that say less than none."""


def together(
    figures: Iterable[Figure],
    kinds: Kinds,
    apart: Collection[Span | None] = (),
    title_end: int = 0,
    text: str = "",
) -> list[Figure]:
    """Figures without those that state again what one before them states.

    Args:
        figures: In the order of importance, with their labels.
        kinds: What units say.
        apart: Where figures stand that a check compares: with another qualifier they are two.
        title_end: The first character after the title.
        text: The text they stand in.

    Returns:
        The first of each, with the places of all.
    """
    figures = list(figures)
    are_many = len({one.value for one in figures if _is_decimal_share(one)}) >= _MANY_SHARES
    rows: dict[tuple[object, object, object], _Rows] = {}
    for figure in figures:
        value = figure.value, figure.magnitude, figure.upper
        if value not in rows:
            rows[value] = _Rows(text, kinds, apart, are_many=are_many)
        rows[value].meet(figure)
    for same in rows.values():
        same.join_title(title_end)
    return [row.whole() for same in rows.values() for row in same.rows]


class _Rows:
    """The facts of one value."""

    def __init__(
        self, text: str, kinds: Kinds, apart: Collection[Span | None], *, are_many: bool
    ) -> None:
        self.rows: list[_Row] = []
        self._text, self._kinds, self._apart, self._are_many = text, kinds, apart, are_many
        self._alike = Alike(kinds)

    def meet(self, figure: Figure) -> None:
        """Join a figure to the first row whose fact it states, else make it a row."""
        for number in self._alike.numbers(figure):
            row = self.rows[number]
            is_other = self._are_kept_apart(row.figure, figure) or self._is_beside(row, figure)
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

    def _is_beside(self, row: _Row, figure: Figure) -> bool:
        """Whether one sentence has both, and does not repeat a telling amount of one thing."""
        if figure.span is None or may_repeat(row.figure, figure):
            return False
        return is_beside_any(self._text, figure.span, row.spans)

    def join_title(self, title_end: int) -> None:
        """Join the only two rows of a value, or its only two counts, where one is the title's."""
        counts = [row for row in self.rows if not self._measures(row.figure)]
        for some in (self.rows, counts):
            if len(some) == _PAIR:
                self._join_title(some[0], some[1], title_end)

    def _join_title(self, row: _Row, again: _Row, title_end: int) -> None:
        one, other = row.figure, again.figure
        is_one = are_of_title(one, other, title_end, self._kinds)
        if again in self.rows and is_one and not self._are_kept_apart(one, other):
            row.join(again.whole())
            self.rows.remove(again)

    def _measures(self, figure: Figure) -> bool:
        return figure.unit is not None and self._kinds.measures(figure.unit)


class _Row:
    """A fact, and all places that state it so far."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        """What it says, without the places that were joined."""
        self.spans = [*figure.passages]
        """Where it is stated, in order."""

    def join(self, other: Figure) -> None:
        """Add the places of another figure that states it, and what that says more."""
        for span in other.passages:
            at = bisect_left(self.spans, span)
            if self.spans[at : at + 1] != [span]:
                self.spans.insert(at, span)
        self.figure = _fuller(self.figure, other)

    def whole(self) -> Figure:
        """The figure with all its places, in order."""
        if len(self.spans) == 1:
            return self.figure
        return replace(self.figure, places=tuple(self.spans))


def _is_decimal_share(figure: Figure) -> bool:
    return figure.unit == "%" and figure.value is not None and figure.value != int(figure.value)


def _may_recur(one: Figure, other: Figure) -> bool:
    """Whether a share of two digits, among many, hardly is one fact with another like it."""
    if not _is_decimal_share(one) or len(str(one.value).strip("-0.").replace(".", "")) > _PAIR:
        return False
    return telling_words(one).isdisjoint(telling_words(other))


def _says_more(other: Figure, row: Figure) -> bool:
    """Whether a figure says how exact a number is that a row says plainly, or the other way.

    What is once said to be so many is no mere "up to" so many, nor so many more.
    """
    if row.qualifier in _WEAK:
        return other.qualifier is None
    return row.qualifier is None and other.qualifier is not None and other.qualifier not in _WEAK


def _fuller(row: Figure, other: Figure) -> Figure:
    """A row with what another figure of the same fact says more."""
    better = other if row.label is None and other.label is not None and row.unit is None else row
    first = other if _says_more(other, row) else row
    label = better.label or other.label
    snippet = None if label is not None else first.snippet
    if first is row and (label, snippet) == (row.label, row.snippet):
        return row
    return replace(first, label=label, snippet=snippet)
