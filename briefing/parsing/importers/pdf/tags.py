"""Headings that a tagged PDF says itself (ISO 32000-1, 14.8): Word, browsers and others write them.

Where type tells nothing, as in the nameless fonts that browsers print, tags do.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

_HEADING = re.compile(r"H([1-6])\Z")
_MOST = 5_000
"""Elements of a page that are looked at."""
_DEEPEST = 40
_LONGEST = 64
"""Bytes of the name of a type, which is in UTF-16."""


class Tags:
    """The tags of one document.

    Args:
        pdf: An open document.
    """

    def __init__(self, pdf: pdfium.PdfDocument) -> None:
        self.are_known = bool(raw.FPDFCatalog_IsTagged(pdf.raw))

    def headings_on(self, page: pdfium.PdfPage) -> dict[int, int]:
        """The levels of the headings of a page, 1 to 6, by the number of their marked content."""
        tree = raw.FPDF_StructTree_GetForPage(page.raw) if self.are_known else None
        if not tree:
            return {}
        try:
            count = raw.FPDF_StructTree_CountChildren(tree)
            roots = (raw.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(count))
            return dict(_levels([root for root in roots if root]))
        finally:
            raw.FPDF_StructTree_Close(tree)


def _levels(roots: list[raw.FPDF_STRUCTELEMENT]) -> Iterator[tuple[int, int]]:
    """Each marked content that is of a heading, with the level."""
    waiting = [(root, 0, 0) for root in reversed(roots)]
    for _count in range(_MOST):
        if not waiting:
            return
        element, level, depth = waiting.pop()
        level = level or _level(element)
        if level:
            yield from ((content, level) for content in _contents(element))
        if depth < _DEEPEST:
            children = range(max(raw.FPDF_StructElement_CountChildren(element), 0))
            below = (raw.FPDF_StructElement_GetChildAtIndex(element, at) for at in children)
            waiting += [(child, level, depth + 1) for child in below if child]


def _level(element: raw.FPDF_STRUCTELEMENT) -> int:
    name = ctypes.create_string_buffer(_LONGEST)
    length = raw.FPDF_StructElement_GetType(element, name, _LONGEST)
    match = _HEADING.match(name.raw[: max(length - 2, 0)].decode("utf-16-le", "replace"))
    return 0 if match is None else int(match[1])


def _contents(element: raw.FPDF_STRUCTELEMENT) -> Iterator[int]:
    """The numbers of what is marked as of an element."""
    for index in range(raw.FPDF_StructElement_GetMarkedContentIdCount(element)):
        yield raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index)
