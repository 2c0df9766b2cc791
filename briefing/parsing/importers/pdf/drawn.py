"""What is drawn on a page beside its letters: each shape by the box around it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import islice

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefing.model.records import dataclass

_MOST_OBJECTS, _MOST_SHAPES = 8_000, 2_000
"""Objects of a page that is looked through, and shapes among them; one with more is a drawing.

Browsers write an object for each letter or two.
"""

_EDGE = 2.0
"""Points by which what fills a page is smaller."""
_MOST_CLIPS, _MOST_POINTS = 8, 40
"""Paths that a shape is clipped to, and points of one, that are looked at."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The box around something drawn; all lengths in points."""

    left: float
    right: float
    middle: float
    """Above the lower edge of the page."""
    height: float


def shapes_on(page: pdfium.PdfPage) -> list[Shape]:
    """What is drawn on a page; nothing of one that is a drawing."""
    count = raw.FPDFPage_CountObjects(page.raw)
    if count > _MOST_OBJECTS:
        return []
    found = list(islice(_shapes(page, count), _MOST_SHAPES + 1))
    return found if len(found) <= _MOST_SHAPES else []


def _shapes(page: pdfium.PdfPage, count: int) -> Iterator[Shape]:
    left, low, right, top = (ctypes.c_float() for _ in range(4))
    width, height = page.get_size()
    for index in range(count):
        drawn = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if raw.FPDFPageObj_GetBounds(drawn, left, low, right, top):
            bounds = left.value, low.value, right.value, top.value
            if bounds[2] - bounds[0] >= width - _EDGE and bounds[3] - bounds[1] >= height - _EDGE:
                bounds = _seen(drawn, bounds)
            yield _shape(*bounds)


def _shape(left: float, low: float, right: float, top: float) -> Shape:
    return Shape(left, right, (low + top) / 2, top - low)


_Bounds = tuple[float, float, float, float]
"""Left, lower, right and upper edge."""


def _seen(drawn: raw.FPDF_PAGEOBJECT, bounds: _Bounds) -> _Bounds:
    """The edges of what is seen of a shape: WeasyPrint fills the page and clips it to a box."""
    clip = raw.FPDFPageObj_GetClipPath(drawn)
    for path in range(min(max(raw.FPDFClipPath_CountPaths(clip), 0), _MOST_CLIPS)):
        points = list(islice(_points(clip, path), _MOST_POINTS))
        if points:
            across, along = zip(*points, strict=True)
            bounds = (
                max(bounds[0], min(across)),
                max(bounds[1], min(along)),
                min(bounds[2], max(across)),
                min(bounds[3], max(along)),
            )
    return bounds if bounds[0] <= bounds[2] and bounds[1] <= bounds[3] else (0.0,) * 4


def _points(clip: raw.FPDF_CLIPPATH, path: int) -> Iterator[tuple[float, float]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFClipPath_CountPathSegments(clip, path)):
        segment = raw.FPDFClipPath_GetPathSegment(clip, path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        yield x.value, y.value
