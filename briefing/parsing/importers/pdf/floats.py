"""Boxes that a text runs around: beside some of its lines, while others are as wide as both.

They are taken out of the lines of their page before these are put in order, as notes in the margin
are, and come back between paragraphs (`side_notes`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefing.model.records import replace
from briefing.parsing.importers.pdf.lines import Box, Page, Row, Stretch, rows_of
from briefing.parsing.importers.pdf.margin_boxes import boxes_in_margins
from briefing.parsing.importers.pdf.medians import median
from briefing.parsing.importers.pdf.side_notes import SideNote

_FEWEST_BESIDE, _FEWEST_LINES = 2, 2
"""Lines of the text beside a box, and of what is in it."""
_FEWEST_LETTERS = 30
"""Letters of what is in a box."""
_FEWEST_ROWS, _FEWEST_SPACES, _ROOM = 4, 3, 5.0
"""Lines of a box, spaces that half of them have, and times the size of the type: how far before the
end of the box those end that fill it."""
_SAME_SIZE = 0.06
"""The share of the size of the type by which that of a text differs."""
_INDENT = 2.5
"""Times the size of the type: how far a line of the text is indented at most."""
_FEW = 3
"""Lines above and below a box that tell whether the text runs around it."""
_NEAR = 1.5
"""The same: how far above a box its title stands at most."""
_RISE = 0.8
"""The same: how far a line stands below the upper edge of what begins with it."""


def take_floats(pages: Sequence[Page]) -> list[SideNote]:
    """Take the boxes that a text runs around, and those in the margin, out of pages."""
    taken: list[SideNote] = []
    margins = boxes_in_margins(pages)
    for page in pages:
        beside = margins.get(page.index, ())
        for number, box in page.boxes.items():
            inside = [s for s in page.stretches if box.holds(s)]
            if not _is_text(inside):
                continue
            others = [s for s in page.stretches if not box.holds(s)]
            if box in beside or _is_run_around(box, others):
                whole = _with_title(box, others)
                inside = [s for s in page.stretches if whole.holds(s)]
                page.stretches = [s for s in page.stretches if not whole.holds(s)]
                page.floats.append(whole)
                inside = [replace(s, box=number) for s in inside]
                rows = rows_of(inside, page.index)
                top = whole.high - _RISE * rows[0].size
                taken.append(SideNote(page.index, rows, top, is_box=True))
    return taken


def _with_title(box: Box, others: Sequence[Stretch]) -> Box:
    """A box with what stands close above it, beside the text as it does."""
    high = box.high
    for line in sorted(others, key=lambda s: s.base):
        is_near = high < line.base <= high + _NEAR * line.size
        beside = (s for s in others if not _is_over(s, box))
        if box.spans(line) and is_near and any(abs(s.base - line.base) < s.size for s in beside):
            high = line.base + _RISE * line.size
    return Box(box.left, box.right, box.low, high)


def narrow_beside(floats: Sequence[Box], rows: Sequence[Row]) -> None:
    """Let the column of rows beside a box end, or begin, where the widest of them does."""
    for box in floats:
        level = [row for row in rows if box.low - row.size <= row.base <= box.high + row.size]
        left = [row for row in level if row.right <= box.left + 1]
        right = [row for row in level if row.left >= box.right - 1]
        end = max((row.right for row in left), default=0.0)
        start = min((row.left for row in right), default=0.0)
        for row in left:
            row.right_edge = end
        for row in right:
            row.left_edge = start


def narrow_inside(boxes: Mapping[int, Box], rows: Sequence[Row]) -> None:
    """Let the column of rows in a box begin where they do, and end as far before its other side."""
    held = defaultdict[tuple[int, int], list[Row]](list)
    for row in rows:
        if row.cells[0].box:
            held[row.cells[0].box, row.column].append(row)
    for (number, _column), own in held.items():
        box, left = boxes[number], min(row.left for row in own)
        right = max(box.right - (left - box.left), *(row.right for row in own), own[0].left)
        full = sum(right - row.right <= _ROOM * row.size for row in own)
        is_table = any(len(row.cells) > 1 for row in own)
        is_text = median(row.text.count(" ") for row in own) >= _FEWEST_SPACES
        if is_table or not is_text or len(own) < _FEWEST_ROWS or full * 2 < len(own):
            continue  # labels of a drawing, or an address
        for row in own:
            row.left_edge = max(row.left_edge, left)
            row.right_edge = min(row.right_edge, right)


def _is_text(lines: Sequence[Stretch]) -> bool:
    letters = sum(char.isalpha() for line in lines for char in line.text)
    is_table = any(line.ruled for line in lines)
    return len(lines) >= _FEWEST_LINES and letters >= _FEWEST_LETTERS and not is_table


def _is_run_around(box: Box, others: Sequence[Stretch]) -> bool:
    """Whether lines beside a box go on above or below it in lines that are wider than they."""
    beside = [s for s in others if box.low <= s.base <= box.high and not s.box]
    if len(beside) < _FEWEST_BESIDE or any(_is_over(s, box) for s in beside):
        return False
    size = median(s.size for s in beside)
    left, right = min(s.left for s in beside), max(s.right for s in beside)
    reach = _INDENT * size
    if right > box.left + 1 and left < box.right - 1:
        return False

    def is_across(line: Stretch) -> bool:
        if right <= box.left + 1:
            return abs(line.left - left) <= reach and line.right > box.left + reach
        return line.left < box.right - reach and line.right > left + reach

    near = (
        [s for s in side if abs(s.size - size) <= _SAME_SIZE * size] for side in _near(box, others)
    )
    sides = [list(map(is_across, side)) for side in near if side]
    return bool(sides) and all(sum(side) * 2 > len(side) for side in sides)


def _is_over(line: Stretch, box: Box) -> bool:
    """Whether a line stands above, below or in a box, and not beside it."""
    return line.left < box.right - 1 and line.right > box.left + 1


def _near(box: Box, others: Sequence[Stretch]) -> tuple[list[Stretch], list[Stretch]]:
    """The next lines above a box and those below it; one of them may end a paragraph."""
    over = [s for s in others if _is_over(s, box)]
    above = sorted((s for s in over if s.base > box.high), key=lambda s: s.base)
    below = sorted((s for s in over if s.base < box.low), key=lambda s: -s.base)
    return above[:_FEW], below[:_FEW]
