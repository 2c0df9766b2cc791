"""One row for one fact: figures that state the same value of the same thing are one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from briefing.analysis._alike import Alike
from briefing.analysis._beside import is_beside_any, is_doubled
from briefing.analysis._fact_row import Row
from briefing.analysis._fact_words import stem, telling_words
from briefing.analysis._kinds import Kinds
from briefing.analysis._one_subject import may_be_two
from briefing.analysis._only_others import OnlyOthers
from briefing.analysis._same_fact import is_same, may_repeat
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
    text: str = "",
    restated: Sequence[tuple[Span | None, Span | None]] = (),
) -> list[Figure]:
    """Figures without those that state again what one before them states.

    Args:
        figures: In the order of importance, with their labels.
        kinds: What units say.
        apart: Where figures stand that a check compares: with another qualifier they are two.
        title_end: The first character after the title.
        text: The text they stand in.
        restated: Where two figures stand of which the first states the second again, with a
            qualifier.

    Returns:
        The first of each, with the places of all.
    """
    figures = list(figures)
    are_many = len({one.value for one in figures if _is_decimal_share(one)}) >= _MANY_SHARES
    rows: dict[tuple[object, object, object], _Rows] = {}
    for figure in figures:
        value = figure.value, figure.magnitude, figure.upper
        if value not in rows:
            rows[value] = _Rows(text, kinds, apart, title_end, are_many=are_many)
        rows[value].meet(figure)
    for same in rows.values():
        same.join(restated)
    return [row.whole() for same in rows.values() for row in same.rows]


class _Rows:
    """The facts of one value."""

    def __init__(
        self,
        text: str,
        kinds: Kinds,
        apart: Collection[Span | None],
        title_end: int,
        *,
        are_many: bool,
    ) -> None:
        self.rows: list[Row] = []
        self._text, self._kinds, self._apart, self._are_many = text, kinds, apart, are_many
        self._title_end = title_end
        self._alike = Alike(kinds)

    def meet(self, figure: Figure) -> None:
        """Join a figure to the first row whose fact it states, else make it a row."""
        for number in self._alike.numbers(figure):
            row = self.rows[number]
            is_other = self._are_kept_apart(row.figure, figure) or self._is_beside(row, figure)
            is_again = not is_other and is_same(row.figure, figure, self._kinds)
            is_again = is_again and not (
                may_be_two(self._text, row.figure, figure, self._kinds, row.spans)
            )
            if is_again or self._is_doubled(row, figure):
                before = row.figure
                row.join(figure)
                if row.figure is not before:
                    self._alike.keep(number, row.figure)
                return
        self._alike.keep(len(self.rows), figure)
        self.rows.append(Row(figure, self._title_end))

    def _are_kept_apart(self, row: Figure, figure: Figure) -> bool:
        """Whether two figures are two facts whatever their words say."""
        is_other = row.qualifier is not figure.qualifier
        if is_other and row.span in self._apart and figure.span in self._apart:
            return True
        if row.unit == "%" == figure.unit and row.span is not None and figure.span is not None:
            are_two = self._kinds.are_contrary(self._text, row.span, figure.span)
            are_two |= self._kinds.is_told_of_another(self._text, max(row.span, figure.span))
            return are_two or (self._are_many and _may_recur(row, figure))
        return False

    def _is_beside(self, row: Row, figure: Figure) -> bool:
        """Whether one sentence has both, and does not repeat a telling amount of one thing."""
        if figure.span is None or may_repeat(row.figure, figure):
            return False
        return is_beside_any(self._text, figure.span, row.spans)

    def _is_doubled(self, row: Row, figure: Figure) -> bool:
        """Whether a figure is told twice for emphasis: billions and billions; six days, six days.

        Only an order of magnitude is, where a joint stands between.
        """
        if figure.span is None or len(row.spans) != 1:
            return False
        first, again = sorted((row.spans[0], figure.span))
        if figure.value is None:
            return is_doubled(self._text, first, again)
        is_one = figure.unit is not None and stem(figure.unit) == stem(row.figure.unit)
        return is_one and self._text[first.end : again.start] == ", "

    def join(self, restated: Sequence[tuple[Span | None, Span | None]]) -> None:
        """Join what is stated again, and what is one fact for want of another that it could be."""
        for body, claim in restated:
            row, again = self._of(body), self._of(claim)
            if row is None or again is None or row is again:
                continue
            if not self._are_kept_apart(row.figure, again.figure):
                again.join(row.whole())
                self.rows.remove(row)
        title_end = self._title_end
        others = OnlyOthers(self.rows, self._text, self._kinds, title_end, self._are_kept_apart)
        others.join()

    def _of(self, span: Span | None) -> Row | None:
        """The row that has a passage among its places."""
        return next((row for row in self.rows if span in row.spans), None)


def _is_decimal_share(figure: Figure) -> bool:
    return figure.unit == "%" and figure.value is not None and figure.value != int(figure.value)


def _may_recur(one: Figure, other: Figure) -> bool:
    """Whether a share of two digits, among many, hardly is one fact with another like it."""
    if not _is_decimal_share(one) or len(str(one.value).strip("-0.").replace(".", "")) > _PAIR:
        return False
    return telling_words(one).isdisjoint(telling_words(other))
