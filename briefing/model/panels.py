"""The panels beside an article: what they are called, and the order in which they are listed.

A page, a document for programs and the screen walk this table; each of them knows how a panel is
shown there. Titles are in English and translated where they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Panel:
    """One thing that is known of an article beside its text."""

    name: str
    """How code, style sheets and documents for programs call it."""
    title: str
    """What stands above it, in English."""


OUTLINE = Panel("outline", "Outline")
"""The headings: they lead through an article and are in no document about it."""

CHANGES = Panel("changes", "Changes")
"""What is another than when the reader was here: it is about a reading, and in no document."""

QUOTATIONS = Panel("quotations", "Quotations")
"""What became of the quotations of a draft: it is about a library, and in no document."""

PANELS: tuple[Panel, ...] = (
    Panel("summary", "Summary"),
    Panel("figures", "Figures"),
    Panel("checks", "Checks"),
    Panel("states", "States"),
    Panel("lists", "Lists"),
    Panel("remarks", "Remarks"),
    Panel("warnings", "Warnings"),
    Panel("dropped", "Left out of the text"),
    Panel("notes", "Notes"),
)
"""Every panel, in the order of a page. A medium may show two of them as one."""

TITLES = {panel.name: panel.title for panel in (OUTLINE, CHANGES, QUOTATIONS, *PANELS)}
"""The titles by name."""
