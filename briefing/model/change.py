"""What changed between two versions of a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.span import Span


class Weighs(StrEnum):
    """What is most serious about a change, the most serious first."""

    FIGURE = "figure"
    """A number, its unit or a date differs."""
    NEGATION = "negation"
    """A "not" came or went."""
    NAME = "name"
    """A name differs."""
    QUALIFIER = "qualifier"
    """How exact a number is, or how sure a statement, differs."""
    WORDS = "words"
    """None of these."""


class ChangeKind(StrEnum):
    """What happened to some words."""

    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different between two texts."""

    kind: ChangeKind
    """What happened."""
    old_span: Span
    """Where the words were in the older text; empty, at the place of it, for added ones."""
    span: Span
    """Where they are in the newer text; empty, at the place of it, for removed ones."""
    old: str
    """The words that were there; empty for added ones."""
    new: str
    """The words that are there; empty for removed ones."""
    weighs: Weighs = Weighs.WORDS
    """What is most serious about it."""
