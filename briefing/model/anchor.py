"""How a passage is remembered, and what looking for it again can answer."""

from __future__ import annotations

from enum import StrEnum

from briefing.model.records import dataclass
from briefing.model.span import Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage in words: enough to find it in a text that has changed.

    The fields are those of the Web Annotation Data Model's TextQuoteSelector and
    TextPositionSelector (https://www.w3.org/TR/annotation-model/#selectors).
    """

    quote: str
    """The passage itself."""
    before: str = ""
    """Up to 64 characters that stood before it."""
    after: str = ""
    """Up to 64 characters that stood after it."""
    span: Span | None = None
    """Where it was, in the text it was taken from; only a hint elsewhere."""


class MatchState(StrEnum):
    """The three outcomes of looking for a passage."""

    ANCHORED = "anchored"
    UNCERTAIN = "uncertain"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Match:
    """Where a passage is now."""

    span: Span | None
    """Its place in the text; None for an orphan."""
    state: MatchState
    """How sure that is."""
    confidence: float
    """0 to 1."""
    neighbour: int | None = None
    """For an orphan: the character of the text nearest to where it stood, where that is known."""
    changed: bool = False
    """Whether other words stand there now; how they are typeset does not count."""
    now: str | None = None
    """The words that stand there now, where they are others."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A quote whose words are others in the text of today."""

    was: str
    """The quote."""
    now: str
    """What stands there now."""


ORPHAN = Match(None, MatchState.ORPHAN, 0.0)
"""The passage is not in the text."""
