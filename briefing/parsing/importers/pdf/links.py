"""The links on a page: which of its places lead to an address of the web."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

_MOST = 2_000
"""Links of a page that are looked at; a broken one may go round in circles."""
_LONGEST = 2_000
"""Bytes of an address."""
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Link:
    """A place on a page that leads elsewhere."""

    left: float
    right: float
    bottom: float
    top: float
    address: str

    def holds(self, left: float, right: float, base: float, size: float) -> bool:
        """Whether the middle of a word lies in it."""
        x, y = (left + right) / 2, base + 0.3 * size
        return self.left <= x <= self.right and self.bottom <= y <= self.top


def links_on(pdf: pdfium.PdfDocument, page: pdfium.PdfPage) -> list[Link]:
    """The links of a page to the web, in the order of the file."""
    found: list[Link] = []
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    for _count in range(_MOST):
        if not raw.FPDFLink_Enumerate(page.raw, position, link):
            break
        address = _address(pdf, link)
        if address.startswith(_WEB):
            found += (Link(*place, address) for place in _places(link))
    return found


def _address(pdf: pdfium.PdfDocument, link: raw.FPDF_LINK) -> str:
    action = raw.FPDFLink_GetAction(link)
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return ""
    text = ctypes.create_string_buffer(_LONGEST)
    length = raw.FPDFAction_GetURIPath(pdf.raw, action, text, _LONGEST)
    return text.value.decode("utf-8", "replace") if length <= _LONGEST else ""


def _places(link: raw.FPDF_LINK) -> Iterator[tuple[float, float, float, float]]:
    """Left, right, lower and upper edge: of each line of a link, where it says them."""
    count = raw.FPDFLink_CountQuadPoints(link)
    quad = raw.FS_QUADPOINTSF()
    for index in range(count):
        if raw.FPDFLink_GetQuadPoints(link, index, quad):
            xs = (quad.x1, quad.x2, quad.x3, quad.x4)
            ys = (quad.y1, quad.y2, quad.y3, quad.y4)
            yield min(xs), max(xs), min(ys), max(ys)
    box = raw.FS_RECTF()
    if not count and raw.FPDFLink_GetAnnotRect(link, box):
        yield box.left, box.right, min(box.bottom, box.top), max(box.bottom, box.top)
