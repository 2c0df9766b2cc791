"""A number as it stands in a text, and what its own words say of it."""

from __future__ import annotations

from decimal import Decimal

from briefing.model.records import dataclass
from briefing.model.span import Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text."""

    span: Span
    """The number with its scale word and a currency sign before it."""
    value: int | Decimal | None
    """The number; None for an order of magnitude."""
    magnitude: int | None
    """The order of magnitude."""
    spelled: bool
    """Whether it is written in words."""
    scaled: bool
    """Whether it ends in a scale word, which may be joined to its noun by "of"."""
    currency: str | None
    """The sign before it."""
    is_round: bool
    """Whether its own word says that it is rounded: ``una trentina``."""
    digits: str
    """The digits as written; "" for words."""
    unit: str | None = None
    """What it is counted in, where its own words say that: ``two-thirds``, ``magnitude 5``."""
