"""How many rows a chunk takes, where nobody needs the rows themselves.

Of a long document most chunks are only measured, for the scroll bar. The rows are those of
`_lines.chunk_lines`, counted without drawing them.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.layout._code import code_rows
from briefing.layout._pieces import Painter
from briefing.layout._prefix import prefix_cells
from briefing.layout._tables import table_rows, unmarked_heights
from briefing.layout.options import LayoutOptions
from briefing.layout.wrap import wrap
from briefing.model.article import Block, BlockKind, Chunk
from briefing.model.line import Role
from briefing.text.safe import visible_lines
from briefing.text.width import is_narrow


def row_counts(chunk: Chunk, width_cells: int, options: LayoutOptions) -> Iterator[int]:
    """The rows of a chunk as numbers to be added up: a step of little work for each of them."""
    text = visible_lines(chunk.text)
    for index, block in enumerate(chunk.blocks):
        if not block.tight and (index or chunk.index > 0):
            yield 1
        room = width_cells - prefix_cells(block.containers, width_cells)
        yield from _block_counts(text, block, room, options)


def _block_counts(text: str, block: Block, width: int, options: LayoutOptions) -> Iterator[int]:
    options = options.on(width)
    if block.kind is BlockKind.CODE:
        yield from _code_counts(text, block, width, options)
    elif block.kind is BlockKind.TABLE:
        heights = unmarked_heights(text, block, width)
        yield from heights or (1 for _ in table_rows(text, block, width, options))
    elif block.kind is BlockKind.RULE:
        yield 1
    else:
        yield from _prose_counts(text, block, width, options)


def _code_counts(text: str, block: Block, width: int, options: LayoutOptions) -> Iterator[int]:
    lines = block.span.of(text).split("\n")
    if not options.wrap_code or all(len(line) <= width and is_narrow(line) for line in lines):
        yield len(lines)
    else:
        rows = code_rows(text, block.span.start, block.span.end, width, options)
        yield from (1 for _ in rows)


def _prose_counts(text: str, block: Block, width: int, options: LayoutOptions) -> Iterator[int]:
    marks = Painter(text, block, Role.TEXT, options).extra if block.runs else {}
    yield from (1 for _ in wrap(text, block.span.start, block.span.end, width, marks))
