"""Blocks parted at lines that may be headings, and put together again.

Those are lines in bold, and a short one above the line that is all of a paragraph.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.model.records import replace
from briefing.parsing.importers.page.pieces import Piece, has_sentence

FIRST_LINE = "first line"
"""The style of a short line above the line that is all of its paragraph."""
_SHORT, _PARAGRAPH = 90, 120
"""Characters of such a line at most, and of the one below it at least."""
_LABEL = re.compile(r"[^\W\d_]+: ")
"""What the line of a table begins with, as ``Pros: it is small``."""
_END = 4
"""Characters at the end of a line in which a sentence ends, with the quotation marks behind it."""


class Line(NamedTuple):
    """A block, or one of its lines where some of them are set in bold."""

    piece: Piece
    of: int
    """The block that it is or stands in, 0-based."""


def lines_of(pieces: Sequence[Piece]) -> list[Line]:
    """The blocks of an article, each parted at its lines in bold."""
    return [line for at, piece in enumerate(pieces) for line in _lines_of(piece, at)]


def joined_again(pieces: Sequence[Piece], lines: Sequence[Line]) -> list[Piece]:
    """The blocks as they were, except those of whose lines some became headings."""
    by_piece = defaultdict[int, list[Piece]](list)
    for line in lines:
        by_piece[line.of].append(line.piece)
    return [new for at, old in enumerate(pieces) for new in _joined(old, by_piece[at])]


def _lines_of(piece: Piece, at: int) -> Iterator[Line]:
    """A block, parted at its lines that are set in bold, or below its first."""
    texts, written = piece.text.split("\n"), piece.markdown.split("\\\n")
    if not piece.bold_lines and piece.style and _has_first_line(texts):
        yield Line(Piece(texts[0], written[0], style=FIRST_LINE), at)
        yield Line(Piece(texts[1], written[1], style=piece.style), at)
        return
    if not piece.bold_lines:
        yield Line(piece, at)
        return
    if not all(_stands_alone(texts, line, piece.bold_lines) for line in piece.bold_lines):
        yield Line(piece, at)
        return
    start = 0
    for bold in piece.bold_lines:
        yield from _stretch(texts[start:bold], written[start:bold], at)
        yield Line(Piece(texts[bold], written[bold], is_bold=True), at)
        start = bold + 1
    yield from _stretch(texts[start:], written[start:], at)


def _has_first_line(texts: Sequence[str]) -> bool:
    """Whether a block has two lines, of which the second is a paragraph of its own."""
    if len(texts) != 2 or len(texts[0]) > _SHORT or len(texts[1]) < _PARAGRAPH:
        return False
    if _LABEL.match(texts[0]):
        return False
    first = next(filter(str.isalnum, texts[1]), "")
    return first.isupper() and has_sentence(texts[1])


def _stands_alone(texts: Sequence[str], at: int, bold: Sequence[int]) -> bool:
    """Whether a line goes on with none above it, and none below goes on with it."""
    goes_on = [line[:1].islower() for line in texts[at : at + 2]]
    if goes_on[0] or (goes_on[-1] and (at or at + 1 in bold)):
        return False
    return at == 0 or at - 1 in bold or has_sentence(texts[at - 1][-_END:])


def _stretch(texts: Sequence[str], written: Sequence[str], at: int) -> Iterator[Line]:
    if texts:
        yield Line(Piece("\n".join(texts), "\\\n".join(written), style="br"), at)


def _joined(whole: Piece, parts: Sequence[Piece]) -> Iterator[Piece]:
    """A block as it was, or its headings and what stands between them."""
    if not any(part.level for part in parts):
        yield whole
        return
    between: list[Piece] = []
    for part in parts:
        if not part.level:
            between.append(part)
            continue
        yield from _one(between)
        between = []
        yield part
    yield from _one(between)


def _one(parts: Sequence[Piece]) -> Iterator[Piece]:
    if parts:
        text, written = "\n".join(p.text for p in parts), "\\\n".join(p.markdown for p in parts)
        yield replace(parts[0], text=text, markdown=written)
