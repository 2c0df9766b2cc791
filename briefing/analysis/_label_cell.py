"""What a number means that fills a cell of a table: the heads of its row and its column."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.model.span import Span

LONGEST = 60
"""Characters of a label."""

_WORD = re.compile(r"[^\W\d_]{2}")
_NUMBER = re.compile(r"[^\w\n]*\d[\d\s.,'’%–-]*[^\w\n]*")


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of a text: lines that follow each other, with tabs between their cells."""

    span: Span
    heads: tuple[str, ...]
    """The cells of its first line; none where that one holds numbers, too."""


def fills_cell(text: str, span: Span) -> bool:
    """Whether a figure is all that a cell holds."""
    start, end = span.start, span.end
    opens = start == 0 or text[start - 1] in "\t\n"
    closes = end == len(text) or text[end] in "\t\n"
    return opens and closes and "\t" in (text[start - 1 : start] + text[end : end + 1])


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
        row = text[line.start : line.end].split("\t")
        column = text.count("\t", line.start, span.start)
        table = self._known(line)
        heads = [_head(row[0])] if column else []
        is_told = line.start > table.span.start and column < len(table.heads)
        heads += [_head(table.heads[column])] if is_told else []
        said = [head for head in dict.fromkeys(heads) if head]
        label = ", ".join(said)
        return (label if len(label) <= LONGEST else said[0][:LONGEST].strip()) if said else None

    def _known(self, line: Span) -> _Table:
        if self._table is None or not self._table.span.start <= line.start < self._table.span.end:
            self._table = _table(self._text, line)
        return self._table


def _head(cell: str) -> str | None:
    """The words of a cell; None where it holds none, or a number."""
    words = " ".join(cell.split())
    return words if _WORD.search(words) and not _NUMBER.fullmatch(words) else None


def _line(text: str, place: int) -> Span:
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return Span(start, len(text) if end < 0 else end)


def _table(text: str, line: Span) -> _Table:
    """The table around one of its lines."""
    start, end = line.start, line.end
    while start > 0 and "\t" in (above := _line(text, start - 1)).of(text):
        start = above.start
    while end < len(text) and "\t" in (below := _line(text, end + 1)).of(text):
        end = below.end
    first = _line(text, start).of(text).split("\t")
    is_head = not any(map(_NUMBER.fullmatch, first))
    return _Table(Span(start, end + 1), tuple(first) if is_head else ())
