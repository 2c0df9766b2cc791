"""Notes at the end of a printed web page: items that lead back to their marks by an arrow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model.records import dataclass, replace
from briefing.parsing.importers.pdf.lines import Row
from briefing.parsing.importers.pdf.looks import (
    BOLD,
    FIRST_LINK,
    ITALIC,
    LAST_LINK,
    PLAIN,
    without_first,
)

_SIGNS = f"{BOLD}{ITALIC}{PLAIN}{chr(FIRST_LINK)}-{chr(LAST_LINK)}"
_BACK = re.compile(rf"[\s{_SIGNS}]*[↑↩]\ufe0e?\s*\Z")
_LONGEST = 20
"""Lines of a note."""
_MOST_CELLS = 2
"""Cells of a line of a note: its number may stand apart."""
_NUMBER = re.compile(r"(\d{1,3})[.)]\s*")


@dataclass(slots=True)
class Footnote:
    """A note and its mark."""

    mark: str
    """What stands before it and in the text."""
    page: int
    """0-based."""
    rows: list[Row]
    """Its lines, without the mark."""
    label: str = ""
    """What tells it from all others of the document."""


def take_endnotes(rows: Sequence[Row]) -> tuple[list[Row], list[Footnote]]:
    """Part the notes that lead back to the text from the lines of a document."""
    text: list[Row] = []
    notes: list[Footnote] = []
    begin = 0
    for end, row in enumerate(rows):
        if len(row.cells) > _MOST_CELLS or not _BACK.search(row.text):
            continue  # an arrow in the head of a table tells which way is better
        start = _first_line(rows, begin, end)
        text += rows[begin:start]
        if start <= end:
            notes.append(_note(rows[start : end + 1]))
        begin = end + 1
    return [*text, *rows[begin:]], notes


def _first_line(rows: Sequence[Row], begin: int, end: int) -> int:
    """The line that begins the note which ends in one; the next line for none."""
    near = range(end, max(begin, end - _LONGEST) - 1, -1)
    return next((index for index in near if _NUMBER.match(rows[index].text)), end + 1)


def _note(rows: Sequence[Row]) -> Footnote:
    """A note of such lines; the number and the arrow go."""
    match = _NUMBER.match(rows[0].text)
    mark, length = ("", 0) if match is None else (match[1], match.end())
    first, last = rows[0], rows[-1]
    cells = first.cells
    if len(cells) > 1 and len(cells[0].text) <= length:
        first.cells = cells[1:]
    else:
        looks = without_first(cells[0].looks, length)
        first.cells = [replace(cells[0], text=cells[0].text[length:], looks=looks), *cells[1:]]
    end = last.cells[-1]
    last.cells[-1] = replace(end, text=_BACK.sub("", end.text), looks=_BACK.sub("", end.looks))
    return Footnote(mark, first.page, list(rows))
