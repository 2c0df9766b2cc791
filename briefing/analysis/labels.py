"""What a figure means, in words of its own clause.

A label is some words of the clause: the noun before the number ("a fine of £1,000"), what follows
its unit ("households without power"), the subject of the verb ("the toll rose to 21"), the words
before a bracket; in a table, the heads of row and column. Where none of them is likely enough there
is no label: a reader sees the clause itself. A row whose unit is counted also tells what is said of
that ("12 people were killed"). Nothing is told that the sentence denies, doubts, asks or supposes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.analysis import _label_doubted as doubted
from briefing.analysis._clause_around import words_around
from briefing.analysis._clause_words import clause_words
from briefing.analysis._figure_words import figure_words
from briefing.analysis._label_cell import Cells, fills_cell
from briefing.analysis._label_choice import label_of
from briefing.analysis._label_counted import said_of_counted
from briefing.analysis._label_finished import finished
from briefing.analysis._label_fuller import fuller
from briefing.analysis._label_own import of_this
from briefing.analysis._label_pairs import in_whole
from briefing.analysis._label_upright import upright
from briefing.analysis._measures import is_measure
from briefing.analysis._place import Place, counts_alone, place_of
from briefing.analysis._place_phrases import place_phrases
from briefing.model.figure import LABEL_GAP, Figure
from briefing.model.span import Span

_MOST_KEPT = 4_000
"""Figures that are remembered with their labels: panels ask again for most of them."""

_REACH = 24
"""Characters before a figure in which the bracket that holds it opens."""

_NOWHERE = Span(0, 0)
"""Where a figure stands whose passage is not known."""

_SNIPPET = 4
"""Words of a snippet on each side of its figure."""


def shown(piece: Span, place: Place) -> str | None:
    """A piece as the label that a reader sees; None where it cannot be one."""
    found = upright(piece, place)
    parts = () if found is None else _settled(fuller(found, place), place)
    return _joined(parts, place.text) or None


def _settled(parts: Sequence[Span], place: Place) -> Sequence[Span]:
    """The parts of a label that are of this number, and that the sentence says to be so."""
    return doubted.governed(finished(in_whole(of_this(parts, place), place), place), place)


def _joined(parts: Iterable[Span], text: str) -> str:
    return LABEL_GAP.join(" ".join(part.of(text).split()) for part in parts)


class Labels:
    """Finds the labels of a text's figures, and remembers them."""

    def __init__(self, text: str, language: str | None) -> None:
        self._text = text
        self._figures = figure_words(language)
        self._words = clause_words(self._figures.own)
        self._cells = Cells(text)
        self._known: dict[Span, str | None] = {}
        self._ending: dict[int, str | None] = {}  # labels by where their figures end
        self._labelled: dict[Span, tuple[Figure, Figure]] = {}
        self._told: dict[Span, str | None] = {}

    def of(self, figure: Figure) -> str | None:
        """The label of a figure; None where nothing is sure."""
        span = figure.span
        if span is None or not self._words.articles:
            return None
        if span not in self._known:
            self._known[span] = self._ending[span.end] = self._found(figure, span)
        return self._known[span]

    def _found(self, figure: Figure, span: Span) -> str | None:
        if fills_cell(self._text, span):
            return self._cells.label(span)
        label = None
        if not counts_alone(self._text, figure, span, self._figures):
            place = place_of(self._text, figure, span, self._figures)
            found = label_of(place)
            label = None if found is None else shown(found, place)
        return self._before_bracket(span.start) if label is None else label

    def _before_bracket(self, start: int) -> str | None:
        """The label of the figure before a bracket that holds another: ``3.2 billion (+5 %)``."""
        opens = place_phrases(self._figures.own).opening
        opening = opens.search(self._text, max(0, start - _REACH), start)
        return None if opening is None else self._ending.get(opening.start())

    def labelled(self, figure: Figure) -> Figure:
        """A figure with its label, else with a piece of its clause where its unit says little."""
        span = figure.span or _NOWHERE
        asked, found = self._labelled.get(span, (None, figure))
        if asked is figure:
            return found
        label = self.of(figure)
        is_told = figure.unit is not None and not self.measures(figure.unit)
        snippet = None if label is not None or is_told else self._snippet(figure)
        found = replace(figure, label=label, snippet=snippet)
        if len(self._labelled) >= _MOST_KEPT:
            self._labelled.clear()
        self._labelled[span] = figure, found
        return found

    def told(self, row: Figure) -> Figure:
        """A row of the panel whose unit is counted, with what is said of that.

        It is no part of what tells two facts apart: one thing may be said of them in many ways.
        """
        span, unit = row.span, row.unit
        if row.label is not None or span is None or unit is None or self.measures(unit):
            return row
        if span not in self._told:
            self._told[span] = self._said(row, span)
        return replace(row, label=self._told[span])

    def _said(self, row: Figure, span: Span) -> str | None:
        if not self._words.articles or fills_cell(self._text, span):
            return None
        place = place_of(self._text, row, span, self._figures)
        return _joined(_settled(said_of_counted(place), place), self._text) or None

    def measures(self, unit: str) -> bool:
        """Whether a unit does not say what is counted: a currency, a share, a length, a time."""
        return is_measure(unit, self._figures)

    def _snippet(self, figure: Figure) -> str | None:
        if figure.span is None:
            return None
        around = words_around(self._text, figure.span, _SNIPPET, self._words)
        words = " ".join(around.of(self._text).split())
        return None if words == figure.text else f"… {words} …"
