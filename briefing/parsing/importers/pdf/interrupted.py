"""Paragraphs that something stands in the midst of: a figure, a table, or small type at a foot.

What is printed between two parts of a paragraph is none of it. What tells that they are one is that
the first breaks off inside a sentence, at the end of a full line, and that the next lines in its
type begin small.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.parsing.importers.pdf.counted_on import is_next_item
from briefing.parsing.importers.pdf.line_ends import ends_sentence
from briefing.parsing.importers.pdf.lines import HYPHEN, Row
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.numbered import is_caption
from briefing.parsing.importers.pdf.paragraphs import (
    Lines,
    begins_item,
    is_set_off,
)
from briefing.parsing.importers.pdf.tables import Table

_MOST_BETWEEN = 8
"""Blocks that stand in the midst of a paragraph at most."""
_MOST_HEADS, _SHORT = 2, 80
"""Lines of a heading, and headings above each other, that stay with their paragraph; and their
characters."""
_SMALL = 0.95
"""Times the size of the paragraph: type of captions, labels and notes."""
_FULL, _WIDE = 30, 0.75
"""Characters of a line that fills its column, and how much of it that line fills at least."""
_NUMBER = re.compile(r"\d[\d.,]*%?\s[^\W\d_A-ZÀ-Þ]")
"""What goes on inside a sentence, too: a number before a small word."""
_SAME_SIZE = 0.06
"""Times the size of the type: how much two sizes may differ that are the same."""


def with_whole_paragraphs(
    blocks: Sequence[Lines | Table], measures: Measures
) -> list[Lines | Table]:
    """The blocks of a document, the parts of each paragraph in one.

    What stood between them comes before it where that is of the page on which the paragraph
    begins, and else behind it: so the pages of all words stay in order.
    """
    found = list(blocks)
    at = 0
    while at < len(found):
        block = found[at]
        end = _next_part(found, at, measures) if isinstance(block, Lines) else None
        part = None if end is None else found[end]
        if end is None or not isinstance(block, Lines) or not isinstance(part, Lines):
            at += 1
            continue
        between = found[at + 1 : end]
        above = [other for other in between if other.rows[-1].page == block.first.page]
        below = [other for other in between if other.rows[-1].page != block.first.page]
        start = at - _heads_above(found[:at], block) if above else at
        heads = found[start:at]
        found[start : end + 1] = [*above, *heads, Lines([*block.rows, *part.rows]), *below]
        at = start + len(above) + len(heads)
    return found


def _heads_above(blocks: Sequence[Lines | Table], block: Lines) -> int:
    """How many lines right above a paragraph may head it: short ones that end no sentence."""
    count = 0
    for other in reversed(blocks[-_MOST_HEADS:]):
        is_line = isinstance(other, Lines) and not other.is_entry and len(other.rows) <= _MOST_HEADS
        if not is_line or other.rows[0].page != block.first.page:
            break
        if other.rows[0].size < block.first.size:
            break  # a note, or an address
        is_short = sum(len(row.text) for row in other.rows) <= _SHORT
        if not is_short or ends_sentence(other.rows[-1]) or is_caption(other.rows[0].text):
            break
        count += 1
    return count


def _next_part(blocks: Sequence[Lines | Table], at: int, measures: Measures) -> int | None:
    """The block that goes on with a paragraph which breaks off; None where none does."""
    block = blocks[at]
    if not isinstance(block, Lines) or not _breaks_off(block, measures):
        return None
    last = block.rows[-1]
    for index in range(at + 1, min(at + 2 + _MOST_BETWEEN, len(blocks))):
        other = blocks[index]
        if other.rows[0].page > last.page + 1:
            return None
        if isinstance(other, Lines) and _goes_on(other, last, measures):
            is_over = other.first.column != last.column
            between = blocks[at + 1 : index]
            is_one = (is_over or between) and _keep_pages(block, between, other)
            is_one = is_one and not is_next_item(block.rows, other.first)
            return index if is_one else None
        if isinstance(other, Lines) and not _is_between(other, last):
            return None
    return None


def _breaks_off(block: Lines, measures: Measures) -> bool:
    """Whether a block is text that ends inside a sentence, with a line that fills its column."""
    last = block.rows[-1]
    if block.is_entry or len(last.cells) > 1 or is_set_off(last, measures):
        return False
    if is_caption(block.first.text) or ends_sentence(last) or last.size < _SMALL * measures.body:
        return False
    is_wide = last.right - last.left_edge >= _WIDE * (last.right_edge - last.left_edge)
    return last.text.endswith(HYPHEN) or (is_wide and len(last.text) >= _FULL)


def _goes_on(other: Lines, last: Row, measures: Measures) -> bool:
    """Whether a block is text in the type of such a line, and begins inside a sentence."""
    first = other.first
    is_same = abs(first.size - last.size) <= _SAME_SIZE * last.size and first.bold == last.bold
    is_text = len(first.cells) == 1 and not (other.is_entry or is_set_off(first, measures))
    is_small = first.text.lstrip("\"'«“‘([")[:1].islower() or _NUMBER.match(first.text)
    begins = bool(is_small) and not begins_item(first)
    return is_same and is_text and begins


def _is_between(other: Lines, last: Row) -> bool:
    """Whether a block is of what stands in the midst of a text."""
    return is_caption(other.first.text) or all(row.size < _SMALL * last.size for row in other.rows)


def _keep_pages(block: Lines, between: Sequence[Lines | Table], part: Lines) -> bool:
    """Whether all words of a page stay before those of the next one when two parts become one."""
    return all(
        other.rows[0].page == other.rows[-1].page
        and other.rows[0].page in (block.first.page, part.rows[-1].page)
        for other in between
    )
