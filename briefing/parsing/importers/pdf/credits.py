"""Who wrote a PDF and when, as the lines below its title say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.parsing.bare_names import Counts
from briefing.parsing.importers.pdf.headings import Headings
from briefing.parsing.importers.pdf.lines import Stretch, plain
from briefing.parsing.importers.pdf.paragraphs import Lines
from briefing.parsing.importers.pdf.tables import Table
from briefing.parsing.title_credits import TitleCredits, credits_below

_MOST_ROWS, _HEAD = 4, 4
"""Lines of a block of names and a day, and how many blocks below the title may be such."""

_BETWEEN = " | "
"""What parts names that stand apart on one line."""


def credits_of(
    blocks: Sequence[Lines | Table], headings: Headings, authors: Iterable[str], counts: Counts
) -> tuple[TitleCredits, frozenset[int]]:
    """What the blocks below the title say of authors and day.

    Args:
        blocks: All blocks of the document, in order.
        headings: Which of them are headings, and which is the title.
        authors: Those that the document's own data name.
        counts: How often each word stands in the document.

    Returns:
        That, and the indices of the blocks that say nothing else.
    """
    if headings.title is None:
        return TitleCredits(tuple(authors)), frozenset()
    lines: list[str] = []
    at: list[int] = []
    for index, block in enumerate(blocks[headings.title + 1 :], headings.title + 1):
        most = _MOST_ROWS if index <= headings.title + _HEAD else 1
        is_short = isinstance(block, Lines) and len(block.rows) <= most
        rows = block.rows if is_short and index not in headings.levels else []
        words = [_BETWEEN.join(map(_words, row.cells)) for row in rows] or [""]
        lines += words
        at += [index] * len(words)
    said = credits_below(lines, authors, counts)
    taken = {at[line] for line in said.lines}
    kept = {at[line] for line in range(len(at)) if line not in said.lines}
    return said, frozenset(taken - kept) if kept else frozenset()


def _words(cell: Stretch) -> str:
    return " ".join(plain(cell.text).split())
