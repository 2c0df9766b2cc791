"""Headings that only italics tell: short lines in the size of the text, above a paragraph of it.

One such line may be a name or a saying; where several stand above paragraphs, they are headings.
Questions are so among others; where most of them are questions, somebody is asked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from briefing.languages.load import every_language
from briefing.languages.phrases import any_of
from briefing.parsing.importers.pdf.lines import plain
from briefing.parsing.importers.pdf.looks import are_all_italic, leans
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.numbered import is_chapter_number, names_picture
from briefing.parsing.importers.pdf.paragraphs import BULLET, Lines, begins_item
from briefing.parsing.importers.pdf.tables import Table
from briefing.parsing.importers.pdf.titled import begins_title, is_wordy

_FEWEST = 2
"""Such lines of a document."""
_MOST_CHARACTERS, _MOST_ROWS = 90, 2
_SAME_SIZE = 0.95
"""Times the size of the text: smaller type is that of a caption or a note."""
_FULL, _ALONE = 30, 60
"""Characters of the first line of a paragraph, and of one that is all of it."""
_ENDS = re.compile(r"[.,;:!…\"'»”’)\]–—-]\Z")
_COUNTED = re.compile(r"([^\W\d_]{3,12}) (?:\d{1,3}|[IVXLC]{1,6})\b")


def slanted_headings(blocks: Sequence[Lines | Table], measures: Measures) -> set[int]:
    """The indices of the blocks that are headings because they are in italics."""
    may_be = [_may_be(block, measures) for block in blocks]
    found = {
        at
        for at, is_one in enumerate(may_be[:-1])
        if is_one and at and not may_be[at - 1] and _is_text(blocks[at + 1], blocks[at])
    }
    asked = {at for at in found if blocks[at].rows[-1].text.endswith("?")}
    if len(asked) * 2 > len(found):
        found -= asked
    if len(found) < _FEWEST:
        return set()
    kinds = Counter(_kind(blocks[at]) for at in found)
    others = (at for at, is_one in enumerate(may_be[:-1]) if is_one and at not in found)
    return found | {
        at for at in others if kinds[_kind(blocks[at])] >= _FEWEST and _kind(blocks[at])
    }


def _kind(block: Lines | Table) -> str:
    """The word before the number of an article or a section; empty where there is none."""
    match = _COUNTED.match(plain(block.rows[0].text))
    return match[1].casefold() if match is not None else ""


def _may_be(block: Lines | Table, measures: Measures) -> bool:
    if isinstance(block, Table) or block.is_entry or len(block.rows) > _MOST_ROWS:
        return False
    if not all(len(row.cells) == 1 and are_all_italic(row.marked) for row in block.rows):
        return False
    text = plain(" ".join(row.text for row in block.rows)).strip()
    is_title = begins_title(text)
    is_short = 2 < len(text) <= _MOST_CHARACTERS and _ENDS.search(text) is None
    is_large = block.first.size >= _SAME_SIZE * measures.body
    is_words = is_wordy(text) and "=" not in text
    return is_title and is_short and is_large and is_words and not _is_other(text)


def _is_other(text: str) -> bool:
    is_number = names_picture(text) or is_chapter_number(text)
    return is_number or BULLET.match(text) is not None or _source().match(text) is not None


@lru_cache(maxsize=1)
def _source() -> re.Pattern[str]:
    """What begins a line that names a source or a photographer."""
    words = any_of(word for language in every_language() for word in language.captions.credit)
    return re.compile(rf"(?i:{words})\s?:")


def _is_text(block: Lines | Table, above: Lines | Table) -> bool:
    """Whether a block is a paragraph or a list, in the column of what stands above it."""
    if isinstance(block, Table) or block.is_entry:
        return False
    row = block.first
    is_long = len(block.rows) > 1 or len(row.text) >= _ALONE or begins_item(row)
    is_long = is_long or row.text.endswith(":")  # above a list
    is_text = len(row.text) >= _FULL and is_long and not leans(row.marked)
    return is_text and row.column - above.rows[0].column in (0, 1)
