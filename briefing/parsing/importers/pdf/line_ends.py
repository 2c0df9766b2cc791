"""How lines end: as sentences do, or before their column does."""

from __future__ import annotations

import re

from briefing.parsing.importers.pdf.lines import RAISED, RAISED_END, Row

_SENTENCE_END = re.compile(rf"[.!?:;…。][\"'»”’)\]]*(?:{RAISED}[^{RAISED_END}]*{RAISED_END})?\Z")


def ends_sentence(row: Row) -> bool:
    """Whether a line ends as a sentence or a part of one does."""
    return _SENTENCE_END.search(row.text) is not None


def ends_early(above: Row, row: Row) -> bool:
    """Whether the first word of a line had room in the line above it."""
    text = row.text
    first, _space, rest = text.partition(" ")
    if len(first) == 1 and first.isupper() and not ends_sentence(above):
        first = f"{first} {rest.partition(' ')[0]}"  # a letter is bound to its word: “M LLC”
    width = (row.right - row.left) * len(first) / max(len(text), 1)
    return above.right_edge - above.right > width + 0.8 * row.size
