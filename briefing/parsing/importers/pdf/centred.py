"""Headings that only their place tells: short lines in the middle of the column above a text.

Rulings, statutes and contracts set them so, in the type of the text. One such line may be a verse
or a name; where several stand above paragraphs, they are headings. So are those that begin with the
number of a chapter or an article, above whatever it consists of.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.parsing.importers.pdf.lines import Row, plain
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.numbered import is_chapter_number, names_picture
from briefing.parsing.importers.pdf.paragraphs import BULLET, Lines
from briefing.parsing.importers.pdf.tables import Table
from briefing.parsing.importers.pdf.titled import is_wordy

_FEWEST = 3
"""Such lines of a document."""
_OFF_MIDDLE = 3.0
"""Points by which the middle of a line may be off that of its column."""
_ROOM = 3.0
"""Times the size of the type: how far a line is from the edges of its column at least."""
_AMID = 0.2
"""The share of its column that is free on both sides of a short line in its midst, and half of it
by how much it may be off."""
_MOST_CHARACTERS = 90
_MOST_ROWS = 3
_WIDE = 0.7
"""The share of its column that the first line of a paragraph has at least."""
_SAME_SIZE = 0.95
"""Times the size of the text: smaller type is that of a caption or a note."""


def is_centred(row: Row) -> bool:
    """Whether a row stands in the middle of its column, away from both edges."""
    left, right = row.left - row.left_edge, row.right_edge - row.right
    room = min(left, right)
    return room >= _ROOM * row.size and abs(left - right) <= 2 * _OFF_MIDDLE


def _is_amid(row: Row) -> bool:
    """Whether a short row stands about in the middle of a column whose ragged lines hide its edge.

    That is enough for what says by its words that it heads something.
    """
    left, right = row.left - row.left_edge, row.right_edge - row.right
    width = row.right_edge - row.left_edge
    return min(left, right) >= _AMID * width and abs(left - right) <= _AMID / 2 * width


def centred_headings(blocks: Sequence[Lines | Table], measures: Measures) -> set[int]:
    """The indices of the blocks that are headings because they stand in the middle."""
    may_be = [_may_be(block, measures) for block in blocks]
    found = {
        at
        for at, is_one in enumerate(may_be[:-1])
        if is_one and _is_text(blocks[at + 1]) and not (at and may_be[at - 1])
    }
    counted = {
        at
        for at, block in enumerate(blocks[:-1])
        if may_be[at] or _is_short(block)
        if is_chapter_number(plain(block.rows[0].text)) and _is_amid(block.rows[0])
        if len(block.rows) > 1 or not _is_amid(blocks[at + 1].rows[0])
    }
    return {at for own in (found, counted) if len(own) >= _FEWEST for at in own}


def _may_be(block: Lines | Table, measures: Measures) -> bool:
    if isinstance(block, Table) or block.is_entry or len(block.rows) > _MOST_ROWS:
        return False
    if not all(len(row.cells) == 1 and is_centred(row) for row in block.rows):
        return False
    text = plain(" ".join(row.text for row in block.rows)).strip()
    is_title = text[:1].isupper() or text[:1].isdecimal()
    is_words = is_wordy(text) and "=" not in text
    is_short = 2 < len(text) <= _MOST_CHARACTERS and not text.endswith((".", ",", ";", ":"))
    is_large = block.first.size >= _SAME_SIZE * measures.body
    is_other = names_picture(text) or BULLET.match(text)
    return is_title and is_words and is_short and is_large and not is_other


def _is_short(block: Lines | Table) -> bool:
    """Whether a block is a single line, and names no table or figure."""
    is_one = isinstance(block, Lines) and not block.is_entry and len(block.rows) == 1
    return is_one and not names_picture(plain(block.rows[0].text))


def _is_text(block: Lines | Table) -> bool:
    """Whether a block is a paragraph: from one edge of its column to the other."""
    if isinstance(block, Table) or is_centred(block.first):
        return False
    row = block.first
    return row.right - row.left >= _WIDE * (row.right_edge - row.left_edge)
