"""The first chunk: it reaches the first block, and its title may stand in two places."""

from __future__ import annotations

import re

from briefing.model.article import Chunk
from briefing.parsing._builder import Builder, Parsed
from briefing.parsing._chunks import ChunkParser
from briefing.parsing._plan import Plan
from briefing.text.lines import one_line

LONGEST_TITLE = 2_000
"""Characters of the front matter's title that are read. It is laid out in one go, unlike the
body, whose long blocks are cut."""

_TITLE_KEY = re.compile(r"^[\"']?title[\"']?\s*:", re.MULTILINE)


def parse_beginning(plan: Plan, parser: ChunkParser) -> Parsed:
    """Parse the first chunk, which is made to reach the first block: that may be the title."""
    beginning = parser.parse(0, Builder())
    while plan.body_chunks > 1 and not beginning.chunk.blocks:
        plan.join_first(_chunks_until_blocks(plan, parser))
        beginning = parser.parse(0, Builder())
    return beginning


def _chunks_until_blocks(plan: Plan, parser: ChunkParser) -> int:
    """How many chunks below the first one it takes until one has blocks by itself."""
    last = plan.body_chunks - 1
    parsed = (parser.parse(index, Builder()) for index in range(1, last))
    return next((count for count, each in enumerate(parsed, 1) if each.chunk.blocks), last)


def title_line(source: str, body: int) -> int:
    """The 1-based line of the front matter, which ends before ``body``, that gives the title."""
    key = _TITLE_KEY.search(source, 0, body)
    return 1 if key is None else source.count("\n", 0, key.start()) + 1


def first_h1(chunk: Chunk) -> str | None:
    """The words of the H1 that is the first block, if it is one and has words."""
    first = next(iter(chunk.blocks), None)
    if first is None or first.level != 1 or first.containers:
        return None
    return one_line(first.span.of(chunk.text)) or None
