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
    for index in range(count):
        drawn = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if raw.FPDFPageObj_GetBounds(drawn, left, low, right, top):
            height = top.value - low.value
            yield Shape(left.value, right.value, low.value + height / 2, height)
