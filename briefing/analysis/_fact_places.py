"""Where two figures stand, and whether their words meet."""

from __future__ import annotations

from briefing.analysis._fact_words import telling_words
from briefing.analysis._telling_values import is_odd
from briefing.model.figure import Figure

BESIDE = 100
"""Characters between two statements of one value: nearer they are set side by side."""

FEW = 20
"""Below it, the same number of a measure recurs: "two points", "six months"."""

LEAST_SUM = 1_000
"""Smaller sums of money come again by chance."""

FAR_OF_SUMS = 6_000
"""Characters between two statements of one sum of money."""

_HYPHENS = ("-", "\u2010", "\u2011")
"""What may stand between a number and a noun that is one word with it."""


def start_of(figure: Figure) -> int:
    """Where a figure is first stated; 0 for one that stands nowhere."""
    return min((span.start for span in figure.passages), default=0)


def distance(one: Figure, other: Figure) -> int:
    """Characters between the places where two figures are first stated."""
    return abs(start_of(one) - start_of(other))


def is_attribute(figure: Figure) -> bool:
    """Whether a number with its noun says of what kind something is: a 12-seat bus."""
    is_joined = figure.unit is not None and figure.text.endswith(figure.unit)
    return is_joined and figure.text[: -len(figure.unit or "")].endswith(_HYPHENS)


def says_same(one: Figure, other: Figure) -> bool:
    """Whether units and labels of two figures share a telling word."""
    return bool(telling_words(one) & telling_words(other)) or is_odd(one)
