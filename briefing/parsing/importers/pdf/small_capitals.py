"""Headings in small capitals throughout: lines in capitals that are smaller than the text.

One such line may be a label; where several stand above paragraphs, they are headings.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.parsing.importers.pdf.centred import is_centred
from briefing.parsing.importers.pdf.lines import plain
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.numbered import names_picture
from briefing.parsing.importers.pdf.paragraphs import Lines
from briefing.parsing.importers.pdf.tables import Table
from briefing.parsing.importers.pdf.titled import is_wordy

_FEWEST = 3
"""Such lines of a document, all in one size."""
_SMALLEST, _LARGEST = 0.7, 0.92
"""Times the size of the text: the type of such a line."""
_MOST_CHARACTERS, _FEWEST_LETTERS = 80, 4
_FULL = 60
"""Characters of a paragraph."""
_SAME_EDGE = 2.5
"""Points by which such a line begins beside its column."""


def small_headings(blocks: Sequence[Lines | Table], measures: Measures) -> set[int]:
    """The indices of the blocks that are headings in capitals smaller than the text."""
    sizes: dict[float, set[int]] = {}
    for at, block in enumerate(blocks[:-1]):
        if _may_be(block, measures) and _is_text(blocks[at + 1], block, measures):
            sizes.setdefault(block.rows[0].size, set()).add(at)
    return {at for found in sizes.values() if len(found) >= _FEWEST for at in found}


def _may_be(block: Lines | Table, measures: Measures) -> bool:
    if isinstance(block, Table) or block.is_entry or len(block.rows) > 1:
        return False
    row = block.first
    text = plain(row.text).strip()
    is_small = _SMALLEST * measures.body <= row.size < _LARGEST * measures.body
    is_placed = row.left - row.left_edge <= _SAME_EDGE or is_centred(row)
    is_capital = text.isupper() and sum(map(str.isalpha, text)) >= _FEWEST_LETTERS
    is_short = len(text) <= _MOST_CHARACTERS and not text.endswith((".", ",", ":", ";"))
    is_title = is_capital and is_short and is_wordy(text) and not names_picture(text)
    return is_small and is_placed and is_title and len(row.cells) == 1


def _is_text(block: Lines | Table, above: Lines | Table, measures: Measures) -> bool:
    """Whether a block is a paragraph in the type of the text, in the column of what is above."""
    if isinstance(block, Table) or block.is_entry:
        return False
    row = block.first
    is_long = sum(len(line.text) for line in block.rows) >= _FULL
    return is_long and row.size == measures.body and row.column == above.rows[0].column
