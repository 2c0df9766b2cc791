"""Marks over the text: one mechanism, whatever a mark means."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from briefing.model.records import dataclass
from briefing.model.span import Span


class MarkKind(StrEnum):
    """What a mark means, weakest first: where two meet, the later one is drawn on top."""

    FIGURE = "figure"
    REMARK = "remark"
    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    NOTE = "note"
    QUESTION = "question"
    CORRECTION = "correction"
    MOVED = "moved"
    """Words that stood elsewhere when the article was read."""
    GONE = "gone"
    """Words that stood here then: nothing of the text itself is marked."""
    ADDED = "added"
    REPLACED = "replaced"
    SEARCH = "search"
    TARGET = "target"
    SELECTION = "selection"


class MarkGroup(StrEnum):
    """Marks that are shown or hidden together."""

    FIGURES = "figures"
    REMARKS = "remarks"
    NOTES = "notes"
    CHANGES = "changes"


GROUPS: Mapping[MarkKind, MarkGroup] = {
    MarkKind.FIGURE: MarkGroup.FIGURES,
    MarkKind.REMARK: MarkGroup.REMARKS,
    MarkKind.BOOKMARK: MarkGroup.NOTES,
    MarkKind.HIGHLIGHT: MarkGroup.NOTES,
    MarkKind.NOTE: MarkGroup.NOTES,
    MarkKind.QUESTION: MarkGroup.NOTES,
    MarkKind.CORRECTION: MarkGroup.NOTES,
    MarkKind.MOVED: MarkGroup.CHANGES,
    MarkKind.GONE: MarkGroup.CHANGES,
    MarkKind.ADDED: MarkGroup.CHANGES,
    MarkKind.REPLACED: MarkGroup.CHANGES,
}
"""The group of each kind that can be hidden; hits, targets and selections always show."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage that means something."""

    span: Span
    """Characters of the reading text."""
    kind: MarkKind
    """What it means."""
    color: str | None = None
    """The colour a reader gave it."""
    uncertain: bool = False
    """Whether the place needs to be confirmed."""
    changed: bool = False
    """Whether the passage has other words than the note that marks it."""
    ref: str = ""
    """What it belongs to: a note's id."""
