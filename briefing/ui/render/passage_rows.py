"""What was found in a library, by document: its title, and below it each passage."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefing.model.library import Entry, FoundDocument, HitKind
from briefing.model.mark import MarkKind
from briefing.model.passage import Passage
from briefing.session.library_search import NotedDocument
from briefing.session.placing import PlacedNote
from briefing.text.fitting import glimpse
from briefing.text.local_forms import number
from briefing.text.width import cells
from briefing.ui.render.note_rows import note_row
from briefing.ui.render.palette import GUTTER_SIGNS
from briefing.ui.render.rows import Row, Words

Led = tuple[Row, Passage]
"""A row and where it leads."""

_DATE_CELLS = len("2026-11-20")


def found_rows(found: FoundDocument, folder: Path) -> list[Led]:
    """A document and the places where words of a query stand in it."""
    path = folder / found.entry.path
    rows = [(_title_row(found.entry, len(found.hits)), Passage(path))]
    for count, hit in enumerate(found.hits):
        sign = GUTTER_SIGNS[MarkKind.NOTE] if hit.kind is HitKind.NOTE else " "
        line = "" if hit.line_number is None else f"{number(hit.line_number)}  "
        words = (Words(line, "muted"), Words(glimpse(hit.snippet)))
        ref = f"{found.entry.path}\0{count}"
        row = Row(words, ref=ref, sign=sign, max_lines=2, indent_cells=2, hang_cells=cells(line))
        rows.append((row, Passage(path, hit.span)))
    return rows


def noted_rows(noted: NotedDocument, placed: list[PlacedNote], folder: Path) -> list[Led]:
    """A document and some of its notes."""
    path = folder / noted.entry.path
    rows = [(_title_row(noted.entry, len(placed)), Passage(path))]
    for one in placed:
        row = replace(note_row(one), ref=f"{noted.entry.path}\0{one.note.id}", indent_cells=2)
        rows.append((row, Passage(path, one.span)))
    return rows


def _title_row(entry: Entry, count: int) -> Row:
    aside = f"{number(count)} {glimpse((entry.published or '')[:_DATE_CELLS])}".strip()
    return Row(
        (Words(glimpse(entry.title), "heading", bold=True),),
        ref=entry.path,
        max_lines=1,
        aside=Words(aside, "muted"),
        aside_cells=cells(aside),
    )
