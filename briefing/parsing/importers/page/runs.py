"""Headings that head nothing: in long runs of them, and the title of another article at the end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefing.parsing.importers.page.pieces import Piece, as_line

_LONG = 4
"""Headings of one level right below each other, from which on they are lines of a list."""
_REST = 0.3
"""The share of the text of an article below which the title of another one stands."""
_TEASER = 500
"""Characters of how another article begins."""


def without_runs(pieces: Sequence[Piece]) -> list[Piece]:
    """The blocks of an article, with headings that stand in a long run as lines of text."""
    kept = list[Piece]()
    for level, alike in groupby(pieces, key=lambda piece: piece.level):
        run = list(alike)
        is_run = level > 0 and len(run) >= _LONG
        kept += [as_line(piece.text) for piece in run] if is_run else run
    return kept


def without_last_teaser(pieces: Sequence[Piece]) -> list[Piece]:
    """The blocks of an article without a last heading that leads to another, and its beginning."""
    headings = [at for at, piece in enumerate(pieces) if piece.level]
    linked = [at for at in headings if pieces[at].leads_on]
    if len(linked) != 1 or linked != headings[-1:]:
        return list(pieces)
    below = sum(len(piece.text) for piece in pieces[linked[0] + 1 :])
    whole = sum(len(piece.text) for piece in pieces)
    is_rest = below <= min(_TEASER, _REST * whole)
    return list(pieces[: linked[0]] if is_rest else pieces)
