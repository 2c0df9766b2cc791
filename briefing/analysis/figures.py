"""The figures that a text states: a number, how exact it is, and what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain

from briefing.analysis._amounts import amounts
from briefing.analysis._figure_words import FigureWords, figure_words
from briefing.analysis._joined import begins_range, joined
from briefing.analysis._not_figures import is_no_figure
from briefing.analysis._qualified import (
    additional_behind,
    below_zero,
    qualifier_before,
    qualifier_behind,
)
from briefing.analysis._references import cells
from briefing.analysis._times import is_clock, is_year
from briefing.analysis._unit import Unit
from briefing.analysis._units import is_range, unit_after
from briefing.analysis._written import Amount, and_a_half, as_plain
from briefing.analysis.pieces import pieces
from briefing.model.figure import Figure, Qualifier
from briefing.model.span import Span

_NEAR = 3
"""How many times the first end of a range the second is at most, where its words leave doubt."""


def in_order(text: str, language: str | None) -> tuple[Figure, ...]:
    """The figures in the order of the text."""
    found = (in_piece(text, piece, language) for piece in pieces(text, language))
    return tuple(chain.from_iterable(found))


def in_piece(text: str, piece: Span, language: str | None) -> list[Figure]:
    """The figures of one piece of a text, in order."""
    words = figure_words(language)
    line = piece.of(text)
    found = amounts(line, words)
    units = _shared_units(line, found, words)
    figures: list[Figure | None] = []
    row = cells(line, found)
    end = 0
    for index, (amount, unit) in enumerate(zip(found, units, strict=True)):
        is_none = amount.span.start < end  # "ciento" behind "5 por"
        is_none = is_none or (index in row and _is_bare(unit))
        figure = None if is_none else _figure(line, amount, unit, words, piece.start)
        end = figure.span.end - piece.start if figure is not None and figure.span else end
        figures.append(figure)
    return joined(line, figures, words, piece.start)


def _shared_units(text: str, found: Sequence[Amount], words: FigureWords) -> list[Unit]:
    """The units, where the first number of a range has that of the second."""
    shared = [unit_after(text, amount, words) for amount in found]
    for index in range(len(found) - 2, -1, -1):
        end, start = found[index].span.end, found[index + 1].span.start
        after = shared[index + 1]
        may_share = shared[index].text is None and after.is_plural
        if not (may_share and is_range(text[end:start], words)):
            continue
        is_mixed = found[index].spelled and not found[index + 1].spelled
        is_near = is_mixed and _is_near(found[index], found[index + 1])
        if is_mixed and not is_near and not begins_range(text, found[index].span.start, words):
            continue  # "venti a 120 km/h" are winds
        if is_year(text, found[index], shared[index], words):
            continue
        if after.text in words.own.shares.votes:
            continue  # "438 contre 86 et 42 abstentions"
        if after.text == "%" and is_clock(text, found[index], words):
            continue
        if not is_no_figure(text, found[index + 1], after, words):
            shared[index] = Unit(after.text, end, is_plural=True)
    return shared


def _is_bare(unit: Unit) -> bool:
    """Whether a number in a row counts nothing, or what follows it is the head of the next row."""
    return unit.text in (None, "%") or unit.text[0].isupper()


def _is_near(one: Amount, other: Amount) -> bool:
    """Whether two numbers are so near each other that both are ends of one range."""
    if one.value is None or other.value is None:
        return False
    return one.value < other.value <= _NEAR * one.value


def _figure(
    text: str, amount: Amount, unit: Unit, words: FigureWords, offset: int
) -> Figure | None:
    """What a number of a line states; its span counts from so many characters before the line."""
    amount = below_zero(text, amount, unit, words)
    start, qualifier = qualifier_before(text, amount, unit, words)
    late: Qualifier | None = None
    stretched, behind, end = additional_behind(text, amount, words)
    if behind is not None:
        amount, unit = stretched, unit_after(text, stretched, words)
    if is_no_figure(text, amount, unit, words, is_qualified=behind is not None):
        return None
    amount, unit = _with_half(text, amount, unit, words)
    end = max(end, unit.end if unit.text is not None else amount.span.end)
    if unit.text != "%":
        late, end = qualifier_behind(text, end, words)
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
    """An amount with the half that follows its unit of time: ``due mesi e mezzo``."""
    if amount.value is None or unit.text not in words.time_units:
        return amount, unit
    half = and_a_half(words.own).match(text, unit.end)
    if half is None:
        return amount, unit
    value = as_plain(Decimal(amount.value) + Decimal("0.5"))
    return replace(amount, value=value), replace(unit, end=half.end())
