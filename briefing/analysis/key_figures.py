"""The figures worth showing, kept while a text is read; the others are let go."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from briefing.analysis.figures import weigher
from briefing.analysis.labels import Labels
from briefing.model.article import Section
from briefing.model.figure import Figure

MOST = 200
"""Figures that a brief holds at most: a report of 1 MB states thousands, and nobody reads them."""

_IN_A_CHECK = 30.0
"""What a figure gains by standing in a check."""


class KeyFigures:
    """The most telling figures so far."""

    def __init__(self, text: str, language: str | None, sections: Sequence[Section]) -> None:
        self._labels = Labels(text, language)
        self._weight = weigher(language, sections)
        self._kept: list[tuple[float, int, Figure]] = []

    def add(self, figure: Figure) -> None:
        """Meet another figure, in the order of the text."""
        self._kept.append(self._entry(figure))
        if len(self._kept) >= 2 * MOST:
            self._kept = sorted(self._kept, key=_order)[:MOST]

    def ranked(self, used: Collection[Figure] = ()) -> tuple[Figure, ...]:
        """The most telling first.

        Args:
            used: The figures that stand in a check; these are never let go.
        """
        in_checks = {figure.span for figure in used}
        entries = {entry[1]: entry for entry in (*self._kept, *map(self._entry, used))}
        weighed = [
            (weight + _IN_A_CHECK * (figure.span in in_checks), start, figure)
            for weight, start, figure in entries.values()
        ]
        ranked = (figure for _weight, _start, figure in sorted(weighed, key=_order)[:MOST])
        return tuple(replace(figure, label=self._labels.of(figure)) for figure in ranked)

    def _entry(self, figure: Figure) -> tuple[float, int, Figure]:
        return self._weight(figure), figure.span.start if figure.span else 0, figure


def _order(entry: tuple[float, int, Figure]) -> tuple[float, int]:
    return -entry[0], entry[1]
