"""Words inside a drawing that a caption names: the names of bars, of parts of a pie, of places.

Such a drawing is told by what no table and no diagram of boxes has: shapes of slanted lines, and
bars of many lengths. Where other words stand in it, all of them stay.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefing.parsing.importers.pdf.drawn import Shape
from briefing.parsing.importers.pdf.lines import Box, Stretch, plain
from briefing.parsing.importers.pdf.numbered import is_caption

_MOST_OBJECTS, _MOST_PATHS, _MOST_SEGMENTS = 8_000, 400, 12
"""Objects of a page that is looked through, paths among them, and pieces of a path that tell it."""
_SLANTED, _FEWEST_SLANTED, _SMALLEST = 0.5, 2, 12.0
"""Points by which both ends of a slanted line differ at least, in each direction; such lines of a
path; and points that it is wide and high at least."""
_FEWEST_BARS, _THICK, _THICKEST = 3, 3.0, 40.0
"""Bars of a chart, and how thick they are at least and at most, in points."""
_SAME = 1.0
"""Points by which bars differ that begin at one line and are as thick as each other."""
_NEAR, _LOWEST, _NARROWEST = 16.0, 40.0, 60.0
"""Points between the parts of a drawing at most; and how high and wide it is at least."""
_FAR, _BESIDE = 60.0, 160.0
"""Points between a drawing and its caption, and from it to a name beside it at most."""
_MOST_WORDS, _LONGER, _RUNNING = 5, 4, 6
"""Words of a label at most, of a line that others may go on with, and of a line of running text."""
_FEWEST = 2
"""Labels of a drawing at least."""
_LARGE = 1.2
"""Times the size of a caption: type of a heading."""
_LEVEL, _CLOSE = 0.5, 1.9
"""Times the size of the type: how far apart what stands on one line is, and lines of a text."""


def labels_in_figures(
    stretches: Sequence[Stretch], page: pdfium.PdfPage, shapes: Sequence[Shape]
) -> list[Stretch]:
    """The words of a page that are of drawings with captions."""
    captions = [s for s in stretches if is_caption(plain(s.text))] if shapes else []
    if not captions:
        return []
    parts = [*islice(_slanted(page), _MOST_PATHS), *_bars(shapes)]
    longer = [s for s in stretches if s.text.count(" ") + 1 >= _LONGER]
    running = [s for s in longer if s.text.count(" ") + 1 >= _RUNNING]
    found: dict[int, Stretch] = {}
    cores = _joined(parts)
    frames = _frames(shapes, [*running, *captions]) if cores else []
    for core in cores:
        drawing = _around([core, *(box for box in _boxes(shapes) if _belongs(box, core))])
        drawing = _framed(drawing, frames)
        caption = next((c for c in captions if _names(c, drawing)), None)
        if caption is not None and not any(_holds(drawing, line) for line in running):
            left, right = _column(drawing, running)
            own = [s for s in stretches if left <= s.left and s.right <= right]
            labels = [s for s in own if _is_label(s, drawing, caption, longer)]
            level = (s for s in own if drawing.low <= s.base <= drawing.high and s is not caption)
            if len(labels) >= _FEWEST and all(s in labels for s in level):
                found.update((id(s), s) for s in labels)
    return list(found.values())


def _slanted(page: pdfium.PdfPage) -> Iterator[Box]:
    """The boxes around paths with slanted lines."""
    left, low, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        drawn = raw.FPDFPage_GetObject(page.raw, index)
        is_path = raw.FPDFPageObj_GetType(drawn) == raw.FPDF_PAGEOBJ_PATH
        if is_path and _is_slanted(drawn):
            raw.FPDFPageObj_GetBounds(drawn, left, low, right, top)
            if min(right.value - left.value, top.value - low.value) >= _SMALLEST:
                yield Box(left.value, right.value, low.value, top.value)


def _is_slanted(path: raw.FPDF_PAGEOBJECT) -> bool:
    """Whether a path has several slanted lines, or one and a curve as a piece of a pie has."""
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    slanted = curves = 0
    for at in range(min(raw.FPDFPath_CountSegments(path), _MOST_SEGMENTS)):
        piece = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(piece, x, y)
        across, along = (abs(x.value - before[0]), abs(y.value - before[1])) if before else (0, 0)
        kind = raw.FPDFPathSegment_GetType(piece)
        slanted += kind == raw.FPDF_SEGMENT_LINETO and min(across, along) > _SLANTED
        curves += kind == raw.FPDF_SEGMENT_BEZIERTO
        before = x.value, y.value
    return slanted + min(curves, 1) >= _FEWEST_SLANTED and slanted > 0


def _boxes(shapes: Sequence[Shape]) -> list[Box]:
    return [Box(s.left, s.right, s.middle - s.height / 2, s.middle + s.height / 2) for s in shapes]


def _belongs(box: Box, core: Box) -> bool:
    """Whether another shape stands near the slanted ones of a drawing, and is no larger."""
    is_narrow = box.right - box.left <= core.right - core.left
    is_low = box.high - box.low <= core.high - core.low
    is_thick = min(box.right - box.left, box.high - box.low) >= _THICK
    return is_thick and is_narrow and is_low and _are_near(box, core)


def _frames(shapes: Sequence[Shape], texts: Sequence[Stretch]) -> list[Box]:
    """Shapes as large as drawings are, in which no text runs."""
    large = (
        box
        for box in _boxes(shapes)
        if box.high - box.low >= _LOWEST and box.right - box.left >= _NARROWEST
    )
    return [box for box in large if not any(_holds(box, line) for line in texts)]


def _framed(drawing: Box, frames: Sequence[Box]) -> Box:
    """A drawing with the frame or the ground around it, as maps have."""
    around = [
        box
        for box in frames
        if box.left <= drawing.left + _SAME
        and drawing.right - _SAME <= box.right
        and box.low <= drawing.low + _SAME
        and drawing.high - _SAME <= box.high
    ]
    return max(around, key=lambda box: box.high - box.low, default=drawing)


def _bars(shapes: Sequence[Shape]) -> Iterator[Box]:
    """Shapes as thick as each other that begin at one line and end at different ones."""
    boxes = [Box(s.left, s.right, s.middle - s.height / 2, s.middle + s.height / 2) for s in shapes]
    lying = [box for box in boxes if _THICK <= box.high - box.low <= _THICKEST]
    standing = [box for box in boxes if _THICK <= box.right - box.left <= _THICKEST]
    yield from _alike(lying, [(b.left, b.high - b.low, b.right) for b in lying])
    yield from _alike(standing, [(b.low, b.right - b.left, b.high) for b in standing])


def _alike(boxes: Sequence[Box], measures: Sequence[tuple[float, float, float]]) -> Iterator[Box]:
    """Boxes whose first two measures others share, if their last ones are of many kinds."""
    keys = [(round(begin / _SAME), round(thick / _SAME)) for begin, thick, _end in measures]
    for key in (key for key, count in Counter(keys).items() if count >= _FEWEST_BARS):
        own = [at for at, other in enumerate(keys) if other == key]
        if len({round(measures[at][2]) for at in own}) >= _FEWEST_BARS:
            yield from (boxes[at] for at in own)


def _joined(parts: Iterable[Box]) -> list[Box]:
    """The boxes around parts that stand near each other, as far as they are large."""
    found: list[Box] = []
    for part in parts:
        near = [box for box in found if _are_near(box, part)]
        found = [box for box in found if box not in near]
        found.append(_around([*near, part]))
    for one, other in pairwise(sorted(found, key=lambda box: box.left)):
        if _are_near(one, other) and one in found and other in found:
            found = [box for box in found if box not in (one, other)]
            found.append(_around([one, other]))
    return [b for b in found if b.high - b.low >= _LOWEST and b.right - b.left >= _NARROWEST]


def _are_near(one: Box, other: Box) -> bool:
    across = max(one.left, other.left) - min(one.right, other.right)
    along = max(one.low, other.low) - min(one.high, other.high)
    return across <= _NEAR and along <= _NEAR


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.left for box in boxes),
        max(box.right for box in boxes),
        min(box.low for box in boxes),
        max(box.high for box in boxes),
    )


def _names(caption: Stretch, drawing: Box) -> bool:
    """Whether a caption stands above or below a drawing."""
    is_beyond = caption.left < drawing.right + _BESIDE and caption.right > drawing.left - _BESIDE
    above, below = caption.base - drawing.high, drawing.low - caption.base
    return is_beyond and 0 <= max(above, below) <= _FAR


def _holds(drawing: Box, line: Stretch) -> bool:
    is_inside = drawing.left < line.right and line.left < drawing.right
    return is_inside and drawing.low < line.base < drawing.high


def _column(drawing: Box, running: Sequence[Stretch]) -> tuple[float, float]:
    """Where the column of text that a drawing stands in begins and ends."""
    over = [s for s in running if s.left < drawing.right and drawing.left < s.right]
    lefts = Counter(round(s.left) for s in over)
    usual = max(lefts, key=lefts.__getitem__, default=round(drawing.left))
    right = max((s.right for s in over if round(s.left) == usual), default=drawing.right)
    return min(usual - _SAME, drawing.left), max(right + _SAME, drawing.right)


def _is_label(line: Stretch, drawing: Box, caption: Stretch, longer: Sequence[Stretch]) -> bool:
    """Whether a line is short and stands in a drawing, or close beside it and by itself."""
    if line is caption or line.ruled or line.text.count(" ") + 1 > _MOST_WORDS:
        return False
    reach = line.size
    is_level = drawing.low - 2 * reach <= line.base <= drawing.high + reach
    is_near = drawing.left - _BESIDE <= line.left and line.right <= drawing.right + _BESIDE
    if not is_level or not is_near or line.size > _LARGE * caption.size:
        return False
    is_inside = drawing.left - reach <= line.left and line.right <= drawing.right + reach
    return is_inside or not any(_is_of_column(line, other) for other in longer)


def _is_of_column(line: Stretch, other: Stretch) -> bool:
    """Whether a line begins where a longer one does, stands on its line, or may go on with it."""
    gap = abs(line.base - other.base)
    is_over = other.left < line.right and line.left < other.right
    is_next = is_over and gap <= _CLOSE * line.size
    is_beside = line is not other and (is_next or gap <= _LEVEL * line.size)
    return abs(line.left - other.left) <= _SAME or is_beside
