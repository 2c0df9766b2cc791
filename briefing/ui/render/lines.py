"""A line of the article with its marks, as a strip of the screen.

::

    ├──── left ────┤├─ gutter ─┤├──────────── words ────────────┤
                     ✎ · ›      La Corea del Nord ha inviato …
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style as Pen
from textual.strip import Strip

from briefing.model.line import Line, Piece
from briefing.model.mark import Mark, MarkKind
from briefing.ui.render.measure import GUTTER_CELLS
from briefing.ui.render.palette import CHANGED_SIGN, GUTTER_SIGNS, UNCERTAIN_SIGN, Palette

_RANK = {kind: rank for rank, kind in enumerate(MarkKind)}


@dataclass(frozen=True, slots=True)
class LocalMark:
    """A mark in the characters of one chunk."""

    start: int
    """The first character."""
    end: int
    """The character after the last one."""
    mark: Mark
    """What it means."""


def draw_line(
    line: Line,
    marks: Sequence[LocalMark],
    palette: Palette,
    *,
    left_cells: int,
    width_cells: int,
    sign: str = " ",
    sign_look: str = "muted",
) -> Strip:
    """Draw a line.

    Args:
        line: What layout made.
        marks: The marks of its chunk that may touch it.
        palette: The colours.
        left_cells: Empty cells before the gutter, which centre the column.
        width_cells: The whole width to fill.
        sign: One to three cells right before the words, in the place of signs of marks.
        sign_look: How the palette calls the look of that.
    """
    here = sorted(
        (m for m in marks if m.start < max(line.end, line.start + 1) and m.end > line.start),
        key=lambda m: _RANK[m.mark.kind],
    )
    segments = [Segment(" " * left_cells), *_gutter(line, here, palette, sign)]
    segments.append(Segment(sign, palette.pen(sign_look) + Pen(bold=sign_look != "muted")))
    for piece in line.pieces:
        segments += _draw_piece(piece, here, palette)
    return Strip(segments).adjust_cell_length(width_cells)


def _gutter(
    line: Line, marks: Iterable[LocalMark], palette: Palette, sign: str
) -> Iterator[Segment]:
    """The signs of the strongest marks that begin on this line, as many as there is room for."""
    room = GUTTER_CELLS - len(sign)
    beginning = [m for m in marks if line.start <= m.start < line.end]
    signs: dict[str, LocalMark] = {_sign(m.mark): m for m in beginning}
    strongest = list(signs.items())[len(signs) - min(room, len(signs)) :]
    for of_mark, local in strongest:
        yield Segment(of_mark, _sign_pen(local.mark, palette))
    yield Segment(" " * (room - len(strongest)))


def _sign(mark: Mark) -> str:
    if mark.uncertain:
        return UNCERTAIN_SIGN
    if mark.changed:
        return CHANGED_SIGN
    return GUTTER_SIGNS[mark.kind]


def _sign_pen(mark: Mark, palette: Palette) -> Pen:
    return palette.pen("uncertain") if mark.uncertain or mark.changed else palette.pen("muted")


def _draw_piece(piece: Piece, marks: Sequence[LocalMark], palette: Palette) -> Iterator[Segment]:
    base = palette.words(piece.role, piece.style)
    if piece.start is None:
        yield Segment(piece.text, base)
        return
    start, end = piece.start, piece.start + len(piece.text)
    touching = [m for m in marks if m.start < end and m.end > start]
    cuts = {start, end}
    for local in touching:
        cuts |= {max(start, local.start), min(end, local.end)}
    stops = sorted(cuts)
    for cut_start, cut_end in pairwise(stops):
        pen = base
        for local in touching:
            if local.start < cut_end and local.end > cut_start:
                pen += palette.mark(local.mark)
        yield Segment(piece.text[cut_start - start : cut_end - start], pen)
