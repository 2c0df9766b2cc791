"""Headings that are numbered by their place: ``1.``, ``1.2``, ``Appendix A``.

A numbered line is a heading where text stands below most such lines of a document; otherwise they
are a list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.parsing.headings import MOST_CHARACTERS

_NUMBERED = re.compile(
    r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=[^\W\d_])"
    r"|(?P<letter>(?:[^\W\d_]{6,10}\s)?[A-Z](?:\.\d{1,2})*)\.\s+(?=[^\W\d_])"
)
_SENTENCE = re.compile(r"[.!?;,:]\Z")
_FEWEST = 2
_MOSTLY = 0.6


def numbered_headings(blocks: Sequence[str | None]) -> Mapping[int, int]:
    """Which blocks are numbered headings, and of which level.

    Args:
        blocks: The blocks of a text in order: those of one short line, and None for others.

    Returns:
        0-based indices into ``blocks`` with levels from 2 to 6.
    """
    levels = {index: level for index, block in enumerate(blocks) if (level := _level(block))}
    texts = sum(
        index + 1 < len(blocks) and (index + 1 not in levels or levels[index + 1] > level)
        for index, level in levels.items()
    )
    is_outline = len(levels) >= _FEWEST and texts >= _MOSTLY * len(levels)
    return {i: level for i, level in levels.items() if i + 1 < len(blocks)} if is_outline else {}


def _level(block: str | None) -> int:
    """The level of a block that looks like a numbered heading; 0 for another."""
    if block is None or len(block) > MOST_CHARACTERS or _SENTENCE.search(block):
        return 0
    match = _NUMBERED.match(block)
    if match is None:
        return 0
    number = match["number"] or match["letter"]
    return min(2 + number.count("."), 6)
