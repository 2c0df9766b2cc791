"""The lines of one chunk, block after block."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.layout._code import code_rows
from briefing.layout._pieces import Painter
from briefing.layout._prefix import Prefixes, decoration
from briefing.layout._tables import Row, table_rows
from briefing.layout.options import LayoutOptions
from briefing.layout.wrap import wrap
from briefing.model.article import Block, BlockKind, Chunk
from briefing.model.line import Line, Piece, Role
from briefing.text.safe import visible_lines
from briefing.text.width import cells

_ROLES = {BlockKind.TITLE: Role.TITLE, BlockKind.HEADING: Role.HEADING}


def chunk_lines(chunk: Chunk, width_cells: int, options: LayoutOptions) -> Iterator[Line]:
    """Lay out a chunk from its first line on.

    One blank line stands between blocks, and above the first block of every chunk but the first.
    """
    prefixes = Prefixes(width_cells)
    text = visible_lines(chunk.text)
    above: Block | None = None
    for index, block in enumerate(chunk.blocks):
        if not block.tight and (above is not None or chunk.index > 0):
            bar = prefixes.between(above, block) if above is not None else ""
            pieces = (decoration(bar),) if bar else ()
            yield Line(pieces, block.span.start, block.span.start, index)
        yield from _block_lines(text, block, index, width_cells, prefixes, options)
        above = block


def _block_lines(
    text: str,
    block: Block,
    index: int,
    width_cells: int,
    prefixes: Prefixes,
    options: LayoutOptions,
) -> Iterator[Line]:
    first, rest = prefixes.of(block)
    width = width_cells - cells(first)
    prefix = first
    for pieces, start, end in _rows(text, block, width, options):
        before: tuple[Piece, ...] = (decoration(prefix),) if prefix else ()
        yield Line((*before, *pieces), start, end, index)
        prefix = rest


def _rows(text: str, block: Block, width: int, options: LayoutOptions) -> Iterator[Row]:
    options = options.on(width)
    if block.kind is BlockKind.CODE:
        yield from code_rows(text, block.span.start, block.span.end, width, options)
    elif block.kind is BlockKind.TABLE:
        yield from table_rows(text, block, width, options)
    elif block.kind is BlockKind.RULE:
        yield (decoration("─" * width),), block.span.start, block.span.start
    else:
        yield from _prose_rows(text, block, width, options)


def _prose_rows(text: str, block: Block, width: int, options: LayoutOptions) -> Iterator[Row]:
    painter = Painter(text, block, _ROLES.get(block.kind, Role.TEXT), options)
    ranges = wrap(text, block.span.start, block.span.end, width, painter.extra)
    start, end = next(ranges)
    begins = True
    for following in ranges:
        yield tuple(painter.pieces(start, end, following[0], begins=begins)), start, end
        (start, end), begins = following, False
    yield tuple(painter.pieces(start, end, block.span.end, begins=begins)), start, end
