"""Lines to paragraphs, across columns and pages.

A paragraph ends where the distance to the next line is wider than inside it, where the type
changes, where the next line is indented or begins an item, or where a line ends early although the
next word had room in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.model.records import dataclass
from briefing.parsing.importers.pdf.counted_on import is_counted_on, is_next_item
from briefing.parsing.importers.pdf.line_ends import ends_early, ends_sentence
from briefing.parsing.importers.pdf.lines import HYPHEN, NOTE, RAISED, Row
from briefing.parsing.importers.pdf.looks import BOLD
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.run_in import HEADING, INDENT, OFF_MIDDLE, is_run_in
from briefing.parsing.importers.pdf.tables import Table, is_entry

_DRAWN = "•◦‣⁃·›✓✔■-◿❍-❖➔-➾⬛⬜⬤-⬯⧫\uf000-\uf0ff"
"""Shapes, arrows and the like, and characters of fonts that are made for them."""
BULLET = re.compile(rf"(?:[{_DRAWN}]|[-–*∙★☆☛☞✗✘](?=\s))\s*(?=\S)")
"""The mark of an item of a list."""
NUMBER = re.compile(r"\(?(\d{1,3})[.)]\s+(?=\S)")
"""The number of an item of a list."""
_LETTER = re.compile(r"(?:\([a-zA-Z]\)|\([ivx]{1,4}\)|[a-z]\))\s+\S")
_LETTER_WITH_POINT = re.compile(r"(?:[a-k]\.|[ivx]{2,4}[.)])\s+\S")
"""The same where a line ends before it; inside a sentence it is short for a word."""
_REFERENCE = re.compile(r"\[\d{1,3}\]\s+\S")
"""What an entry of a list of references begins with, below another one."""
_LISTED = re.compile(r"(?=.{3,45}\Z)[^\W\d_].*, \d{1,3}(?:[-–]\d{1,3})?\Z")
"""An entry of an index, with the page that has it."""
_SPEAKER = re.compile(r"[A-Z]\.\s")
"""What a question or an answer begins with, before a wider space."""
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[^\W\d_]")
_PART = re.compile(r"(?:[IVX]{1,5}|[A-Z])\.\s+[^\W\d_]")
_LOOSE = 1.18
"""Times the distance of lines inside a paragraph."""
_WIDEST, _SAME_GAP = 2.1, 0.05
"""Times the size of the type: how far apart lines of a paragraph are at most, and how much they
may differ in that."""
_LIFTED = 1.5
"""Times the distance of lines: how far below the one above a line is that a mark makes higher."""
_FULL = 30
"""Characters of a line that fills its column."""
_LARGE = 1.5
"""Times the size of the running text: type of titles, whatever its weight."""
_FEWEST_CAPITALS, _FEWEST_LETTERS = 8, 4
_FEWEST_INSET = 3
"""Lines of a quotation that is set narrower than its column."""
_ROOM = 2.0
"""Times the size of the type: how far a line ends before its column does that fills it not."""
_OPENING, _CLOSING = "“„«»", "”“»«"
"""Quotation marks, as languages use them."""
_MOST_LINES = 3
"""Lines of a heading in a face of its own."""


@dataclass(slots=True)
class Lines:
    """The lines of one block."""

    rows: list[Row]
    """From top to bottom; never none."""
    is_entry: bool = False
    """Whether they are of a table of contents."""

    @property
    def first(self) -> Row:
        """The first line."""
        return self.rows[0]

    @property
    def is_bold(self) -> bool:
        """Whether all of it is set bold."""
        return all(row.bold for row in self.rows)

    @property
    def level(self) -> int:
        """The level of the heading that all of it is tagged as; 0 for none."""
        return min(row.level for row in self.rows)


def blocks_of(parts: Iterable[Row | Table], measures: Measures) -> Iterator[Lines | Table]:
    """Join the lines that are one block."""
    block: Lines | None = None
    for part in parts:
        if isinstance(part, Table):
            if block is not None:
                yield block
                block = None
            yield part
        elif block is not None and _goes_on(block, part, measures):
            block.rows.append(part)
        else:
            if block is not None:
                yield block
            block = Lines([part], is_entry(part))
    if block is not None:
        yield block


def _goes_on(block: Lines, row: Row, measures: Measures) -> bool:
    """Whether a line belongs to the block above it."""
    above = block.rows[-1]
    if block.is_entry or is_entry(row):
        return block.is_entry and is_entry(row) and above.column == row.column
    is_reference = all(_REFERENCE.match(line.text) for line in (row, block.first))
    is_other = abs(above.size - row.size) > 0.06 * row.size or above.level != row.level
    is_item = begins_item(row) and not is_counted_on(block.rows, row)
    is_item = is_item or is_next_item(block.rows, row)
    are_listed = _LISTED.match(above.text) and _LISTED.match(row.text)
    if is_other or is_reference or are_listed or is_item or _begins_below(above, row):
        return False
    is_heading = is_set_off(above, measures) and not is_run_in(block.rows, row, measures.body)
    if above.text.endswith(HYPHEN) and above.column == row.column:
        return _follows(above, row, measures)
    if is_heading:
        is_below = _follows(above, row, measures) or _are_centred(above, row)
        return is_below and (_is_said_on(block, row) or _is_alike(above, row, measures))
    if above.column != row.column:
        return _goes_on_over(block, row)
    is_close = _follows(above, row, measures) or _keeps_distance(block, row)
    return is_close and not _changes_face(block, row) and _goes_on_below(block, row)


def _changes_face(block: Lines, row: Row) -> bool:
    """Whether lines that end before their column or a sentence does are set in another face."""
    above = block.rows[-1]
    if not above.face or not row.face or above.face == row.face or row.text[:1].islower():
        return False
    is_short = above.right_edge - above.right > _ROOM * row.size
    is_apart = is_short or row.left - above.left > INDENT * row.size
    is_whole = len(block.rows) <= _MOST_LINES and not ends_sentence(above)
    return is_apart or (is_whole and all(line.face == above.face for line in block.rows))


def _follows(above: Row, row: Row, measures: Measures) -> bool:
    """Whether a line is as close to the one above it as lines of a paragraph are.

    Browsers set a line lower that has a raised mark in it.
    """
    gap = above.base - row.base
    if 0 < gap <= _LOOSE * measures.pitch(row.size) + 0.5:
        return True
    is_open = above.text.endswith(HYPHEN) or (
        len(above.text) >= _FULL and not ends_sentence(above) and not ends_early(above, row)
    )
    is_marked = RAISED in row.text or NOTE in row.text
    return is_marked and is_open and 0 < gap <= _LIFTED * measures.pitch(row.size)


def _are_centred(above: Row, row: Row) -> bool:
    """Whether two lines of a heading stand in the middle of a column, one close below the other."""
    off = abs(above.left + above.right - row.left - row.right) / 2
    is_shifted = abs(above.left - row.left) > row.size
    return off <= OFF_MIDDLE and is_shifted and 0 < above.base - row.base <= 2 * row.size


def _keeps_distance(block: Lines, row: Row) -> bool:
    """Whether the lines of a block are set wider than others of their size, and a line as wide.

    Below the first line only what goes on inside a sentence tells.
    """
    above = block.rows[-1]
    gap = above.base - row.base
    if not 0 < gap <= _WIDEST * row.size or above.column != row.column:
        return False
    if len(block.rows) > 1:
        own = block.rows[-2].base - above.base
        return abs(gap - own) <= _SAME_GAP * row.size
    is_small = row.text.lstrip("\"'«“‘([")[:1].islower()
    goes_on = is_small or (begins_item(above) and row.left > above.left + 0.3 * row.size)
    goes_on = goes_on and not ends_sentence(above) and not ends_early(above, row)
    return goes_on and len(above.text) >= _FULL


def _is_alike(above: Row, row: Row, measures: Measures) -> bool:
    """Whether two lines can be of the same heading."""
    is_large = row.size >= _LARGE * measures.body
    is_same = (is_large or above.bold == row.bold) and _is_in_capitals(above) == _is_in_capitals(
        row
    )
    is_next = _begins_section(row.text) or (_PART.match(row.text) and _is_moved(above, row))
    return is_same and above.column == row.column and not is_next


def _begins_section(text: str) -> bool:
    """Whether a number stands before a letter that is not small, as in a date, in any script."""
    section = _SECTION.match(text)
    return section is not None and not section[0][-1].islower()


def _is_said_on(block: Lines, row: Row) -> bool:
    """Whether a line in small letters goes on with what is set large in quotation marks."""
    begins = block.first.text[:1] in _OPENING and row.size == block.first.size
    is_small = next((char for char in row.text if char.isalpha()), "").islower()
    return begins and is_small and not any(line.text[-1:] in _CLOSING for line in block.rows)


def _is_moved(above: Row, row: Row) -> bool:
    """Whether two lines begin at other places, and are not centred together."""
    return abs(above.left - row.left) > row.size and not _are_centred(above, row)


def _goes_on_below(block: Lines, row: Row) -> bool:
    """Whether a line that follows closely is of the same paragraph."""
    above, first = block.rows[-1], block.first
    if not ends_sentence(above) and row.text[:1].islower():
        return True
    is_inset = _are_inset(block)
    if (ends_early(above, row) and not is_inset) or (row.bold and ends_sentence(above)):
        return False
    shift = (row.left - row.left_edge - above.left + above.left_edge) / row.size
    if begins_item(first) or _LETTER_WITH_POINT.match(first.text):
        hangs = row.left > first.left + 0.3 * row.size
        return hangs or not ends_sentence(above) or _is_level(block, row, shift)
    if shift > INDENT:
        return not ends_sentence(above)
    if shift < -INDENT:
        return len(block.rows) == 1
    return True


def _are_inset(block: Lines) -> bool:
    """Whether the last lines of a block end at one edge, before that of their column."""
    rights = [row.right for row in block.rows[-_FEWEST_INSET:]]
    is_whole = len(rights) == _FEWEST_INSET and max(rights) - min(rights) <= OFF_MIDDLE
    return is_whole and max(rights) < block.rows[-1].right_edge - OFF_MIDDLE


def _is_level(block: Lines, row: Row, shift: float) -> bool:
    """Whether a line of an item begins where the one above it does, and a sentence may there.

    So do the lines of a numbered paragraph of which only the first is indented.
    """
    is_other = block.rows[-1].text.endswith(";") and not row.text[:1].islower()
    is_level = len(block.rows) > 1 and abs(shift) <= INDENT
    return is_level and not is_other and not row.marked.startswith(BOLD)


def _goes_on_over(block: Lines, row: Row) -> bool:
    """Whether the first line of a column or a page goes on with the last one before it."""
    above = block.rows[-1]
    if above.page == row.page and above.cells[0].box != row.cells[0].box:
        return False
    if above.text.endswith(HYPHEN):
        return True
    indent = row.left - row.left_edge
    if indent > INDENT * row.size and not begins_item(block.first):
        return False
    is_small = row.text.lstrip("\"'«“‘([")[:1].islower()
    is_wordy = sum(map(str.isalpha, row.text)) >= _FEWEST_LETTERS
    if row.bold and is_wordy and not (is_small or above.bold):
        return False
    if ends_sentence(above):
        return is_small and above.text.endswith(";") and len(block.rows) > 1
    return is_small or not ends_early(above, row)


def _is_in_capitals(row: Row) -> bool:
    """Whether a line is in capitals; a single short word, such as an abbreviation, is not."""
    return row.text.isupper() and sum(map(str.isalpha, row.text)) >= _FEWEST_CAPITALS


def is_set_off(row: Row, measures: Measures) -> bool:
    """Whether a line is set as headings are."""
    is_large = row.size > HEADING * measures.body and row.size not in measures.texts
    is_set = is_large or (row.bold and not measures.is_bold)
    return is_set or row.level > 0


def begins_item(row: Row) -> bool:
    """Whether a line begins with the mark of an item."""
    text = row.text
    if _SPEAKER.match(text) and [gap.words for gap in row.cells[0].gaps[:1]] == [1]:
        return True
    return any(mark.match(text) for mark in (BULLET, NUMBER, _LETTER))


def _begins_below(above: Row, row: Row) -> bool:
    """Whether a line begins with a letter and a point as an item does, where another one ends."""
    is_lettered = _LETTER_WITH_POINT.match(row.text) is not None
    return is_lettered and (ends_sentence(above) or ends_early(above, row))
