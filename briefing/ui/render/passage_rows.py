"""What was found in a library, by document: its title, and below it each passage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from briefing.model.library import Entry, FoundDocument, Hit, HitKind, shared_titles
from briefing.model.mark import MarkKind
from briefing.model.passage import Passage
from briefing.session.library_search import NotedDocument
from briefing.session.placing import PlacedNote
from briefing.text.fitting import glimpse
from briefing.text.local_forms import number
from briefing.text.width import cells
from briefing.ui.render.entry_rows import file_words
from briefing.ui.render.note_rows import note_row
from briefing.ui.render.palette import GUTTER_SIGNS
from briefing.ui.render.rows import LazyRows, Row, Words

Led = tuple[Row, Passage]
"""A row and where it leads."""

_DATE_CELLS = len("2026-11-20")
_WIDE_CELLS = 100
"""From here on a screen has room for a hit with the words around it on one line."""


def hit_lines(width_cells: int) -> int:
    """How many lines a place may take on a screen of that width."""
    return 1 if width_cells >= _WIDE_CELLS else 2


class FoundRows(LazyRows):
    """Documents, and below each the places where words of a query stand in it.

    There may be thousands of each: a row is made when it is looked at.
    """

    def __init__(self, found: Sequence[FoundDocument], folder: Path, hit_lines: int = 2) -> None:
        """Make no row yet.

        Args:
            found: The documents.
            folder: The folder in which their paths are.
            hit_lines: How many lines a place may take.
        """
        self._found, self._folder, self._hit_lines = found, folder, hit_lines
        self._starts = list(accumulate((1 + len(one.hits) for one in found), initial=0))
        self._index: dict[str, int] | None = None
        self._shared = shared_titles(one.entry for one in found)

    def __len__(self) -> int:
        return self._starts[-1]

    def row_at(self, index: int) -> Row:
        """Make the row of a document or of a place in it."""
        at, count = self._place(index)
        found = self._found[at]
        if count < 0:
            is_named = found.entry.title in self._shared
            return _title_row(found.entry, len(found.hits), is_named=is_named)
        return _hit_row(found.hits[count], f"{found.entry.path}\0{count}", self._hit_lines)

    def index_of(self, ref: str) -> int | None:
        """Where a document or a place in it stands."""
        if self._index is None:
            self._index = {one.entry.path: at for at, one in enumerate(self._found)}
        path, _sign, count = ref.partition("\0")
        at = self._index.get(path)
        return None if at is None else self._starts[at] + (int(count) + 1 if count else 0)

    def passage(self, ref: str) -> Passage | None:
        """Where a row leads."""
        index = self.index_of(ref)
        if index is None:
            return None
        at, count = self._place(index)
        found = self._found[at]
        span = None if count < 0 else found.hits[count].span
        return Passage(self._folder / found.entry.path, span)

    def _place(self, index: int) -> tuple[int, int]:
        """The document of a row, and which of its places it is; -1 for its title."""
        at = bisect_right(self._starts, index) - 1
        return at, index - self._starts[at] - 1


def _hit_row(hit: Hit, ref: str, max_lines: int) -> Row:
    sign = GUTTER_SIGNS[MarkKind.NOTE] if hit.kind is HitKind.NOTE else " "
    line = "" if hit.line_number is None else f"{number(hit.line_number)}  "
    words = (Words(line, "muted"), Words(glimpse(hit.snippet)))
    hang = cells(line)
    return Row(words, ref=ref, sign=sign, max_lines=max_lines, indent_cells=2, hang_cells=hang)


def noted_rows(
    chosen: Sequence[tuple[NotedDocument, Sequence[PlacedNote]]], folder: Path
) -> list[Led]:
    """Documents, and below each those of its notes that are shown; nothing of one without any."""
    shared = shared_titles(noted.entry for noted, _placed in chosen)
    rows: list[Led] = []
    for noted, placed in chosen:
        if not placed:
            continue
        path, is_named = folder / noted.entry.path, noted.entry.title in shared
        rows.append((_title_row(noted.entry, len(placed), is_named=is_named), Passage(path)))
        for one in placed:
            row = replace(note_row(one), ref=f"{noted.entry.path}\0{one.note.id}", indent_cells=2)
            rows.append((row, Passage(path, one.span)))
    return rows


def _title_row(entry: Entry, count: int, *, is_named: bool = False) -> Row:
    aside = f"{number(count)} {glimpse((entry.published or '')[:_DATE_CELLS])}".strip()
    return Row(
        (
            Words(glimpse(entry.title), "heading", bold=True),
            *((file_words(entry),) if is_named else ()),
        ),
        ref=entry.path,
        max_lines=1,
        aside=Words(aside, "muted"),
        aside_cells=cells(aside),
    )
