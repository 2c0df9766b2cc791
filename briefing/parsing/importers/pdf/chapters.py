"""Chapters whose number stands on a line of its own: one heading, not two.

LaTeX sets them so in large type, and statutes the articles that they have, in the middle. There a
title is set in parts, too, each of which goes on with the one above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.parsing.importers.pdf.centred import is_centred
from briefing.parsing.importers.pdf.lines import plain
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.numbered import is_chapter_number
from briefing.parsing.importers.pdf.paragraphs import Lines
from briefing.parsing.importers.pdf.tables import Table

_LARGER = 1.2
"""Times the size of the running text: the type of such a line."""
_NEAR = 5
"""Times the size of its type: how far below it the name stands at most."""
_CLOSE = 3
"""The same of what is centred, in the type of the text."""
_MOST_ROWS = 4
"""Lines of a title in parts."""


def with_whole_chapters(
    blocks: Iterable[Lines | Table], measures: Measures
) -> Iterator[Lines | Table]:
    """The blocks of a document, the number of each chapter in a block with its name."""
    number: Lines | None = None
    for block in _with_whole_titles(blocks):
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


def _with_whole_titles(blocks: Iterable[Lines | Table]) -> Iterator[Lines | Table]:
    """The blocks of a document, bold lines in the middle that begin small in those above them."""
    last: Lines | Table | None = None
    for block in blocks:
        if isinstance(last, Lines) and isinstance(block, Lines) and _goes_on(last, block):
            last.rows += block.rows
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last


def _goes_on(above: Lines, block: Lines) -> bool:
    gap, size = above.rows[-1].base - block.first.base, block.first.size
    is_near = 0 < gap <= _CLOSE * size and above.first.size == size
    begins_small = plain(block.first.text)[:1].islower()
    return (
        is_near
        and begins_small
        and above.is_bold
        and block.is_bold
        and len(above.rows) + len(block.rows) <= _MOST_ROWS
        and all(map(is_centred, (*above.rows, *block.rows)))
    )


def _is_number(block: Lines, measures: Measures) -> bool:
    is_large = block.first.size >= _LARGER * measures.body
    is_set_off = is_large or is_centred(block.first)
    return len(block.rows) == 1 and is_set_off and is_chapter_number(plain(block.first.text))


def _is_name(block: Lines, number: Lines, measures: Measures) -> bool:
    """Whether a block is what a chapter is called: as large at least, and close below.

    What is centred stands below what is centred, or goes on with it on the next page.
    """
    row, above = block.first, number.first
    if above.size < _LARGER * measures.body:
        gap = above.base - row.base
        is_next = row.column == above.column + 1 or 0 < gap <= _CLOSE * row.size
        return is_next and all(map(is_centred, block.rows))
    is_large = row.size >= max(_LARGER * measures.body, 0.8 * above.size)
    is_below = 0 < above.base - row.base <= _NEAR * max(row.size, above.size)
    return is_large and is_below and row.column == above.column
