"""The panels of the screen: one row a panel, with all that makes it one.

A new panel is a row here, its name and title in `briefing.model.panels`, and a function from the
sitting to its rows. What builds, fills, arranges and chooses panels walks this table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from briefing.model.panels import TITLES
from briefing.session.sitting import Sitting
from briefing.text.i18n import later
from briefing.ui.render.change_rows import ChangeRows
from briefing.ui.render.note_rows import NoteRows
from briefing.ui.render.outline import OutlineRows
from briefing.ui.render.panels import (
    AUTO,
    UNGROUPED,
    figure_rows,
    is_all_auto,
    state_rows,
    summary_rows,
)
from briefing.ui.render.pointer_rows import RowsAndPointers
from briefing.ui.render.quotation_rows import quotation_rows
from briefing.ui.render.rows import Row


class Source(Enum):
    """What the rows of a panel are made from: they are made again when that changes."""

    HEADINGS = "headings"
    BRIEF = "brief"
    """What analysis finds, part after part of the text."""
    NOTES = "notes"
    CHANGES = "changes"
    """What is another than when the article was read."""
    QUOTATIONS = "quotations"
    """What became of the quotations of a draft."""


@dataclass(frozen=True, slots=True)
class SidePanel:
    """A panel beside the text."""

    name: str
    """Its id in style sheets, and its name in the list of the model."""
    empty: str
    """What stands beside its title when it has no rows, in English."""
    rows: Callable[[Sitting], Sequence[Row]]
    """Makes its rows; may be called in a thread."""
    source: Source
    """When its rows are made again."""
    long_lines: int = 2
    """Lines that a row has in a long list."""
    is_counted: bool = False
    """Whether the number of its rows stands beside its title."""
    remarks: Callable[[Sitting], int] = lambda _sitting: 0
    """How many of its rows, the last ones, do not count: they say something of the others, or are
    what other documents have on this one."""
    is_auto: Callable[[Sitting], bool] = lambda _sitting: False
    """Whether analysis found all of it, which stands beside its title then."""
    is_there: Callable[[Sitting], bool] = lambda _sitting: True
    """Whether the article has this panel at all."""

    @property
    def title(self) -> str:
        """What stands above it, in English."""
        return TITLES[self.name]

    def told(self, sitting: Sitting, rows: Sequence[Row], share: str = "") -> str | None:
        """What stands beside the title.

        Args:
            sitting: The article.
            rows: Its rows.
            share: How much of the article they are from, where that is not all.
        """
        entries = len(rows) - self.remarks(sitting) if self.is_counted else 0
        count = str(entries) if entries else ""
        auto = AUTO if self.is_auto(sitting) else ""
        return " · ".join(part for part in (count, auto, share) if part) or None


def _figures(sitting: Sitting) -> Sequence[Row]:
    reading = sitting.reading
    is_long = len(reading.brief.figures) > UNGROUPED
    return figure_rows(reading.brief, reading.language, reading.article.sections if is_long else ())


def _states(sitting: Sitting) -> Sequence[Row]:
    brief = sitting.reading.brief
    return state_rows(brief.states, brief, sitting.reading.length)


def _outline(sitting: Sitting) -> Sequence[Row]:
    document = sitting.document
    return OutlineRows(document.headings, document.title, sitting.progress)


def _notes(sitting: Sitting) -> Sequence[Row]:
    notebook = sitting.reading.notebook
    rows = NoteRows(() if notebook is None else notebook.placed)
    return RowsAndPointers(rows, sitting.pointers) if sitting.pointers else rows


def _changes(sitting: Sitting) -> Sequence[Row]:
    return ChangeRows(sitting.changes)


def _quotations(sitting: Sitting) -> Sequence[Row]:
    found = sitting.quotations
    return () if found is None else quotation_rows(found.verdicts, found.unchecked)


OUTLINE = SidePanel("outline", "–", _outline, Source.HEADINGS, long_lines=1)
"""Left of the text."""

SIDE_PANELS: tuple[SidePanel, ...] = (
    SidePanel(
        "changes",
        "–",
        _changes,
        Source.CHANGES,
        is_counted=True,
        is_there=lambda sitting: bool(sitting.changes),
    ),
    SidePanel(
        "summary",
        "–",
        lambda sitting: summary_rows(sitting.reading.brief),
        Source.BRIEF,
        is_auto=lambda sitting: is_all_auto(sitting.reading.brief.summary),
    ),
    SidePanel(
        "figures",
        "–",
        _figures,
        Source.BRIEF,
        is_auto=lambda sitting: is_all_auto(sitting.reading.brief.figures),
    ),
    SidePanel("states", later("none named"), _states, Source.BRIEF),
    SidePanel(
        "notes",
        later("none yet; a writes one"),
        _notes,
        Source.NOTES,
        is_counted=True,
        remarks=lambda sitting: len(sitting.pointers),
    ),
    SidePanel(
        "quotations",
        later("no quotations"),
        _quotations,
        Source.QUOTATIONS,
        is_counted=True,
        remarks=lambda sitting: int(
            sitting.quotations is not None and sitting.quotations.unchecked > 0
        ),
        is_there=lambda sitting: sitting.quotations is not None,
    ),
)
"""Right of the text, from top to bottom: what was asked for stands above what is always there."""

NAMES = frozenset(panel.name for panel in SIDE_PANELS)
"""The names of the panels, without the outline."""


def panels_of(source: Source) -> tuple[SidePanel, ...]:
    """The panels whose rows are made from something."""
    return tuple(panel for panel in (OUTLINE, *SIDE_PANELS) if panel.source is source)
