"""Marks over the text: one mechanism, whatever a mark means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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
    SEARCH = "search"
    TARGET = "target"
    SELECTION = "selection"


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
