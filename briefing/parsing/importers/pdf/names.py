"""Lists of persons: names that are set as headings are, each with a line below of what they are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from briefing.parsing.importers.pdf.line_ends import ends_sentence
from briefing.parsing.importers.pdf.lines import plain
from briefing.parsing.importers.pdf.paragraphs import Lines, begins_item
from briefing.parsing.importers.pdf.tables import Table

_FEWEST = 3
"""Names of a list."""
_LONGEST = 60
"""Characters of a name, and of what stands below it."""


def listed_names(found: Collection[int], blocks: Sequence[Lines | Table]) -> Iterator[int]:
    """The indices of headings that each have no more than a short line below, one after the other.

    Args:
        found: The indices of the headings.
        blocks: All blocks of the document.
    """
    run: list[int] = []
    for index in sorted(found):
        if run and index != run[-1] + 2:
            yield from run if len(run) >= _FEWEST else ()
            run = []
        if _is_short(blocks[index]) and index + 1 < len(blocks) and _is_short(blocks[index + 1]):
            run.append(index)
        elif run:
            yield from run if len(run) >= _FEWEST else ()
            run = []
    yield from run if len(run) >= _FEWEST else ()


def _is_short(block: Lines | Table) -> bool:
    """Whether a block is one short line that is no sentence and no item."""
    if isinstance(block, Table) or block.is_entry or len(block.rows) > 1:
        return False
    row = block.first
    is_one = len(plain(row.text)) <= _LONGEST and len(row.cells) == 1
    return is_one and not ends_sentence(row) and not begins_item(row) and not row.level
