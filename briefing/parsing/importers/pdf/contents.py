"""Tables of contents without leaders or pages: lines that say what headings say later.

Entries with a leader, or with a page that stands apart, are told by it alone (`tables.is_entry`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefing.parsing.importers.pdf.lines import plain
from briefing.parsing.importers.pdf.measures import Measures
from briefing.parsing.importers.pdf.paragraphs import Lines
from briefing.parsing.importers.pdf.set_off import compact
from briefing.parsing.importers.pdf.tables import Table

_FEWEST = 3
"""Entries of a table of contents."""
_MOST_ROWS, _LONGEST = 3, 200
"""Lines of an entry, and characters of what it names."""
_FEWEST_LETTERS = 3
_LARGER = 1.2
"""Times the size of the running text, up to which the type of entries is."""
_TEXT = 60
"""Characters of a text below a heading."""
_PAGE = re.compile(r"\s+(?:\d{1,3}|[ivx]{1,6})\s*\Z")
"""The page behind an entry."""

_Places = Mapping[str, Sequence[int]]
"""The indices of the short blocks that say something, by its letters."""


def mark_contents(blocks: Sequence[Lines | Table], measures: Measures) -> None:
    """Make entries of the lines that name three headings or more, in the order of these."""
    places = defaultdict[str, list[int]](list)
    for index, block in enumerate(blocks):
        words = _said(block)
        if words:
            places[words].append(index)
    at = 0
    while at < len(blocks):
        run, named = _run(blocks, at, places, _LARGER * measures.body)
        if len(named) >= _FEWEST and _head_texts(named, blocks):
            for block in run:
                block.is_entry = True
        at += len(run) or 1


def _said(block: Lines | Table) -> str:
    """What a short block says."""
    if isinstance(block, Table) or block.is_entry or len(block.rows) > _MOST_ROWS + 1:
        return ""
    words = plain(" ".join(row.text for row in block.rows))
    letters = sum(map(str.isalpha, words))
    return compact(words) if letters >= _FEWEST_LETTERS and len(words) <= _LONGEST else ""


def _run(
    blocks: Sequence[Lines | Table], start: int, places: _Places, largest: float
) -> tuple[list[Lines], list[int]]:
    """The blocks from one on whose lines name blocks behind them, and what they name."""
    run: list[Lines] = []
    named: list[int] = []
    for block in blocks[start:]:
        if isinstance(block, Table) or (block.is_entry and not run) or block.first.size > largest:
            break
        own = [] if block.is_entry else _named(block, max([start, *named]), places)
        if own is None or (named and start + len(run) >= named[0]):
            break
        run.append(block)
        named += own
    end = start + len(run)
    return (run, named) if not named or named[0] >= end else ([], [])


def _named(block: Lines, last: int, places: _Places) -> list[int] | None:
    """The blocks behind one that the lines of a block name; None where some name none."""
    rows = [plain(row.text) for row in block.rows]
    found: list[int] = []
    while rows:
        for count in range(min(_MOST_ROWS, len(rows)), 0, -1):
            index = next(_places_of(" ".join(rows[:count]), last, places), None)
            if index is not None:
                found.append(index)
                last = index
                del rows[:count]
                break
        else:
            return None
    return found


def _places_of(words: str, last: int, places: _Places) -> Iterator[int]:
    """The first block behind one that says some words, which a page may stand behind."""
    for said in dict.fromkeys((compact(words), compact(_PAGE.sub("", words)))):
        known = places.get(said, ())
        at = bisect_right(known, last)
        if at < len(known):
            yield known[at]


def _head_texts(named: Sequence[int], blocks: Sequence[Lines | Table]) -> bool:
    """Whether texts stand between most of what is named, as below headings."""
    apart = sum(behind - before > 1 for before, behind in pairwise(named))
    below = [blocks[at + 1] for at in named if at + 1 < len(blocks)]
    texts = sum(sum(len(row.text) for row in block.rows) >= _TEXT for block in below)
    return texts * 2 > len(named) and apart * 2 >= len(named) - 1
