"""The first chunk: it reaches the first block, and its title may stand in two places."""

from __future__ import annotations

import re

from briefing.model.article import BlockKind, Chunk
from briefing.parsing._builder import Builder, Parsed, with_title
from briefing.parsing._chunks import ChunkParser
from briefing.parsing._plan import Plan
from briefing.text.lines import one_line

LONGEST_TITLE = 2_000
"""Characters of the front matter's title that are read. It is laid out in one go, unlike the
body, whose long blocks are cut."""

_HEADING_FIRST = re.compile(r"\s*#")
_TITLE_KEY = re.compile(r"^[\"']?title[\"']?\s*:", re.MULTILINE)


def parse_beginning(plan: Plan, parser: ChunkParser, title: str | None, body: int) -> Parsed:
    """The first chunk with its title: an H1 that comes first, unless the editor has another.

    The chunk is made to reach the first block: that may be the title.

    Args:
        plan: How the source is cut; its first chunks may be joined.
        parser: Parses a chunk.
        title: The editor's.
        body: The first character of the source after the front matter.
    """
    above = _below_title(parser, title, body) if title else None
    if above is not None:
        return above
    beginning = parser.parse(0, Builder())
    while plan.body_chunks > 1 and not beginning.chunk.blocks:
        plan.join_first(_chunks_until_blocks(plan, parser))
        beginning = parser.parse(0, Builder())
    heading = first_h1(beginning.chunk)
    if heading and title in (None, heading):
        return with_title(beginning)
    return parser.parse(0, _titled(title, parser, body)) if title else beginning


def _below_title(parser: ChunkParser, title: str, body: int) -> Parsed | None:
    """The first chunk below an editor's title, parsed once, as most articles have it.

    None where it has no block, or where its first one is, or may be, an H1 of the same words.
    """
    if _HEADING_FIRST.match(parser.source, body):
        return None
    parsed = parser.parse(0, _titled(title, parser, body))
    is_alone = len(parsed.chunk.blocks) < 2
    return None if is_alone or first_h1(parsed.chunk, 1) == title else parsed


def _titled(title: str, parser: ChunkParser, body: int) -> Builder:
    builder = Builder()
    builder.add_plain(BlockKind.TITLE, title, title_line(parser.source, body))
    return builder


def _chunks_until_blocks(plan: Plan, parser: ChunkParser) -> int:
    """How many chunks below the first one it takes until one has blocks by itself."""
    last = plan.body_chunks - 1
    parsed = (parser.parse(index, Builder()) for index in range(1, last))
    return next((count for count, each in enumerate(parsed, 1) if each.chunk.blocks), last)


def title_line(source: str, body: int) -> int:
    """The 1-based line of the front matter, which ends before ``body``, that gives the title."""
    key = _TITLE_KEY.search(source, 0, body)
    return 1 if key is None else source.count("\n", 0, key.start()) + 1


def first_h1(chunk: Chunk, at: int = 0) -> str | None:
    """The words of the H1 that is the block at an index, the first, if it is one and has words."""
    first = next(iter(chunk.blocks[at : at + 1]), None)
    if first is None or first.level != 1 or first.containers:
        return None
    return one_line(first.span.of(chunk.text)) or None
