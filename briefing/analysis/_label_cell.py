"""What a number means that fills a cell of a table: the heads of its row and its column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.model.span import Span

LONGEST = 60
"""Characters of a label."""

_GAP = re.compile(r"\t|(?<![.!?:]) {2,}| {3,}")
"""What parts the cells of a row: a tab, or the spaces of a plain text that lines up its columns.

Two of them also stand behind the sentences of typists.
"""
_WIDE = "  "
_RULE = re.compile(r"[ \t]*[-=+]{3}[-=+ \t]*")
"""A row of dashes, as below the heads of a plain text's table."""
_DASHES = re.compile(r"[-=]+")
_HEAD, _SEVERAL = 3, 2
"""Lines of a table of which one may be such a row; columns that it tells apart."""

_REST = re.compile(r"[^\w\n\t]*(?:\d[^\w\n\t]*)*(?=[\n\t]|\Z)")
"""What is left of a cell or line without a letter."""
_PERIOD = re.compile(
    r"(?:[QHST]\d ?|[1-4][QHST] ?)?((?:1[89]|20)\d\d)(?:\s?[-–/]\s?\d{2,4})?[a-z]?"
    r"|[QHST]\d|[1-4][QHST]"
)
"""A head that says of when its row or column is: 2019, 2019/20, Q3 2026; group 1 is the year."""
_WORD = re.compile(r"[^\W\d_]{2}")
_NUMBER = re.compile(r"[^\w\n]*\d[\d\s.,'’%–-]*[^\w\n]*")


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of a text: lines that follow each other, with gaps between their cells."""

    span: Span
    heads: tuple[str, ...]
    """The cells of its first line; none where that one holds numbers, too."""
    starts: tuple[int, ...] = ()
    """Where its columns begin in each line, where a row of dashes below the heads tells it."""


def fills_cell(text: str, span: Span) -> bool:
    """Whether a figure is all that a cell holds."""
    start, end = span.start, span.end
    before = text[max(0, start - 2) : start]
    if before != _WIDE and before[-1:] not in ("", "\n", "\t"):
        return False
    behind = text[end : end + 2]
    is_first, is_last = before[-1:] in ("", "\n"), behind[:1] in ("", "\n")
    opens = before[-1:] == "\t" or before == _WIDE
    closes = behind[:1] == "\t" or behind == _WIDE
    return (opens and (closes or is_last)) or (is_first and closes)


def has_no_words(text: str, span: Span) -> bool:
    """Whether a figure stands among numbers only: in its cell, or in a line that is all of it."""
    start = max(
        text.rfind("\n", 0, span.start), text.rfind("\t", max(0, span.start - LONGEST), span.start)
    )
    behind = _REST.match(text, span.end)
    before = text[max(start + 1, span.start - LONGEST) : span.start]
    return behind is not None and not any(map(str.isalpha, before))


class Cells:
    """Labels the figures in a text's tables; remembers the table that it met last."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._table: _Table | None = None

    def label(self, span: Span) -> str | None:
        """The head of the row, then that of the column; None where the table has neither.

        Args:
            span: A figure that fills its cell.
        """
        text = self._text
        line = _line(text, span.start)
        table = self._known(line)
        row = _cells(line.of(text), table.starts)
        column = len(_cells(text[line.start : span.end], table.starts)) - 1
        heads = [_head(row[0])] if column else []
        is_told = line.start > table.span.start and column < len(table.heads)
        heads += [_head(table.heads[column])] if is_told else []
        said = [head for head in dict.fromkeys(heads) if head]
        said.sort(key=lambda head: _PERIOD.fullmatch(head) is not None)
        label = ", ".join(said)
        if len(label) <= LONGEST or not said:
            return label or None
        when = f", {said[-1]}" if _PERIOD.fullmatch(said[-1]) else ""
        return f"{_cut(said[0], LONGEST - len(when))}{when}"

    def _known(self, line: Span) -> _Table:
        if self._table is None or not self._table.span.start <= line.start < self._table.span.end:
            self._table = _table(self._text, line)
        return self._table


def _head(cell: str) -> str | None:
    """The words of a cell, or the year; None where it holds none, or a number."""
    words = " ".join(cell.split())
    if _PERIOD.fullmatch(words):
        return words
    return words if _WORD.search(words) and not _NUMBER.fullmatch(words) else None


def _cut(head: str, most: int) -> str:
    """The first words of a head that is too long for a label, of so many characters."""
    return head if len(head) <= most else head[: most + 1].rpartition(" ")[0]


def _line(text: str, place: int) -> Span:
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return Span(start, len(text) if end < 0 else end)


def _table(text: str, line: Span) -> _Table:
    """The table around one of its lines; another one may begin right below, with more columns."""
    start, end = line.start, line.end
    tabs = line.of(text).count("\t")
    while start > 0 and _is_row((above := _line(text, start - 1)).of(text), tabs):
        start = above.start
    while end < len(text) and _is_row((below := _line(text, end + 1)).of(text), tabs):
        end = below.end
    lines = text[start:end].split("\n")
    rule = next(filter(_RULE.fullmatch, lines[:_HEAD]), "")
    starts = tuple(group.start() for group in _DASHES.finditer(rule))
    first = _cells(next((each for each in lines if each != rule), ""), starts)
    is_head = not any(map(_NUMBER.fullmatch, first)) or _has_periods(first)
    return _Table(Span(start, end + 1), tuple(first) if is_head else (), starts)


def _has_periods(cells: Sequence[str]) -> bool:
    """Whether the numbers of a line are years that follow each other, as heads of columns do."""
    numbers = [" ".join(cell.split()) for cell in cells if _NUMBER.fullmatch(cell)]
    years = [found[1] for found in map(_PERIOD.fullmatch, numbers) if found is not None]
    if len(years) < len(numbers) or (len(years) < _SEVERAL and cells[0].strip()):
        return False  # "Founded", "1998"
    return years in (sorted(set(years)), sorted(set(years), reverse=True))


def _is_row(line: str, tabs: int) -> bool:
    """Whether a line is a row of a table whose rows have so many tabs."""
    if line.count("\t") != tabs:
        return False
    is_parted = "\t" in line or (_WIDE in line and _GAP.search(line.strip()) is not None)
    return is_parted or _RULE.fullmatch(line) is not None


def _cells(row: str, starts: Sequence[int]) -> list[str]:
    """The cells of a row, which may be indented, or of its beginning.

    Args:
        row: A line of a table.
        starts: Where its columns begin, if that is known.
    """
    if len(starts) < _SEVERAL:
        return _GAP.split(row if "\t" in row else row.lstrip())
    edges = [0, *starts[1:], None]  # what stands left of the first column is of it
    return [row[start:end].strip() for start, end in pairwise(edges) if row[start:]]
