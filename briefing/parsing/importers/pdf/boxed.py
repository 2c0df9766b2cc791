"""Boxes that are drawn around some lines of a page: filled, framed, or between two lines.

What stands at the top of such a box names what is in it, and heads no part of the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby, takewhile

from briefing.model.records import replace
from briefing.parsing.importers.pdf.bylines import Style
from briefing.parsing.importers.pdf.drawn import Shape
from briefing.parsing.importers.pdf.lines import Box, Stretch, plain
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.numbered import begins_counted
from briefing.parsing.importers.pdf.paragraphs import Lines
from briefing.parsing.importers.pdf.tables import Table
from briefing.parsing.importers.pdf.titled import names_abstract

_LOWEST, _NARROWEST = 24.0, 80.0
"""Points that a box is high and wide at least."""
_THIN, _SAME = 2.0, 2.0
"""Points: how wide the sides of a frame are, and by how much they may differ in height."""
_FEWEST_LINES, _FEWEST_BESIDE = 2, 4
"""Lines in a box; and those of columns on each side of another one."""
_FEWEST_SLIDES = 3
"""Headings of a document whose boxes are slides."""
_MOST = 0.6
"""How much of the lines of a page is in a box; one that holds more is its background."""
_FEWEST_LETTERS = 25
"""Letters of the text below the title of a box."""
_HALF = 0.5
"""The share of a document that is in boxes where these are all of it, as in a form."""
_SAME_SIZE = 1.1
"""Times the size of the text: how large bold type is that heads as well as it emphasises."""

_Found = Mapping[int, Style]
"""How each block is set that may be a heading, by its index."""


def with_boxes(
    stretches: Sequence[Stretch], shapes: Sequence[Shape]
) -> tuple[list[Stretch], dict[int, Box]]:
    """The lines of a page, those in a box with its number, counted from 1; and the boxes."""
    found = list(stretches)
    numbered: dict[int, Box] = {}
    framed = (box for box in _framed(shapes) if not _is_column(box, stretches, shapes))
    boxes = sorted({*_filled(shapes), *framed}, key=_size, reverse=True)
    for number, box in enumerate(boxes, 1):  # the smaller ones last
        held = [at for at, stretch in enumerate(found) if box.holds(stretch)]
        lines = {round(found[at].base) for at in held}
        if len(lines) >= _FEWEST_LINES and len(held) <= _MOST * len(found):
            numbered[number] = box
            for at in held:
                found[at] = replace(found[at], box=number)
    return found, numbered


def _is_column(box: Box, stretches: Sequence[Stretch], shapes: Sequence[Shape]) -> bool:
    """Whether a box is the middle one of three columns, with lines drawn between them."""
    level = [s for s in stretches if box.low <= s.base <= box.high]
    beside = sum(s.right < box.left for s in level), sum(s.left > box.right for s in level)
    if min(beside) < _FEWEST_BESIDE:
        return False
    ends = (s for s in shapes if s.height <= _THIN and s.left <= box.left + _SAME)
    is_closed = any(
        s.right >= box.right - _SAME
        and min(abs(s.middle - box.low), abs(s.middle - box.high)) < _SAME
        for s in ends
    )
    return not is_closed


def _size(box: Box) -> float:
    return (box.right - box.left) * (box.high - box.low)


def _filled(shapes: Sequence[Shape]) -> Iterator[Box]:
    for shape in shapes:
        if shape.height >= _LOWEST and shape.right - shape.left >= _NARROWEST:
            half = shape.height / 2
            yield Box(shape.left, shape.right, shape.middle - half, shape.middle + half)


def _framed(shapes: Sequence[Shape]) -> Iterator[Box]:
    """Boxes between two upright lines; between more of them stand the cells of a table."""
    sides = [s for s in shapes if s.right - s.left <= _THIN and s.height >= _LOWEST]
    sides.sort(key=_height_and_place)
    for (middle, _high), group in groupby(sides, key=_height):
        own = list(group)
        if len(own) == 2 and own[1].left - own[0].right >= _NARROWEST:
            half = own[0].height / 2
            yield Box(own[0].left, own[1].right, middle - half, middle + half)


def _height(shape: Shape) -> tuple[float, float]:
    return round(shape.middle / _SAME) * _SAME, round(shape.height / _SAME) * _SAME


def _height_and_place(shape: Shape) -> tuple[float, float, float]:
    return *_height(shape), shape.left


def titles_of_boxes(
    found: _Found, blocks: Sequence[Lines | Table], measures: Measures
) -> Iterator[int]:
    """The indices of what stands at the top of boxes, and is set like no heading outside them.

    Bold type of the size of the text is that of any emphasis, and tells nothing. Where no heading
    is outside, as in a handout, the frames are those of slides.
    """
    inside = sum(_length(block) for block in blocks if _box_of(block))
    if not inside or inside > _HALF * sum(map(_length, blocks)):
        return
    if len(found) >= _FEWEST_SLIDES and all(_box_of(blocks[at]) for at in found):
        return
    if _are_slides(found, blocks, measures):
        return
    outside = {found[at] for at in found if not _box_of(blocks[at])}
    for index, style in found.items():
        box = _box_of(blocks[index])
        is_first = box and not (index and _are_in_one(blocks[index - 1], blocks[index]))
        if is_first and (style not in outside or style[0] < _SAME_SIZE * measures.body):
            own = takewhile(partial(_are_in_one, blocks[index]), blocks[index + 1 :])
            below = blocks[index + 1]
            is_text = index + 1 not in found and sum(map(_length, own)) >= _FEWEST_LETTERS
            text = plain(blocks[index].rows[0].text)
            is_part = begins_counted(text) or names_abstract(text)
            if is_text and not is_part and _are_in_one(blocks[index], below):
                yield index


def _are_slides(found: _Found, blocks: Sequence[Lines | Table], measures: Measures) -> bool:
    """Whether all headings but the title of a document stand in boxes, and are larger than text."""
    boxed = [at for at in found if _box_of(blocks[at])]
    others = [at for at in found if not _box_of(blocks[at])]
    is_title = len(others) <= 1 and all(other < boxed[0] for other in others if boxed)
    are_large = all(found[at][0] >= _SAME_SIZE * measures.body for at in boxed)
    return len(boxed) >= _FEWEST_SLIDES and is_title and are_large


def _are_in_one(one: Lines | Table, other: Lines | Table) -> bool:
    return one.rows[0].page == other.rows[0].page and _box_of(one) == _box_of(other)


def _box_of(block: Lines | Table) -> int:
    return block.rows[0].cells[0].box


def _length(block: Lines | Table) -> int:
    return sum(len(row.text) for row in block.rows)
