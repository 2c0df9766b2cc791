"""The brief of an article: everything its panels state, each at its passage.

It is made of what the editor wrote (`front_matter`), looked up in the text, and of what analysis
found where the editor wrote nothing (`auto`).
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.anchor import Wording
from briefing.model.figure import Check, Figure
from briefing.model.span import Span
from briefing.model.state_list import ItemList, State


@dataclass(frozen=True, slots=True)
class SummaryPoint:
    """A point of the summary."""

    text: str
    """The point."""
    span: Span | None
    """The passage it rests on; None where the quote was not found or not given."""
    auto: bool = False
    """Whether analysis chose it."""
    changed: Wording | None = None
    """Both wordings, where the text has other words than the quote now."""


@dataclass(frozen=True, slots=True)
class Remark:
    """The editor's comment on a passage."""

    text: str
    """The comment."""
    span: Span | None
    """The passage; None where the quote was not found."""
    changed: Wording | None = None
    """Both wordings, where the text has other words than the quote now."""


@dataclass(frozen=True, slots=True)
class TextWarning:
    """Something odd about the text itself, such as a quotation that is not closed."""

    text: str
    """What is odd."""
    span: Span
    """Where."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What the panels show."""

    summary: tuple[SummaryPoint, ...] = ()
    """The points, in order."""
    figures: tuple[Figure, ...] = ()
    """The key figures, in order."""
    checks: tuple[Check, ...] = ()
    """The relations between them, recomputed."""
    lists: tuple[ItemList, ...] = ()
    """The lists, in order."""
    states: tuple[State, ...] = ()
    """The states the text names, by first mention."""
    remarks: tuple[Remark, ...] = ()
    """The editor's comments."""
    warnings: tuple[TextWarning, ...] = ()
    """What is odd about the text."""
    dropped: tuple[str, ...] = ()
    """What an import left out."""

    def claimed(self, check: Check) -> Figure | None:
        """What a check is about, in the words of the passage that claims it."""
        if check.claim is not None or check.equals is None:
            return check.claim
        return self.figures[check.equals]
