"""Quotations of a draft, and what its sources say instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.change import Weighs
from briefing.model.span import Span


class QuotationState(StrEnum):
    """Whether a quotation holds."""

    EXACT = "exact"
    ALTERED = "altered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of a quotation that are others in its source."""

    draft: str
    """What the draft says; empty for words that it leaves out."""
    source: str
    """What the source says; empty for words that it does not have."""
    weighs: Weighs
    """How serious that is."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a quotation."""

    quote: str
    """Its words, without the marks around them."""
    line: int
    """Where it begins in the draft, 1-based."""
    state: QuotationState
    """Whether it holds."""
    document: str | None = None
    """The path of its source in the library."""
    rev: str | None = None
    """The SHA-256 of the source's reading text."""
    span: Span | None = None
    """The passage in that text."""
    page: str | None = None
    """The page that it begins on."""
    now: str | None = None
    """The source's words."""
    differs: tuple[Difference, ...] = ()
    """What differs, the most serious first."""
    named: str | None = None
    """The document of the library that the draft names as its source."""
