"""The figures worth showing, kept while a text is read; the others are let go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from briefing.analysis._apparatus import Apparatus
from briefing.analysis._figure_words import figure_words
from briefing.analysis._label_cell import fills_cell, has_no_words
from briefing.analysis._row_order import SIEVE, weights_of
from briefing.analysis._row_signs import RowSigns
from briefing.analysis._same_fact import are_apart, are_one_noun
from briefing.analysis._unit_kinds import unit_kinds
from briefing.analysis.facts import together
from briefing.analysis.figures import in_order
from briefing.analysis.labels import Labels
from briefing.analysis.ranking import BEHIND_TEXT, IN_CELL, weigher
from briefing.model.article import Section
from briefing.model.figure import Figure, Qualifier
from briefing.model.span import Span

MOST = 200
"""Figures that a brief holds at most: a report of 1 MB states thousands, and nobody reads them."""

_PAIR = 2

_FEW = 20
"""Below it, a number and the same one with a qualifier may count different things of one kind."""

_MOST_AGAIN = 1_000
"""Figures kept beyond these because they may state again what one of the most telling states."""


def find(text: str, language: str | None, sections: Sequence[Section] = ()) -> tuple[Figure, ...]:
    """The key figures of a whole text, see `KeyFigures`."""
    key = KeyFigures(text, language, sections)
    for figure in in_order(text, language):
        key.add(figure)
    return key.ranked()


class KeyFigures:
    """The most telling figures so far."""

    def __init__(self, text: str, language: str | None, sections: Sequence[Section]) -> None:
        """Begin a text.

        Args:
            text: A reading text.
            language: BCP 47.
            sections: The article's sections; the title ends where the first begins.
        """
        self._text = text
        self._labels = Labels(text, language)
        self._kinds = unit_kinds(figure_words(language))
        self._title_end = sections[0].span.start if sections else 0
        self._signs = RowSigns(text, language, sections)
        self._weight = weigher(language, sections)
        self._apparatus = Apparatus(sections, language)
        self._kept: list[tuple[float, int, Figure]] = []
        self._again: list[tuple[float, int, Figure]] = []

    def add(self, figure: Figure) -> None:
        """Meet another figure, in the order of the text."""
        self._kept.append(self._entry(figure))
        if len(self._kept) >= 2 * MOST:
            by_weight = sorted(self._kept, key=_order)
            self._kept = by_weight[:MOST]
            self._remember([*self._again, *by_weight[MOST:]])

    def _remember(self, entries: Iterable[tuple[float, int, Figure]]) -> None:
        """Of figures that are let go keep those that may be places of one that is not."""
        known = {_fact(figure) for _weight, _start, figure in self._kept}
        again = [entry for entry in entries if _fact(entry[2]) in known]
        self._again = again[:_MOST_AGAIN]

    def ranked(
        self,
        used: Collection[Figure] = (),
        restated: Sequence[tuple[Figure, Figure]] = (),
    ) -> tuple[Figure, ...]:
        """The most telling first, each fact once.

        Args:
            used: The figures that stand in a check of several; these are never let go.
            restated: Figures of which the first states the second again, and how exact it is;
                these are one row, and never let go either.
        """
        again = tuple(figure for pair in restated for figure in pair)
        in_checks = {figure.span for figure in (*used, *again)}
        every = (*self._kept, *self._again, *map(self._entry, (*used, *again)))
        entries = {entry[1]: entry for entry in every}
        by_weight = sorted(entries.values(), key=_order)
        labelled = [self._labels.labelled(figure) for _weight, _start, figure in by_weight]
        pairs = [pair for pair in restated if self._is_sure(*pair)]
        spans = [(body.span, claim.span) for body, claim in pairs]
        apart = in_checks.difference(*spans).union(figure.span for figure in used)
        rows = together(labelled, self._kinds, apart, self._title_end, self._text, spans)
        told = [self._labels.told(row) for row in rows if row.span is not None]
        weighed = [
            (weight, row.passages[0].start, row)
            for row, weight in zip(told, self._weights(told), strict=True)
        ]
        weighed.sort(key=lambda entry: (in_checks.isdisjoint(entry[2].passages), *_order(entry)))
        return tuple(row for _weight, _start, row in sorted(weighed[:MOST], key=_order))

    def _weights(self, rows: Sequence[Figure]) -> Iterator[float]:
        """How telling rows are; those of a table by their size, as they were kept."""
        cells = {at for at, row in enumerate(rows) if row.span and self._is_cell(row, row.span)}
        for at, weight in enumerate(weights_of(rows, self._signs, cells)):
            kept = self._weight(rows[at]) if at in cells else 0.0
            yield weight + SIEVE * (kept - self._loss(rows[at]))

    def _is_sure(self, body: Figure, claim: Figure) -> bool:
        """Whether what states a claim again is surely the same: below a title few may be others.

        "Five senators signed it" and "at least five senators are needed" are two facts, and so are
        a watch of 259 euros and others for up to 259, or 800 dead and more than 800 migrants.
        """
        is_title = claim.span is not None and claim.span.start < self._title_end
        is_many = (claim.value or 0) >= _FEW and body.qualifier is not Qualifier.UP_TO
        is_sure = (is_title or is_many) and self._may_name_one(body, claim)
        return is_sure and not self._kinds.are_dead_and_others(body.unit, claim.unit)

    def _may_name_one(self, body: Figure, claim: Figure) -> bool:
        """Whether two figures are not counted in nouns that are two: 100 rockets, 100 missiles."""
        units = [unit for unit in (body.unit, claim.unit) if unit is not None]
        is_open = len(units) < _PAIR or any(map(self._kinds.measures, units))
        is_people = is_open or self._kinds.are_people(units[0], units[1])
        return is_people or are_one_noun(body, claim, self._kinds)

    def is_one_subject(self, one: Figure, other: Figure) -> bool:
        """Whether two figures of one value count the same thing, as far as their words tell."""
        return not are_apart(self._labels.labelled(one), self._labels.labelled(other), self._kinds)

    def _entry(self, figure: Figure) -> tuple[float, int, Figure]:
        start = 0 if figure.span is None else figure.span.start
        return self._weight(figure) - self._loss(figure), start, figure

    def _loss(self, figure: Figure) -> float:
        """What a figure loses by standing aside, or among numbers."""
        span = figure.span
        if span is None:
            return 0.0
        is_cell = self._is_cell(figure, span)
        return max(BEHIND_TEXT * self._apparatus.holds(span.start), IN_CELL * is_cell)

    def _is_cell(self, figure: Figure, span: Span) -> bool:
        is_bare = not (figure.unit or "")[:1].isalpha()
        return fills_cell(self._text, span) or (is_bare and has_no_words(self._text, span))


def _fact(figure: Figure) -> tuple[object, ...]:
    """What two statements of one fact share, as far as that can be told without their labels."""
    return figure.value, figure.magnitude, figure.upper


def _order(entry: tuple[float, int, Figure]) -> tuple[float, int]:
    return -entry[0], entry[1]
