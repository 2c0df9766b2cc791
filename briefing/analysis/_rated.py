"""Measures that are told for a time, a length or an amount: 30 GB/s, five litres/100 km."""

from __future__ import annotations

from dataclasses import replace

from briefing.analysis._figure_words import FigureWords
from briefing.analysis._measures import Measure, measure_of
from briefing.analysis._unit import Unit
from briefing.analysis._unit_words import unit_words


def with_rate(text: str, unit: Unit, words: FigureWords) -> Unit:
    """A measure with what it is told for, behind a stroke or "per"; any other unit as it is."""
    if unit.text is None or text[unit.end : unit.end + 1] not in ("/", " "):
        return unit
    if " " in unit.text:
        return unit  # a flow is named by more than its measure
    rate = unit_words(words.own).rate.match(text, unit.end)
    if rate is None or measure_of(unit.text, words) is not Measure.SIZE:
        return unit
    return replace(unit, text=unit.text + rate[0], end=rate.end())
