"""The links on the screen: where they stand, and letters to choose one by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from briefing.model.article import Style
from briefing.model.line import Piece
from briefing.text.fitting import glimpse
from briefing.text.width import cells
from briefing.ui.render.viewport import VisibleLine

_LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The home row first."""
_LEADS_SOMEWHERE = Style.LINK | Style.IMAGE | Style.FOOTNOTE_MARK
_SHORT = 30
"""Characters of an address where there is no room for all of them."""


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link in view."""

    chunk: int
    """0-based index of its chunk."""
    row: int
    """0-based line inside the chunk where it begins."""
    cell: int
    """0-based cell of that line where it begins."""
    address: str
    """Where it leads; the number of a footnote."""
    style: Style
    """What it is: a link, an image, the mark of a footnote."""

    @property
    def is_footnote(self) -> bool:
        """Whether it is the mark of a footnote."""
        return bool(self.style & Style.FOOTNOTE_MARK)

    @property
    def shown(self) -> str:
        """The beginning of the address, safe for a terminal."""
        return f"[{self.address}]" if self.is_footnote else glimpse(self.address)


def links_in(lines: Sequence[VisibleLine]) -> Iterator[ShownLink]:
    """The links that begin in view, or go on there; a link over two lines counts once."""
    last: tuple[int, str, int] | None = None
    for seen in lines:
        for piece, cell in _pieces(seen):
            if not leads_somewhere(piece) or piece.address is None:
                continue
            if not _goes_on(last, seen.chunk, piece):
                yield ShownLink(seen.chunk, seen.row, cell, piece.address, piece.style)
            if piece.start is not None:
                last = (seen.chunk, piece.address, piece.start + len(piece.text))


def link_at(seen: VisibleLine, cell: int) -> ShownLink | None:
    """The link under a cell of a line."""
    for piece, left in _pieces(seen):
        is_here = left <= cell < left + cells(piece.text)
        if is_here and leads_somewhere(piece) and piece.address is not None:
            return ShownLink(seen.chunk, seen.row, left, piece.address, piece.style)
    return None


def leads_somewhere(piece: Piece) -> bool:
    """Whether a piece is part of a link, an image or a footnote's mark."""
    return bool(piece.style & _LEADS_SOMEWHERE)


def labels(count: int) -> list[str]:
    """As many labels as there are links: one letter each, or two where letters run out."""
    if count <= len(_LETTERS):
        return list(_LETTERS[:count])
    pairs = ("".join(pair) for pair in product(_LETTERS, repeat=2))
    return [label for label, _ in zip(pairs, range(count), strict=False)]


def listing(links: dict[str, ShownLink], room: int) -> tuple[str, bool]:
    """Where the links lead, by label, in one text of at most ``room`` characters where possible.

    Returns:
        The text, and whether every address in it is whole.
    """
    whole = _listed((label, link.shown) for label, link in links.items())
    if len(whole) <= room:
        return whole, True
    return _listed((label, _shortened(link.shown)) for label, link in links.items()), False


def _listed(entries: Iterator[tuple[str, str]]) -> str:
    return " · ".join(f"{label} {address}" for label, address in entries)


def _shortened(address: str) -> str:
    return address if len(address) <= _SHORT else f"{address[: _SHORT - 1]}…"


def _pieces(seen: VisibleLine) -> Iterator[tuple[Piece, int]]:
    """The pieces of a line with the cell where each begins."""
    cell = 0
    for piece in seen.line.pieces:
        yield piece, cell
        cell += cells(piece.text)


def _goes_on(last: tuple[int, str, int] | None, chunk: int, piece: Piece) -> bool:
    """Whether a piece belongs to the link that was seen last."""
    if last is None or last[:2] != (chunk, piece.address) or piece.style & Style.FOOTNOTE_MARK:
        return False
    return piece.start is None or piece.start - last[2] in (0, 1)
