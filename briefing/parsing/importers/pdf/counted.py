"""Headings that only their numbers tell: ``1.1``, ``1.2``, ``2.1`` above paragraphs, like text.

Small capitals and colours are not told from text here. What tells such a heading is that it is the
next of its section, or the first of a later one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.parsing.importers.pdf.lines import plain
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.paragraphs import Lines
from briefing.parsing.importers.pdf.tables import Table

_FEWEST = 3
"""Such lines of a document."""
_MOST_CHARACTERS, _MOST_ROWS = 120, 2
_MOST_CELLS = 2
"""Parts of a line that wider spaces part: the number and the words."""
_SAME_SIZE, _SMALLEST = 0.95, 0.85
"""Times the size of the text: smaller type is that of a caption or a note, unless it is in another
face than the text below it."""
_FULL = 30
"""Characters of the first line of a paragraph."""
_COUNTED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+[^\W\d_a-zß-ÿ][\w’'-]")
_ENDS = re.compile(r"[.,;:!?…–—-]\Z")


_Number = tuple[int, ...]
"""The numbers of a section, of its part, of a part of that, and so on."""


def counted_headings(blocks: Sequence[Lines | Table], measures: Measures) -> dict[int, int]:
    """The indices of the blocks that are headings because each is the next by its number.

    Returns:
        How deep each is: 0 for a section, with such parts or between some that have them, 1 for a
        part, 2 for a part of it.
    """
    numbers = [_number_of(block, measures) for block in blocks]
    for at, (block, below) in enumerate(pairwise(blocks)):
        if numbers[at] and _is_small(block, measures) and not _is_other_face(block, below):
            numbers[at] = None
    parts: list[int] = []
    last: _Number = ()
    for at, number in enumerate(numbers[:-1]):
        if number is None or len(number) == 1:
            continue
        if _heads(at, blocks, numbers) and _is_next(number, last):
            parts.append(at)
            last = number
    if len(parts) < _FEWEST:
        return {}
    depths = {at: len(numbers[at] or ()) - 1 for at in parts}
    alone = [number if _heads(at, blocks, numbers) else None for at, number in enumerate(numbers)]
    return {**dict.fromkeys(_sections(parts, alone), 0), **depths}


def _is_small(block: Lines | Table, measures: Measures) -> bool:
    return block.rows[0].size < _SAME_SIZE * measures.body


def _is_other_face(block: Lines | Table, below: Lines | Table) -> bool:
    """Whether two blocks are set in faces that are known and differ."""
    faces = block.rows[0].face, below.rows[0].face
    return all(faces) and faces[0] != faces[1]


def _heads(at: int, blocks: Sequence[Lines | Table], numbers: Sequence[_Number | None]) -> bool:
    """Whether a paragraph, a table or the first part of a section stands below its line."""
    if at + 1 >= len(blocks):
        return False
    below, number = blocks[at + 1], numbers[at] or ()
    if len(number) == 1 and re.match(rf"{number[0] + 1}[.)]?\s", below.rows[0].text):
        return False  # items of a list
    is_float = isinstance(below, Table) and len(number) > 1
    return is_float or _is_text(below) or (numbers[at + 1] or ())[:-1] == number


def _is_next(number: _Number, last: _Number) -> bool:
    """Whether a number comes after the last one: the next, or the first of a part or a section."""
    if number <= last:
        return False
    following = [(*last[:at], last[at] + 1) for at in range(len(last))]
    return number in following or (number[-1] == 1 and number[:-1] >= last[: len(number) - 1])


def _sections(parts: Sequence[int], numbers: Sequence[_Number | None]) -> Iterator[int]:
    """The lines with the numbers of sections, each where its own number is the next one.

    They stand between the last part of the section before them and the first part of theirs.
    """
    last, begin = 0, 0
    for at in (*parts, len(numbers)):
        section = (numbers[at] or (0,))[0] if at < len(numbers) else last + len(numbers)
        for index in range(begin, at):
            if numbers[index] == (last + 1,) and last < section:
                yield index
                last += 1
        last, begin = (section if at < len(numbers) else last), at


def _number_of(block: Lines | Table, measures: Measures) -> _Number | None:
    """The number of a short line in the size of the text, which ends as no sentence does."""
    if isinstance(block, Table) or block.is_entry or len(block.rows) > _MOST_ROWS:
        return None
    text = plain(" ".join(row.text for row in block.rows)).strip()
    match = _COUNTED.match(text)
    is_short = len(text) <= _MOST_CHARACTERS and _ENDS.search(text) is None
    is_one = all(len(row.cells) <= _MOST_CELLS for row in block.rows)
    is_large = block.first.size >= _SMALLEST * measures.body
    if match is None or not (is_short and is_one and is_large):
        return None
    return tuple(map(int, match[1].split(".")))


def _is_text(block: Lines | Table) -> bool:
    return isinstance(block, Lines) and not block.is_entry and len(block.first.text) >= _FULL
