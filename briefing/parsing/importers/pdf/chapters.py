"""Chapters whose number stands on a line of its own, as LaTeX sets them: one heading, not two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.parsing.importers.pdf.lines import plain
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.numbered import is_chapter_number
from briefing.parsing.importers.pdf.paragraphs import Lines
from briefing.parsing.importers.pdf.tables import Table

_LARGER = 1.2
"""Times the size of the running text: the type of such a line."""
_NEAR = 5
"""Times the size of its type: how far below it the name stands at most."""


def with_whole_chapters(
    blocks: Iterable[Lines | Table], measures: Measures
) -> Iterator[Lines | Table]:
    """The blocks of a document, the number of each chapter in a block with its name."""
    number: Lines | None = None
    for block in blocks:
        if number is not None:
            if isinstance(block, Lines) and _is_name(block, number, measures):
                block.rows[:0] = number.rows
            else:
                yield number
            number = None
        if isinstance(block, Lines) and _is_number(block, measures):
            number = block
        else:
            yield block
    if number is not None:
        yield number


def _is_number(block: Lines, measures: Measures) -> bool:
    is_large = block.first.size >= _LARGER * measures.body
    return len(block.rows) == 1 and is_large and is_chapter_number(plain(block.first.text))


def _is_name(block: Lines, number: Lines, measures: Measures) -> bool:
    """Whether a block is what a chapter is called: as large at least, and close below."""
    row, above = block.first, number.first
    is_large = row.size >= max(_LARGER * measures.body, 0.8 * above.size)
    is_below = 0 < above.base - row.base <= _NEAR * max(row.size, above.size)
    return is_large and is_below and row.column == above.column
