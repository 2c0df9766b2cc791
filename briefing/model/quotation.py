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
class Naming:
    """One way in which a draft says where a quotation is from."""

    address: str | None = None
    """Where a link leads."""
    key: str | None = None
    """The key of a citation."""
    words: str = ""
    """The words of a footnote, in which a title or a version may stand."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation as it stands in a draft."""

    quote: str
    """Its words, without the marks around them."""
    span: Span
    """They, in the draft's reading text."""
    line: int
    """Where it begins in the draft, 1-based."""
    names: tuple[Naming, ...] = ()
    """What the draft names as its source, the likeliest first."""
    parts: tuple[Quotation, ...] = ()
    """The paragraphs of a block quote that has several."""
    inside: tuple[Quotation, ...] = ()
    """The quotations within it."""


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
    at: Span | None = None
    """The quotation in the draft's reading text."""
    cited: str | None = None
    """The SHA-256 of the version that the draft cites, where that has the quotation exactly and
    the text of now has not."""

    @property
    def is_misnamed(self) -> bool:
        """Whether it stands in another document of the library than in the one that is named."""
        return self.named is not None and self.document not in (None, self.named)

    @property
    def holds(self) -> bool:
        """Whether it is as its source says, as far as the draft names one."""
        if self.state is QuotationState.UNKNOWN:
            return self.named is None
        return self.state is QuotationState.EXACT and not self.is_misnamed


@dataclass(frozen=True, slots=True)
class DraftVerdicts:
    """What became of the quotations of a draft."""

    verdicts: tuple[Verdict, ...]
    """The verdicts, in the order of the draft."""
    unchecked: int = 0
    """Stretches between marks that were too short to be looked for."""
