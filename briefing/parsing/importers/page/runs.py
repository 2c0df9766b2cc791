"""Headings that head nothing: in long runs of them, and the title of another article at the end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefing.parsing.importers.page.pieces import Piece, as_line, has_sentence

_LONG = 4
"""Headings of one level right below each other, from which on they are lines of a list."""
_REST = 0.3
"""The share of the text of an article below which the title of another one stands."""
_TEASER, _LABEL = 500, 40
"""Characters of how another article begins, and of a line above several."""


def without_runs(pieces: Sequence[Piece]) -> list[Piece]:
    """The blocks of an article, with headings that stand in a long run as lines of text."""
    kept = list[Piece]()
    for level, alike in groupby(pieces, key=lambda piece: piece.level):
        run = list(alike)
        is_run = level > 0 and len(run) >= _LONG
        kept += [as_line(piece.text) for piece in run] if is_run else run
    return kept


def without_last_teaser(pieces: Sequence[Piece]) -> list[Piece]:
    """The blocks of an article without last headings that lead to others, and their beginnings.

    A line that stands above them as their label goes, too.
    """
    headings = [at for at, piece in enumerate(pieces) if piece.level]
    linked = [at for at in headings if pieces[at].leads_on]
    if not linked or linked != headings[-len(linked) :] or len(linked) == len(headings) > 1:
        return list(pieces)
    start = linked[0]
    below = sum(len(piece.text) for piece in pieces[start:] if not piece.level)
    whole = sum(len(piece.text) for piece in pieces)
    if below > min(_TEASER * len(linked), _REST * whole):
        return list(pieces)
    is_labelled = len(linked) > 1 and start > 0 and _is_label(pieces[start - 1])
    return list(pieces[: start - is_labelled])


def _is_label(piece: Piece) -> bool:
    is_line = not (piece.level or piece.is_picture or "\n" in piece.text)
    return is_line and len(piece.text) <= _LABEL and not has_sentence(piece.text)
