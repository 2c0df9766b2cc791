"""What changed between two versions of a text."""

from __future__ import annotations

from enum import StrEnum


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
