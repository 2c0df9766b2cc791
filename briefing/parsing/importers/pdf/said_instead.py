"""Characters that a file says stand for what it draws (ActualText, ISO 32000-2, 14.9.4).

PDFium gives them all at the first text object that they stand for
(`CPDF_TextPage::ProcessMarkedContent`), as FOP writes lines that end with a hyphen which parts a
word: letter by letter, and their text without that hyphen. So they are spread over all objects that
they stand for, and a hyphen that is drawn behind them is one again.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from itertools import dropwhile, takewhile
from operator import not_

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefing.parsing.importers.pdf.runs import Run

_SOFT = "\xad"
_MOST_OBJECTS = 20_000
"""Objects of a page that is looked through."""
_KEY = b"ActualText"
_SCALE = 24
"""Pixels that type is high in a picture of a hyphen."""
_SEEN = 64
"""Of 255: how dark a pixel is at least."""
_LEAST_WIDE, _MOST_WIDE, _MOST_HIGH = 0.15, 0.5, 0.17
"""Times the size of the type: how wide a hyphen is, and how high at most."""

Spread = dict[int, tuple[float, float]]
"""Where characters begin and end along their line, in points."""


def with_said(page: pdfium.PdfTextPage, text: str, runs: Sequence[Run]) -> tuple[str, Spread]:
    """The characters of a page with the hyphens that none stands for.

    Args:
        page: The text of the page.
        text: The characters.
        runs: The same by their text objects; what has such a hyphen goes on to it.

    Returns:
        As many characters, a soft hyphen for a line break behind such a one; and where those
        are that stand for several objects, or before such a hyphen.
    """
    firsts: dict[int, Run] = {}
    for run in runs:
        handle = raw.FPDFText_GetTextObject(page.raw, run.start)
        if run.end - run.start > 1 and not (run.is_pieced or run.type.turns) and _said(handle):
            firsts[ctypes.addressof(handle.contents)] = run
    chars, spread = list(text) if firsts else [], Spread()
    for run, handles in _groups(page.page.raw, firsts) if firsts else ():
        is_parted = _may_be_parted(text, run.end) and _ends_with_hyphen(page, run, handles[-1])
        if is_parted:
            chars[run.end] = _SOFT
            run.end += 1
        if is_parted or len(handles) > 1:
            spread.update(_spread(run, handles))
    return "".join(chars) if chars else text, spread


def _said(handle: raw.FPDF_PAGEOBJECT) -> bytes:
    """What stands for an object, and the number of its content; nothing where it has no text."""
    for index in range(raw.FPDFPageObj_CountMarks(handle)):
        mark, size = raw.FPDFPageObj_GetMark(handle, index), ctypes.c_ulong()
        if not raw.FPDFPageObjMark_GetParamStringValue(mark, _KEY, None, 0, size):
            continue
        buffer = (ctypes.c_ushort * (size.value // 2 + 1))()
        raw.FPDFPageObjMark_GetParamStringValue(mark, _KEY, buffer, size.value, size)
        return bytes(buffer) + b"%d" % raw.FPDFPageObj_GetMarkedContentID(handle)
    return b""


def _groups(
    page: raw.FPDF_PAGE, firsts: Mapping[int, Run]
) -> Iterator[tuple[Run, list[raw.FPDF_PAGEOBJECT]]]:
    """The objects that the same characters stand for, on one line, with these characters."""
    run, said, handles = None, b"", list[raw.FPDF_PAGEOBJECT]()
    count = raw.FPDFPage_CountObjects(page)
    for index in range(count if count <= _MOST_OBJECTS else 0):
        handle = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(handle) != raw.FPDF_PAGEOBJ_TEXT:
            continue
        first = firsts.get(ctypes.addressof(handle.contents))
        if first is None and run is not None and _said(handle) == said:
            handles.append(handle)
            continue
        if run is not None and _are_level(run, handles):
            yield run, handles
        run, said, handles = first, _said(handle) if first else b"", [handle]
    if run is not None and _are_level(run, handles):
        yield run, handles


def _bounds(handle: raw.FPDF_PAGEOBJECT) -> tuple[float, float, float, float]:
    """The left, lower, right and upper edge of an object."""
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(handle, *edges)
    left, low, right, top = (edge.value for edge in edges)
    return left, low, right, top


def _are_level(run: Run, handles: Sequence[raw.FPDF_PAGEOBJECT]) -> bool:
    """Whether objects stand on one line."""
    _left, low, _right, top = _bounds(handles[0])
    boxes = map(_bounds, handles)
    return all(low - run.type.size < box[1] and box[3] < top + run.type.size for box in boxes)


def _spread(run: Run, handles: Sequence[raw.FPDF_PAGEOBJECT]) -> Spread:
    """Where characters are that stand for objects: each as wide as the others."""
    boxes = [_bounds(handle) for handle in handles]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    step = (right - left) / (run.end - run.start)
    places = range(run.start, run.end)
    return {at: (left + n * step, left + (n + 1) * step) for n, at in enumerate(places)}


def _may_be_parted(text: str, end: int) -> bool:
    """Whether a line ends with a letter, and the next one begins with one."""
    is_at_end = text[end - 1].isalpha() and text[end : end + 2] == "\r\n"
    return is_at_end and text[end + 2 : end + 3].isalpha()


def _ends_with_hyphen(page: pdfium.PdfTextPage, run: Run, handle: raw.FPDF_PAGEOBJECT) -> bool:
    """Whether the last that an object draws is a short line."""
    scale = _SCALE / run.type.size
    document = page.page.pdf.raw
    bitmap = raw.FPDFTextObj_GetRenderedBitmap(document, page.page.raw, handle, scale)
    if not bitmap:
        return False
    try:
        height, stride = raw.FPDFBitmap_GetHeight(bitmap), raw.FPDFBitmap_GetStride(bitmap)
        width = raw.FPDFBitmap_GetWidth(bitmap)
        pixels = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), height * stride)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    columns = (pixels[at * 4 + 3 :: stride] for at in reversed(range(width)))
    dark = [{row for row, shade in enumerate(column) if shade > _SEEN} for column in columns]
    return _is_hyphen(dark)


def _is_hyphen(dark: Sequence[set[int]]) -> bool:
    """Whether what the columns of a picture show first is a short line.

    Args:
        dark: The rows that are dark in each of them, from right to left.
    """
    shown = list(takewhile(bool, dropwhile(not_, dark)))
    rows = set[int]().union(*shown)
    is_wide = _LEAST_WIDE * _SCALE <= len(shown) <= _MOST_WIDE * _SCALE
    return is_wide and max(rows) - min(rows) < _MOST_HIGH * _SCALE
