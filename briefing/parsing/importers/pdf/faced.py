"""Headings that only their face tells: another family or colour, or a line below them.

Brochures and guides set them so, as large as the text and no bolder. One such line may be a saying
or a link; where several stand above paragraphs, and little else is set in that face, they are
headings.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from briefing.parsing.importers.pdf.lines import plain
from briefing.parsing.importers.pdf.looks import has_link
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.numbered import names_picture
from briefing.parsing.importers.pdf.paragraphs import BULLET, Lines
from briefing.parsing.importers.pdf.tables import Table
from briefing.parsing.importers.pdf.titled import is_wordy

_FEWEST = 3
"""Such lines of a document."""
_OF_TEXT = 0.1
"""The share of all letters that are set in a face of the text."""
_MOST = 0.4
"""The share of what is set in a face that its headings are at least."""
_MOST_CHARACTERS, _MOST_ROWS, _MOST_CELLS = 130, 3, 2
_SAME_SIZE = 0.95
"""Times the size of the text: smaller type is that of a caption or a note."""
_FULL = 30
"""Characters of the first line of a paragraph."""
_ENDS = re.compile(r"[.,;:…–—-]\Z")


def faced_headings(blocks: Sequence[Lines | Table], measures: Measures) -> set[int]:
    """The indices of the blocks that are headings because of the face that they are set in."""
    faces = [_face_of(block, measures) for block in blocks]
    letters, short = Counter[str](), Counter[str]()
    for block, face in zip(blocks, faces, strict=True):
        for row in block.rows:
            letters[row.face] += len(row.text)
            short[face] += len(row.text)
    enough = _OF_TEXT * letters.total()
    texts = {
        face
        for face, count in letters.items()
        if face and count >= enough and short[face] < _MOST * count
    }
    found = defaultdict[str, list[int]](list)
    below: Lines | Table | None = None
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        face = faces[at]
        is_head = bool(face) and face not in texts and below is not None
        if is_head and below is not None and _is_text(below, block, texts):
            found[face].append(at)
        else:  # a heading may stand above another one
            below = block
    heads = {face for face, own in found.items() if _are_most(own, blocks, letters[face])}
    return {at for face in heads for at in found[face]}


def _are_most(own: Sequence[int], blocks: Sequence[Lines | Table], total: int) -> bool:
    """Whether headings are enough, and are most of what is set in their face."""
    count = sum(len(row.text) for at in own for row in blocks[at].rows)
    return len(own) >= _FEWEST and count >= _MOST * total


def _face_of(block: Lines | Table, measures: Measures) -> str:
    """The face of a short line in the size of the text that ends as no sentence does; else none."""
    if isinstance(block, Table) or block.is_entry or len(block.rows) > _MOST_ROWS:
        return ""
    if any(len(row.cells) > _MOST_CELLS or has_link(row.marked) for row in block.rows):
        return ""
    text = plain(" ".join(row.text for row in block.rows)).strip()
    is_title = text[:1].isupper() or text[:1].isdecimal()
    is_short = 2 < len(text) <= _MOST_CHARACTERS and _ENDS.search(text) is None
    is_large = block.first.size >= _SAME_SIZE * measures.body
    if not (is_title and is_short and is_wordy(text) and is_large):
        return ""
    faces = {row.face for row in block.rows}
    is_other = names_picture(text) or BULLET.match(text) is not None
    return faces.pop() if len(faces) == 1 and not is_other else ""


def _is_text(block: Lines | Table, above: Lines | Table, texts: set[str]) -> bool:
    """Whether a block is a paragraph or a list, in the column of what stands above it."""
    if isinstance(block, Table) or block.is_entry:
        return False
    row = block.first
    is_text = len(row.text) >= _FULL and (row.face in texts or not row.face)
    return is_text and row.column - above.rows[0].column in (0, 1)
