"""The figures that a text states: a number, how exact it is, and what it counts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import chain

from briefing.analysis._amount import Amount
from briefing.analysis._amounts import amounts
from briefing.analysis._below_zero import below_zero
from briefing.analysis._contents import contents
from briefing.analysis._digits import as_plain
from briefing.analysis._figure_words import FigureWords, figure_words
from briefing.analysis._idle import is_loose
from briefing.analysis._joined import joined
from briefing.analysis._measures import Measure, measure_of
from briefing.analysis._not_figures import is_no_figure
from briefing.analysis._qualified import (
    additional_behind,
    qualifier_before,
    qualifier_behind,
)
from briefing.analysis._references import cells
from briefing.analysis._scales import and_a_half
from briefing.analysis._shared_scales import with_shared_scales
from briefing.analysis._sharing import shared_units
from briefing.analysis._unit import Unit
from briefing.analysis._units import unit_after
from briefing.analysis.pieces import pieces
from briefing.model.figure import Figure, Qualifier
from briefing.model.span import Span


def in_order(text: str, language: str | None) -> tuple[Figure, ...]:
    """The figures in the order of the text."""
    found = (in_piece(text, piece, language) for piece in pieces(text, language))
    return tuple(chain.from_iterable(found))


def in_piece(text: str, piece: Span, language: str | None) -> list[Figure]:
    """The figures of one piece of a text, in order."""
    words = figure_words(language)
    line = piece.of(text)
    found = with_shared_scales(line, amounts(line, words), words)
    if not found:
        return []
    units = shared_units(line, found, words)
    figures: list[Figure | None] = []
    row, pointing = cells(line, found), contents(line, found)
    end = 0
    for index, (first, noun) in enumerate(zip(found, units, strict=True)):
        is_late = first.currency is not None and first.span.start < end
        amount, unit = _without_sign(line, first, words) if is_late else (first, noun)
        is_none = amount.span.start < end or index in pointing  # "ciento" behind "5 por"
        is_none = is_none or (index in row and _is_bare(unit))
        figure = None if is_none else _figure(line, amount, unit, words, piece.start)
        end = figure.span.end - piece.start if figure is not None and figure.span else end
        figures.append(figure)
    return joined(line, figures, words, piece.start)


def _without_sign(text: str, amount: Amount, words: FigureWords) -> tuple[Amount, Unit]:
    """An amount without the sign before it, which is that of another: ``149 € 199 €``."""
    start = text.find(amount.digits, amount.span.start)
    bare = replace(amount, span=Span(start, amount.span.end), currency=None)
    return bare, unit_after(text, bare, words)


def _is_bare(unit: Unit) -> bool:
    """Whether a number in a row counts nothing, or what follows it is the head of the next row."""
    return unit.text is None or not unit.text[0].islower()


def _figure(
    text: str, amount: Amount, unit: Unit, words: FigureWords, offset: int
) -> Figure | None:
    """What a number of a line states; its span counts from so many characters before the line."""
    whole, noun = below_zero(text, amount, unit, words), unit
    late: Qualifier | None = None
    amount, behind, end = additional_behind(text, whole, words)
    if behind is None:
        amount = whole
    else:
        unit = unit_after(text, amount, words)
    if is_no_figure(text, amount, unit, words, is_qualified=behind is not None):
        return None
    start, qualifier = qualifier_before(text, whole, noun, words)
    if is_loose(text, amount, unit, words):
        unit = Unit(None, amount.span.end, is_plural=False)
    amount, unit = _with_half(text, amount, unit, words)
    end = max(end, unit.end if unit.text is not None else amount.span.end)
    if measure_of(unit.text, words) is not Measure.TIMES:  # "3 times more"
        late, behind_it = qualifier_behind(text, end, words)
        is_change = unit.text == "%" and late is Qualifier.ADDITIONAL  # "3 % more"
        late, end = (None, end) if is_change else (late, behind_it)
    if qualifier in (None, Qualifier.ADDITIONAL):
        qualifier = late or behind or qualifier
    if qualifier is None and amount.is_round:
        qualifier = Qualifier.ABOUT
    return Figure(
        amount.value,
        amount.magnitude,
        qualifier,
        unit.text,
        None,
        Span(start + offset, end + offset),
        text[start:end],
        auto=True,
        is_worded=amount.unit is not None,
    )


def _with_half(text: str, amount: Amount, unit: Unit, words: FigureWords) -> tuple[Amount, Unit]:
    """An amount with the half that follows its measure: ``due mesi e mezzo``."""
    half = and_a_half(words.own).match(text, unit.end)
    if half is None or amount.value is None:
        return amount, unit
    units = words.own.units
    is_measure = (unit.text or "").lower() in (*units.measures, *units.halved)
    if not (is_measure or unit.text in words.time_units):
        return amount, unit
    if 0 < amount.value < 1:  # “mezzo litro e mezzo chilo” are two halves
        return amount, unit
    value = as_plain(Decimal(amount.value) + Decimal("0.5"))
    return replace(amount, value=value), replace(unit, end=half.end())
