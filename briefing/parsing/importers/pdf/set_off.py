"""Headings that are larger than the text or bold, or in capitals, and what only looks like them."""

from __future__ import annotations

import re
from collections.abc import Container

from briefing.model.records import dataclass
from briefing.parsing.importers.pdf.centred import is_centred
from briefing.parsing.importers.pdf.column_heads import is_unit
from briefing.parsing.importers.pdf.lines import plain
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.numbered import (
    SECTION,
    begins_counted,
    is_caption,
    is_chapter_number,
    is_item,
    is_section_number,
    names_picture,
)
from briefing.parsing.importers.pdf.paragraphs import BULLET, Lines, begins_item, is_set_off
from briefing.parsing.importers.pdf.tables import Table
from briefing.parsing.importers.pdf.titled import is_formula, names_abstract

_LARGER = 1.0999
"""Times the size of the running text, from which on a line is a heading: 1.1 times 10 points is a
little more than 11 in binary fractions."""
_LARGE = 1.3
"""The same of what is a heading though it stands in brackets."""
_SMALL = 0.9
"""Times the size of the text: smaller type is that of notes."""
_MOST_ROWS, _MOST_BOLD_ROWS = 4, 3
"""Lines of a heading, and of one that is as large as the text."""
_MOST_CHARACTERS = 200
_MOST_CELLS = 2
"""Parts of a line that wider spaces part: a number and words; more are cells of a table."""
_SHORT = 60
"""Characters of what is tagged as a heading and may yet end as a sentence does."""
_TEXT = 60
"""Characters of a text; shorter ones are lines of a cover."""
_MOST_BOLD_CHARACTERS, _MOST_COUNTED = 130, 150
"""Characters of a bold line of the size of the text, and of one that begins with a number."""
_MOST_CAPITALS = 10
"""Words of a heading that only its capitals tell."""
_SAID = re.compile(
    r"[“”„«\"].*[.!?…]\s?[”“»\"]|[“”„«»]\s?(?:[^\s“”„«»]+\s+){7,}[^\s“”„«»]+\s?[”“»«]", re.DOTALL
)
"""What somebody says, set large between the paragraphs; without a full stop it is long."""
_FIGURE = re.compile(r"\d[\d.,\s]*(?:%|[€$£]|\s[^\W\dA-ZÀ-Þ_]+)(?: [^\W\dA-ZÀ-Þ_]+)?")
"""A number and what it counts, in a word or two, as it is set in very large type."""
_PATH = re.compile(r"[~.]{0,2}/\S+")
"""The place of a file, as manuals set it."""
_NUMBERED = re.compile(rf"(?:{SECTION}|[A-Z])\.?\s+\S")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands."""

    above: Lines | Table | None
    """The block before it, if it has one."""
    below: Lines | Table
    """The block behind it."""
    is_over_heading: bool
    """Whether that is known to be a heading."""


def is_heading(block: Lines, place: Place, measures: Measures, entries: Container[str]) -> bool:
    """Whether a block is a heading by how it is set.

    Args:
        block: The block.
        place: Where it stands.
        measures: What the text of the document is set in.
        entries: The entries of the document's outline; see `compact`.
    """
    text = plain(" ".join(row.text for row in block.rows)).strip()
    if block.is_entry or len(block.rows) > _MOST_ROWS or len(text) > _MOST_CHARACTERS:
        return False
    is_of_table = is_unit(block) and block.first.size < _LARGE * measures.body
    if is_of_table or any(len(row.cells) > _MOST_CELLS for row in block.rows):
        return False
    if is_section_number(text):
        return block.is_bold or is_centred(block.first)
    if sum(char.isalpha() for char in text) < 2 or BULLET.match(text) or _PATH.fullmatch(text):
        return False
    is_numbered = _NUMBERED.match(text) is not None or is_chapter_number(text) or is_item(text)
    is_sentence = (text.endswith(".") and not is_numbered) or _SAID.fullmatch(text) is not None
    if compact(text) in entries or (block.level and not (is_sentence and len(text) > _SHORT)):
        return True
    is_beside = isinstance(place.above, Table) or isinstance(place.below, Table)
    is_named = names_picture(text) or (is_beside and is_caption(text) and not is_item(text))
    is_other = is_named or is_sentence or is_formula(text) or text.endswith((",", ";"))
    is_large = block.first.size >= _LARGE * measures.body
    is_other = is_other or (is_large and _FIGURE.fullmatch(text) is not None)
    return not is_other and _is_set_off(block, text, place, measures)


def _is_set_off(block: Lines, text: str, place: Place, measures: Measures) -> bool:
    """Whether a block is larger than the text, bold, or in capitals."""
    size = block.first.size
    if size >= _LARGER * measures.body and size not in measures.texts:
        return True
    is_small = size < _SMALL * measures.body and not names_abstract(text)
    if is_small or len(block.rows) > _MOST_BOLD_ROWS:
        return False
    if block.is_bold and not measures.is_bold:
        return len(text) <= (_MOST_COUNTED if _NUMBERED.match(text) else _MOST_BOLD_CHARACTERS)
    is_large = len(block.rows) == 1 and size >= 0.98 * measures.body
    is_capital = is_large and _is_in_capitals(text)
    return is_capital and (place.is_over_heading or not _is_name(block, place.below, measures))


def _is_in_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    is_short = len(text.split()) <= _MOST_CAPITALS and len(letters) >= 4
    return is_short and all(char.isupper() for char in letters) and not text.endswith((".", ":"))


def _is_name(block: Lines, below: Lines | Table, measures: Measures) -> bool:
    """Whether another short line stands below a line in capitals, as on a cover or in a form."""
    if isinstance(below, Table) or below.is_entry or begins_item(below.first):
        return False
    row = below.first
    if row.column != block.first.column or row.size < _SMALL * measures.body:
        return False
    text = plain(" ".join(row.text for row in below.rows)).strip()
    is_heading = is_set_off(row, measures) or _is_in_capitals(text.rstrip(":"))
    return len(text) < _TEXT and not is_heading and not begins_counted(text)


def compact(text: str) -> str:
    """The letters and digits of words, by which they are compared."""
    return "".join(filter(str.isalnum, text.casefold()))
