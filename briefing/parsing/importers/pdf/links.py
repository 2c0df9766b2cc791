"""The links on a page: which of its places lead to an address of the web."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefing.model.records import dataclass

_MOST = 2_000
"""Links of a page that are looked at; a broken one may go round in circles."""
_LONGEST = 2_000
"""Bytes of an address."""
_BAND = 10.0
"""Points of the height of a page whose links are looked at for one word."""
_HIGHEST = 14_400.0
"""Points that a page may be high (ISO 32000-1, annex C)."""
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


class Links:
    """The links of a page, found by where they are.

    Args:
        links: All of them; of two in one place the first holds.
    """

    def __init__(self, links: Iterable[Link]) -> None:
        self._bands: dict[int, list[Link]] = {}
        for link in links:
            low, high = (min(max(edge, 0), _HIGHEST) for edge in (link.bottom, link.top))
            for band in range(int(low // _BAND), int(high // _BAND) + 1):
                self._bands.setdefault(band, []).append(link)

    def __bool__(self) -> bool:
        return bool(self._bands)

    def at(self, left: float, right: float, base: float, size: float) -> Link | None:
        """The link that holds the middle of a word."""
        for link in self._bands.get(int((base + 0.3 * size) // _BAND), ()):
            if link.holds(left, right, base, size):
                return link
        return None


def links_on(pdf: pdfium.PdfDocument, page: pdfium.PdfPage) -> Links:
    """The links of a page to the web."""
    found: list[Link] = []
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    for _count in range(_MOST):
        if not raw.FPDFLink_Enumerate(page.raw, position, link):
            break
        address = _address(pdf, link)
        if address.startswith(_WEB):
            found += (Link(*place, address) for place in _places(link))
    return Links(found)


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
